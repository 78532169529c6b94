import RelataCore

extension KnowledgeGraph {
  /// Finds the sets of entities that relations of any direction tie together.
  ///
  /// Union–find with path halving and union by size (Tarjan 1975).
  ///
  /// - Parameter filter: The relations that tie; every relation by default.
  /// - Returns: Each component sorted by id; the largest first, then by first id. Entities without
  ///   relations are components of one.
  /// - Complexity: O((V + E) α(V) + V log V).
  public func connectedComponents(filter: RelationFilter = .all) -> [[EntityID]] {
    var index: [EntityID: Int] = [:]
    for (i, entity) in entities.enumerated() { index[entity.id] = i }
    var parent = Array(entities.indices)
    var size = [Int](repeating: 1, count: entities.count)
    func root(_ i: Int) -> Int {
      var i = i
      while parent[i] != i {
        parent[i] = parent[parent[i]]
        i = parent[i]
      }
      return i
    }
    for relation in relations where filter.matches(relation, schema: schema) {
      guard let s = index[relation.subject], let o = index[relation.object] else { continue }
      let (a, b) = (root(s), root(o))
      if a == b { continue }
      let (small, large) = size[a] < size[b] ? (a, b) : (b, a)
      parent[small] = large
      size[large] += size[small]
    }
    var components: [Int: [EntityID]] = [:]
    for (i, entity) in entities.enumerated() { components[root(i), default: []].append(entity.id) }
    return components.values.sorted { a, b in
      a.count != b.count ? a.count > b.count : a[0] < b[0]
    }
  }
}
