/// Where an argument of a verb frame is found.
package enum FrameRole: Hashable, Sendable {
  /// The agent: the subject of an active verb, the by-phrase of a passive one.
  case agent
  /// The patient: the object of an active verb, the subject of a passive one.
  case patient
  /// The patient, or the owner of a patient that is no actor ("criticised Iran's decision").
  case patientOrOwner
  /// The indirect object or, in its absence, a to-phrase.
  case recipient
  /// A phrase with one of the prepositions, on the verb or on its object noun.
  case preposition(Set<String>)
  /// The genitive or adjectival owner of the object noun ("joined Hamas's ranks").
  case objectOwner

  package init?(_ text: Substring) {
    switch text {
    case "s": self = .agent
    case "o": self = .patient
    case "o's": self = .patientOrOwner
    case "i": self = .recipient
    case "'s": self = .objectOwner
    default:
      guard
        text.split(separator: "|", omittingEmptySubsequences: false).allSatisfy({ $0.count > 1 }),
        text.allSatisfy({ $0.isLetter || $0 == "|" || $0 == "_" })
      else { return nil }
      self = .preposition(
        FrameLine.prepositions(text))
    }
  }
}
