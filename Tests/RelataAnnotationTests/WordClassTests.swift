import RelataLanguage
import Testing

@testable import RelataAnnotation

@Suite struct WordClassTests {
  @Test func theTableIsWholeSortedAndUnique() {
    #expect(TableRows(PackageResources.word_classes_tsv).faults(columns: 2) == [])
    #expect(WordClasses.table.misclassed == [])
    for one in WordClasses.Class.allCases {
      #expect(!WordClasses.table[one].isEmpty, "\(one.rawValue) has no words")
    }
  }

  @Test func classesThatExcludeEachOtherShareNoWord() {
    let table = WordClasses.table
    #expect(table[.currency].isDisjoint(with: table[.scale]))
    #expect(table[.starter].isDisjoint(with: table[.afterTime]))
    #expect(table[.speech].isDisjoint(with: table[.starter]))
  }
}
