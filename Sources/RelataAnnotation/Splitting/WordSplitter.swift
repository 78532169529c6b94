import RelataCore
import RelataLanguage

/// Splits text into words the way the English UD treebanks do.
///
/// Clitics ("do|n't", "she|'s") and most hyphens ("oil|-|rich", but "anti-war") are split off; abbreviations
/// keep their stops; addresses, numbers, dates and times stay whole. Words never contain white space.
///
/// No word is longer than ``longest`` scalars, and no more than ``mostMarks`` combining marks stand on a
/// letter: what goes beyond is cut off as a word of its own, so that text made to be slow costs what its
/// length costs. Nothing that is written as a word comes near either.
struct WordSplitter {
  typealias Scalars = ContiguousArray<Unicode.Scalar>

  private let text: Scalars
  /// How far a pattern may look ahead; bounds the work on endless "words".
  private static let reach = 256
  /// Scalars of the longest word: room for any address.
  static let longest = 8 * reach
  /// Marks in a row, as in Unicode's stream-safe format (UAX 15, section 13): normalising sorts them,
  /// which costs the square of their number.
  static let mostMarks = 30

  init(_ text: SourceText) { self.text = text.scalars }

  /// The words of a range of the text, in order, without overlap.
  ///
  /// - Complexity: O(length).
  func words(in range: Span) -> [Span] {
    var words: [Span] = []
    words.reserveCapacity(range.count / 5)
    var i = range.start
    while i < range.end {
      if ScalarClass.isSpace(text[i]) {
        i += 1
        continue
      }
      var end = i + 1
      while end < range.end, !ScalarClass.isSpace(text[end]) { end += 1 }
      split(i, end, into: &words)
      i = end
    }
    return words
  }

  /// Splits one stretch without white space.
  private func split(_ start: Int, _ end: Int, into words: inout [Span]) {
    var i = start
    while i < end {
      let limit = min(end, i + Self.longest)
      var next = token(i, start, limit)
      // A mark belongs to whatever it stands on, signs included.
      while next < limit, ScalarClass.extends(text[next]) { next += 1 }
      next = withoutPiles(i, next)
      appendWithoutClitics(Span(i, next), into: &words)
      i = next
    }
  }

  /// The end of a token, or where more marks than ``mostMarks`` stand on one letter.
  private func withoutPiles(_ start: Int, _ end: Int) -> Int {
    guard end - start > Self.mostMarks else { return end }
    var marks = 0
    for i in start..<end {
      marks = ScalarClass.extends(text[i]) ? marks + 1 : 0
      if marks > Self.mostMarks { return i }
    }
    return end
  }

  /// The end of the token that begins at `i`.
  private func token(_ i: Int, _ start: Int, _ end: Int) -> Int {
    let s = text[i]
    if let address = address(i, end) { return address }
    if let abbreviation = abbreviation(i, end) { return abbreviation }
    if ScalarClass.isDigit(s) { return number(i, end) }
    if s == "+" && i + 1 < end && ScalarClass.isDigit(text[i + 1])
      && (i == start || !ScalarClass.isWord(text[i - 1]))
    {
      return number(i + 1, end)
    }
    if ScalarClass.isApostrophe(s) { return apostrophe(i, start, end) }
    if s == "@" || s == "#", i + 1 < end, ScalarClass.isWord(text[i + 1]),
      s == "@" || !ScalarClass.isDigit(text[i + 1])
    {
      return run(i + 1, end) { ScalarClass.isWord($0) || $0 == "_" }
    }
    if ScalarClass.isWord(s) { return word(i, end) }
    return punctuation(i, end)
  }

  private func run(_ i: Int, _ end: Int, _ member: (Unicode.Scalar) -> Bool) -> Int {
    var j = i
    while j < end, member(text[j]) { j += 1 }
    return j
  }

  private func string(_ i: Int, _ j: Int) -> String { String(scalars: text[i..<j]) }

  private func hasPrefix(_ prefix: String, at i: Int, _ end: Int) -> Bool {
    var j = i
    for s in prefix.unicodeScalars {
      guard j < end else { return false }
      let t = text[j]
      let folded = (65...90).contains(t.value) ? t.value + 32 : t.value
      guard folded == s.value else { return false }
      j += 1
    }
    return true
  }
}

