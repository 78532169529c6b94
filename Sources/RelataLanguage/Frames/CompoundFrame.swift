import RelataCore

/// What "X-backed Y" says: `supports: m > n` relates the modifier to the noun, `n > m` the reverse.
package struct CompoundFrame: Hashable, Sendable {
  package var relation: RelationID
  package var modifierIsSubject: Bool
  /// As for verbs.
  package var confidence: Double?

  package init(_ text: String, file: String) throws(RelataError) {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 4, parts[2] == ">", ["m", "n"].contains(parts[1]) else {
      throw FrameLine.malformed(text, file: file)
    }
    relation = RelationID(parts[0])
    modifierIsSubject = parts[1] == "m"
  }
}
