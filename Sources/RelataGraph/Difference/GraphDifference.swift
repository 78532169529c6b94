import RelataCore

/// What one graph says otherwise than an earlier one.
///
/// Entities are matched as the graph knows them (`EntityMatching`), relations by their ends, type and, for `other`,
/// predicate. Old relations are told with the ids that their ends have in the new graph.
public struct GraphDifference: Sendable {
  /// Entities that were not there before, by id; those that no more are; both without those that were joined or split.
  public private(set) var newEntities: [Entity] = []
  /// See ``newEntities``.
  public private(set) var goneEntities: [Entity] = []
  /// Entities that go by another name now, by the new id.
  public private(set) var renamed: [EntityChange] = []
  /// Several old entities that are one now, by the new id.
  public private(set) var joined: [EntityChange] = []
  /// Old entities that are several now, by the old id.
  public private(set) var split: [EntityChange] = []
  /// Relations that nobody told before, the surest first, then by id.
  public private(set) var new: [Relation] = []
  /// Relations that nothing tells any more, in the same order.
  public private(set) var gone: [Relation] = []
  /// Relations that are told otherwise, in the order of the new ones.
  public private(set) var changed: [RelationChange] = []
  /// Both graphs as one, with the ids of the new one: what redaction must know.
  ///
  /// Relations of the old graph have other ids in it.
  package let union: KnowledgeGraph
  /// The new id of each old entity that is still there.
  package let newIDs: [EntityID: EntityID]

  /// Compares two graphs.
  ///
  /// - Complexity: O((V + E + evidence) · log) of both.
  public init(from old: KnowledgeGraph, to new: KnowledgeGraph) {
    let matching = EntityMatching(old, new)
    newIDs = matching.newIDs
    let renumbering = Renumbering(ids: matching.newIDs)
    let oldRelations = old.relations.map { $0.rewritten(by: renumbering) }
    union = Self.union(old, new, oldRelations, matching)
    compareEntities(old, new, matching)
    compareRelations(oldRelations, new)
    self.new.sort(by: Self.precedes)
    gone.sort(by: Self.precedes)
    changed.sort { Self.precedes($0.after, $1.after) }
  }

  /// Whether both say the same.
  public var isEmpty: Bool {
    newEntities.isEmpty && goneEntities.isEmpty && renamed.isEmpty && joined.isEmpty
      && split.isEmpty && new.isEmpty && gone.isEmpty && changed.isEmpty
  }

  private static func precedes(_ a: Relation, _ b: Relation) -> Bool {
    a.confidence != b.confidence ? a.confidence > b.confidence : a.id < b.id
  }

  private static func union(
    _ old: KnowledgeGraph, _ new: KnowledgeGraph, _ relations: [Relation], _ match: EntityMatching
  ) -> KnowledgeGraph {
    var entities = Dictionary(uniqueKeysWithValues: new.entities.map { ($0.id, $0) })
    for entity in old.entities {
      let id = match.newIDs[entity.id] ?? entity.id
      guard var known = entities[id] else {
        entities[id] = entity
        continue
      }
      known.aliases = Set(known.aliases + [entity.name] + entity.aliases)
        .subtracting([known.name]).sorted()
      known.roles = Set(known.roles + entity.roles).sorted()
      known.documents = Set(known.documents + entity.documents).sorted()
      entities[id] = known
    }
    let others = relations.map { relation in
      var relation = relation
      relation.id = AssertionID("old-" + relation.id.rawValue)
      return relation
    }
    return KnowledgeGraph(
      entities: Array(entities.values), relations: new.relations + others, schema: new.schema)
  }

  // MARK: Entities

