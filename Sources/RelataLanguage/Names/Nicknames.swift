/// Short forms of given names ("Bob", "Robert"), from `Tables/nicknames.tsv`.
///
/// Keys are folded as ``TextFolding/folded(_:)`` folds. Nothing says that a bearer of a name uses its short
/// form: the table is for those who would rather hide a name too many.
package enum Nicknames {
  /// Short forms of a given name, sorted; empty for an unknown one.
  package static func short(of given: String) -> [String] { table.short[given] ?? [] }

  /// Given names that a short form may stand for, sorted; empty for an unknown one.
  package static func full(of short: String) -> [String] { table.full[short] ?? [] }

  /// Whether the table knows the word as a given name or as a short form of one.
  package static func contains(_ word: String) -> Bool {
    table.short[word] != nil || table.full[word] != nil
  }

  private static let table: (short: [String: [String]], full: [String: [String]]) = {
    var short: [String: [String]] = [:]
    var full: [String: [String]] = [:]
    for fields in TableRows(LargeTables.nicknames) where fields.count == 2 {
      let name = String(fields[0])
      for form in fields[1].split(separator: " ") {
        short[name, default: []].append(String(form))
        full[String(form), default: []].append(name)
      }
    }
    return (short, full)
  }()
}
