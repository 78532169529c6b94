import RelataCore

/// Scores of coreference clusters: MUC (Vilain and others 1995), B³ (Bagga & Baldwin 1998), CEAFφ4
/// (Luo 2005) and their mean, computed as in the reference scorer (Pradhan and others 2014).
///
/// A mention is its exact span. Clusters of one mention count on neither side, as in OntoNotes. Sums
/// run over all documents, so that long ones weigh more. A span in two clusters counts in the first.
public struct CoreferenceEvaluation: Sendable {
  /// Documents added so far.
  public private(set) var documents = 0
  /// Mentions of clusters, by exact span.
  public private(set) var mentions = PrecisionRecall()
  /// Links, after Vilain and others 1995.
  public private(set) var muc = FractionalPrecisionRecall()
  /// Mentions by the overlap of their clusters, after Bagga and Baldwin 1998.
  public private(set) var bCubed = FractionalPrecisionRecall()
  /// Clusters aligned one to one by φ4, after Luo 2005.
  public private(set) var ceaf = FractionalPrecisionRecall()

  /// Nothing counted yet.
  public init() {}

  /// The mean of the three F1 scores, 0…1 (the CoNLL-2012 shared task's score).
  public var meanF1: Double { (muc.f1 + bCubed.f1 + ceaf.f1) / 3 }

  /// Adds one document's clusters.
  ///
  /// - Complexity: O(c³), c the larger number of clusters.
  public mutating func add(predicted: [[Span]], gold: [[Span]]) {
    documents += 1
    let key = Clustering(gold)
    let response = Clustering(predicted)
    mentions += PrecisionRecall(
      predicted: Set(response.clusterOf.keys), gold: Set(key.clusterOf.keys))
    let overlaps = key.overlaps(with: response)
    muc += FractionalPrecisionRecall(
      precision: response.links(keptBy: key), recall: key.links(keptBy: response))
    bCubed += FractionalPrecisionRecall(
      precision: response.bCubed(overlaps.map { ($0.value, $0.key.other) }),
      recall: key.bCubed(overlaps.map { ($0.value, $0.key.own) }))
    let similarity = Self.bestSimilarity(key, response, overlaps)
    ceaf += FractionalPrecisionRecall(
      precision: (similarity, Double(response.sizes.count)),
      recall: (similarity, Double(key.sizes.count)))
  }

  /// The similarity Φ4 of the best one-to-one alignment of clusters.
  private static func bestSimilarity(
    _ key: Clustering, _ response: Clustering, _ overlaps: [Clustering.Pair: Int]
  ) -> Double {
    guard !key.sizes.isEmpty, !response.sizes.isEmpty else { return 0 }
    var similarity = [[Double]](
      repeating: [Double](repeating: 0, count: response.sizes.count), count: key.sizes.count)
    for (pair, shared) in overlaps {
      similarity[pair.own][pair.other] =
        2 * Double(shared) / Double(key.sizes[pair.own] + response.sizes[pair.other])
    }
    return Assignment.best(similarity).enumerated().reduce(0) { sum, pair in
      sum + (pair.element.map { similarity[pair.offset][$0] } ?? 0)
    }
  }
}

/// Disjoint clusters of two mentions or more.
private struct Clustering {
  struct Pair: Hashable {
    var own: Int
    var other: Int
  }

  var clusterOf: [Span: Int] = [:]
  var sizes: [Int] = []

  init(_ clusters: [[Span]]) {
    for cluster in clusters {
      let fresh = Set(cluster).filter { clusterOf[$0] == nil }
      guard fresh.count > 1 else { continue }
      for span in fresh { clusterOf[span] = sizes.count }
      sizes.append(fresh.count)
    }
  }

  /// How many mentions each pair of clusters shares, pairs without any left out.
  func overlaps(with other: Clustering) -> [Pair: Int] {
    clusterOf.reduce(into: [:]) { counts, mention in
      guard let cluster = other.clusterOf[mention.key] else { return }
      counts[Pair(own: mention.value, other: cluster), default: 0] += 1
    }
  }

  /// MUC: the links of these clusters that survive where `other` divides them, and all links.
  func links(keptBy other: Clustering) -> (Double, Double) {
    var parts = [Set<Int>](repeating: [], count: sizes.count)
    var alone = [Int](repeating: 0, count: sizes.count)
    for (span, cluster) in clusterOf {
      if let part = other.clusterOf[span] {
        parts[cluster].insert(part)
      } else {
        alone[cluster] += 1
      }
    }
    let kept = sizes.indices.reduce(0) { $0 + sizes[$1] - parts[$1].count - alone[$1] }
    return (Double(kept), Double(sizes.reduce(0) { $0 + $1 - 1 }))
  }

  /// B³: the mean share of a mention's cluster that its cluster on the other side holds.
  func bCubed(_ overlaps: [(shared: Int, cluster: Int)]) -> (Double, Double) {
    let sum = overlaps.map { Double($0.shared * $0.shared) / Double(sizes[$0.cluster]) }
      // Sorted, so that rounding does not depend on the order of a dictionary.
      .sorted().reduce(0, +)
    return (sum, Double(clusterOf.count))
  }
}
