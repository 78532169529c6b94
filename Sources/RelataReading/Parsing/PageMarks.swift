import RelataCore

/// Signs in a parsed text that tell where its pages begin, until nothing moves its offsets any more.
///
/// A mark is the page's number between the two signs that Unicode has for annotations, right before the page's first word; it may stand
/// in the middle of a word that runs over the page.
package enum PageMarks {
  private static let opening: Unicode.Scalar = "\u{FFF9}"
  static let closing: Unicode.Scalar = "\u{FFFB}"
  /// Digits of a number at most.
  private static let longest = 6

  /// The mark of a page.
  package static func mark(_ page: Int) -> String { "\(opening)\(page)\(closing)" }

  /// Whether a scalar is one of those that marks of pages and blocks are made of, and none of a text.
  package static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == opening || scalar == closing || scalar == BlockMark.opening
  }

  /// A text that begins with a mark as the mark and the rest; the mark is empty where there is none.
  package static func split(_ text: String) -> (mark: String, rest: String) {
    let scalars = text.unicodeScalars
    guard scalars.first == opening, let end = scalars.firstIndex(of: closing) else {
      return ("", text)
    }
    return (String(scalars[...end]), String(scalars[scalars.index(after: end)...]))
  }

  /// What a text says by its marks.
  package struct Taken {
    /// Without them.
    package var text: SourceText
    package var pages: [PageStart] = []
    /// Where blocks begin; in order.
    package var blocks: [(start: Int, mark: BlockMark)] = []
  }

  /// The text without its marks, and where its pages and marked blocks begin.
  ///
  /// - Complexity: O(n).
  package static func taken(from text: SourceText) -> Taken {
    guard text.scalars.contains(where: isMark) else { return Taken(text: text) }
    var scalars: ContiguousArray<Unicode.Scalar> = []
    scalars.reserveCapacity(text.count)
    var taken = Taken(text: SourceText(""))
    var rest = text.scalars[...]
    while let scalar = rest.popFirst() {
      guard isMark(scalar) else {
        scalars.append(scalar)
        continue
      }
      guard let end = rest.prefix(longest + 1).firstIndex(of: closing) else { continue }
      let words = String(scalars: rest[..<end])
      if scalar == opening, let page = Int(words), page > 0 {
        taken.pages.append(PageStart(start: scalars.count, page: page))
      } else if scalar == BlockMark.opening, let mark = BlockMark(words) {
        taken.blocks.append((scalars.count, mark))
      } else {
        continue
      }
      rest = rest[(end + 1)...]
    }
    taken.text = SourceText(scalars: scalars)
    return taken
  }
}
