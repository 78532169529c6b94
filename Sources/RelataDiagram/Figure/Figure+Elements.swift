import RelataCore

extension Figure {
  /// The id of the group that draws each relation; relations of one line share it, those that are not
  /// drawn have none.
  public var lineIDs: [AssertionID: String] {
    var ids: [AssertionID: String] = [:]
    for (index, edge) in selection.edges.enumerated() {
      for relation in edge.relations { ids[relation.id] = "\(id)-e\(index + 1)" }
    }
    return ids
  }

  /// The id of the group that draws each entity.
  public var nodeIDs: [EntityID: String] {
    var ids: [EntityID: String] = [:]
    for (index, node) in selection.nodes.enumerated() {
      ids[node.entity.id] = "\(id)-n\(index + 1)"
    }
    return ids
  }
}
