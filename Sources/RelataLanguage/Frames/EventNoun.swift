import RelataCore

/// A noun for something that happens between two parties: "talks", "meeting", "war".
///
/// Written `talk meeting : a > with|between`; the first party is the genitive, adjective or the
/// subject of a light verb, the second the phrase.
package struct EventNoun: Hashable, Sendable {
  package var noun: String
  package var relation: RelationID
  package var prepositions: Set<String>
  /// It is not done yet: "a bid for".
  package var isPlanned = false
  /// As for verbs.
  package var confidence: Double?

  package static func parse(
    _ line: String, relation: RelationID, file: String
  ) throws(RelataError) -> [EventNoun] {
    let (words, from, to, flags) = try FrameLine.split(line, file: file)
    guard from == "a" else { throw FrameLine.malformed(line, file: file) }
    return words.map {
      EventNoun(
        noun: $0, relation: relation,
        prepositions: FrameLine.prepositions(to), isPlanned: flags.contains("planned"))
    }
  }
}
