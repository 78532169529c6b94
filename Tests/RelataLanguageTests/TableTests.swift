import Testing

@testable import RelataLanguage

/// Every table that ships parses, is in order and does not contradict itself.
@Suite struct TableTests {
  @Test(arguments: [
    ("titles", PackageResources.titles_tsv, 2), ("name-parts", PackageResources.name_parts_tsv, 2),
    ("person-nouns", PackageResources.person_nouns_tsv, 2),
    ("calendar", PackageResources.calendar_tsv, 3),
    ("abbreviations", PackageResources.abbreviations_tsv, 2),
    ("verbs", PackageResources.verbs_tsv, 5),
    ("verb-endings", PackageResources.verb_endings_tsv, 2),
    ("peoples", PackageResources.peoples_tsv, 2),
    ("given-names", LargeTables.givenNames, 2),
    ("nicknames", LargeTables.nicknames, 2),
    ("common-names", PackageResources.common_names_tsv, 1),
    ("name-context", PackageResources.name_context_tsv, 2),
    ("name-endings", PackageResources.name_endings_tsv, 2),
    ("name-cues", PackageResources.name_cues_tsv, 2),
    ("alias-cues", PackageResources.alias_cues_tsv, 2),
    ("known-names", PackageResources.known_names_tsv, 2),
    ("word-counts", LargeTables.wordCounts, 2),
    ("cities", LargeTables.cities, 3),
    ("offices", PackageResources.offices_tsv, 2),
    ("name-asides", PackageResources.name_asides_tsv, 2),
    ("name-meanings", PackageResources.name_meanings_tsv, 2),
    ("name-spelling", PackageResources.name_spelling_tsv, 2),
  ])
  func rowsAreWholeSortedAndUnique(_ name: String, _ bytes: [UInt8], _ columns: Int) {
    #expect(TableRows(bytes).faults(columns: columns) == [], "\(name)")
    #expect(TableRows(bytes).contains { _ in true }, "\(name) is empty")
  }

  @Test func countriesAreWholeAndNoNameMeansTwo() {
    // Regions follow the countries, so rows are in two runs; the nameless row joins names only.
    let rows = Array(TableRows(PackageResources.countries_tsv))
    #expect(
      TableRows(PackageResources.countries_tsv).faults(columns: 5, isSorted: false) == [])
    var owner: [String: Substring] = [:]
    var peoples: [Substring: Substring] = [:]
    var keys: [Substring: Substring] = [:]
    for row in rows where row.count == 5 {
      let names = [row[0]] + row[1].split(separator: "|")
      for name in Set(names.map { NameForm.fold(String($0)) }) where !name.isEmpty {
        #expect(owner.updateValue(row[0], forKey: name) == nil, "\(name) is two countries")
      }
      for demonym in row[2].split(separator: "|") {
        #expect(peoples.updateValue(row[0], forKey: demonym) == nil, "\(demonym) is two peoples")
        #expect(!demonym.contains(","), "\(demonym)")
      }
      for name in row[4].split(separator: "|") {
        #expect(keys.updateValue(row[0], forKey: name) == nil, "\(name) has two keys")
      }
    }
  }

  /// What graph files take for one state annotation takes for one as well.
  @Test func theNamesOfGraphFilesAreNamesOfTheCountry() {
    for row in TableRows(PackageResources.countries_tsv) where row.count == 5 && !row[0].isEmpty {
      let names = Set(([row[0]] + row[1].split(separator: "|")).map { Self.graphForm($0) })
      for name in row[4].split(separator: "|") {
        #expect(names.contains(String(name)), "\(name) is no name of \(row[0])")
      }
    }
  }

  /// A name as the keys of graph files fold it.
  private static func graphForm(_ name: Substring) -> String {
    let folded = TextFolding.folded(String(name)).filter { !".'’".contains($0) }
    return folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  @Test func everyClassOfATableHasWordsAndEveryWordHasOne() {
    check(Titles.table)
    check(NameParts.table)
    check(PersonNouns.table)
    check(CalendarWords.table)
    check(Abbreviations.table)
    check(VerbForms.table)
    check(VerbForms.endings)
    check(NameContext.table)
    check(NameEndings.table)
  }

  private func check<C>(_ table: WordTable<C>) {
    #expect(table.misclassed == [])
    for one in C.allCases { #expect(!table[one].isEmpty, "\(one.rawValue) has no words") }
  }

  @Test func classesThatExcludeEachOtherShareNoWord() {
    #expect(Titles.table[.female].isDisjoint(with: Titles.table[.male]))
    #expect(PersonNouns.table[.female].isDisjoint(with: PersonNouns.table[.male]))
    #expect(NameParts.particles.isDisjoint(with: NameParts.joinedParticles))
    #expect(NameParts.table[.legal].isDisjoint(with: NameParts.table[.company]))
    #expect(NameParts.generations.isDisjoint(with: NameParts.particles))
    // A courtesy title is a title, and what is scored or shown stands before names.
    #expect(Titles.courtesy.isSubset(of: Titles.words))
    #expect(Titles.scored.isSubset(of: Titles.words))
    #expect(Abbreviations.titles.isDisjoint(with: Abbreviations.others))
    let calendar = CalendarWords.table
    for (a, b) in [
      (CalendarWords.Class.month, CalendarWords.Class.shortMonth), (.month, .weekday),
      (.weekday, .shortWeekday), (.shortMonth, .shortWeekday), (.unit, .function),
      (.number, .function),
    ] {
      #expect(calendar[a].isDisjoint(with: calendar[b]), "\(a) \(b)")
    }
  }

  @Test func faultsOfATableAreFound() {
    func faults(_ text: String) -> [String] { TableRows(Array(text.utf8)).faults(columns: 2) }
    let head = "# Words.\n# Columns: a; b\n# Source: us\n"
    #expect(faults(head + "a\tx\nb\ty\n") == [])
    #expect(faults("a\tx\n").count == 3)
    #expect(faults(head + "a\n") == ["1 columns: [\"a\"]"])
    #expect(faults(head + "a\tx\na\ty\n") == ["twice: a"])
    #expect(faults(head + "b\tx\na\ty\n") == ["order: a"])
  }

  private enum Kind: String, CaseIterable { case big, small }

  @Test func aWordHasAllItsClasses() {
    let table = WordTable<Kind>(Array("# x\none\tbig\ntwo\tbig small\nthree\thuge\nfour\n".utf8))
    #expect(table[.big] == ["one", "two"])
    #expect(table[.small] == ["two"])
    #expect(table.misclassed == ["three"])
  }
}
