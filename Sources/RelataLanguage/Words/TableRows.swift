/// The rows of a table that ships in the program: lines of fields separated by tabs.
///
/// A line that begins with "#" is a comment; the head of each table says what it holds, its columns and
/// its source. Reading is O(n) and happens once, where the table is first asked.
package struct TableRows: Sequence, Sendable {
  private let text: String

  /// - Parameter bytes: UTF-8; what is none is replaced, as the tests of each table would show.
  package init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  /// Fields of one line after the other; empty fields are kept.
  package func makeIterator() -> AnyIterator<[Substring]> {
    var lines = text.split(separator: "\n").makeIterator()
    return AnyIterator {
      while let line = lines.next() {
        if !line.hasPrefix("#") {
          return line.split(separator: "\t", omittingEmptySubsequences: false)
        }
      }
      return nil
    }
  }

  /// What is wrong with a table whose first column is its key; empty for a good one.
  ///
  /// No head, rows of another width, a key twice, rows out of order: for tests.
  package func faults(columns: Int, isSorted: Bool = true) -> [String] {
    var faults: [String] = []
    if !text.hasPrefix("# ") { faults.append("no comment at the head") }
    if !text.contains("\n# Columns: ") { faults.append("the head does not name the columns") }
    if !text.contains("\n# Source: ") { faults.append("the head does not name the source") }
    var keys: Set<Substring> = []
    var last: Substring = ""
    for row in self {
      if row.count != columns { faults.append("\(row.count) columns: \(row)") }
      guard let key = row.first else { continue }
      if !keys.insert(key).inserted { faults.append("twice: \(key)") }
      // By bytes, as the tools that make the tables sort them.
      if isSorted, key.utf8.lexicographicallyPrecedes(last.utf8) { faults.append("order: \(key)") }
      last = key
    }
    return faults
  }
}
