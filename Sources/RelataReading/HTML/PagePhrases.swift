/// Phrases by which pages announce what is none of the story; data in `Resources/page-phrases.tsv`.
struct PagePhrases: Sendable {
  private enum Kind: String {
    case readers, others, notice, credit, bio, opener, role, desk, clock, missing, consent
  }

  private var phrases: [Kind: [[String]]] = [:]

  static let standard: PagePhrases = {
    guard let phrases = PagePhrases(table: PackageResources.page_phrases_tsv) else {
      preconditionFailure("internal error RL9002: the shipped page-phrases.tsv does not parse")
    }
    return phrases
  }()

  /// Nil where a line is malformed.
  init?(table: [UInt8]) {
    guard let rows: [(kind: Kind, words: String)] = PageTable.rows(table) else { return nil }
    for (kind, words) in rows { phrases[kind, default: []].append(Self.words(words)) }
  }

  private func all(_ kind: Kind) -> [[String]] { phrases[kind] ?? [] }

  private func isOne(_ word: String, _ kind: Kind) -> Bool { all(kind).contains([word]) }

  // MARK: Headings

  /// Whether a heading or a short line opens a list of other stories.
  func opensOthers(_ text: String) -> Bool { begins(text, .others) }

  /// Whether it opens what readers say: "12 comments".
  func opensReaders(_ text: String) -> Bool { begins(text, .readers) }

  private func begins(_ text: String, _ kind: Kind) -> Bool {
    let words = Self.words(text)
    guard words.count <= 9, !text.hasSuffix(".") else { return false }
    let first = words.drop { $0.allSatisfy(\.isNumber) }
    return all(kind).contains { first.starts(with: $0) }
  }

  /// "More obituaries": of a heading before a list of links.
  func mayOpenOthers(_ text: String) -> Bool {
    let words = Self.words(text)
    return words.count <= 4 && ["more", "other", "latest", "recent", "top"].contains(words.first)
  }

  // MARK: Passages

  /// Whether a short passage is a notice or a credit, or tells of the author.
  func isNotice(_ text: String) -> Bool {
    guard text.count < 300 else { return false }
    let words = Self.words(text)
    let whole = " \(words.joined(separator: " ")) "
    return all(.notice).contains { words.starts(with: $0) }
      || all(.credit).contains {
        words.count > $0.count && words.suffix($0.count).elementsEqual($0)
      }
      || all(.bio).contains { whole.contains(" \($0.joined(separator: " ")) ") }
  }

  /// Whether a word may stand in a line that only tells the time.
  func isClock(_ word: String) -> Bool { isOne(word, .clock) }

  // MARK: Bylines

  /// A line without the words that open a byline, nil where none do.
  func afterByline(_ line: String) -> String? {
    let words = line.split(separator: " ")
    let found = all(.opener).filter { opener in
      words.count > opener.count
        && zip(words, opener).allSatisfy { Self.words($0.lowercased()) == [$1] }
    }.map(\.count).max()
    return found.map { words.dropFirst($0).joined(separator: " ") }
  }

  /// Whether a word says what somebody is rather than what he is called: "correspondent".
  func isRole(_ word: String) -> Bool { isOne(word.lowercased(), .role) }

  /// Whether a word names a desk or an account: "staff", "webeditor2".
  func isDesk(_ word: String) -> Bool { isOne(word.filter { !$0.isNumber }, .desk) }

  // MARK: Walls

  /// Whether a head says that the page is not there.
  func saysMissing(_ head: String) -> Bool {
    let words = " \(Self.words(head).joined(separator: " ")) "
    return all(.missing).contains { words.contains(" \($0.joined(separator: " ")) ") }
  }

  /// Whether a word is one of those that walls of consent are full of.
  func isAboutConsent(_ word: String) -> Bool { isOne(word, .consent) }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { $0.isWhitespace || ":|()[]…,.!?\"“”".contains($0) }.map(String.init)
  }
}
