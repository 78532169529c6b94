import RelataLanguage

/// Reads tables of words of documents and pages: a line has a kind and what is of it, with a tab between.
enum PageTable {
  /// The lines in order, without comments; nil where one is malformed or of a kind that nobody knows.
  static func rows<Kind: RawRepresentable<String>>(
    _ table: [UInt8]
  ) -> [(kind: Kind, words: String)]? {
    var rows: [(kind: Kind, words: String)] = []
    for fields in TableRows(table) {
      guard fields.count == 2, let kind = Kind(rawValue: String(fields[0])) else { return nil }
      rows.append((kind, String(fields[1])))
    }
    return rows
  }
}
