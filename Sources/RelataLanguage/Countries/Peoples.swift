/// Peoples and parties whose adjective is not their noun, from `peoples.tsv`; lower case.
package enum Peoples {
  private static let nouns: [String: String] = {
    var nouns: [String: String] = [:]
    for row in TableRows(PackageResources.peoples_tsv) where row.count == 2 {
      nouns[String(row[0])] = String(row[1])
    }
    return nouns
  }()

  /// The noun of an adjective or other spelling ("kurdish" → "kurd"); any other word as it is.
  package static func noun(of word: String) -> String { nouns[word] ?? word }
}
