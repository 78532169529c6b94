import RelataCore
import RelataGraph

extension Pruning {
  /// What is left as lines: relations that say the same kind of thing in the same way share one.
  func lines() -> [DiagramEdge] {
    var grouped: [LineKey: [Relation]] = [:]
    for relation in rest.relations {
      guard let key = rest.lineKey(relation) else { continue }
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

  /// What is left as entities, focuses first.
  func nodes() -> [DiagramNode] {
    let shown = Set(rest.degree.keys)
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
    for index in rest.incidence[id, default: []] {
      let end = rest.bonds[index].other(than: id)
      if !shown.contains(end) { hidden.insert(end) }
    }
    return hidden.count
  }
}
