/// The words that the writer of a message wrote, without what he quotes and how he signs.
struct MessageText {
  let text: String

  /// Reads the body of a message; of one that is passed on, all is kept but the signature and marked quotes.
  init(_ body: String, isForward: Bool = false) {
    let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var kept: [Substring] = []
    for (i, line) in lines.enumerated() {
      // Signatures stand behind "-- " (RFC 3676), forwarded mail behind a rule of its own.
      if line == "-- " || line == "--" { break }
      if !isForward, Self.isDivider(line) { break }
      if !isForward, Self.isHead(lines[i...], after: kept) {
        while let last = kept.last, last.allSatisfy({ $0.isWhitespace || "_-".contains($0) }) {
          kept.removeLast()
        }
        break
      }
      if line.hasPrefix(">") {
        Self.dropIntroduction(&kept)
        continue
      }
      if !isForward, Self.introducesUnmarked(line, lines[(i + 1)...]) { break }
      kept.append(line)
    }
    let own = Self.withoutFoot(kept).joined(separator: "\n")
    // Where nothing is the writer's own, what he passes on is the message.
    text = own.allSatisfy(\.isWhitespace) ? lines.joined(separator: "\n") : own
  }

  /// Whether a subject says that the message passes on another one.
  static func isForward(_ subject: String?) -> Bool {
    let words = subject?.lowercased() ?? ""
    return ["fw:", "fwd:", "wg:", "[fwd:", "tr:"].contains(where: words.hasPrefix)
  }

  /// A line between what is written and what is passed on: "-----Original Message-----".
  private static func isDivider(_ line: Substring) -> Bool {
    line.hasPrefix("-----") && line.hasSuffix("-----")
      && line.lowercased().contains("original message")
  }

  /// Whether heads of another message begin: "From: …" with two others in the next lines, as Outlook puts them.
  private static func isHead(_ lines: ArraySlice<Substring>, after kept: [Substring]) -> Bool {
    guard let first = lines.first, first.hasPrefix("From:") || first.hasPrefix("*From:*") else {
      return false
    }
    let before = kept.last { !$0.allSatisfy(\.isWhitespace) }
    // Said to be passed on: then it is what the message is about.
    if before?.lowercased().contains("forwarded message") == true { return false }
    let names = ["Sent:", "Date:", "To:", "Subject:", "Cc:"]
    let heads = lines.dropFirst().prefix(8).count { line in
      names.contains { line.hasPrefix($0) || line.hasPrefix("*\($0)*") }
    }
    // Or all of them in one line, as HTML comes.
    return max(heads, names.count { first.contains(" " + $0) }) >= 2
  }

  /// Takes away what stands before a quote: blank lines, and the one or two that introduce it.
  private static func dropIntroduction(_ kept: inout [Substring]) {
    while kept.last?.allSatisfy(\.isWhitespace) == true { kept.removeLast() }
    guard let last = kept.last, introduces(last) else { return }
    kept.removeLast()
    // "On Tue, 5 Mar 2024 at 10:12, Anna Kern" and, in the next line, "<anna@example.org> wrote:".
    if !last.hasPrefix("On "), let before = kept.last, before.hasPrefix("On ") { kept.removeLast() }
    while kept.last?.allSatisfy(\.isWhitespace) == true { kept.removeLast() }
  }

  /// Whether a line introduces what nothing marks, as some web mail has it: with time or address, and no ">" behind it.
  private static func introducesUnmarked(_ line: Substring, _ rest: ArraySlice<Substring>) -> Bool {
    let words = line.trimmed
    guard words.hasPrefix("On "), words.hasSuffix("wrote:"),
      words.contains("@") || words.contains(/\d:\d\d/)
    else { return false }
    return !rest.contains { $0.hasPrefix(">") }
  }

  /// Without the lines of a newsletter's foot among the last ones.
  private static func withoutFoot(_ lines: [Substring]) -> [Substring] {
    var left = 12
    var kept: [Substring] = []
    for line in lines.reversed() {
      if !line.allSatisfy(\.isWhitespace) { left -= 1 }
      if left >= 0, line.count <= 200, isFoot(line.lowercased()) { continue }
      kept.append(line)
    }
    return kept.reversed()
  }

  private static func isFoot(_ words: String) -> Bool {
    words.hasPrefix("unsubscribe") || words.contains("to unsubscribe")
      || words.contains("unsubscribe") && words.contains("http")
  }

  /// A line before what is quoted: "On 2 May 2023, Anna Kern wrote:".
  static func introduces(_ line: some StringProtocol) -> Bool {
    let words = line.lowercased()
    return words.hasSuffix("wrote:") || words.hasPrefix("on ") && words.contains("wrote")
  }
}
