import RelataCore

/// One question that decides whether a candidate becomes an assertion, or how it is meant.
///
/// The gates are asked in the order of ``Gate/order``, the cheap ones first; the first that answers ends it.
/// A gate may also add to what is known of the candidate: its mood, its score, its assertion.
struct Gate: Sendable {
  /// Of which candidates it is asked.
  enum Audience: Sendable {
    case all
    /// Only of what a trained head proposes.
    case learnt
    /// Not of what an author, a user, vouches for.
    case unvouched
  }

  /// Its name in explanations.
  let name: String
  let audience: Audience
  /// What becomes of a candidate that it stops; nil lets it pass.
  let decide: @Sendable (inout Deliberation) -> CandidateOutcome?

  init(
    _ name: String, audience: Audience = .all,
    decide: @escaping @Sendable (inout Deliberation) -> CandidateOutcome?
  ) {
    self.name = name
    self.audience = audience
    self.decide = decide
  }

  /// All gates in the order in which they are asked.
  ///
  /// A gate that needs the mood, the score or the assertion
  /// stands after the one that makes it.
  static let order: [Gate] = [
    .relation, .types, .namesakes, .cells, .objections, .collectiveObject, .mood, .polarity,
    .status, .confidence, .floor, .statement, .duplicates, .reversal, .sense, .bearer, .country,
  ]

  func asks(_ candidate: Candidate) -> Bool {
    switch audience {
    case .all: true
    case .learnt: candidate.rule.isLearnt
    case .unvouched: candidate.precision == nil
    }
  }
}

/// A candidate on its way through the gates, with what they have found out so far.
struct Deliberation {
  let candidate: Candidate
  let bench: Bench
  /// What the sentence has given so far.
  var kept: KeptAssertions
  var mood: Mood?
  var score: ConfidenceScore?
  var assertion: Assertion?

  init(_ candidate: Candidate, _ bench: Bench, kept: KeptAssertions) {
    self.candidate = candidate
    self.bench = bench
    self.kept = kept
  }

  /// Asks every gate in turn.
  ///
  /// - Returns: What becomes of the candidate, and the name of the gate that stopped it, nil if none did.
  mutating func decide() -> (outcome: CandidateOutcome, gate: String?) {
    for gate in Gate.order where gate.asks(candidate) {
      if let outcome = gate.decide(&self) { return (outcome, gate.name) }
    }
    guard let assertion else { return (.belowFloor, nil) }
    return (.kept(assertion), nil)
  }
}

/// What the gates decide a sentence's candidates with.
struct Bench {
  let context: SentenceContext
  let moods: MoodReader
  let qualifiers: QualifierReader
  let confidence: ConfidenceTable
  let minimumConfidence: Double
  /// Whether the words that decide are to be kept for an explanation.
  let recordsCues: Bool

  var schema: RelationSchema { context.schema }
}
