import RelataCore

/// What became of pairs of names in a graph, counted by what they should be.
public struct IdentityCounts: Hashable, AdditiveCounts {
  /// Pairs that are one bearer's, and of those how many are one entity, how many are two and shown as maybe the same.
  public var same = 0
  public var sameJoined = 0
  public var sameUnsure = 0
  /// Pairs that are two bearers'.
  public var different = 0
  public var differentJoined = 0
  public var differentUnsure = 0
  /// Pairs about which nobody could decide.
  public var open = 0
  public var openJoined = 0
  public var openUnsure = 0
  /// Pairs of which the graph lacks a name.
  public var missing = 0

  /// Nothing counted yet.
  public init() {}

  /// Share of one bearer's pairs that are one entity.
  public var recall: Double { same == 0 ? 0 : Double(sameJoined) / Double(same) }
  /// Share of two bearers' pairs that are one entity.
  public var wrongRate: Double { different == 0 ? 0 : Double(differentJoined) / Double(different) }
  /// Share of the undecidable pairs that are one entity.
  public var openRate: Double { open == 0 ? 0 : Double(openJoined) / Double(open) }

  /// Adds counts of other pairs.
  public static func += (a: inout Self, b: Self) {
    a.same += b.same
    a.sameJoined += b.sameJoined
    a.sameUnsure += b.sameUnsure
    a.different += b.different
    a.differentJoined += b.differentJoined
    a.differentUnsure += b.differentUnsure
    a.open += b.open
    a.openJoined += b.openJoined
    a.openUnsure += b.openUnsure
    a.missing += b.missing
  }
}

/// Scores which names of several documents a graph takes for one bearer's.
public struct IdentityEvaluation: Sendable {
  /// What a graph made of a pair.
  public enum Outcome: String, Sendable {
    case joined, unsure, apart
    /// One of the names is no entity of its document.
    case missing
  }

  /// One pair of a case.
  public struct Result: Sendable {
    public var item: IdentityCase
    public var pair: IdentityCase.Pair
    public var outcome: Outcome
    /// The same as numbers.
    public var counts: IdentityCounts

    /// Whether two bearers, or perhaps two, became one.
    public var isWronglyJoined: Bool { outcome == .joined && pair.same != true }
    /// Whether one bearer stayed two.
    public var isWronglyApart: Bool { outcome != .joined && pair.same == true }
  }

  /// In the order added.
  public private(set) var results: [Result] = []

  /// Nothing counted yet.
  public init() {}

  /// The kinds of cases in order of appearance.
  public var kinds: [String] {
    var seen: Set<String> = []
    return results.map(\.item.kind).filter { seen.insert($0).inserted }
  }

  /// Adds what a graph made of a pair of a case.
  public mutating func add(_ outcome: Outcome, of pair: IdentityCase.Pair, in item: IdentityCase) {
    var counts = IdentityCounts()
    let (joined, unsure) = (outcome == .joined ? 1 : 0, outcome == .unsure ? 1 : 0)
    switch pair.same {
    case true?: (counts.same, counts.sameJoined, counts.sameUnsure) = (1, joined, unsure)
    case false?:
      (counts.different, counts.differentJoined, counts.differentUnsure) = (1, joined, unsure)
    case nil: (counts.open, counts.openJoined, counts.openUnsure) = (1, joined, unsure)
    }
    if outcome == .missing { counts.missing = 1 }
    results.append(Result(item: item, pair: pair, outcome: outcome, counts: counts))
  }
}
