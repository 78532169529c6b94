import RelataCore

/// What proposes relations of a sentence: constructions over its tree, a user's patterns, a trained head.
///
/// A proposer only says what a sentence relates; types, status, polarity, claimant and confidence are
/// decided once for all of them by the gates. A pure function of the context: the same sentence gives the
/// same candidates in the same order.
protocol Proposer: Sendable {
  /// The rules in whose name it proposes.
  var rules: [Rule] { get }

  /// Candidates in order of the sentence.
  func candidates(in context: SentenceContext) -> [Candidate]
}

/// Every pairing of two lists of arguments, without pairs of one entity with itself.
func pairs(_ first: [Argument], _ second: [Argument]) -> [(Argument, Argument)] {
  first.flatMap { a in
    second.filter { $0.entity != a.entity }.map { (a, $0) }
  }
}
