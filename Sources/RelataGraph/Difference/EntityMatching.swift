import RelataCore

/// Who of one graph is who in another one: as the graph knows them, by id, names and documents.
struct EntityMatching {
  /// The new id of each old entity that is still there.
  private(set) var newIDs: [EntityID: EntityID] = [:]
  /// Old entities of which several are one now, by the new id.
  private(set) var joined: [EntityID: [EntityID]] = [:]
  /// New entities that came out of one, by the old id.
  private(set) var split: [EntityID: [EntityID]] = [:]

  /// Pairs that share a document in which they bear a name in common are one; of others those of one id, then those
  /// whose name no other entity of their type bears on either side.
  ///
  /// - Complexity: O(names · documents) of both.
  init(_ old: KnowledgeGraph, _ new: KnowledgeGraph) {
    let bearers = Self.bearers(new)
    var claims: [EntityID: [EntityID: Int]] = [:]
    for entity in old.entities {
      for key in Self.keys(entity) {
        for other in bearers[key] ?? [] { claims[entity.id, default: [:]][other, default: 0] += 1 }
      }
    }
    for (id, others) in claims {
      let best = others.max { a, b in
        if a.value != b.value { return a.value < b.value }
        if (a.key == id) != (b.key == id) { return b.key == id }
        return a.key > b.key
      }
      newIDs[id] = best?.key
    }
    let oldNames = Self.names(old)
    let newNames = Self.names(new)
    for entity in old.entities where newIDs[entity.id] == nil {
      if new.entity(entity.id)?.type == entity.type {
        newIDs[entity.id] = entity.id
      } else if let name = Self.forms(entity).first(where: {
        oldNames[$0]?.count == 1 && newNames[$0]?.count == 1
      }) {
        newIDs[entity.id] = newNames[name]?.first
      }
    }
    for (id, other) in newIDs { joined[other, default: []].append(id) }
    joined = joined.filter { $0.value.count > 1 }.mapValues { $0.sorted() }
    let taken = Set(newIDs.values)
    for (id, others) in claims {
      let more = others.keys.filter { $0 != newIDs[id] && !taken.contains($0) }
      if let first = newIDs[id], !more.isEmpty { split[id] = ([first] + more).sorted() }
    }
  }

  /// A name in one document.
  private struct Bearing: Hashable {
    var form: String
    var document: DocumentID
  }

  /// The forms of an entity's names with its type: "PERSON:anna kern".
  private static func forms(_ entity: Entity) -> [String] {
    var seen: Set<String> = []
    return ([entity.name] + entity.aliases).map { entity.type.rawValue + ":" + NameIndex.form($0) }
      .filter { seen.insert($0).inserted }
  }

  private static func keys(_ entity: Entity) -> [Bearing] {
    forms(entity).flatMap { form in
      entity.documents.map { Bearing(form: form, document: $0) }
    }
  }

  private static func bearers(_ graph: KnowledgeGraph) -> [Bearing: [EntityID]] {
    var bearers: [Bearing: [EntityID]] = [:]
    for entity in graph.entities {
      for key in keys(entity) { bearers[key, default: []].append(entity.id) }
    }
    return bearers
  }

  private static func names(_ graph: KnowledgeGraph) -> [String: [EntityID]] {
    var names: [String: [EntityID]] = [:]
    for entity in graph.entities {
      for form in forms(entity) { names[form, default: []].append(entity.id) }
    }
    return names
  }
}

/// A graph told with the ids of another one.
struct Renumbering: GraphRewriting {
  let ids: [EntityID: EntityID]

  func rewritten(_ text: String, as field: TextField, of entity: EntityID?) -> RewrittenText? {
    RewrittenText(text)
  }

  func id(_ entity: EntityID) -> EntityID { ids[entity] ?? entity }

  func id(of old: Relation, rewritten new: Relation) -> AssertionID { old.id }
}