// MARK: - Kinds of tokens
extension WordSplitter {
  private static let topDomains = WordClasses.table[.domain]

  /// URLs, e-mail addresses and bare domain names.
  private func address(_ i: Int, _ end: Int) -> Int? {
    guard ScalarClass.isWord(text[i]) else { return nil }
    let limit = min(end, i + 8 * Self.reach)
    for scheme in ["http://", "https://", "ftp://", "www."] where hasPrefix(scheme, at: i, end) {
      return trimmed(i, limit, keeping: i + scheme.unicodeScalars.count)
    }
    let near = min(end, i + Self.reach)
    let local = run(i, near) {
      ScalarClass.isWord($0) || $0 == "." || $0 == "-" || $0 == "_" || $0 == "+"
    }
    if local < near, text[local] == "@", local > i {
      let domain = run(local + 1, near) { ScalarClass.isWord($0) || $0 == "." || $0 == "-" }
      let trimmed = trimmed(local, domain, keeping: local + 1)
      let host = text[local + 1..<max(trimmed, local + 1)]
      // "Anna Kern@SALES": addresses within one firm's mail.
      if host.contains(".") || host.count > 1 && host.allSatisfy(ScalarClass.isUpper) {
        return trimmed
      }
    }
    return domain(i, local, near) ?? newsgroup(i, local)
  }

  /// "comp.sources.unix": three or more names in lower case, each of two letters or more.
  private func newsgroup(_ i: Int, _ stop: Int) -> Int? {
    var (names, length, j) = (0, 0, i)
    while j < stop {
      let s = text[j]
      if s == "." {
        if length < 2 { return nil }
        names += 1
        length = 0
      } else if ScalarClass.isLower(s), s.value < 128 {
        length += 1
      } else {
        return nil
      }
      j += 1
    }
    // A stop at the end is the sentence's.
    if length == 0, names >= 3 { return stop - 1 }
    return names >= 2 && length >= 2 ? stop : nil
  }

  /// "voanews.com", with the path behind it.
  private func domain(_ i: Int, _ stop: Int, _ end: Int) -> Int? {
    guard let first = text[i..<stop].firstIndex(of: "."), first > i + 1, first + 2 < stop else {
      return nil
    }
    var last = stop
    while last > i, text[last - 1] == "." || text[last - 1] == "-" { last -= 1 }
    guard let dot = text[i..<last].lastIndex(of: "."), last - dot <= 5, dot > i,
      text[i..<last].allSatisfy({ $0.value < 128 }),
      Self.topDomains.contains(string(dot + 1, last))
    else { return nil }
    // "U.S" or "end.us" alone is no address; demand a name of three letters or more.
    guard dot - i >= 3 else { return nil }
    return last < end && text[last] == "/" ? trimmed(i, end, keeping: last) : last
  }

  /// Drops punctuation that belongs to the sentence from the end of an address.
  private func trimmed(_ i: Int, _ end: Int, keeping least: Int) -> Int {
    var j = end
    while j > least {
      let s = text[j - 1]
      let isTail = ".,;:!?)]}>\"'’”…".unicodeScalars.contains(s)
      if !isTail { break }
      if s == ")", text[i..<j].contains("(") { break }
      j -= 1
    }
    return max(j, least)
  }

  /// Abbreviations with their stops, initials among them.
  private func abbreviation(_ i: Int, _ end: Int) -> Int? {
    guard ScalarClass.isLetter(text[i]) else { return nil }
    if i > 0, ScalarClass.isWord(text[i - 1]) { return nil }
    for form in Abbreviations.compound where hasPrefix(form.lowercased(), at: i, end) {
      return i + form.unicodeScalars.count
    }
    var j = i
    while j + 1 < end, ScalarClass.isLetter(text[j]), text[j + 1] == "." { j += 2 }
    if j >= i + 4 {
      return j < end && ScalarClass.isWord(text[j]) && !ScalarClass.isUpper(text[j]) ? nil : j
    }
    let stop = run(i, min(end, i + 12), ScalarClass.isLetter)
    guard stop < end, text[stop] == "." else { return nil }
    let next = stop + 1
    if next < end, text[next] == "." { return nil }
    let isLast = next >= end
    if stop == i + 1 { return initial(i, next, end) }
    if !isLast, ScalarClass.isWord(text[next]) { return nil }
    let form = string(i, stop)
    // "and so on" at the end of a sentence: the stop is the sentence's.
    if form == "etc", isLast, endsText(next) { return nil }
    if Abbreviations.titles.contains(form) || Abbreviations.others.contains(form) { return next }
    if Abbreviations.beforeNumber.contains(form), let s = afterSpace(next), ScalarClass.isDigit(s) {
      return next
    }
    return nil
  }

