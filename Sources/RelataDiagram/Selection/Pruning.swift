import RelataCore
import RelataGraph

/// Reduces a graph to what fits a figure, counting what it takes away.
///
/// Relations are removed in bonds: all relations of one type between two entities stay or go
/// together, so that no claim is shown without its denial.
struct Pruning {
  /// Relations of one type between two entities, in either direction.
  private struct BondKey: Hashable {
    var a: EntityID
    var b: EntityID
    var type: RelationID

    init(_ relation: Relation) {
      a = min(relation.subject, relation.object)
      b = max(relation.subject, relation.object)
      type = relation.type
    }
  }

  private struct Bond {
    var a: EntityID
    var b: EntityID
    /// Best supported first.
    var relations: [Relation]
    var support: Support
    var isAlive = true
    var lead: Relation { relations[0] }

    init(_ key: BondKey, _ relations: [Relation]) {
      (a, b) = (key.a, key.b)
      self.relations = relations.bySupport
      support = Support(self.relations[0])
    }
  }

  private let graph: KnowledgeGraph
  private var options: DiagramOptions
  private var bonds: [Bond] = []
  /// Indices of the bonds at each entity.
  private var incidence: [EntityID: [Int]] = [:]
  private var lineCounts: [LineKey: Int] = [:]
  private var lineKeys: [AssertionID: LineKey] = [:]
  /// Entities still shown with their number of living bonds.
  private var degree: [EntityID: Int] = [:]
  private var distance: [EntityID: Int] = [:]
  private var focus: [EntityID] = []
  private var counts: [RemovalReason: Removal] = [:]

