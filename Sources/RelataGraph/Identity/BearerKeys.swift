import RelataCore
import RelataLanguage

/// The keys of the entities of one document.
///
/// People and organizations are known by name and document; firms that differ by their legal form alone by that too. A town that shares its name with a larger one elsewhere
/// is known by name and country where the document names that country and not the other's: Victoria of the Seychelles.
package struct BearerKeys {
  private let document: DocumentID
  /// The forms of the places and peoples of the document that stand for each country.
  private let places: [String: Set<String>]
  /// Names under which the document has firms of several legal forms.
  private let shared: Set<NameKey>

  package init(_ annotated: AnnotatedDocument) {
    self.init(annotated.entities, in: annotated.document.id)
  }

  /// The keys of the entities of a document.
  package init(_ entities: [DocumentEntity], in document: DocumentID) {
    self.document = document
    var forms: [NameKey: Set<String?>] = [:]
    for entity in entities where entity.type == .organization {
      forms[NameKey(entity.name, type: .organization), default: []].insert(
        FirmFacts.legalForm(entity.name))
    }
    shared = Set(forms.filter { $0.value.count > 1 }.keys)
    var places: [String: Set<String>] = [:]
    for entity in entities where entity.type == .location || entity.type == .group {
      let form = NameKey(entity.name, type: entity.type).form
      for country in Self.countries(of: entity) { places[country, default: []].insert(form) }
    }
    self.places = places
  }

  package func key(of entity: DocumentEntity) -> BearerKey {
    let name = NameKey(entity.name, type: entity.type)
    if shared.contains(name), let form = FirmFacts.legalForm(entity.name) {
      return BearerKey(NameKey(type: name.type, form: "\(name.form) \(form)"), in: document)
    }
    return key(of: name)
  }

  /// The key of whom a form of another type's names stands for.
  package func key(ofForm form: String, type: EntityType) -> BearerKey {
    key(of: NameKey(form, type: type))
  }

  private func key(of name: NameKey) -> BearerKey {
    guard name.type == .location else { return BearerKey(name, in: document) }
    return BearerKey(NameKey(type: .location, form: place(name.form)), in: document)
  }

  /// The form under which all documents know a place.
  private func place(_ form: String) -> String {
    let written = form
    /// Whether another name of the document stands for a country.
    func isNamed(_ country: String) -> Bool { places[country]?.contains { $0 != written } ?? false }
    var form = form
    if let common = CityTable.commonName(of: form) {
      // Odessa is Odesa, and not where a document speaks of Texas.
      let own = CityTable.city(namedExactly: form)?.countries ?? []
      let meant = CityTable.city(named: common)?.countries ?? []
      if form == common || own.allSatisfy(meant.contains) || !own.contains(where: isNamed) {
        form = common
      }
    }
    guard let city = CityTable.city(named: form), let largest = city.countries.first else {
      return form
    }
    let named = city.countries.filter(isNamed)
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
