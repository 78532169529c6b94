import RelataCore
import Testing

@testable import RelataLanguage

/// Variants meet under a common key, and few others do; all names are made up.
@Suite struct NameBlockTests {
  private func share(_ a: String, _ b: String, _ type: EntityType) -> Bool {
    !Set(NameBlocks.keys(of: a, type: type))
      .isDisjoint(with: NameBlocks.keys(of: b, type: type))
  }

  @Test(arguments: [
    ("Yusuf Khalidov", "Youssef Halidov"), ("Tarkovich Anatol", "Anatol Tarkovich"),
    ("Abdulwahid Sarrouf", "Abd al-Wahid Sarrouf"), ("Bob Lindqvarn", "Robert Lindqvarn"),
    ("J. Brennick", "Jonas Brennick"), ("Fehid Hicacz", "Fahd Hicacz"),
  ])
  func variantsOfAPersonsNameMeet(_ a: String, _ b: String) { #expect(share(a, b, .person)) }

  @Test(arguments: [
    ("National Belorian Tanker Company", "NBTC"), ("Silverquay Networks", "Silver Quay Networks"),
    ("OOO Zelmash Invest", "Zelmash"), ("Kestrel Freight S.A.", "Kestrel"),
  ])
  func variantsOfAFirmsNameMeet(_ a: String, _ b: String) { #expect(share(a, b, .organization)) }

  @Test(arguments: [
    ("Anna Kern", "Tomasz Wilk", EntityType.person),
    ("Mohammed Tillisi", "Mohammed Zarqawan", .person),
    ("Korveth Trading LLC", "Hastings Trading LLC", .organization), ("", "", .person),
  ])
  func unlikeNamesDoNot(_ a: String, _ b: String, _ type: EntityType) {
    #expect(!share(a, b, type))
  }

  @Test func keysAreFewSortedAndUnique() {
    for name in ["Omar bin Fadil al-Zarqi", "National Belorian Tanker Company Limited", "🙂"] {
      for type in [EntityType.person, .organization] {
        let keys = NameBlocks.keys(of: name, type: type)
        #expect(keys == Set(keys).sorted())
        #expect(keys.count <= 30)
        #expect(keys.allSatisfy { !$0.isEmpty })
      }
    }
  }
}
