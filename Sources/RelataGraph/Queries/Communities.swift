import RelataCore

extension KnowledgeGraph {
  /// Parts entities into communities that are tied within more than chance would have it: the Louvain method (Blondel
  /// and others 2008), entities in order of their ids.
  ///
  /// Each pair of neighbors weighs one, however many relations tie it.
  ///
  /// - Parameter filter: The relations that tie; every relation by default.
  /// - Returns: Each community sorted by id; the largest first, then by first id. Entities without relations are
  ///   communities of one. The same graph gives the same communities.
  /// - Complexity: O(E log V) in practice.
  public func communities(filter: RelationFilter = .all) -> [[EntityID]] {
    var links = adjacency(filter).map { neighbors in
      Dictionary(uniqueKeysWithValues: neighbors.map { ($0, 1.0) })
    }
    var member = Array(entities.indices)
    while true {
      let part = Self.improved(links)
      let count = (part.max() ?? -1) + 1
      guard count < links.count else { break }
      member = member.map { part[$0] }
      var merged = [[Int: Double]](repeating: [:], count: count)
      for (i, neighbors) in links.enumerated() {
        for (j, weight) in neighbors { merged[part[i]][part[j], default: 0] += weight }
      }
      links = merged
    }
    let groups = Dictionary(grouping: entities.indices, by: { member[$0] })
    return groups.values.map { $0.map { entities[$0].id } }.sorted { a, b in
      a.count != b.count ? a.count > b.count : a[0] < b[0]
    }
  }

  /// Moves vertices to the community of a neighbor while that raises the modularity.
  ///
  /// - Returns: The community of each vertex, numbered from 0 in order of first vertices.
  private static func improved(_ links: [[Int: Double]]) -> [Int] {
    let degree = links.map { $0.values.reduce(0, +) }
    let total = degree.reduce(0, +)
    var community = Array(links.indices)
    guard total > 0 else { return community }
    var weight = degree
    var moved = true
    var rounds = 0
    while moved, rounds < 100 {
      moved = false
      rounds += 1
      for i in links.indices {
        let own = community[i]
        var shared: [Int: Double] = [:]
        for (j, weight) in links[i] where j != i { shared[community[j], default: 0] += weight }
        weight[own] -= degree[i]
        func gain(_ c: Int) -> Double { (shared[c] ?? 0) - weight[c] * degree[i] / total }
        var best = (community: own, gain: gain(own))
        for c in shared.keys.sorted() where gain(c) > best.gain + 1e-12 { best = (c, gain(c)) }
        weight[best.community] += degree[i]
        if best.community != own {
          community[i] = best.community
          moved = true
        }
      }
    }
    var numbers: [Int: Int] = [:]
    return community.map { c in
      if let number = numbers[c] { return number }
      numbers[c] = numbers.count
      return numbers.count - 1
    }
  }
}
