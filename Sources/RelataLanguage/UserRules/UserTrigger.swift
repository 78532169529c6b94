import RelataCore

/// A line of trigger words that a user adds to the shipped ones, for one relation.
package struct UserTrigger: Sendable {
  /// The kinds of trigger words, by their keys in the file.
  package enum Kind: String, CaseIterable, Sendable {
    case verbs, nouns, events, adjectives, compounds
  }

  /// What the line says, as the lines of the shipped tables do.
  package enum Frames: Sendable {
    case verbs([VerbFrame])
    case nouns([NounFrame])
    case events([EventNoun])
    case adjectives([AdjectiveFrame])
    case compounds(words: [String], CompoundFrame)
  }

  package let kind: Kind
  package let relation: RelationID
  /// In the notation of the shipped tables; what the user left out is filled in.
  package let line: String
  /// The probability that what it reads is right, 0…1, as its author judges it.
  package let confidence: Double
  /// In order of the line's words, each with the confidence.
  package let frames: Frames

  /// - Throws: ``RelataError`` RL3009 for a line that cannot be read.
  init(
    _ kind: Kind, _ line: String, relation: RelationID, confidence: Double,
    at location: InputLocation
  ) throws(RelataError) {
    self.kind = kind
    self.relation = relation
    self.line = Self.completed(line, kind)
    self.confidence = confidence
    do throws(RelataError) {
      frames = try Self.frames(kind, self.line, relation, confidence, file: location.file)
    } catch {
      throw RelataError(
        .badInput, code: "RL3009",
        "rules: the trigger '\(self.line)' of \(relation) cannot be read", at: location,
        hint: "a verb alone, or its frame, for example 'bankroll : s > o'; docs/rules.md explains")
    }
  }

  /// A bare word is short for the commonest frame of its kind.
  private static func completed(_ line: String, _ kind: Kind) -> String {
    if line.contains(":") { return line }
    switch kind {
    case .verbs: return "\(line) : s > o"
    case .nouns: return "\(line) : h > of|for|to"
    case .events: return "\(line) : a > with|between"
    case .adjectives: return "\(line) : n > to"
    case .compounds: return "\(line) : m > n"
    }
  }

  private static func frames(
    _ kind: Kind, _ line: String, _ relation: RelationID, _ confidence: Double, file: String
  ) throws(RelataError) -> Frames {
    switch kind {
    case .verbs:
      var frames = try VerbFrame.parse(line, relation: relation, file: file)
      for i in frames.indices { frames[i].confidence = confidence }
      return .verbs(frames)
    case .nouns:
      var frames = try NounFrame.parse(line, relation: relation, file: file)
      for i in frames.indices { frames[i].confidence = confidence }
      return .nouns(frames)
    case .events:
      var events = try EventNoun.parse(line, relation: relation, file: file)
      for i in events.indices { events[i].confidence = confidence }
      return .events(events)
    case .adjectives:
      var frames = try AdjectiveFrame.parse(line, relation: relation, file: file)
      for i in frames.indices { frames[i].confidence = confidence }
      return .adjectives(frames)
    case .compounds:
      let (words, from, to, _) = try FrameLine.split(line, file: file)
      var frame = try CompoundFrame("\(relation) \(from) > \(to)", file: file)
      frame.confidence = confidence
      return .compounds(words: words, frame)
    }
  }
}
