import RelataCore
import RelataLanguage

/// Groups words into sentences.
///
/// A blank line and a border of page furniture always break. A single line break breaks where the lines
/// are items of their own (headlines, lists), not inside a wrapped paragraph. Otherwise a sentence ends
/// at final punctuation, with the closing quotes and brackets behind it, before what can begin one.
struct SentenceSplitter {
  /// More words than this are never one sentence.
  static let longest = 400

  let text: ContiguousArray<Unicode.Scalar>
  let words: [Span]
  private let lines: LineBreaks

  /// Splits a stretch of text whose words, all and in order, are given.
  ///
  /// `lines` are the line breaks of the whole text, if they are known already.
  init(_ text: SourceText, words: [Span], lines: LineBreaks? = nil) {
    self.text = text.scalars
    self.words = words
    self.lines = lines ?? LineBreaks(text.scalars)
  }

  /// The sentences as ranges of words, none empty, together all words.
  ///
  /// - Complexity: O(text).
  func sentences() -> [Range<Int>] { split().map(\.words) }

  /// A sentence by rule.
  struct Piece {
    var words: Range<Int>
    /// Whether the layout of the text says that it begins here, not its punctuation.
    var isFixed: Bool
  }

  /// The sentences in order, as ``sentences()`` gives them; the first is fixed.
  func split() -> [Piece] {
    var sentences: [Piece] = []
    var isFixed = true
    var start = 0
    var i = 0
    while i < words.count {
      let end = terminalEnd(i, start) ?? i
      let next = end + 1
      let isLaidOut = next < words.count && breaksByLayout(from: start, before: next)
      if next >= words.count || isLaidOut || breaks(from: start, terminal: i, before: next) {
        appendBounded(start..<next, isFixed, to: &sentences)
        (start, isFixed) = (next, isLaidOut || endsClause(i, before: next))
      }
      i = max(next, i + 1)
    }
    if start < words.count { appendBounded(start..<words.count, isFixed, to: &sentences) }
    return sentences
  }

  /// The last word of what closes a sentence at word `i`: final punctuation, quotes, references.
  private func terminalEnd(_ i: Int, _ start: Int) -> Int? {
    guard isFinal(i) else { return nil }
    var j = i
    while j + 1 < words.count {
      if words[j + 1].start > words[j].end {
        // References may stand behind a space: "… done. [12] Later …"
        guard words[j + 1].start == words[j].end + 1, let close = reference(j + 1),
          ScalarClass.isDigit(text[words[j + 1].end])
        else { break }
        j = close
        continue
      }
      let s = text[words[j + 1].start]
      if ")]}”’\"'»".unicodeScalars.contains(s), words[j + 1].count <= 2 {
        j += 1
      } else if let close = reference(j + 1) {
        j = close
      } else if isFinal(j + 1) {
        j += 1
      } else {
        break
      }
    }
    return j
  }

  /// The end of "[12]" or "[citation needed]".
  private func reference(_ open: Int) -> Int? {
    guard text[words[open].start] == "[", open + 1 < words.count else { return nil }
    for j in (open + 1)..<min(open + 5, words.count) where text[words[j].start] == "]" { return j }
    return nil
  }

  private func isFinal(_ i: Int) -> Bool {
    switch text[words[i].start] {
    case ".", "!", "?", "…", "。", "！", "？", "؟", "।", "‼", "⁇": true
    default: isAbbreviation(i)
    }
  }

  private func isAbbreviation(_ i: Int) -> Bool {
    words[i].count > 1 && text[words[i].end - 1] == "." && ScalarClass.isWord(text[words[i].start])
  }

  func word(_ i: Int) -> String {
    String(scalars: text[words[i].start..<min(words[i].end, words[i].start + 20)])
  }

  /// Whether lines and paragraphs, or the form of a letter, end a sentence before word `next`.
  private func breaksByLayout(from start: Int, before next: Int) -> Bool {
    switch lines.gap(words[next - 1].end, words[next].start) {
    case .paragraph: true
    case .line where lines.separates(words[next].start): true
    case .none: false
    default: breaksInLetter(from: start, after: next - 1, before: next)
    }
  }

