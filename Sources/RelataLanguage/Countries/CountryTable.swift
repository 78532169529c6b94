/// Countries and a few regions with their other names and their peoples.
package struct CountryTable: Sendable {
  /// Common name by every written name, folded by ``NameForm/fold(_:)``.
  private let names: [String: String]
  /// Common name by adjective or singular noun of the people, as written.
  private let demonyms: [String: String]
  private let capitals: Set<String>

  /// The table that comes with the program.
  package static let shared = CountryTable(table: PackageResources.countries_tsv)

  /// Reads lines of name, aliases, demonyms and capital; lists are separated by "|".
  package init(table: [UInt8]) {
    var names: [String: String] = [:]
    var demonyms: [String: String] = [:]
    var capitals: Set<String> = []
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 4 else { continue }
      let country = String(fields[0])
      names[NameForm.fold(country)] = country
      for alias in fields[1].split(separator: "|") { names[NameForm.fold(String(alias))] = country }
      for demonym in fields[2].split(separator: "|") { demonyms[String(demonym)] = country }
      for capital in fields[3].split(separator: "|") {
        capitals.insert(NameForm.fold(String(capital)))
      }
    }
    self.names = names
    self.demonyms = demonyms
    self.capitals = capitals
  }

  /// The common name of the country called `name` ("U.S." → "United States").
  package func country(named name: String) -> String? { names[NameForm.fold(name)] }

  /// Whether a country's capital is called `name`.
  package func isCapital(_ name: String) -> Bool { capitals.contains(NameForm.fold(name)) }

  /// The country whose people or adjective is `word` ("Iraqi" → "Iraq"); plurals do not count.
  package func country(ofDemonym word: String) -> String? { demonyms[word] }
}
