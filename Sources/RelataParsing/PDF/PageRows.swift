/// Which lines of a page stand beside one another.
enum PageRows {
  /// Lines at one height, as positions in the page: from top to bottom, each row from left to right.
  ///
  /// - Complexity: O(lines · log lines).
  static func grouped(_ page: [PageLine]) -> [[Int]] {
    var rows: [[Int]] = []
    for i in page.indices.sorted(by: { (page[$0].top, $0) < (page[$1].top, $1) }) {
      if let last = rows.last?.first,
        abs(page[last].top - page[i].top) < 0.4 * max(page[i].height, 4)
      {
        rows[rows.count - 1].append(i)
      } else {
        rows.append([i])
      }
    }
    return rows.map { row in row.sorted { (page[$0].left, $0) < (page[$1].left, $1) } }
  }

  /// The lines row by row.
  static func ordered(_ page: [PageLine]) -> [PageLine] {
    grouped(page).flatMap { $0.map { page[$0] } }
  }
}
