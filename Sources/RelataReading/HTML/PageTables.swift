/// Tells tables of data from those that only lay a page out.
struct PageTables {
  let tree: PageTree

  /// The rows of tables of data: several rows of several short cells.
  func dataRows(isHidden: [Bool]) -> Set<Int> {
    var found: Set<Int> = []
    for (i, node) in tree.nodes.enumerated() where node.name == "table" && !isHidden[i] {
      var rows: [Int] = []
      var cells = 0
      var letters = 0
      var longest = 0
      var isNested = false
      for inner in i + 1..<node.end {
        switch tree.nodes[inner].name {
        case "table", "form", "h1", "h2":
          isNested = true
        case "tr": rows.append(inner)
        case "td", "th":
          cells += 1
          let count = tree.words(inner)?.count ?? 0
          letters += count
          longest = max(longest, count)
        default: continue
        }
        if isNested { break }
      }
      guard !isNested, rows.count > 1, cells >= rows.count * 2 - 1, longest < 400,
        letters < cells * 120
      else { continue }
      found.formUnion(rows)
    }
    return found
  }
}
