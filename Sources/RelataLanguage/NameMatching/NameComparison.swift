import RelataCore

/// What two names alone say about being one bearer's.
///
/// Names cannot say everything: two people bear one name, and an alias may share no word with it. Whoever knows
/// more than the names joins it with ``probability``. Symmetric and deterministic.
package struct NameComparison: Sendable {
  /// What the probability amounts to.
  package enum Verdict: String, Sendable {
    /// Of a hundred such pairs, 98 are one bearer's.
    case same
    case unsure
    case different
  }

  /// That both names are one bearer's, among pairs that somebody found worth comparing: 0 to 1.
  package let probability: Double
  /// What the probability amounts to, by the thresholds that ship.
  package let verdict: Verdict
  private let first: MatchableName
  private let second: MatchableName
  private let alignment: NameAlignment
  private let isSwapped: Bool

  /// Which words agree, and which are left over.
  package var reasons: NameReasons { NameReasons(first, second, alignment, isSwapped: isSwapped) }

  /// Compares two names as written; of types other than persons, all are compared as organizations.
  package init(_ a: String, _ b: String, type: EntityType) {
    self.init(MatchableName(a, type: type), MatchableName(b, type: type))
  }

  /// Compares two names that were made ready before.
  ///
  /// - Complexity: O(words² · letters²).
  package init(
    _ a: MatchableName, _ b: MatchableName, tables: NameMatchingTables = .standard,
    model: NameMatchingModel = .standard
  ) {
    isSwapped = b.precedes(a)
    (first, second) = isSwapped ? (b, a) : (a, b)
    alignment = NameAlignment(first, second, tables)
    let features = NameFeatures(first, second, alignment, tables)
    let decided = model.probability(features.values, of: first.kind)
    probability = min(decided, Self.most(first, second, alignment))
    let thresholds = model.thresholds(of: first.kind)
    verdict =
      probability >= thresholds.same
      ? .same : probability < thresholds.different ? .different : .unsure
  }

  /// The most that names which contradict each other may come to: pairs of that kind are too rare to learn from.
  private static func most(
    _ a: MatchableName, _ b: MatchableName, _ alignment: NameAlignment
  ) -> Double {
    if alignment.links.isEmpty { return 0.02 }
    // "John Kern Jr." is not his father, but only one of two texts may care to say so.
    if a.generation != b.generation {
      return a.generation == nil || b.generation == nil ? 0.5 : 0.02
    }
    let restA = alignment.restA.map { a.words[$0] }
    let restB = alignment.restB.map { b.words[$0] }
    return restA.contains(where: \.isNumber) && restB.contains(where: \.isNumber) ? 0.05 : 1
  }
}
