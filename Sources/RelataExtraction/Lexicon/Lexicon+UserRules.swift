import RelataCore
import RelataLanguage

extension Lexicon {
  /// The lexicon with a user's trigger words, which are tried before the shipped ones.
  ///
  /// - Throws: ``RelataError`` RL3009 for a word that cannot be read.
  func adding(_ triggers: [UserRules.TriggerLine]) throws(RelataError) -> Lexicon {
    var changed = self
    for trigger in triggers.reversed() { try changed.insert(trigger) }
    return changed
  }

  /// Whether a trigger word can be read.
  ///
  /// - Throws: ``RelataError`` RL3009 with its place.
  static func check(_ trigger: UserRules.TriggerLine) throws(RelataError) {
    var empty = Lexicon()
    try empty.insert(trigger)
  }

  private mutating func insert(_ trigger: UserRules.TriggerLine) throws(RelataError) {
    let (line, relation) = (trigger.line, trigger.relation)
    let file = trigger.location.file
    do throws(RelataError) {
      switch trigger.kind {
      case .verbs:
        for var frame in try VerbFrame.parse(line, relation: relation, file: file) {
          frame.confidence = trigger.confidence
          verbFrames[frame.verb, default: []].insert(frame, at: 0)
        }
      case .nouns:
        for var frame in try NounFrame.parse(line, relation: relation, file: file) {
          frame.confidence = trigger.confidence
          roles.frames[frame.noun, default: []].insert(frame, at: 0)
        }
      case .events:
        for var event in try EventNoun.parse(line, relation: relation, file: file) {
          event.confidence = trigger.confidence
          eventNouns[event.noun, default: []].insert(event, at: 0)
        }
      case .adjectives:
        for var frame in try AdjectiveFrame.parse(line, relation: relation, file: file) {
          frame.confidence = trigger.confidence
          adjectives[frame.adjective, default: []].insert(frame, at: 0)
        }
      case .compounds:
        let (words, from, to, _) = try FrameLine.split(line, file: file)
        var frame = try CompoundFrame("\(relation) \(from) > \(to)", file: file)
        frame.confidence = trigger.confidence
        for word in words { compounds[word] = frame }
      }
    } catch {
      throw RelataError(
        .badInput, code: "RL3009",
        "rules: the trigger '\(line)' of \(relation) cannot be read", at: trigger.location,
        hint: "a verb alone, or its frame, for example 'bankroll : s > o'; docs/rules.md explains")
    }
  }
}
