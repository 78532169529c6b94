import RelataCore

/// A word that decided how a clause is meant.
struct MoodCue: Hashable, Sendable {
  var effect: CueEffect
  /// Index of the word in its sentence.
  var token: Int
}

/// What a cue word does to the clause it governs.
public enum CueEffect: String, Sendable, CaseIterable {
  /// Makes it a denial, or undoes one.
  case negates
  /// Makes it somebody's claim without saying whose.
  case claims
  case plans
  /// Makes it a possibility, a wish, a threat or a question.
  case imagines
  /// Puts it into the past.
  case ends
  /// Names who says so.
  case attributes
  /// Says that nothing is known of it: "no evidence".
  case voids

  init(_ status: AssertionStatus) {
    switch status {
    case .asserted, .claimed: self = .claims
    case .planned: self = .plans
    case .hypothetical: self = .imagines
    }
  }
}
