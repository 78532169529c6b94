/// Finds what stands at the head and foot of page after page: running titles and page numbers.
enum RunningLines {
  /// Lines at either end of a page that may be such.
  private static let depth = 3

  /// The pages without them; their lines stand from top to bottom.
  static func removed(from pages: [[PageLine]]) -> [[PageLine]] {
    var counts: [String: Int] = [:]
    for page in pages {
      for key in Set(edges(of: page.count).map { key(page[$0]) }) { counts[key, default: 0] += 1 }
    }
    let least = max(2, (pages.count + 1) / 2)
    return pages.map { page in
      let edges = Set(edges(of: page.count))
      let marks = Set(page.flatMap(\.noteMarks))
      return page.enumerated().filter { i, line in
        // A note may say the same on every page ("Ibid., page 3").
        guard edges.contains(i), marks.isEmpty || NoteMark.length(i, of: page, among: marks) == nil
        else {
          return true
        }
        if counts[key(line), default: 0] >= least, isApart(i, page) { return false }
        return !((i == 0 || i == page.count - 1) && isPageNumber(line.text))
      }.map(\.element)
    }
  }

  /// Whether a line stands apart from the text, or is set in another size.
  private static func isApart(_ i: Int, _ page: [PageLine]) -> Bool {
    let line = page[i]
    let isHead = i < page.count / 2
    // The nearest line towards the middle of the page that is not beside it.
    let next =
      isHead
      ? page[i...].first { $0.top > line.bottom - 1 } : page[...i].last { $0.bottom < line.top + 1 }
    guard let next else { return true }
    let gap = isHead ? next.top - line.bottom : line.top - next.bottom
    return gap > 0.7 * max(line.height, 4)
      || max(line.height, next.height) > 1.1 * min(line.height, next.height)
  }

  private static func edges(of count: Int) -> [Int] {
    (0..<count).filter { $0 < depth || $0 >= count - depth }
  }

  /// The words, numbers alike, and their size: a title is no running head of the same words.
  private static func key(_ line: PageLine) -> String {
    String(line.text.lowercased().filter { !$0.isWhitespace }.map { $0.isNumber ? "0" : $0 })
      .replacing("00", with: "0").replacing("00", with: "0") + "@\(Int(line.height.rounded()))"
  }

  /// "12", "- 12 -", "Page 3 of 12", "xiv".
  static func isPageNumber(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard (1...4).contains(words.count) else { return false }
    let rest = words.filter { !["page", "p", "pp", "of", "seite", "s"].contains($0) }
    return !rest.isEmpty
      && rest.allSatisfy { word in
        word.allSatisfy(\.isNumber) && word.count <= 4 || word.allSatisfy { "ivxlc".contains($0) }
      }
  }
}