  /// A capital and a stop before a capital are an initial, but not the pronoun or a list letter.
  private func initial(_ i: Int, _ next: Int, _ end: Int) -> Int? {
    guard ScalarClass.isUpper(text[i]) else {
      let beforeNumber = Abbreviations.beforeNumber.contains(string(i, i + 1))
      return beforeNumber && afterSpace(next).map(ScalarClass.isDigit) == true ? next : nil
    }
    if next < end { return ScalarClass.isUpper(text[next]) ? next : nil }
    guard let s = afterSpace(next), ScalarClass.isUpper(s) || s == "(" else { return nil }
    return text[i] == "I" ? nil : next
  }

  /// Whether a line, the text or a capital follows.
  private func endsText(_ i: Int) -> Bool { afterSpace(i).map(ScalarClass.isUpper) ?? true }

  /// The first scalar behind one or two spaces, if there is one.
  private func afterSpace(_ i: Int) -> Unicode.Scalar? {
    var j = i
    while j < text.count, j < i + 3, ScalarClass.isSpace(text[j]) {
      if text[j] == "\n" { return nil }
      j += 1
    }
    return j > i && j < text.count ? text[j] : nil
  }

  /// "1,000.50", "9/11", "10:30", "20th", "1980s", "713-853-3989", "2001-09-11".
  private func number(_ i: Int, _ end: Int) -> Int {
    if let dashed = dashedNumber(i, end) { return dashed }
    var j = i
    while j < end {
      if ScalarClass.isDigit(text[j]) {
        j += 1
      } else if j + 1 < end, ScalarClass.isDigit(text[j + 1]),
        text[j] == "," || text[j] == "." || text[j] == ":" || text[j] == "/"
      {
        j += 1
      } else {
        break
      }
    }
    let suffix = run(j, min(end, j + Self.reach)) { ScalarClass.isWord($0) }
    if suffix == j { return j }
    let tail = string(j, min(suffix, j + 8)).lowercased()
    if Self.units.contains(tail), suffix - j == tail.unicodeScalars.count { return j }
    return word(j, end)
  }

  private static let units = WordClasses.table[.unit]

  /// Telephone numbers and dates: three groups of digits, or three and four digits.
  private func dashedNumber(_ i: Int, _ end: Int) -> Int? {
    var groups: [Int] = []
    var j = i
    while true {
      let stop = run(j, min(end, j + 12), ScalarClass.isDigit)
      if stop == j { break }
      groups.append(stop - j)
      guard stop + 1 < end, text[stop] == "-", ScalarClass.isDigit(text[stop + 1]) else {
        j = stop
        break
      }
      j = stop + 1
    }
    guard groups.count >= 3 || groups == [3, 4] else { return nil }
    return j < end && ScalarClass.isWord(text[j]) ? nil : j
  }

  /// Letters and digits, with apostrophes, ampersands and underscores inside; joined prefixes.
  private func word(_ i: Int, _ end: Int) -> Int {
    var j = i
    while j < end {
      if ScalarClass.isWord(text[j]) || text[j] == "_" {
        j += 1
      } else if j + 1 < end, ScalarClass.isWord(text[j + 1]),
        ScalarClass.isApostrophe(text[j]) || text[j] == "&"
      {
        j += 1
      } else if text[j] == "-", j + 1 < end, ScalarClass.isWord(text[j + 1]), j - i <= 7,
        WordClasses.joinedPrefixes.contains(string(i, j).lowercased())
      {
        j += 1
      } else {
        break
      }
    }
    return max(j, i + 1)
  }

