import RelataCore

/// A sign in a parsed text that says what begins there, until nothing moves its offsets any more.
///
/// It stands right before the first letter of a block, as ``PageMarks`` before that of a page. A block reaches to the next
/// mark or the next blank line; one without a mark is a paragraph.
package struct BlockMark: Hashable, Sendable {
  package typealias Kind = Block.Kind

  /// Nil for furniture.
  package var kind: Kind?
  /// Of a heading.
  package var level: Int?
  package var continues: Bool

  package init(_ kind: Block.Kind, level: Int? = nil, continues: Bool = false) {
    self.kind = kind
    self.level = level
    self.continues = continues
  }

  private init() { (kind, level, continues) = (nil, nil, false) }

  /// What is kept in the text, but not read: quoted letters, signatures.
  package static let furniture = BlockMark()

  static let opening: Unicode.Scalar = "\u{FFFA}"
  private static let letters: [Block.Kind: Character] = [
    .heading: "h", .paragraph: "p", .item: "i", .row: "r", .quotation: "q", .caption: "c",
    .term: "t", .definition: "d",
  ]
  private static let kinds = Dictionary(
    uniqueKeysWithValues: letters.map { ($0.value, $0.key) })

  /// As it stands in a text; nothing for a kind that only the words of a block tell.
  package var sign: String {
    guard let letter = kind.map({ Self.letters[$0] }) ?? "f" else { return "" }
    let level = level.map { "\($0)" } ?? ""
    return "\(Self.opening)\(letter)\(level)\(continues ? "+" : "")\(PageMarks.closing)"
  }

  /// Reads what stands between the two signs of a mark: "h2", "i+".
  init?(_ code: String) {
    guard let letter = code.first else { return nil }
    let rest = code.dropFirst().prefix { $0 != "+" }
    if letter == "f" {
      kind = nil
    } else if let kind = Self.kinds[letter] {
      self.kind = kind
    } else {
      return nil
    }
    level = Int(rest).flatMap { (1...9).contains($0) ? $0 : nil }
    continues = code.hasSuffix("+")
  }

  /// A text without marks of blocks and without what they say is furniture; marks of pages stay.
  ///
  /// - Complexity: O(n).
  package static func removed(from text: String) -> String {
    guard text.unicodeScalars.contains(opening) else { return text }
    var kept = String.UnicodeScalarView()
    var isSkipped = false
    var breaks = 0
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == opening, let end = rest.prefix(8).firstIndex(of: PageMarks.closing) {
        isSkipped = BlockMark(String(rest[..<end])).map { $0.kind == nil } ?? false
        rest = rest[rest.index(after: end)...]
        continue
      }
      if scalar == "\n", rest.first == "\n" { isSkipped = false }
      guard !isSkipped else { continue }
      // What was left out leaves no gap.
      if scalar == "\n" { breaks += 1 } else if !scalar.properties.isWhitespace { breaks = 0 }
      if breaks == 0 || breaks <= 2 && !kept.isEmpty { kept.append(scalar) }
    }
    while kept.last?.properties.isWhitespace == true { kept.removeLast() }
    return String(kept)
  }

  /// A line as the mark that it begins with and the rest.
  package static func split(_ line: Substring) -> (mark: BlockMark?, rest: Substring) {
    let scalars = line.unicodeScalars
    guard scalars.first == opening,
      let end = scalars.prefix(8).firstIndex(of: PageMarks.closing),
      let mark = BlockMark(String(scalars[..<end].dropFirst()))
    else { return (nil, line) }
    return (mark, Substring(scalars[scalars.index(after: end)...]))
  }
}
