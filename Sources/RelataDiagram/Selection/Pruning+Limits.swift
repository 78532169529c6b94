import RelataCore
import RelataGraph

extension Pruning {
  /// Removes the weakest until the limits hold.
  mutating func prune() {
    pruneBonds(.inferred) { $0.evidence.allSatisfy { $0.extractor.hasPrefix("inferred") } }
    pruneBonds(.coMention) { $0.type == .other && $0.predicate.isEmpty }
    let isWeak = { (relation: Relation) in relation.sourceCount == 1 && relation.confidence < 0.6
    }
    // Lines between two neighbors go before lines at the focus, which define the neighbors.
    pruneBonds(.weak, atFocus: false, where: isWeak)
    pruneBonds(.weak, where: isWeak)
    pruneEntities(.leaf) { $0.distance > 1 && $0.neighbors == 1 }
    pruneEntities(.distant) { $0.distance > 1 }
    pruneEntities(.neighbor) { $0.distance > 0 }
    guard rest.lineCount > options.edgeLimit else { return }
    pruneBonds(.crowded, atFocus: false) { _ in true }
    pruneBonds(.crowded) { _ in true }
  }

  private mutating func pruneBonds(
    _ reason: RemovalReason, atFocus: Bool = true, where test: (Relation) -> Bool
  ) {
    guard !rest.fits(options) else { return }
    let candidates = rest.bonds.indices.filter { index in
      let bond = rest.bonds[index]
      return bond.isAlive && bond.relations.allSatisfy(test)
        && (atFocus || !(focus.contains(bond.a) || focus.contains(bond.b)))
    }
    for index in candidates.sorted(by: { rest.bonds[$0].support < rest.bonds[$1].support }) {
      guard !rest.fits(options) else { break }
      rest.removeBond(index, reason)
    }
    dropUnreachable(reason)
  }

  private mutating func pruneEntities(
    _ reason: RemovalReason, where test: ((distance: Int, neighbors: Int)) -> Bool
  ) {
    // Neighbors are only taken away for want of room for entities; lines have their own step.
    func isFull() -> Bool {
      reason == .neighbor ? rest.degree.count <= options.nodeLimit : rest.fits(options)
    }
    guard !isFull() else { return }
    let candidates = rest.degree.keys.filter {
      !focus.contains($0) && test((distance[$0, default: 0], rest.neighbors(of: $0).count))
    }
    var support: [EntityID: Support] = [:]
    for id in candidates {
      support[id] = rest.livingBonds(of: id).map { rest.bonds[$0].support }.max()
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
      rest.removeEntity(id, reason)
    }
    dropUnreachable(reason)
  }
}
