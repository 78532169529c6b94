import RelataCore
import RelataGraph

/// What is left of a graph while a figure's selection takes away from it, and an account of what went.
///
/// An entity goes with its last relation, unless it is in the focus; a relation goes with either of its ends.
struct RemainingGraph {
  private(set) var bonds: [Bond] = []
  /// Indices of the bonds at each entity, of those that went too.
  private(set) var incidence: [EntityID: [Int]] = [:]
  /// Entities still there with their number of living bonds.
  private(set) var degree: [EntityID: Int] = [:]
  /// Entities that stay without relations too.
  var focus: [EntityID] = []
  private var lineCounts: [LineKey: Int] = [:]
  private var lineKeys: [AssertionID: LineKey] = [:]
  /// Entities that act.
  private let actors: Set<EntityID>
  private var counts: [RemovalReason: Removal] = [:]

  /// - Complexity: O((V + E) log E).
  init(graph: KnowledgeGraph, options: DiagramOptions) {
    actors = Set(graph.entities.filter { $0.type.isParticipant }.map(\.id))
    var grouped: [BondKey: [Relation]] = [:]
    for relation in graph.relations {
      if let relation = options.evidence.restricted(relation),
        options.filter.matches(relation, schema: graph.schema)
      {
        grouped[BondKey(relation), default: []].append(relation)
        let key = LineKey(relation, schema: graph.schema)
        lineKeys[relation.id] = key
        lineCounts[key, default: 0] += 1
      } else {
        count(.filtered, relations: 1)
      }
    }
    bonds = grouped.map { Bond($0, $1) }
    bonds.sort { $0.lead.id < $1.lead.id }
    for (index, bond) in bonds.enumerated() {
      for end in Set([bond.a, bond.b]) {
        incidence[end, default: []].append(index)
        degree[end, default: 0] += 1
      }
    }
    for entity in graph.entities where degree[entity.id] == nil {
      if options.focus.contains(entity.id) {
        degree[entity.id] = 0
      } else {
        count(.unconnected, entities: 1)
      }
    }
  }

  // MARK: What is there

  /// Lines that the living relations make.
  var lineCount: Int { lineCounts.count }

  /// The living relations, sorted by id.
  var relations: [Relation] {
    bonds.filter(\.isAlive).flatMap(\.relations).sorted { $0.id < $1.id }
  }

  /// Living bonds at an entity, as indices.
  func livingBonds(of id: EntityID) -> [Int] {
    incidence[id, default: []].filter { bonds[$0].isAlive }
  }

  func neighbors(of id: EntityID) -> Set<EntityID> {
    var found = Set(livingBonds(of: id).map { bonds[$0].other(than: id) })
    found.remove(id)
    return found
  }

  func lineKey(_ relation: Relation) -> LineKey? { lineKeys[relation.id] }

  func fits(_ options: DiagramOptions) -> Bool {
    degree.count <= options.nodeLimit && lineCounts.count <= options.edgeLimit
  }

  /// The entity with most neighbors; ties by number of relations, then by id.
  ///
  /// States, places and the like only where
  /// nobody else has three neighbors: a figure around a country shows who is from there, not who is tied to whom.
  func bestConnected() -> EntityID? {
    let all = degree.map { id, bonds in (neighbors: neighbors(of: id).count, bonds, id) }
    let acting = all.filter { $0.neighbors > 2 && actors.contains($0.2) }
    let ranked = acting.isEmpty ? all : acting
    return ranked.max { a, b in
      if a.neighbors != b.neighbors { return a.neighbors < b.neighbors }
      return a.1 != b.1 ? a.1 < b.1 : a.2 > b.2
    }?.2
  }

  // MARK: What went

  /// In the order of ``RemovalReason``.
  var removals: [Removal] { counts.values.sorted { $0.reason < $1.reason } }

  mutating func removeBond(_ index: Int, _ reason: RemovalReason) {
    guard bonds[index].isAlive else { return }
    bonds[index].isAlive = false
    for relation in bonds[index].relations {
      count(reason, relations: 1)
      guard let key = lineKeys[relation.id], let lines = lineCounts[key] else { continue }
      lineCounts[key] = lines == 1 ? nil : lines - 1
    }
    for end in Set([bonds[index].a, bonds[index].b]) {
      guard let bonds = degree[end] else { continue }
      degree[end] = bonds - 1
      if bonds == 1, !focus.contains(end) { removeEntity(end, reason) }
    }
  }

  mutating func removeEntity(_ id: EntityID, _ reason: RemovalReason) {
    guard degree.removeValue(forKey: id) != nil else { return }
    count(reason, entities: 1)
    for index in incidence[id, default: []] { removeBond(index, reason) }
  }

  private mutating func count(_ reason: RemovalReason, entities: Int = 0, relations: Int = 0) {
    var removal = counts[reason] ?? Removal(reason: reason, entities: 0, relations: 0)
    removal.entities += entities
    removal.relations += relations
    counts[reason] = removal
  }
}
