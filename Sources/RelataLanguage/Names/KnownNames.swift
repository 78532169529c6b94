import RelataCore

/// Names that the news knows without more words, from `known-names.tsv`: "United Nations", "Vladimir Putin".
package enum KnownNames {
  /// Whether whoever bears a folded name needs no other sign to be known.
  package static func contains(_ name: String, type: EntityType) -> Bool {
    guard let letter = [EntityType.person: "P", .organization: "O"][type] else { return false }
    return table[name] == letter
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for row in TableRows(PackageResources.known_names_tsv) where row.count == 2 {
      table[String(row[0])] = String(row[1])
    }
    return table
  }()
}
