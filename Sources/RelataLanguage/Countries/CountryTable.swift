/// Countries and a few regions with their other names and their peoples, from `countries.tsv`.
package struct CountryTable: Sendable {
  /// Common name by every written name, folded by ``NameForm/fold(_:)``.
  private let names: [String: String]
  /// Common name by adjective or singular noun of the people, as written.
  private let demonyms: [String: String]
  private let capitals: Set<String>
  /// The key of a state in graph files by each of its names that they take for one.
  private let keys: [String: String]

  /// The table that comes with the program.
  package static let shared = CountryTable(table: PackageResources.countries_tsv)

  /// Reads rows of name, other names, demonyms, capital and names in graph files; lists are separated by "|".
  init(table: [UInt8]) {
    var names: [String: String] = [:]
    var demonyms: [String: String] = [:]
    var capitals: Set<String> = []
    var keys: [String: String] = [:]
    for fields in TableRows(table) where fields.count == 5 {
      let country = String(fields[0])
      if !country.isEmpty { names[NameForm.fold(country)] = country }
      for alias in fields[1].split(separator: "|") { names[NameForm.fold(String(alias))] = country }
      for demonym in fields[2].split(separator: "|") { demonyms[String(demonym)] = country }
      for capital in fields[3].split(separator: "|") {
        capitals.insert(NameForm.fold(String(capital)))
      }
      let joined = fields[4].split(separator: "|").map(String.init)
      for name in joined { keys[name] = joined[0] }
    }
    self.names = names
    self.demonyms = demonyms
    self.capitals = capitals
    self.keys = keys
  }

  /// The common name of the country called `name` ("U.S." → "United States").
  package func country(named name: String) -> String? { names[NameForm.fold(name)] }

  /// Whether a country's capital is called `name`.
  package func isCapital(_ name: String) -> Bool { capitals.contains(NameForm.fold(name)) }

  /// The country whose people or adjective is `word` ("Iraqi" → "Iraq"); plurals do not count.
  package func country(ofDemonym word: String) -> String? { demonyms[word] }

  /// The form under which graph files store a state that has several names ("usa" → "united states").
  ///
  /// - Parameter name: Words folded as for the key of a name, joined by spaces.
  /// - Returns: nil for any other name.
  package func graphKey(of name: String) -> String? { keys[name] }
}
