import RelataCore

/// One family of constructions that carry relations.
///
/// Rules only say what a construction relates; status, polarity, claimant, types and confidence are
/// decided once for all of them by ``AssertionExtractor``. A rule is a pure function of the context.
protocol ExtractionRule: Sendable {
  /// Candidates in order of the sentence.
  func candidates(in context: SentenceContext) -> [Candidate]
}

extension ExtractionRule {
  /// Every pairing of two lists of arguments, without pairs of one entity with itself.
  func pairs(_ first: [Argument], _ second: [Argument]) -> [(Argument, Argument)] {
    first.flatMap { a in
      second.filter { $0.entity != a.entity }.map { (a, $0) }
    }
  }
}
