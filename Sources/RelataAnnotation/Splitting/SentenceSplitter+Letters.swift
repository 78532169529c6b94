import RelataCore
import RelataLanguage

/// Breaks without final punctuation that letters and messages have where their lines were lost.
extension SentenceSplitter {
  /// Words that close a letter before the name of who wrote it.
  private static let closings: Set<String> = [
    "regards", "thanks", "sincerely", "cheers", "respectfully", "truly", "yours", "best", "rgds",
  ]

  /// Whether a sentence ends behind word `i` for what it or the next one is: the end of a letter, the
  /// stamp of a message, a ruled line, an address before a capital.
  func breaksInLetter(from start: Int, after i: Int, before next: Int) -> Bool {
    let first = text[words[next].start]
    if isRule(i) != isRule(next) { return true }
    if isStamp(date: next), ScalarClass.isUpper(text[words[i].start]) { return true }
    guard ScalarClass.isUpper(first) else { return false }
    switch text[words[i].start] {
    case ",": return (1...4).contains(i - start) && closes(start..<i)
    case "A", "a", "P", "p": return i - 2 >= start && isHalfDay(i) && isStamp(date: i - 2)
    case "h", "w": return words[next].count > 1 && isAddress(i)
    case ":", ";": return isEmoticon(i)
    default: return false
    }
  }

  private func closes(_ range: Range<Int>) -> Bool {
    range.contains { Self.closings.contains(word($0).lowercased()) }
  }

  /// "________", "--------".
  private func isRule(_ i: Int) -> Bool {
    let span = words[i]
    let first = text[span.start]
    guard span.count >= 4, "_-=*~".unicodeScalars.contains(first) else { return false }
    return text[span.start..<span.end].allSatisfy { $0 == first }
  }

  /// "03/27/2001" before "09:11".
  private func isStamp(date i: Int) -> Bool {
    guard i + 1 < words.count, (6...10).contains(words[i].count),
      (4...8).contains(words[i + 1].count)
    else { return false }
    return isNumber(i, joinedBy: "/", parts: 3) && isNumber(i + 1, joinedBy: ":", parts: nil)
  }

  private func isNumber(_ i: Int, joinedBy mark: Unicode.Scalar, parts: Int?) -> Bool {
    let scalars = text[words[i].start..<words[i].end]
    guard scalars.allSatisfy({ ScalarClass.isDigit($0) || $0 == mark }) else { return false }
    let marks = scalars.count { $0 == mark }
    return parts.map { marks == $0 - 1 } ?? (1...2).contains(marks)
  }

  private func isHalfDay(_ i: Int) -> Bool {
    words[i].count == 2 && (text[words[i].end - 1] == "M" || text[words[i].end - 1] == "m")
  }

  private func isAddress(_ i: Int) -> Bool {
    let head = word(i)
    return head.hasPrefix("http://") || head.hasPrefix("https://") || head.hasPrefix("www.")
  }

  /// ":-)", ";)".
  private func isEmoticon(_ i: Int) -> Bool {
    (2...3).contains(words[i].count) && ")(DP".unicodeScalars.contains(text[words[i].end - 1])
  }
}
