import RelataCore
import Testing

@testable import RelataLanguage

/// What two names alone say about being one bearer's; all names are made up.
@Suite struct NameMatchingTests {
  private func compare(_ a: String, _ b: String, _ type: EntityType = .person) -> NameComparison {
    NameComparison(a, b, type: type)
  }

  private func isLikely(_ a: String, _ b: String, _ type: EntityType = .person) -> Bool {
    let kind = BearerKind(type)
    let even = NameMatchingModel.standard.thresholds(of: kind).even
    return compare(a, b, type).probability >= even
  }

  @Test(arguments: [
    // Transliteration.
    ("Yusuf Khalidov", "Youssef Halidov"), ("Sergey Vorontsev", "Siarhei Vorontsev"),
    ("Mahmoud al-Qasimi", "Mahmud Kassemi"), ("Dzhokhar Belqasem", "Djokhar Belkassem"),
    // Order, particles, words written together.
    ("Tarkovich Anatol", "Anatol Tarkovich"), ("Omar bin Fadil al-Zarqi", "Omar Fadil Zarqi"),
    ("Abdulwahid Sarrouf", "Abd al-Wahid Sarrouf"), ("Munir Alharthi", "Munir al-Harthi"),
    // Middle names and titles left out, marks.
    ("Lucía Ferreyra Bustamante", "Lucia Ferreyra Bustamante"),
    ("Dr. Henrik Lindqvarn", "Henrik Lindqvarn"),
    ("Pavel Andreyevich Gorshkin", "Pavel Gorshkin"),
    // Another script.
    ("Виктор Мельнченко", "Viktor Melnchenko"),
  ])
  func variantsOfAPersonsNameAreLikely(_ a: String, _ b: String) {
    #expect(isLikely(a, b), "\(compare(a, b).probability)")
  }

  @Test(arguments: [
    // One surname is a family.
    ("Marta Kowalenko", "Piotr Kowalenko"), ("Boris Trubnikov", "Arkady Trubnikov"),
    ("Lucía Ferreyra Bustamante", "Diego Ferreyra Bustamante"),
    // One given name is nobody's alone.
    ("Ahmed Zarqawan", "Ahmed Tillisi"), ("Mohammed Ali", "Mohammed Hassan"),
    // Father and son.
    ("Walter Brennick Jr.", "Walter Brennick Sr."), ("Karl Osten II", "Karl Osten III"),
    ("Anna Kern", "Tomasz Wilk"), ("", "Anna Kern"), ("", ""), ("🙂", "🙃"),
  ])
  func namesOfTwoPeopleAreNot(_ a: String, _ b: String) {
    #expect(!isLikely(a, b), "\(compare(a, b).probability)")
    #expect(compare(a, b).verdict != .same)
  }

  @Test(arguments: [
    ("Norvik Shipping Company Limited", "Norvik Shipping Co., Ltd."),
    ("OOO Zelmash Invest", "Zelmash Invest LLC"),
    ("Kestrel Freight S.A. de C.V.", "Kestrel Freight"),
    ("National Belorian Tanker Company", "NBTC"),
    ("Silverquay Networks", "Silver Quay Networks Inc."),
  ])
  func variantsOfAFirmsNameAreLikely(_ a: String, _ b: String) {
    #expect(isLikely(a, b, .organization), "\(compare(a, b, .organization).probability)")
  }

  @Test(arguments: [
    ("Bank of Torvia", "Bank of Melquor"),
    ("Zelmash Holding No. 3", "Zelmash Holding No. 7"),
    ("First Division of the Torvian Army", "Fourth Division of the Torvian Army"),
    ("Korveth Trading LLC", "Hastings Trading LLC"), ("Ltd.", "Kestrel Freight"),
  ])
  func namesOfTwoFirmsAreNot(_ a: String, _ b: String) {
    #expect(!isLikely(a, b, .organization), "\(compare(a, b, .organization).probability)")
  }

  @Test func aSonIsSaidToBeHisFatherByNobody() {
    #expect(compare("Walter Brennick", "Walter Brennick").probability > 0.5)
    #expect(compare("Walter Brennick", "Walter Brennick Jr.").verdict != .same)
    #expect(compare("Walter Brennick Jr.", "Walter Brennick Sr.").probability <= 0.02)
  }

  @Test func theOrderOfTheNamesDoesNotCount() {
    let names = [
      "Omar bin Fadil", "Fadil Omar", "Abd al-Wahid", "Abdulwahid", "Al Wahid Abd", "",
      "J. R. Kern", "Kern, John R.",
      "Zelmash Invest", "ZI", "Zel Mash", "Bank Bank", "Bank", "No. 3", "3 No",
    ]
    for type in [EntityType.person, .organization, .location] {
      for a in names {
        for b in names {
          let (one, other) = (compare(a, b, type), compare(b, a, type))
          #expect(one.probability == other.probability, "\(a) | \(b)")
          #expect(one.reasons.firstOnly.map(\.word) == other.reasons.secondOnly.map(\.word))
          #expect(one.probability == compare(a, b, type).probability)
          #expect((0...1).contains(one.probability))
        }
      }
    }
  }

  @Test func reasonsSayWhichWordsAgreeAndWhichAreLeft() {
    let reasons = compare("Bashir Karim Halidov", "Bachir Khalidov").reasons
    #expect(reasons.agreements.map(\.first) == ["bashir", "halidov"])
    #expect(reasons.agreements.map(\.second) == ["bachir", "khalidov"])
    #expect(reasons.agreements.map(\.way) == [.similar, .spelling])
    #expect(reasons.firstOnly.map(\.word) == ["karim"])
    #expect(reasons.secondOnly.isEmpty)
    #expect(reasons.agreements[1].rarity > reasons.agreements[0].rarity)
    let acronym = compare("NBTC", "National Belorian Tanker Company", .organization).reasons
    #expect(acronym.agreements.map(\.way) == [.acronym])
    #expect(compare("Bob Lindqvarn", "Robert Lindqvarn").reasons.agreements[0].way == .meaning)
    #expect(compare("R. Lindqvarn", "Robert Lindqvarn").reasons.agreements[0].way == .initial)
  }

  /// Hostile names cost no more than their first letters and words.
  @Test func namesOfTenThousandLettersAreCompared() {
    let letters = String(repeating: "a", count: 10_000)
    let words = String(repeating: "aaaa aaab ", count: 1_000)
    for name in [letters, words, String(repeating: "é🙂", count: 5_000)] {
      for type in [EntityType.person, .organization] {
        #expect((0...1).contains(compare(name, words, type).probability))
        #expect(NameBlocks.keys(of: name, type: type).count < 60)
      }
    }
    #expect(MatchableName(words, type: .person).words.count == MatchableName.mostWords)
    #expect(MatchableName(letters, type: .person).words[0].letters.count == NameWord.longest)
  }

  @Test func theForestReadsWhatIsComputed() {
    for kind in BearerKind.allCases {
      let pair = NameTraining("Anna Kern", "A. Kern", kind, .standard)
      #expect(NameMatchingModel.standard.forest(of: kind).features == pair.names)
      let thresholds = NameMatchingModel.standard.thresholds(of: kind)
      #expect(thresholds.different <= thresholds.even && thresholds.even <= thresholds.same)
    }
  }

  @Test func aDamagedForestAnswersAllTheSame() {
    let text = "features\ta\ntree\t0:1:9:9\t1\ntree\t0:0.5:1:2\t-2\t2\n"
    let forest = DecisionForest([UInt8](text.utf8))
    #expect(forest.probability([1]) > forest.probability([0]))
    #expect(forest.probability([]) == 0)
  }
}
