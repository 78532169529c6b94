import RelataCore
import RelataLanguage

/// The keys of the entities of one document.
///
/// People and organizations are known by name and document; firms that differ by their legal form alone by that too. A town that shares its name with a larger one elsewhere
/// is known by name and country where the document names that country and not the other's: Victoria of the Seychelles.
package struct BearerKeys {
  private let document: DocumentID
  private let countries: Set<String>
  /// Names under which the document has firms of several legal forms.
  private let shared: Set<NameKey>

  package init(_ annotated: AnnotatedDocument) {
    document = annotated.document.id
    var forms: [NameKey: Set<String?>] = [:]
    for entity in annotated.entities where entity.type == .organization {
      forms[NameKey(entity.name, type: .organization), default: []].insert(
        FirmFacts.legalForm(entity.name))
    }
    shared = Set(forms.filter { $0.value.count > 1 }.keys)
    countries = Set(annotated.entities.flatMap { Self.countries(of: $0) })
  }

  package func key(of entity: DocumentEntity) -> BearerKey {
    let name = NameKey(entity.name, type: entity.type)
    if shared.contains(name), let form = FirmFacts.legalForm(entity.name) {
      return BearerKey(NameKey(type: name.type, form: "\(name.form) \(form)"), in: document)
    }
    guard entity.type == .location, let city = CityTable.city(named: name.form),
      let largest = city.countries.first
    else { return BearerKey(name, in: document) }
    let named = city.countries.filter(countries.contains)
    guard named.count == 1, named[0] != largest else { return BearerKey(name, in: document) }
    let form = "\(name.form) (\(TextFolding.folded(named[0])))"
    return BearerKey(NameKey(type: .location, form: form), in: document)
  }

  /// Countries that the name of a place or people stands for; of a city, where it lies if that is sure.
  private static func countries(of entity: DocumentEntity) -> [String] {
    guard entity.type == .location || entity.type == .group else { return [] }
    let table = CountryTable.shared
    let forms = [entity.name] + entity.aliases
    let named = forms.compactMap { table.country(named: $0) ?? table.country(ofDemonym: $0) }
    if !named.isEmpty { return named }
    let city = CityTable.city(named: NameKey(entity.name, type: .location).form)
    return city?.countries.count == 1 ? city?.countries ?? [] : []
  }
}
