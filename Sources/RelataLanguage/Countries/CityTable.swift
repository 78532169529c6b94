/// Cities of 100,000 people and more and states of the US, with the countries that have a place of their name, from `cities.tsv`, and what
/// else cities are called, from `city-names.tsv`.
package enum CityTable {
  /// What is known of a name of cities.
  package struct City: Hashable, Sendable {
    /// Every country with a place of 15,000 people or more of this name; that of the largest first, never empty.
    package let countries: [String]
    /// 3 from a million people on, 2 from 200,000, else 1.
    package let size: Int
  }

  /// The city of a folded name, words separated by single spaces; nil for a smaller place.
  package static func city(named name: String) -> City? {
    if let city = table[name] { return city }
    guard let group = otherNames[name] else { return nil }
    return group.lazy.compactMap { table[$0] }.first
  }

  /// The city of exactly this name, whatever it is called elsewhere.
  package static func city(namedExactly name: String) -> City? { table[name] }

  /// The name that stands for all names of a city ("kiev" is "kyiv"); nil for a name that is the only one.
  package static func commonName(of name: String) -> String? { otherNames[name]?.first }

  private static let table: [String: City] = {
    var table: [String: City] = [:]
    for row in TableRows(LargeTables.cities) where row.count == 3 {
      table[String(row[0])] = City(
        countries: row[1].split(separator: "|").map { commonName(ofCountry: String($0)) },
        size: Int(row[2]) ?? 1)
    }
    return table
  }()

  /// GeoNames calls some countries otherwise than ``CountryTable``: "The Netherlands".
  private static func commonName(ofCountry name: String) -> String {
    let bare = name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
    return CountryTable.shared.country(named: name) ?? CountryTable.shared.country(named: bare)
      ?? name
  }

  /// All names of a city by each of them, the common one first.
  private static let otherNames: [String: [String]] = {
    var groups: [String: [String]] = [:]
    for row in TableRows(PackageResources.city_names_tsv) where row.count == 2 {
      let group = [String(row[0])] + row[1].split(separator: "|").map { String($0) }
      for name in group { groups[name] = group }
    }
    return groups
  }()
}