  init(graph: KnowledgeGraph, options: DiagramOptions) {
    self.graph = graph
    self.options = options
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

  var fits: Bool { degree.count <= options.nodeLimit && lineCounts.count <= options.edgeLimit }

  /// The living relations, sorted by id.
  var relations: [Relation] {
    bonds.filter(\.isAlive).flatMap(\.relations).sorted { $0.id < $1.id }
  }

  var removals: [Removal] { counts.values.sorted { $0.reason < $1.reason } }

  /// The entity with most neighbors; ties by number of relations, then by id.
  func bestConnected() -> EntityID? {
    let ranked = degree.map { id, bonds in (neighbors: neighbors(of: id).count, bonds, id) }
    return ranked.max { a, b in
      if a.neighbors != b.neighbors { return a.neighbors < b.neighbors }
      return a.1 != b.1 ? a.1 < b.1 : a.2 > b.2
    }?.2
  }

  // MARK: Removing

  private mutating func count(_ reason: RemovalReason, entities: Int = 0, relations: Int = 0) {
    var removal = counts[reason] ?? Removal(reason: reason, entities: 0, relations: 0)
    removal.entities += entities
    removal.relations += relations
    counts[reason] = removal
  }

  private mutating func removeBond(_ index: Int, _ reason: RemovalReason) {
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

  private mutating func removeEntity(_ id: EntityID, _ reason: RemovalReason) {
    guard degree.removeValue(forKey: id) != nil else { return }
    count(reason, entities: 1)
    for index in incidence[id, default: []] { removeBond(index, reason) }
  }

  private func neighbors(of id: EntityID) -> Set<EntityID> {
    var found: Set<EntityID> = []
    for index in incidence[id, default: []] where bonds[index].isAlive {
      found.insert(bonds[index].a == id ? bonds[index].b : bonds[index].a)
    }
    found.remove(id)
    return found
  }

  // MARK: Parts

  /// Keeps some relations, in whole bonds, and what they tie; the others go for the reasons given.
  mutating func keep(
    _ kept: Set<AssertionID>, around focus: [EntityID], else reason: (Relation) -> RemovalReason
  ) {
    self.focus = focus
    for index in bonds.indices where bonds[index].isAlive {
      guard !bonds[index].relations.contains(where: { kept.contains($0.id) }) else { continue }
      removeBond(index, reason(bonds[index].lead))
    }
    if focus.isEmpty {
      for id in degree.keys { distance[id] = 0 }
    } else {
      measureDistances()
    }
  }

  /// Takes away what another figure shows, uncounted.
  mutating func drop(_ drawn: Set<AssertionID>) {
    focus = []
    for index in bonds.indices
    where bonds[index].isAlive && bonds[index].relations.contains(where: { drawn.contains($0.id) })
    {
      removeBond(index, .elsewhere)
    }
  }

  /// The relations of the next small figure: an entity with its neighbors as far as they fit, or
  /// scattered ties if it has few and need not be shown.
  func part(
    around hub: EntityID, orScattered: Bool
  ) -> (hub: EntityID?, drawn: Set<AssertionID>) {
    if orScattered, neighbors(of: hub).count < 3 { return (nil, scattered()) }
    var part = self
    part.options.depth = 1
    part.restrict(to: [hub])
    part.prune()
    return (hub, Set(part.relations.map(\.id)))
  }

  /// Ties as many as fit, those of one entity together.
  private func scattered() -> Set<AssertionID> {
    var entities: Set<EntityID> = []
    var lines: Set<LineKey> = []
    var drawn: Set<AssertionID> = []
    for first in bonds.indices where bonds[first].isAlive {
      // The tie and those that hang on it.
      let near = [bonds[first].a, bonds[first].b].flatMap { incidence[$0, default: []] }
      for index in [first] + near where bonds[index].isAlive {
        let bond = bonds[index]
        let more = entities.union([bond.a, bond.b])
        let moreLines = lines.union(bond.relations.compactMap { lineKeys[$0.id] })
        guard more.count <= options.nodeLimit, moreLines.count <= options.edgeLimit else {
          if drawn.isEmpty { return Set(bond.relations.map(\.id)) }
          return drawn
        }
        (entities, lines) = (more, moreLines)
        drawn.formUnion(bond.relations.map(\.id))
      }
    }
    return drawn
  }

  // MARK: Focus

  /// Keeps what is within reach of the focus; keeps everything if there is none.
  mutating func restrict(to focus: [EntityID]) {
    self.focus = focus
    guard !focus.isEmpty else {
      for id in degree.keys { distance[id] = 0 }
      return
    }
    measureDistances()
    for id in degree.keys.sorted() where distance[id, default: .max] > options.depth {
      removeEntity(id, .beyondDepth)
    }
    guard options.depth > 1 else { return }
    for step in 2...options.depth {
      let level = degree.keys.filter { distance[$0] == step }.sorted()
      let weak = level.filter { !isSupported($0, at: step) }
      for id in weak { removeEntity(id, .unsupportedDistance) }
    }
    dropUnreachable(.unsupportedDistance)
  }

  /// Whether an entity ties two nearer ones together or two sources tie it to one.
  private func isSupported(_ id: EntityID, at step: Int) -> Bool {
    var nearer: Set<EntityID> = []
    for index in incidence[id, default: []] where bonds[index].isAlive {
      let other = bonds[index].a == id ? bonds[index].b : bonds[index].a
      guard distance[other] == step - 1, degree[other] != nil else { continue }
      if bonds[index].lead.sources.count > 1 { return true }
      nearer.insert(other)
    }
    return nearer.count > 1
  }

  private mutating func measureDistances() {
    distance = [:]
    var frontier = focus
    for id in focus { distance[id] = 0 }
    var step = 0
    while !frontier.isEmpty {
      step += 1
      var next: [EntityID] = []
      for id in frontier {
        for other in neighbors(of: id) where distance[other] == nil && degree[other] != nil {
          distance[other] = step
          next.append(other)
        }
      }
      frontier = next
    }
  }

  private mutating func dropUnreachable(_ reason: RemovalReason) {
    guard !focus.isEmpty else { return }
    measureDistances()
    for id in degree.keys.sorted() where distance[id, default: .max] > options.depth {
      removeEntity(id, reason)
    }
  }

  // MARK: Limits

  /// Removes the weakest until the limits hold.
  mutating func prune() {
    pruneBonds(.inferred) { $0.evidence.allSatisfy { $0.extractor.hasPrefix("inferred") } }
    pruneBonds(.coMention) { $0.type == .other && $0.predicate.isEmpty }
    let isWeak = { (relation: Relation) in relation.sources.count == 1 && relation.confidence < 0.6
    }
    // Lines between two neighbors go before lines at the focus, which define the neighbors.
    pruneBonds(.weak, atFocus: false, where: isWeak)
    pruneBonds(.weak, where: isWeak)
    pruneEntities(.leaf) { $0.distance > 1 && $0.neighbors == 1 }
    pruneEntities(.distant) { $0.distance > 1 }
    pruneEntities(.neighbor) { $0.distance > 0 }
    guard lineCounts.count > options.edgeLimit else { return }
    pruneBonds(.crowded, atFocus: false) { _ in true }
    pruneBonds(.crowded) { _ in true }
  }

  private mutating func pruneBonds(
    _ reason: RemovalReason, atFocus: Bool = true, where test: (Relation) -> Bool
  ) {
    guard !fits else { return }
    let candidates = bonds.indices.filter { index in
      let bond = bonds[index]
      return bond.isAlive && bond.relations.allSatisfy(test)
        && (atFocus || !(focus.contains(bond.a) || focus.contains(bond.b)))
    }
    for index in candidates.sorted(by: { bonds[$0].support < bonds[$1].support }) {
      guard !fits else { break }
      removeBond(index, reason)
    }
    dropUnreachable(reason)
  }

  private mutating func pruneEntities(
    _ reason: RemovalReason, where test: ((distance: Int, neighbors: Int)) -> Bool
  ) {
    // Neighbors are only taken away for want of room for entities; lines have their own step.
    func isFull() -> Bool {
      reason == .neighbor ? degree.count <= options.nodeLimit : fits
    }
    guard !isFull() else { return }
    let candidates = degree.keys.filter {
      !focus.contains($0) && test((distance[$0, default: 0], neighbors(of: $0).count))
    }
    var support: [EntityID: Support] = [:]
    for id in candidates {
      support[id] = incidence[id, default: []].map { bonds[$0] }.filter(\.isAlive).map(\.support)
        .max()
    }
    let ordered = candidates.sorted { a, b in
      let (da, db) = (distance[a, default: 0], distance[b, default: 0])
      if da != db { return da > db }
      // Two ends of one bond have the same support.
      guard let sa = support[a], let sb = support[b], sa != sb else { return a > b }
      return sa < sb
    }
    for id in ordered {
      guard !isFull() else { break }
      removeEntity(id, reason)
    }
    dropUnreachable(reason)
  }

  // MARK: Result

  func lines() -> [DiagramEdge] {
    var grouped: [LineKey: [Relation]] = [:]
    for relation in relations {
      guard let key = lineKeys[relation.id] else { continue }
      grouped[key, default: []].append(relation)
    }
    let edges = grouped.map { key, relations in
      DiagramEdge(
        subject: key.subject, object: key.object, family: key.family,
        isSymmetric: key.isSymmetric, relations: relations.bySupport)
    }
    return edges.sorted { a, b in
      if a.subject != b.subject { return a.subject < b.subject }
      if a.object != b.object { return a.object < b.object }
      if a.family != b.family { return a.family < b.family }
      return a.lead.id < b.lead.id
    }
  }

  func nodes() -> [DiagramNode] {
    let shown = Set(degree.keys)
    let nodes = shown.compactMap { id -> DiagramNode? in
      guard let entity = graph.entity(id) else { return nil }
      let isFocus = focus.contains(id)
      return DiagramNode(
        entity: entity, isFocus: isFocus, distance: distance[id, default: 0],
        hiddenNeighbors: isFocus ? hiddenNeighbors(of: id, shown: shown) : 0)
    }
    return nodes.sorted { a, b in
      if a.isFocus != b.isFocus { return a.isFocus }
      if a.distance != b.distance { return a.distance < b.distance }
      return a.entity.id < b.entity.id
    }
  }

  /// Neighbors that the filters admit and that pruning took away.
  private func hiddenNeighbors(of id: EntityID, shown: Set<EntityID>) -> Int {
    var hidden: Set<EntityID> = []
    for index in incidence[id, default: []] {
      for end in [bonds[index].a, bonds[index].b] where !shown.contains(end) { hidden.insert(end) }
    }
    return hidden.count
  }
}
