import RelataCore
import RelataLanguage

/// A line of a plain text that says which newspaper it is from, and perhaps when: "The Harbour Courier, 3 February 2022".
///
/// Nothing but outlet, day and byline may stand in it, and the outlet must be called as newspapers are: a place before a
/// day is a dateline, a ministry an author.
struct OutletLine: Equatable {
  var outlet: String
  /// ISO 8601.
  var day: String?
  var span = Span(0, 0)

  private enum Kind: String { case last, the, whole, label, joiner, headline }
  private static let words: [Kind: Set<String>] = {
    let rows: [(kind: Kind, words: String)] =
      PageTable.rows(PackageResources.outlet_words_tsv) ?? []
    return Dictionary(grouping: rows, by: \.kind).mapValues { Set($0.map(\.words)) }
  }()

  private static let longest = 120
  /// Lines at the head and at the end that are looked at.
  private static let (head, tail) = (6, 3)

  /// The first such line among the first and the last ones; nil where there is none.
  ///
  /// - Complexity: O(text).
  static func find(in text: SourceText) -> OutletLine? {
    let lines = TextLayout(text).lines
    return (lines.prefix(head) + lines.dropFirst(head).suffix(tail)).lazy.compactMap { line in
      guard line.span.count <= longest, var found = OutletLine(text[line.span]) else { return nil }
      found.span = line.span
      return found
    }.first
  }

  /// Reads a line; nil for any other.
  init?(_ line: String) {
    var line = line.collapsed
    while let first = line.first, "*_([".contains(first) { line.removeFirst() }
    while let last = line.last, "*_)].".contains(last) { line.removeLast() }
    if let name = Self.behindCopyright(line) {
      guard let outlet = Self.outlet(name) else { return nil }
      self.outlet = outlet
      return
    }
    let unlabelled = Self.behindLabel(line)
    var hasMore = unlabelled != nil
    var outlet: String?
    for part in Self.parts(unlabelled ?? line) {
      if let day = Self.day(part) {
        guard self.day == nil else { return nil }
        self.day = day
        hasMore = true
      } else if PageByline.person(part, isSigned: false) != nil {
        hasMore = true
      } else {
        let (name, day) = Self.withoutDay(part)
        guard outlet == nil, day == nil || self.day == nil, let found = Self.outlet(name) else {
          return nil
        }
        outlet = found
        self.day = self.day ?? day
        hasMore = hasMore || day != nil
      }
    }
    // A name alone may be a heading.
    guard let outlet, hasMore else { return nil }
    self.outlet = outlet
  }

  /// What a line says is somebody's: of "© 2022 Harbour Courier" the name.
  private static func behindCopyright(_ line: String) -> String? {
    var words = line.split(separator: " ")[...]
    var isCopyright = false
    while let first = words.first {
      let word = first.lowercased()
      if ["©", "(c)", "copyright"].contains(word) || word.hasPrefix("©") && isYear(word.dropFirst())
      {
        isCopyright = true
      } else if !isCopyright || !isYear(first) && word != "by" {
        break
      }
      words.removeFirst()
    }
    guard isCopyright else { return nil }
    let rest = words.joined(separator: " ")
    return String(rest.prefix { !".,;|".contains($0) }).collapsedWords
  }

  private static func isYear(_ word: some StringProtocol) -> Bool {
    word.count >= 4 && word.allSatisfy { $0.isNumber || "-–,".contains($0) }
  }

  private static func behindLabel(_ line: String) -> String? {
    let lower = line.lowercased()
    for label in words[.label] ?? [] where lower.hasPrefix(label) {
      let rest = line.dropFirst(label.count)
      let isWhole = rest.hasPrefix(":") || label.contains(" ") && rest.hasPrefix(" ")
      if isWhole { return String(rest.drop { ": ".contains($0) }) }
    }
    return nil
  }

  /// What bars, points and dashes divide.
  private static func parts(_ line: String) -> [String] {
    var parts = [line]
    for sign in ["|", " • ", " · ", " – ", " — ", " - "] {
      parts = parts.flatMap { $0.split(separator: sign).map(String.init) }
    }
    return parts.compactMap(\.collapsedWords)
  }

  /// A part that is a day and nothing else: "3 February 2022", "Monday 3 February 2022", "2022-02-03".
  private static func day(_ part: String) -> String? {
    let words = part.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    switch words.count {
    case 1:
      return (PublicationDate.normalized(first) ?? PublicationDate.slashed(first)).flatMap(whole)
    case 3: return PublicationDate.normalized(part).flatMap(whole)
    case 4 where PublicationDate.isWeekday(first):
      return PublicationDate.normalized(words.dropFirst().joined(separator: " ")).flatMap(whole)
    default: return nil
    }
  }

  private static func whole(_ day: String) -> String? { day.count == 10 ? day : nil }

  /// "The Harbour Courier, 3 February 2022" in two.
  private static func withoutDay(_ part: String) -> (name: String, day: String?) {
    let words = part.split(separator: " ").map(String.init)
    for count in [4, 3, 1] where words.count > count {
      guard let day = day(words.suffix(count).joined(separator: " ")) else { continue }
      var name = words.dropLast(count)
      if let last = name.last, ["on", ","].contains(last.lowercased()) { name.removeLast() }
      return (name.joined(separator: " "), day)
    }
    return (part, nil)
  }

  /// A name that newspapers have, without the mark behind it.
  private static func outlet(_ part: String) -> String? {
    var name = part
    while let last = name.last, ",;:".contains(last) { name.removeLast() }
    let forms = name.split(separator: " ").map(String.init)
    let lower = forms.map { $0.lowercased() }
    guard (1...6).contains(forms.count), name.last.map({ !".!?".contains($0) }) == true else {
      return nil
    }
    if isOne(name.lowercased(), .whole), forms[0].first?.isUppercase == true {
      return name
    }
    let isName = zip(forms, lower).allSatisfy { form, word in
      form.first?.isUppercase == true && form.allSatisfy { $0.isLetter || "'’-&".contains($0) }
        && !isOne(word, .headline) || isOne(word, .joiner)
    }
    guard isName, forms.count > 1 else { return nil }
    // "The Times of the Harbour": what stands before "of" counts.
    let end = lower.firstIndex(of: "of") ?? lower.count
    guard end > 0, let kind = kind(lower[end - 1]) else { return nil }
    let hasArticle = lower[0] == "the"
    return kind == .last && (end > 1 || end < lower.count) || kind == .the && hasArticle
      ? name : nil
  }

  private static func kind(_ word: String) -> Kind? {
    [.last, .the].first { isOne(word, $0) }
  }

  private static func isOne(_ word: String, _ kind: Kind) -> Bool {
    words[kind]?.contains(word) == true
  }
}
