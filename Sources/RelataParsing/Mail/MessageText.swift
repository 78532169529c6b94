/// The words that the writer of a message wrote, without what he quotes and how he signs.
struct MessageText {
  let text: String

  init(_ body: String) {
    let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var kept: [Substring] = []
    for line in lines {
      // Signatures stand behind "-- " (RFC 3676), forwarded mail behind a rule of its own.
      if line == "-- " || line == "--" || Self.isDivider(line) { break }
      if line.hasPrefix(">") {
        while let last = kept.last, Self.introduces(last) || last.allSatisfy(\.isWhitespace) {
          kept.removeLast()
        }
        continue
      }
      kept.append(line)
    }
    let own = kept.joined(separator: "\n")
    // Where nothing is the writer's own, what he passes on is the message.
    text = own.allSatisfy(\.isWhitespace) ? lines.joined(separator: "\n") : own
  }

  /// A line between what is written and what is passed on: "-----Original Message-----".
  private static func isDivider(_ line: Substring) -> Bool {
    line.hasPrefix("-----") && line.hasSuffix("-----")
      && line.lowercased().contains("original message")
  }

  /// A line before what is quoted: "On 2 May 2023, Anna Kern wrote:".
  private static func introduces(_ line: Substring) -> Bool {
    let words = line.lowercased()
    return words.hasSuffix("wrote:") || words.hasPrefix("on ") && words.contains("wrote")
  }
}
