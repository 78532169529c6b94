import RelataReading

/// The body of a message, of which the words that the writer wrote are read: what he quotes and how he signs is marked as
/// furniture.
struct MessageText {
  /// All of it, with its marks.
  let marked: String
  /// What is read.
  var text: String { BlockMark.removed(from: marked) }

  private struct Line {
    var mark: BlockMark?
    var words: Substring
    var isFurniture: Bool
    var isBlank: Bool { words.allSatisfy(\.isWhitespace) }

    init(_ line: Substring) {
      (mark, words) = BlockMark.split(line)
      isFurniture = mark.map { $0.kind == nil } ?? false
    }
  }

  /// Reads the body of a message; of one that is passed on, all is read but the signature and marked quotes.
  init(_ body: String, isForward: Bool = false) {
    var lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(Line.init)
    // The numbers of the lines that are read.
    var kept: [Int] = []
    var end = lines.count
    let words = lines.map(\.words)
    for (i, line) in words.enumerated() where !lines[i].isFurniture {
      // Signatures stand behind "-- " (RFC 3676), forwarded mail behind a rule of its own.
      let isEnd =
        line == "-- " || line == "--"
        || !isForward
          && (Self.isDivider(line) || Self.introducesUnmarked(line, words[(i + 1)...]))
      if isEnd {
        end = i
        break
      }
      let last = kept.last { !lines[$0].isBlank }.map { words[$0] }
      if !isForward, Self.isHead(words[i...], after: last) {
        while let last = kept.last,
          words[last].allSatisfy({ $0.isWhitespace || "_-".contains($0) })
        {
          kept.removeLast()
        }
        end = i
        break
      }
      if line.hasPrefix(">") { Self.dropIntroduction(&kept, words) } else { kept.append(i) }
    }
    kept = Self.withoutFoot(kept, words)
    let isRead = Set(kept)
    for i in lines.indices where i >= end || !isRead.contains(i) { lines[i].isFurniture = true }
    let isEmpty = kept.allSatisfy { lines[$0].isBlank }
    marked = Self.marked(lines, isRead: isEmpty)
  }

  /// The lines with their marks; all of them are read where nothing is the writer's own: what he passes on is the
  /// message then.
  private static func marked(_ lines: [Line], isRead isAllRead: Bool) -> String {
    var wasFurniture = false
    return lines.map { line -> String in
      let isFurniture = line.isFurniture && !isAllRead && !line.isBlank
      defer { wasFurniture = isFurniture }
      if isFurniture { return BlockMark.furniture.sign + line.words }
      let own = line.mark.flatMap { $0.kind == nil ? nil : $0 }
      // Where no blank line ends what is furniture.
      let mark = own ?? (wasFurniture && !line.isBlank ? BlockMark(.paragraph) : nil)
      return (mark?.sign ?? "") + line.words
    }.joined(separator: "\n")
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
  private static func isHead(_ lines: ArraySlice<Substring>, after before: Substring?) -> Bool {
    guard let first = lines.first, first.hasPrefix("From:") || first.hasPrefix("*From:*") else {
      return false
    }
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
  private static func dropIntroduction(_ kept: inout [Int], _ words: [Substring]) {
    func dropBlank() {
      while let last = kept.last, words[last].allSatisfy(\.isWhitespace) { kept.removeLast() }
    }
    dropBlank()
    guard let last = kept.last, introduces(words[last]) else { return }
    kept.removeLast()
    // "On Tue, 5 Mar 2024 at 10:12, Anna Kern" and, in the next line, "<anna@example.org> wrote:".
    if !words[last].hasPrefix("On "), let before = kept.last, words[before].hasPrefix("On ") {
      kept.removeLast()
    }
    dropBlank()
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
  private static func withoutFoot(_ lines: [Int], _ words: [Substring]) -> [Int] {
    var left = 12
    var kept: [Int] = []
    for i in lines.reversed() {
      let line = words[i]
      if !line.allSatisfy(\.isWhitespace) { left -= 1 }
      if left >= 0, line.count <= 200, isFoot(line.lowercased()) { continue }
      kept.append(i)
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
