import RelataCore

/// An adjective that relates its noun to a phrase: `loyal sympathetic : n > to`.
package struct AdjectiveFrame: Hashable, Sendable {
  package var adjective: String
  package var relation: RelationID
  package var prepositions: Set<String>
  /// As for verbs.
  package var confidence: Double?

  package static func parse(
    _ line: String, relation: RelationID, file: String
  ) throws(RelataError) -> [AdjectiveFrame] {
    let (words, from, to, _) = try FrameLine.split(line, file: file)
    guard from == "n" else { throw FrameLine.malformed(line, file: file) }
    return words.map {
      AdjectiveFrame(
        adjective: $0, relation: relation,
        prepositions: FrameLine.prepositions(to))
    }
  }
}
