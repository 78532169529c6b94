import RelataCore

/// What speaks for two entities' being one and against it, for readers.
public struct IdentityReasons: Hashable, Sendable, Codable {
  /// What the comparison comes to.
  public enum Verdict: String, Sendable, Codable, CaseIterable {
    /// The documents say enough to take the two for one.
    case same
    /// They may be one: nothing speaks against it, and too little for it.
    case unsure
    /// They are two.
    case different
  }

  /// How far the names agree.
  public enum Names: String, Sendable, Codable, CaseIterable {
    case same, variant, weak, faint, partial, different
  }

  /// What cannot be true of one.
  public enum Conflict: String, Sendable, Codable, CaseIterable {
    /// A document names both.
    case sameDocument
    /// A person decided that they are two.
    case decided
    case sex, age, birth
    /// One document tells of a death, the other of later deeds.
    case death
    case legalForm, seat, registration, founding
  }

  public var verdict: Verdict
  public var names: Names
  public var conflicts: [Conflict]
  /// Names that documents of both have near the names, as folded words; weightiest first.
  public var sharedNames: [String]
  /// Stems of rare words, and numbers, that documents of both have near the names; weightiest first.
  public var sharedWords: [String]
  /// How much more the documents share than such names need, below 0 how much is missing; nil where they can share too
  /// little for good.
  public var score: Double?

  package init(_ comparison: BearerComparison, isTogether: Bool, isDecided: Bool = false) {
    let isTold = isTogether || isDecided
    switch comparison.verdict {
    case .same: verdict = isTold ? .different : .same
    case .unsure: verdict = isTold ? .different : .unsure
    case .different: verdict = .different
    }
    switch comparison.agreement {
    case .same: names = .same
    case .variant: names = .variant
    case .weak: names = .weak
    case .faint: names = .faint
    case .partial: names = .partial
    case .different: names = .different
    }
    conflicts =
      (isDecided ? [.decided] : []) + (isTogether ? [.sameDocument] : [])
      + comparison.conflicts.map { conflict in
        switch conflict {
        case .sex: .sex
        case .age: .age
        case .birth: .birth
        case .death: .death
        case .legalForms: .legalForm
        case .seats: .seat
        case .registration: .registration
        case .founding: .founding
        }
      }
    sharedNames = Weighted.first(comparison.sharedNames, by: BearerComparison.weight(ofName:))
      .compactMap { NameKey(text: $0)?.form }
    sharedWords = Weighted.first(comparison.sharedWords, by: SharedWord.weight).map {
      $0.hasPrefix("#") ? String($0.dropFirst()) : $0
    }
    score = comparison.score.isFinite ? comparison.score : nil
  }
}
