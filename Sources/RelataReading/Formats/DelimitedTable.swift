/// Reads tables of text (RFC 4180, with other dividers): each row becomes a line, its cells divided by bars.
package enum DelimitedTable {
  /// The rows as lines; the divider is the one of comma, semicolon and tab that the first lines have most of.
  ///
  /// - Complexity: O(text).
  package static func lines(of text: String) -> String {
    let divider = divider(of: text)
    return rows(of: text, divider: divider).map { cells in
      var cells = cells.map { $0.collapsed.replacing("|", with: "/") }
      while cells.last?.isEmpty == true { cells.removeLast() }
      return cells.joined(separator: " | ")
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func divider(of text: String) -> Character {
    let head = text.prefix(4_096).prefix { $0 != "\n" }
    let counts = [("\t" as Character), ";", ","].map { mark in (mark, head.count { $0 == mark }) }
    return counts.max { $0.1 < $1.1 }?.0 ?? ","
  }

  private static func rows(of text: String, divider: Character) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var characters = text.makeIterator()
    var next = characters.next()
    while let character = next {
      next = characters.next()
      if isQuoted {
        if character != "\"" {
          cell.append(character)
        } else if next == "\"" {
          cell.append("\"")
          next = characters.next()
        } else {
          isQuoted = false
        }
      } else if character == "\"", cell.isEmpty {
        isQuoted = true
      } else if character == divider {
        row.append(cell)
        cell = ""
      } else if character.isNewline {
        rows.append(row + [cell])
        (row, cell) = ([], "")
      } else {
        cell.append(character)
      }
    }
    return cell.isEmpty && row.isEmpty ? rows : rows + [row + [cell]]
  }
}
