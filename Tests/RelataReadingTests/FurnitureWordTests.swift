import RelataLanguage
import Testing

@testable import RelataReading

@Suite struct FurnitureWordTests {
  @Test func theTableIsWholeSortedAndUnique() {
    #expect(TableRows(PackageResources.furniture_words_tsv).faults(columns: 2) == [])
    #expect(FurnitureWords.table.misclassed == [])
    for one in FurnitureWords.Class.allCases {
      #expect(!FurnitureWords.table[one].isEmpty, "\(one.rawValue) has no words")
    }
  }

  @Test func whatTellsLinesApartIsNotOnBothSides() {
    let table = FurnitureWords.table
    #expect(table[.trade].isDisjoint(with: table[.event]))
    #expect(table[.agency].isDisjoint(with: table[.opener]))
    #expect(table[.opener].isDisjoint(with: table[.verb]))
  }
}