  private mutating func compareEntities(
    _ old: KnowledgeGraph, _ new: KnowledgeGraph, _ match: EntityMatching
  ) {
    let kept = Set(match.newIDs.values).union(match.split.values.flatMap { $0 })
    newEntities = new.entities.filter { !kept.contains($0.id) }
    goneEntities = old.entities.filter { match.newIDs[$0.id] == nil }
    for (id, olds) in match.joined.sorted(by: { $0.key < $1.key }) {
      joined.append(
        EntityChange(
          before: olds.compactMap(old.entity), after: [new.entity(id)].compactMap { $0 }))
    }
    for (id, news) in match.split.sorted(by: { $0.key < $1.key }) {
      split.append(
        EntityChange(
          before: [old.entity(id)].compactMap { $0 }, after: news.compactMap(new.entity)))
    }
    for entity in old.entities {
      guard let id = match.newIDs[entity.id], let other = new.entity(id), other.name != entity.name,
        match.joined[id] == nil, match.split[entity.id] == nil
      else { continue }
      renamed.append(EntityChange(before: [entity], after: [other]))
    }
  }

  // MARK: Relations

  private struct Tie: Hashable {
    var subject: EntityID
    var type: RelationID
    var object: EntityID
    var predicate: String

    init(_ relation: Relation, _ schema: RelationSchema) {
      (subject, object) = relation.orderedEnds(in: schema)
      type = relation.type
      predicate = relation.type == .other ? relation.predicate : ""
    }
  }

  private mutating func compareRelations(_ old: [Relation], _ new: KnowledgeGraph) {
    var before = Dictionary(grouping: old) { Tie($0, new.schema) }
    for (tie, after) in Dictionary(grouping: new.relations, by: { Tie($0, new.schema) }) {
      pair(before.removeValue(forKey: tie) ?? [], after)
    }
    gone += before.values.flatMap { $0 }
  }

  /// Pairs the relations of one tie: those of one mood, then those that differ least.
  private mutating func pair(_ before: [Relation], _ after: [Relation]) {
    var pairs: [(differences: Int, old: Relation, new: Relation)] = []
    for old in before {
      for new in after { pairs.append((RelationChange.moods(old, new).count, old, new)) }
    }
    pairs.sort { a, b in
      if a.differences != b.differences { return a.differences < b.differences }
      return (a.old.id, a.new.id) < (b.old.id, b.new.id)
    }
    var (oldRest, newRest) = (Set(before.map(\.id)), Set(after.map(\.id)))
    for (_, old, new) in pairs where oldRest.contains(old.id) && newRest.contains(new.id) {
      oldRest.remove(old.id)
      newRest.remove(new.id)
      let change = RelationChange(before: old, after: new)
      if !change.kinds.isEmpty { changed.append(change) }
    }
    gone += before.filter { oldRest.contains($0.id) }
    self.new += after.filter { newRest.contains($0.id) }
  }
}

/// Entities that became others.
public struct EntityChange: Hashable, Sendable {
  /// As the old graph has them.
  public var before: [Entity]
  /// As the new graph has them.
  public var after: [Entity]
}

extension GraphDifference {
  /// The difference with every text and id as a rewriting of both graphs gives it.
  ///
  /// - Complexity: O(text of the difference), and what the rewriting costs.
  package func rewritten(by rewriting: some GraphRewriting) -> GraphDifference {
    func told(_ change: EntityChange) -> EntityChange {
      EntityChange(
        before: change.before.map { told($0) }, after: change.after.map { told($0) })
    }
    func told(_ entity: Entity) -> Entity {
      var entity = entity
      entity.id = newIDs[entity.id] ?? entity.id
      return entity.rewritten(by: rewriting)
    }
    var new = self
    new.newEntities = newEntities.map { told($0) }
    new.goneEntities = goneEntities.map { told($0) }
    new.renamed = renamed.map { told($0) }.filter { $0.before.map(\.name) != $0.after.map(\.name) }
    new.joined = joined.map { told($0) }
    new.split = split.map { told($0) }
    new.new = self.new.map { $0.rewritten(by: rewriting) }.sorted(by: Self.precedes)
    new.gone = gone.map { $0.rewritten(by: rewriting) }.sorted(by: Self.precedes)
    new.changed = changed.map { $0.rewritten(by: rewriting) }
      .sorted { Self.precedes($0.after, $1.after) }
    return new
  }
}
