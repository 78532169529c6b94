/// Finds tables on a page: short lines that stand side by side in row after row.
///
/// Columns of prose stand side by side as well; but most of their lines go on with a sentence, in lower case.
enum PageTables {
  /// A line of prose, or the cells of a row from left to right.
  enum Item {
    case line(PageLine)
    case row([PageLine])
  }

  private static let longestCell = 60
  private static let leastRows = 2

  /// The lines of a page in their order, those of a table put together where its first one stood.
  static func items(of page: [PageLine]) -> [Item] {
    var tableAt: [Int: [[Int]]] = [:]
    var inTable: Set<Int> = []
    for table in tables(PageRows.grouped(page), page) {
      let members = table.flatMap { $0 }
      guard let first = members.min() else { continue }
      inTable.formUnion(members)
      // All rows follow the place of the first line.
      tableAt[first] = table
    }
    return page.indices.flatMap { i -> [Item] in
      if let table = tableAt[i] { return table.map { row in .row(row.map { page[$0] }) } }
      return inTable.contains(i) ? [] : [.line(page[i])]
    }
  }

  /// Runs of rows with as many cells, of which few begin in lower case.
  private static func tables(_ rows: [[Int]], _ page: [PageLine]) -> [[[Int]]] {
    var found: [[[Int]]] = []
    var run: [[Int]] = []
    func close() {
      let cells = run.flatMap { $0 }
      let lower = cells.count { page[$0].beginsLower }
      if run.count >= leastRows, lower * 6 <= cells.count { found.append(run) }
      run = []
    }
    for row in rows {
      let isRow =
        row.count > 1 && row.allSatisfy { page[$0].scalars.count <= longestCell }
        && !page[row[0]].isBullet
      if !isRow || run.last.map({ $0.count != row.count }) == true { close() }
      if isRow { run.append(row) }
    }
    close()
    return found
  }
}
