import RelataCore
import RelataGraph

/// Reduces a graph to what fits a figure, counting what it takes away.
///
/// Relations are removed in bonds: all relations of one type between two entities stay or go
/// together, so that no claim is shown without its denial.
struct Pruning {
  let graph: KnowledgeGraph
  var options: DiagramOptions
  /// What is left.
  var rest: RemainingGraph
  /// Steps from the nearest focus.
  private(set) var distance: [EntityID: Int] = [:]
  private(set) var focus: [EntityID] = []

  init(graph: KnowledgeGraph, options: DiagramOptions) {
    self.graph = graph
    self.options = options
    rest = RemainingGraph(graph: graph, options: options)
  }

  /// Whether nothing need be taken away.
  var fits: Bool { rest.fits(options) }
  /// What is left, sorted by id.
  var relations: [Relation] { rest.relations }
  var removals: [Removal] { rest.removals }

  /// As ``RemainingGraph/bestConnected()``.
  func bestConnected() -> EntityID? { rest.bestConnected() }

  // MARK: Focus

  /// Keeps what is within reach of the focus; keeps everything if there is none.
  mutating func restrict(to focus: [EntityID]) {
    self.focus = focus
    rest.focus = focus
    guard !focus.isEmpty else {
      for id in rest.degree.keys { distance[id] = 0 }
      return
    }
    measureDistances()
    for id in rest.degree.keys.sorted() where distance[id, default: .max] > options.depth {
      rest.removeEntity(id, .beyondDepth)
    }
    guard options.depth > 1 else { return }
    for step in 2...options.depth {
      let level = rest.degree.keys.filter { distance[$0] == step }.sorted()
      let weak = level.filter { !isSupported($0, at: step) }
      for id in weak { rest.removeEntity(id, .unsupportedDistance) }
    }
    dropUnreachable(.unsupportedDistance)
  }

  /// Whether an entity ties two nearer ones together or two sources tie it to one.
  private func isSupported(_ id: EntityID, at step: Int) -> Bool {
    var nearer: Set<EntityID> = []
    for index in rest.livingBonds(of: id) {
      let other = rest.bonds[index].other(than: id)
      guard distance[other] == step - 1, rest.degree[other] != nil else { continue }
      if rest.bonds[index].lead.sourceCount > 1 { return true }
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
        for other in rest.neighbors(of: id)
        where distance[other] == nil && rest.degree[other] != nil {
          distance[other] = step
          next.append(other)
        }
      }
      frontier = next
    }
  }

  /// Takes away what its last tie to the focus has left.
  mutating func dropUnreachable(_ reason: RemovalReason) {
    guard !focus.isEmpty else { return }
    measureDistances()
    for id in rest.degree.keys.sorted() where distance[id, default: .max] > options.depth {
      rest.removeEntity(id, reason)
    }
  }

  // MARK: Parts

  /// Keeps some relations, in whole bonds, and what they tie; the others go for the reasons given.
  mutating func keep(
    _ kept: Set<AssertionID>, around focus: [EntityID], else reason: (Relation) -> RemovalReason
  ) {
    self.focus = focus
    rest.focus = focus
    for index in rest.bonds.indices where rest.bonds[index].isAlive {
      guard !rest.bonds[index].relations.contains(where: { kept.contains($0.id) }) else { continue }
      rest.removeBond(index, reason(rest.bonds[index].lead))
    }
    if focus.isEmpty {
      for id in rest.degree.keys { distance[id] = 0 }
    } else {
      measureDistances()
    }
  }

  /// Takes away what another figure shows, uncounted.
  mutating func drop(_ drawn: Set<AssertionID>) {
    focus = []
    rest.focus = []
    for index in rest.bonds.indices {
      let bond = rest.bonds[index]
      guard bond.isAlive, bond.relations.contains(where: { drawn.contains($0.id) }) else {
        continue
      }
      rest.removeBond(index, .elsewhere)
    }
  }
}
