import RelataCore
import RelataLanguage

extension Gender {
  /// By the titles before a person's name ("Mrs.", "King"), else by the given name of a full name.
  static func of(_ mentions: [(mention: Mention, sentence: Sentence)]) -> Gender? {
    var named: Gender?
    for (mention, sentence) in mentions {
      let tokens = sentence.tokens
      let before = mention.tokens.lowerBound - 1
      if before >= 0, let titled = Gender(title: tokens[before].form) { return titled }
      if named == nil, mention.tokens.count > 1 {
        named = Gender(givenName: tokens[mention.tokens.lowerBound].form)
      }
    }
    return named
  }

  /// Of a pronoun, or of a description's noun ("spokeswoman").
  static func of(_ candidate: MentionCandidate, in sentence: Sentence) -> Gender? {
    switch candidate.reference {
    case .he: return .male
    case .she: return .female
    default:
      return candidate.isDescription ? Gender(noun: sentence.tokens[candidate.head].lemma) : nil
    }
  }
}