  /// A clitic behind a non-word ("U.S.|'s"), an elision ("'em", "'90s") or a quotation mark.
  private func apostrophe(_ i: Int, _ start: Int, _ end: Int) -> Int {
    let letters = run(i + 1, min(end, i + 6), ScalarClass.isWord)
    let tail = string(i + 1, letters).lowercased()
    if i > start, ["s", "m", "re", "ve", "ll", "d", "t"].contains(tail) { return letters }
    if ["em", "tis", "twas", "cause", "til", "bout", "n"].contains(tail) { return letters }
    if letters - i <= 4, let first = tail.unicodeScalars.first, ScalarClass.isDigit(first),
      tail.unicodeScalars.count >= 2
    {
      return letters
    }
    return i + 1 < end && text[i + 1] == text[i] ? i + 2 : i + 1
  }

  /// Runs of stops, dashes, marks and signs; other symbols alone with what extends them.
  private func punctuation(_ i: Int, _ end: Int) -> Int {
    let s = text[i]
    if s == "!" || s == "?" { return run(i, end) { $0 == "!" || $0 == "?" } }
    if ".-–—*=_~…`<>|$".unicodeScalars.contains(s) {
      let same = run(i, end) { $0 == s }
      if s == "-", same == i + 1, same < end, text[same] == ">" { return same + 1 }
      return same
    }
    if s == ":" || s == ";", let smiley = emoticon(i, end) { return smiley }
    return symbolEnd(i, end)
  }

  /// A symbol with its marks, and the further symbols that joiners add to it.
  private func symbolEnd(_ i: Int, _ end: Int) -> Int {
    let limit = min(end, i + Self.reach)
    var j = run(i + 1, limit, ScalarClass.extends)
    while j < limit, text[j - 1].value == 0x200d { j = run(j + 1, limit, ScalarClass.extends) }
    return j
  }

  private func emoticon(_ i: Int, _ end: Int) -> Int? {
    var j = i + 1
    if j < end, text[j] == "-" || text[j] == "'" { j += 1 }
    guard j < end, ")(DP".unicodeScalars.contains(text[j]) else { return nil }
    return j + 1 == end || !ScalarClass.isWord(text[j + 1]) ? j + 1 : nil
  }
}

// MARK: - Clitics
extension WordSplitter {
  private static let clitics: Set<String> = ["s", "m", "re", "ve", "ll", "d"]
  private static let contractions: [String: Int] = [
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3,
    "thats": 4,
  ]
  /// Verbs whose "n't" is often written without apostrophe ("dont").
  private static let negated = WordClasses.table[.contracted]

  /// Appends a token, split into host and clitics: "do|n't", "would|n't|'ve", "can|not".
  private func appendWithoutClitics(_ span: Span, into words: inout [Span]) {
    var ends: [Int] = []
    var end = span.end
    while let cut = clitic(span.start, end) {
      ends.append(end)
      end = cut
      if ends.count == 3 { break }
    }
    words.append(Span(span.start, end))
    for next in ends.reversed() {
      words.append(Span(end, next))
      end = next
    }
  }

  /// Where the last clitic of a word begins.
  private func clitic(_ start: Int, _ end: Int) -> Int? {
    let count = end - start
    if count == 2, text[end - 1] == "m", text[start] == "I" || text[start] == "i" {
      return start + 1
    }
    guard count >= 3 else { return nil }
    if count == 3, text[end - 1] == "e", text[start + 1] == "v",
      text[start] == "I" || text[start] == "i"
    {
      return start + 1
    }
    if (4...8).contains(count), text[end - 1] == "t", text[end - 2] == "n",
      Self.negated.contains(string(start, end - 2).lowercased())
    {
      return end - 2
    }
    if (5...6).contains(count), let cut = Self.contractions[string(start, end).lowercased()] {
      return start + cut
    }
    guard ScalarClass.isWord(text[start]) else { return nil }
    if count > 3, text[end - 1] == "t" || text[end - 1] == "T",
      ScalarClass.isApostrophe(text[end - 2]), text[end - 3] == "n" || text[end - 3] == "N"
    {
      return end - 3
    }
    for length in 1...2 where count > length + 1 && ScalarClass.isApostrophe(text[end - length - 1])
    {
      if Self.clitics.contains(string(end - length, end).lowercased()) { return end - length - 1 }
    }
    return nil
  }
}
