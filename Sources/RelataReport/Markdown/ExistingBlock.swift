import RelataCore

/// A block that an earlier run wrote beneath a fence.
struct ExistingBlock {
  /// Indices of its first and last line.
  var begin: Int
  var end: Int

  static func beginning(_ id: String) -> String { "<!-- relata:begin \(id) -->" }
  static func ending(_ id: String) -> String { "<!-- relata:end \(id) -->" }

  /// Finds the block that begins after a fence, blank lines between them allowed.
  ///
  /// - Throws: ``RelataError`` RL6005 if its end is missing.
  static func find(
    after closing: Int, in lines: [MarkdownLine]
  ) throws(RelataError) -> ExistingBlock? {
    guard let begin = lines.indices.first(where: { $0 > closing && !lines[$0].isBlank }),
      let id = identifier(lines[begin], "begin")
    else { return nil }
    for index in (begin + 1)..<max(begin + 1, lines.count) {
      if identifier(lines[index], "end") == id { return ExistingBlock(begin: begin, end: index) }
      if identifier(lines[index], "begin") != nil { break }
    }
    throw RelataError(
      .badInput, code: "RL6005", "the block '\(id)' beneath the fence has no end",
      hint: "add '\(ending(id))' or delete '\(beginning(id))'")
  }

  private static func identifier(_ line: MarkdownLine, _ kind: String) -> String? {
    let text = line.trimmed
    let prefix = "<!-- relata:\(kind) "
    guard text.hasPrefix(prefix), text.hasSuffix(" -->"), text.count > prefix.count + 4 else {
      return nil
    }
    return String(text.dropFirst(prefix.count).dropLast(4))
  }
}
