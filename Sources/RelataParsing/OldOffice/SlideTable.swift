/// A table on a slide of before 2007: a group of shapes with text that stand in rows and columns.
enum SlideTable {
  private static let mostCells = 10_000

  /// The rows of a group from top to bottom; nil where its shapes fill no grid.
  static func rows(_ group: SlideRecord) -> [[String]]? {
    guard group.kind == 0xF003 else { return nil }
    var cells: [Int: [Int: String]] = [:]
    for shape in group.all([0xF004]).prefix(mostCells) {
      // Its place within the group: left, top, right, bottom.
      guard let place = shape.children.first(where: { $0.kind == 0xF00F }),
        shape.children.contains(where: { $0.kind == 0xF00D })
      else { continue }
      let text = shape.all([4_000, 4_008]).compactMap(\.text).joined(separator: " ")
      cells[place.long(4), default: [:]][place.long(0)] = text
    }
    let columns = Set(cells.values.flatMap(\.keys))
    guard cells.count > 1, columns.count > 1,
      cells.values.allSatisfy({ $0.count == columns.count })
    else { return nil }
    return cells.sorted { signed($0.key) < signed($1.key) }.map { row in
      row.value.sorted { signed($0.key) < signed($1.key) }.map(\.value)
    }
  }

  private static func signed(_ number: Int) -> Int32 { Int32(truncatingIfNeeded: number) }
}
