import RelataCore
import RelataLanguage

/// Tells whether evidence comes from one of the ends of its relation: by its claimant, its author or its outlet.
struct Parties {
  private let entity: (EntityID) -> Entity?
  private var forms: [String: String] = [:]
  private var names: [EntityID: Set<String>] = [:]

  init(_ entity: @escaping (EntityID) -> Entity?) { self.entity = entity }

  /// Whether one of the ends of a relation says so itself.
  mutating func areSource(of record: EvidenceRecord, for relation: Relation) -> Bool {
    let ends = [relation.subject, relation.object]
    if let claimant = record.attribution?.entity, ends.contains(claimant) { return true }
    let authors = (record.author ?? "").split(separator: ",").map { String($0) }
    let sources = ([record.outlet ?? record.source] + authors).map { form($0) }
    return ends.contains { end in
      let names = names(of: end)
      return sources.contains { names.contains($0) }
    }
  }

  private mutating func form(_ text: String) -> String {
    let text = TextFolding.bounded(text)
    if let form = forms[text] { return form }
    let form = NameIndex.form(text)
    forms[text] = form
    return form
  }

  private mutating func names(of id: EntityID) -> Set<String> {
    if let known = names[id] { return known }
    guard let entity = entity(id), BearerKey.isOfOneDocument(entity.type) else {
      names[id] = []
      return []
    }
    let found = Set(([entity.name] + entity.aliases).map { NameIndex.form($0) }).subtracting([""])
    names[id] = found
    return found
  }
}
