import RelataCore
import RelataGraph

extension Pruning {
  /// The relations of the next small figure: an entity with its neighbors as far as they fit, or
  /// scattered ties if it has few and need not be shown.
  func part(
    around hub: EntityID, orScattered: Bool
  ) -> (hub: EntityID?, drawn: Set<AssertionID>) {
    if orScattered, rest.neighbors(of: hub).count < 3 { return (nil, scattered()) }
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
    for first in rest.bonds.indices where rest.bonds[first].isAlive {
      // The tie and those that hang on it.
      let near = [rest.bonds[first].a, rest.bonds[first].b].flatMap { rest.livingBonds(of: $0) }
      for index in [first] + near {
        let bond = rest.bonds[index]
        let more = entities.union([bond.a, bond.b])
        let moreLines = lines.union(bond.relations.compactMap { rest.lineKey($0) })
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
}