  /// Whether final punctuation ends a sentence before word `next`; `terminal` is where it was looked for.
  private func breaks(from start: Int, terminal: Int, before next: Int) -> Bool {
    let gap = lines.gap(words[next - 1].end, words[next].start)
    guard isFinal(terminal) else { return false }
    if isAbbreviation(terminal) {
      return abbreviationBreaks(terminal, from: start, before: next, gap)
    }
    if gap == .none { return terminal > start && lacksSpace(terminal, next) }
    if isListNumber(start, terminal) { return false }
    let mark = text[words[terminal].start]
    guard begins(next) || stopsBeforeLower(start, terminal, next) else { return false }
    if mark == "." && words[terminal].count > 1 || mark == "…" {
      return !ScalarClass.isLower(text[words[next].start])
    }
    if mark == "?" || mark == "!", next - terminal > 1, speechFollows(next) { return false }
    return true
  }

  /// Whether a word can be the first of a sentence.
  func begins(_ i: Int) -> Bool {
    let s = text[words[i].start]
    if ScalarClass.isLower(s) { return false }
    if ",;:)]}%".unicodeScalars.contains(s) { return false }
    if s == "”" || s == "»" { return false }
    // ". . ." is one mark.
    if words[i].count == 1, ".!?".unicodeScalars.contains(s) { return false }
    return true
  }

  /// "end.Start", "what?yes": a forgotten space.
  private func lacksSpace(_ terminal: Int, _ next: Int) -> Bool {
    let mark = text[words[terminal].start]
    guard next == terminal + 1, words[terminal - 1].count > 1,
      ScalarClass.isLower(text[words[terminal].start - 1])
    else { return false }
    let first = text[words[next].start]
    if mark == "?" || mark == "!" { return ScalarClass.isLetter(first) }
    return mark == "." && ScalarClass.isUpper(first) && words[next].count > 1
  }

  /// Informal text begins sentences in lower case: a stop behind a plain word ends one nevertheless.
  private func stopsBeforeLower(_ start: Int, _ terminal: Int, _ next: Int) -> Bool {
    guard next == terminal + 1, terminal > start, ScalarClass.isLower(text[words[next].start])
    else { return false }
    let before = words[terminal - 1]
    switch text[words[terminal].start] {
    case ".":
      return before.count > 1
        && ScalarClass.isLetter(text[before.start]) && ScalarClass.isLower(text[before.end - 1])
        && !Abbreviations.beforeLower.contains(word(terminal - 1).lowercased())
    // A capital before the mark: "Yahoo! said".
    case "?", "!": return ScalarClass.isLower(text[before.start])
    default: return false
    }
  }

  /// "1." or "a)" at the beginning of an item.
  private func isListNumber(_ start: Int, _ terminal: Int) -> Bool {
    guard terminal == start + 1, text[words[terminal].start] == "." else { return false }
    let first = words[start]
    return first.count <= 3 && text[first.start..<first.end].allSatisfy(ScalarClass.isDigit)
      || first.count == 1 && ScalarClass.isLetter(text[first.start]) && text[first.start] != "I"
  }

  /// Whether the sentence before word `next` ends for certain though its last stop is an abbreviation's.
  private func endsClause(_ terminal: Int, before next: Int) -> Bool {
    next < words.count && isAbbreviation(terminal)
      && clauseBegins(next, behind: String(word(terminal).dropLast()))
  }

  private static let speechVerbs = WordClasses.table[.speech]

  /// "…?" Smith asked: the quotation is not the end.
  private func speechFollows(_ next: Int) -> Bool {
    (next..<min(next + 4, words.count)).contains { Self.speechVerbs.contains(word($0)) }
      && ScalarClass.isWord(text[words[next].start])
  }

  static let afterTimes = WordClasses.table[.afterTime]

  /// Cuts what is longer than allowed, at semicolons or commas where there are any.
  private func appendBounded(_ range: Range<Int>, _ isFixed: Bool, to sentences: inout [Piece]) {
    var isFixed = isFixed
    var start = range.lowerBound
    while range.upperBound - start > Self.longest {
      let limit = start + Self.longest
      var cut = limit
      for mark in [";", ","] as [Unicode.Scalar] {
        let from = start + Self.longest / 2
        if let last = (from..<limit).last(where: { text[words[$0].start] == mark }) {
          cut = last + 1
          break
        }
      }
      sentences.append(Piece(words: start..<cut, isFixed: isFixed))
      (start, isFixed) = (cut, true)
    }
    sentences.append(Piece(words: start..<range.upperBound, isFixed: isFixed))
  }
}
