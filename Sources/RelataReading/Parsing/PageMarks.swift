import RelataCore

/// Signs in a parsed text that tell where its pages begin, until nothing moves its offsets any more.
///
/// A mark is the page's number between the two signs that Unicode has for annotations, right before the page's first word; it may stand
/// in the middle of a word that runs over the page.
package enum PageMarks {
  private static let opening: Unicode.Scalar = "\u{FFF9}"
  private static let closing: Unicode.Scalar = "\u{FFFB}"
  /// Digits of a number at most.
  private static let longest = 6

  /// The mark of a page.
  package static func mark(_ page: Int) -> String { "\(opening)\(page)\(closing)" }

  /// Whether a scalar is one of those that marks are made of, and none of a text.
  package static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == opening || scalar == closing
  }

  /// A text that begins with a mark as the mark and the rest; the mark is empty where there is none.
  package static func split(_ text: String) -> (mark: String, rest: String) {
    let scalars = text.unicodeScalars
    guard scalars.first == opening, let end = scalars.firstIndex(of: closing) else {
      return ("", text)
    }
    return (String(scalars[...end]), String(scalars[scalars.index(after: end)...]))
  }

  /// The text without its marks, and where its pages begin.
  ///
  /// - Complexity: O(n).
  package static func taken(from text: SourceText) -> (text: SourceText, pages: [PageStart]) {
    guard text.scalars.contains(where: isMark) else { return (text, []) }
    var scalars: ContiguousArray<Unicode.Scalar> = []
    scalars.reserveCapacity(text.count)
    var pages: [PageStart] = []
    var rest = text.scalars[...]
    while let scalar = rest.popFirst() {
      if !isMark(scalar) {
        scalars.append(scalar)
      } else if scalar == opening, let end = rest.prefix(longest + 1).firstIndex(of: closing),
        let page = Int(String(scalars: rest[..<end])), page > 0
      {
        pages.append(PageStart(start: scalars.count, page: page))
        rest = rest[(end + 1)...]
      }
    }
    return (SourceText(scalars: scalars), pages)
  }
}
