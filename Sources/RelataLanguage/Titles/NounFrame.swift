import RelataCore

/// A noun that gives its bearer a relation to somebody: "leader", "spokesman", "brother".
///
/// Written `leader chief : h > of`; `h` is the bearer of the role, `of` the other party, found as
/// genitive, adjective, compound or prepositional phrase. `of > h` reverses the direction ("father").
package struct NounFrame: Hashable, Sendable {
  package var noun: String
  package var relation: RelationID
  /// Whether the bearer is the object ("father": the other party is the child).
  package var isReversed: Bool
  package var prepositions: Set<String>
  /// Whether adjectives and compounds may name the other party ("Taliban leader").
  package var allowsModifier: Bool
  /// Whether nothing else may: "his French counterpart" leads France, not him.
  package var onlyModifier: Bool
  /// Whether a state's adjective tells the bearer's nationality: "French mayor", not "French president".
  package var isLocal: Bool
  /// Whether a person's name right before the noun is the other party: "a Dorn loyalist", not "Dorn mayor".
  package var namesPerson: Bool
  /// Whether it is an office at the head of a part, which its holder leads, of a whole that he serves: "minister".
  package var isOfPart: Bool
  /// What the author of a user's trigger states that it is to be trusted with, 0…1; nil for shipped words.
  package var confidence: Double?

  /// Whether one person holds it at a time, so that "the minister" may mean whoever does.
  package var isOffice: Bool { isOfPart || relation == "leads" }

  package static func parse(
    _ line: String, relation: RelationID, file: String
  ) throws(RelataError) -> [NounFrame] {
    let (words, from, to, flags) = try FrameLine.split(line, file: file)
    guard (from == "h") != (to == "h") else { throw FrameLine.malformed(line, file: file) }
    let other = from == "h" ? to : from
    return words.map { word in
      NounFrame(
        noun: word.replacing("_", with: " "), relation: relation, isReversed: to == "h",
        prepositions: FrameLine.prepositions(other),
        allowsModifier: !flags.contains("genitive"), onlyModifier: flags.contains("modifier"),
        isLocal: flags.contains("local"), namesPerson: flags.contains("person"),
        isOfPart: flags.contains("part"))
    }
  }
}
