import RelataCore

/// A sequence of words with a place for each end: `{subject}, a front for {object}`.
///
/// Words match a word's form or its dictionary form, whatever the case; `a|b` either of two; `(word)`
/// may be missing; `...` stands for up to five words; `{subject PERSON}` takes only that type.
package struct SurfacePattern: Sendable {
  package enum Element: Hashable, Sendable {
    case subject(EntityType?)
    case object(EntityType?)
    case words(Set<String>)
    case optional(Set<String>)
    case gap
  }

  /// Words that `...` may stand for.
  package static let longestGap = 5
  /// Words, places and gaps of one pattern: more than any sentence that is worth a pattern has.
  ///
  /// Together with
  /// the matcher's memory it bounds the steps for a sentence by the product of its words and the elements.
  package static let mostElements = 40

  package var relation: RelationID
  package var elements: [Element]
  /// The probability that what it reads is right, 0…1, as its author judges it.
  package var confidence: Double

  /// - Throws: ``RelataError`` RL3010 where an end is missing or doubled, where no word stands in it, where
  ///   a brace stays open, or where it is too long.
  package init(
    _ text: String, relation: RelationID, confidence: Double, at location: InputLocation
  ) throws(RelataError) {
    self.relation = relation
    self.confidence = confidence
    var elements: [Element] = []
    for piece in Self.pieces(text) {
      guard let element = Self.element(piece) else {
        throw Self.malformed("'\(piece)' is not understood", text, at: location)
      }
      elements.append(element)
    }
    self.elements = elements
    guard elements.count <= Self.mostElements else {
      throw Self.malformed(
        "it has \(elements.count) words and places, more than \(Self.mostElements)",
        String(text.prefix(60)) + "…", at: location)
    }
    let subjects = elements.filter { if case .subject = $0 { true } else { false } }.count
    let objects = elements.filter { if case .object = $0 { true } else { false } }.count
    guard subjects == 1, objects == 1 else {
      throw Self.malformed("it needs {subject} and {object}, each once", text, at: location)
    }
    let hasWord = elements.contains {
      if case .words(let words) = $0 {
        words.contains { $0.contains(where: \.isLetter) }
      } else {
        false
      }
    }
    guard hasWord else {
      throw Self.malformed(
        "two names side by side say nothing: it needs a word", text, at: location)
    }
  }

  /// Words, braces and punctuation marks, each on its own.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    var depth = 0
    func flush() {
      if !current.isEmpty { pieces.append(current) }
      current = ""
    }
    for character in text {
      switch character {
      case "{", "(":
        if depth == 0 { flush() }
        depth += 1
        current.append(character)
      case "}", ")":
        depth -= 1
        current.append(character)
        if depth == 0 { flush() }
      case " " where depth == 0: flush()
      case ",", ";", ":", "-", "–", "’", "'", "\"":
        if depth > 0 {
          current.append(character)
        } else if "’'".contains(character) {
          // "Iran's" is two words: the name and "'s".
          flush()
          current.append(character)
        } else {
          flush()
          pieces.append(String(character))
        }
      default: current.append(character)
      }
    }
    flush()
    return pieces
  }

  private static func element(_ piece: String) -> Element? {
    if piece == "..." || piece == "…" { return .gap }
    if piece.hasPrefix("{") {
      guard piece.hasSuffix("}") else { return nil }
      let words = piece.dropFirst().dropLast().split(separator: " ")
      guard let end = words.first, words.count <= 2 else { return nil }
      var type: EntityType?
      if words.count == 2 {
        guard let wanted = EntityType(rawValue: words[1].uppercased()), wanted.isNode else {
          return nil
        }
        type = wanted
      }
      return end == "subject" ? .subject(type) : end == "object" ? .object(type) : nil
    }
    if piece.hasPrefix("(") {
      guard piece.hasSuffix(")") else { return nil }
      let words = alternatives(piece.dropFirst().dropLast())
      return words.isEmpty ? nil : .optional(words)
    }
    guard !piece.contains(where: { "{}()".contains($0) }) else { return nil }
    let words = alternatives(piece[...])
    return words.isEmpty ? nil : .words(words)
  }

  private static func alternatives(_ text: Substring) -> Set<String> {
    Set(text.split(separator: "|").map { $0.lowercased().replacing("’", with: "'") })
  }

  private static func malformed(
    _ reason: String, _ text: String, at location: InputLocation
  ) -> RelataError {
    RelataError(
      .badInput, code: "RL3010", "rules: the pattern '\(text)' cannot be read: \(reason)",
      at: location, hint: "for example '{subject}, a front for {object}'")
  }
}
