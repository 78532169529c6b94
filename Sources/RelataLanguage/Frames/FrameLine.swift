import RelataCore

/// The common shape `WORD WORD… : ROLE > ROLE [flag…]` of lexicon lines.
package enum FrameLine {
  /// "for|of|next_to" → the prepositions, with spaces for underscores.
  package static func prepositions(_ text: Substring) -> Set<String> {
    Set(text.split(separator: "|").map { String($0).replacing("_", with: " ") })
  }

  package static func split(
    _ line: String, file: String
  ) throws(RelataError) -> (words: [String], from: Substring, to: Substring, flags: Set<String>) {
    let sides = line.split(separator: ":", maxSplits: 1)
    guard sides.count == 2 else { throw malformed(line, file: file) }
    let words = sides[0].split(separator: " ").map(String.init)
    let parts = sides[1].split(separator: " ")
    guard !words.isEmpty, parts.count >= 3, parts[1] == ">" else {
      throw malformed(line, file: file)
    }
    return (words, parts[0], parts[2], Set(parts.dropFirst(3).map(String.init)))
  }

  package static func malformed(_ line: String, file: String) -> RelataError {
    RelataError(
      .badInput, code: "RL3003", "lexicon line cannot be read: '\(line)'",
      at: InputLocation(file: file), hint: "write WORD… : ROLE > ROLE, for example 'hire : s > o'")
  }
}
