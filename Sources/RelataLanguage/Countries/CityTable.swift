/// Cities of 100,000 people and more and states of the US, with the countries that have a place of their name, from `cities.tsv`.
package enum CityTable {
  /// What is known of a name of cities.
  package struct City: Hashable, Sendable {
    /// Every country with a place of 15,000 people or more of this name; that of the largest first, never empty.
    package let countries: [String]
    /// 3 from a million people on, 2 from 200,000, else 1.
    package let size: Int
  }

  /// The city of a folded name, words separated by single spaces; nil for a smaller place.
  package static func city(named name: String) -> City? { table[name] }

  private static let table: [String: City] = {
    var table: [String: City] = [:]
    for row in TableRows(PackageResources.cities_tsv) where row.count == 3 {
      table[String(row[0])] = City(
        countries: row[1].split(separator: "|").map { String($0) }, size: Int(row[2]) ?? 1)
    }
    return table
  }()
}
