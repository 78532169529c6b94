import RelataCore

/// On how many shortest chains each entity lies.
public struct Betweenness: Hashable, Sendable {
  /// The share of the pairs of other entities whose shortest chains lead through it, 0…1; chains of one pair count as
  /// parts of one.
  public var scores: [EntityID: Double]
  /// How many entities chains were counted from; nil where from all.
  public var samples: Int?

  /// Up to so many entities the result is exact.
  public static let exactLimit = 2_000
  /// Beyond, chains are counted from so many.
  public static let sampleSize = 400
}

extension KnowledgeGraph {
  /// Ranks entities by the shortest chains that lead through them (Brandes 2001).
  ///
  /// Relations tie whatever their direction and number. Of more than ``Betweenness/exactLimit`` entities chains are counted
  /// from ``Betweenness/sampleSize`` alone (Brandes and Pich 2007), those with the smallest digests of their ids: the
  /// same for the same entities.
  ///
  /// - Parameters:
  ///   - filter: The relations that tie; by default what the texts say is so.
  ///   - exactLimit: Up to how many entities all chains count.
  /// - Returns: A score for every entity, 0 for one without ties; empty for an empty graph.
  /// - Complexity: O(V · E), or O(samples · E).
  public func betweenness(
    filter: RelationFilter = .evidenceBacked, exactLimit: Int = Betweenness.exactLimit
  ) -> Betweenness {
    let adjacency = adjacency(filter)
    var sources = Array(entities.indices)
    var samples: Int?
    if entities.count > exactLimit {
      let ranked = sources.map { (SHA256.hexDigest(of: entities[$0].id.rawValue.utf8), $0) }
      sources = ranked.sorted { $0 < $1 }.prefix(Betweenness.sampleSize).map(\.1).sorted()
      samples = sources.count
    }
    var scores = [Double](repeating: 0, count: entities.count)
    for source in sources { accumulate(from: source, adjacency, &scores) }
    let others = Double(entities.count - 1) * Double(entities.count - 2)
    let scale = others > 0 ? Double(entities.count) / Double(sources.count) / others : 0
    return Betweenness(
      scores: Dictionary(
        uniqueKeysWithValues: entities.indices.map { (entities[$0].id, scores[$0] * scale) }),
      samples: samples)
  }

  /// The neighbors of each entity by index, ascending, each once.
  func adjacency(_ filter: RelationFilter) -> [[Int]] {
    var index: [EntityID: Int] = [:]
    for (i, entity) in entities.enumerated() { index[entity.id] = i }
    var neighbors = [Set<Int>](repeating: [], count: entities.count)
    for relation in relations where filter.matches(relation, schema: schema) {
      guard let a = index[relation.subject], let b = index[relation.object], a != b else {
        continue
      }
      neighbors[a].insert(b)
      neighbors[b].insert(a)
    }
    return neighbors.map { $0.sorted() }
  }

  /// Adds the dependencies of one entity on all others.
  private func accumulate(from source: Int, _ adjacency: [[Int]], _ scores: inout [Double]) {
    var distance = [Int](repeating: -1, count: adjacency.count)
    var chains = [Double](repeating: 0, count: adjacency.count)
    var order = [source]
    distance[source] = 0
    chains[source] = 1
    var next = 0
    while next < order.count {
      let here = order[next]
      next += 1
      for there in adjacency[here] {
        if distance[there] < 0 {
          distance[there] = distance[here] + 1
          order.append(there)
        }
        if distance[there] == distance[here] + 1 { chains[there] += chains[here] }
      }
    }
    var dependency = [Double](repeating: 0, count: adjacency.count)
    for here in order.reversed() {
      for there in adjacency[here] where distance[there] == distance[here] + 1 {
        dependency[here] += chains[here] / chains[there] * (1 + dependency[there])
      }
      if here != source { scores[here] += dependency[here] }
    }
  }
}
