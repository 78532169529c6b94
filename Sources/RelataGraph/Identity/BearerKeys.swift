import RelataCore
import RelataLanguage

/// The keys of the entities of one document.
///
/// People and organizations are known by name and document; firms that differ by their legal form alone by that too. A town that shares its name with a larger one elsewhere
/// is known by name and country where the document names that country and not the other's: Victoria of the Seychelles.
package struct BearerKeys {
  private let document: DocumentID
  /// The countries that each place and people of the document stands for, by the form of its key.
  private let countries: [String: Set<String>]
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
    countries = Dictionary(
      annotated.entities.filter { $0.type == .location || $0.type == .group }.map {
        (NameKey($0.name, type: $0.type).form, Set(Self.countries(of: $0)))
      }, uniquingKeysWith: { $0.union($1) })
  }

  package func key(of entity: DocumentEntity) -> BearerKey {
    let name = NameKey(entity.name, type: entity.type)
    if shared.contains(name), let form = FirmFacts.legalForm(entity.name) {
      return BearerKey(NameKey(type: name.type, form: "\(name.form) \(form)"), in: document)
    }
    guard entity.type == .location else { return BearerKey(name, in: document) }
    return BearerKey(NameKey(type: .location, form: place(name.form)), in: document)
  }

  /// The form under which all documents know a place.
  private func place(_ form: String) -> String {
    let elsewhere = countries.filter { $0.key != form }.values.reduce(into: Set()) {
      $0.formUnion($1)
    }
    var form = form
    if let common = CityTable.commonName(of: form) {
      // Odessa is Odesa, and not where a document speaks of Texas.
      let own = CityTable.city(namedExactly: form)?.countries ?? []
      let meant = CityTable.city(named: common)?.countries ?? []
      if form == common || own.allSatisfy(meant.contains) || elsewhere.isDisjoint(with: own) {
        form = common
      }
    }
    guard let city = CityTable.city(named: form), let largest = city.countries.first else {
      return form
    }
    let named = city.countries.filter(elsewhere.contains)
    guard named.count == 1, named[0] != largest else { return form }
    return "\(form) (\(TextFolding.folded(named[0])))"
  }

  /// Countries that the name of a place or people stands for; of a city, where it lies if that is sure.
  private static func countries(of entity: DocumentEntity) -> [String] {
    let table = CountryTable.shared
    let forms = [entity.name] + entity.aliases
    let named = forms.compactMap { table.country(named: $0) ?? table.country(ofDemonym: $0) }
    if !named.isEmpty { return named }
    let city = CityTable.city(named: NameKey(entity.name, type: .location).form)
    return city?.countries.count == 1 ? city?.countries ?? [] : []
  }
}
