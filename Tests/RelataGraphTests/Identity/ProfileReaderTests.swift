import RelataCore
import Testing

@testable import RelataGraph

/// What a document states of a bearer, read from the words around the name.
@Suite struct ProfileReaderTests {
  private func facts(_ marked: String, published: String? = nil) -> BearerProfile.Facts {
    let document = MarkedDocument.read(marked, published: published)
    let first = document.annotated.entities.prefix(1)
    return ProfileReader(document).profile(of: Array(first)).facts
  }

  @Test(
    arguments: [
      ("{p:Daniel Okafor}, 54, was jailed.", 54), ("{p:Daniel Okafor} (54) was jailed.", 54),
      ("{p:Daniel Okafor}, aged 54, was jailed.", 54),
      ("{p:Daniel Okafor} was jailed. | {p~The 54-year-old} wept.", 54),
      ("The 54-year-old banker {p:Daniel Okafor} was jailed.", 54),
      ("{p:Daniel Okafor}, who turns 33 next month, was jailed.", 33),
      ("{p:Daniel Okafor} is 33.", 33),
      ("{p:Daniel Okafor}, a carpet exporter of 71 who never left, spoke.", 71),
      ("{p:Daniel Okafor}, an engineer in his thirties, spoke.", 35),
      ("{p:Daniel Okafor}, 12 others and the clerk were jailed.", nil),
      ("{p:Daniel Okafor} is 54 million short.", nil), ("{p:Daniel Okafor} won 54 cases.", nil),
      ("{q:Ann Roe} is 54. | {p:Daniel Okafor} spoke.", nil),
    ] as [(String, Int?)]) func ages(marked: String, age: Int?)
  {
    let document = MarkedDocument.read(marked)
    let person = document.annotated.entities.filter { $0.id.rawValue == "p" }
    #expect(ProfileReader(document).profile(of: person).facts.age == age)
  }

  @Test func anAgeIsKeptWithTheYearOfPublication() {
    let found = facts("{p:Daniel Okafor}, 54, fled.", published: "2021-03-04")
    #expect(found.age == 54 && found.ageYear == 2021)
    #expect(facts("{p:Daniel Okafor} fled.", published: "2021-03-04").ageYear == nil)
  }

  @Test(
    arguments: [
      ("{p:Alex Moran} said {p~she} had left.", BearerProfile.Sex.female),
      ("Mr. {p:Alex Moran} left.", .male), ("Ms {p:Alex Moran} left.", .female),
      ("{p:Alex Moran} left. | {p~The spokeswoman} left too.", .female),
      ("{p:Alex Moran} left. | {p~She} said {p~he} knew {p~his} way.", nil),
      ("{p:Alex Moran} left.", nil),
    ] as [(String, BearerProfile.Sex?)]) func sexes(marked: String, sex: BearerProfile.Sex?)
  {
    #expect(facts(marked).sex == sex)
  }

  @Test(
    arguments: [
      ("{p:Alex Moran}, who built the fleet, died in Piraeus in 1998.", true, 1998),
      ("{p:Alex Moran} was killed by a mine in November 1993.", true, 1993),
      ("The late {p:Alex Moran} built it.", true, nil),
      ("The funeral of the heir {p:Alex Moran} was in March.", true, nil),
      ("{p:Alex Moran} has died. | {p~He} built it in 1951.", true, nil),
      ("{p:Alex Moran} was shot dead in 1993.", true, 1993),
      ("{p:Alex Moran} was shot at in 1993.", false, nil),
      ("{p:Alex Moran} was shot in the leg in 1993.", false, nil),
      ("{p:Alex Moran} was fired in 1993.", false, nil),
      ("{p:Alex Moran} said a clerk died in 1993.", false, nil),
    ] as [(String, Bool, Int?)]) func deaths(marked: String, isDead: Bool, year: Int?)
  {
    let found = facts(marked)
    #expect(found.isDead == isDead && found.died == year)
  }

  @Test func yearsInWhichSomebodyDidSomething() {
    let found = facts(
      "{p:Alex Moran} left in 1974. | {q:Ann Roe} came in 1990. | {p~He} died in 2001.")
    #expect(found.firstActive == 1974 && found.lastActive == 2001)
    #expect(facts("{p:Alex Moran}, born in 1983, left.").born == 1983)
    #expect(facts("{p:Alex Moran}, born on 3 May 1983, left.").firstActive == nil)
    #expect(facts("{p:Alex Moran}, born in 1983, left in 2001.").firstActive == 2001)
  }

  @Test(arguments: [
    ("{p:Yusuf Dikmen}, the son of the magnate of the same name, spoke.", true),
    ("{p:Yusuf Dikmen} gave the firm to a son who bears his name.", true),
    ("{p:Yusuf Dikmen} is a namesake of the mayor.", true),
    ("{p:Yusuf Dikmen} runs a Delaware firm of the same name.", false),
    ("{p:Yusuf Dikmen} wrote a book of the same length.", false),
    ("{p:Yusuf Dikmen} would not give his name.", false),
    ("{p:Yusuf Dikmen} named his son Ali.", false),
  ]) func relativesOfTheSameName(marked: String, expected: Bool) {
    #expect(facts(marked).hasNamesake == expected)
  }

  @Test(
    arguments: [
      ("{f:Delta Gas Ltd} was fined.", "ltd", nil),
      ("{f:Delta Gas Limited} was fined.", "ltd", nil),
      ("{f:OOO Delta Gas} was fined.", "ooo", nil), ("{f:Delta Gas UAB} was fined.", "uab", nil),
      ("{f:Delta Gas AS} was fined.", "as", nil), ("{f:TOV Delta Gas} was fined.", "tov", nil),
      ("{f:Delta Gas} was fined.", nil, nil),
      ("{f:Delta Gas LLC}, registered in Delaware, was fined.", "llc", "United States"),
      ("The Cyprus-based {f:Delta Gas} was fined.", nil, "Cyprus"),
      ("The Lithuanian ferry company {f:Delta Gas} was fined.", nil, "Lithuania"),
      ("{f:Delta Gas}, a ferry company from Klaipeda, was fined.", nil, "Lithuania"),
      ("{f:Delta Gas} sold ships. | They lie in Cyprus.", nil, nil),
      ("The Cyprus-owned {f:Delta Gas} was fined.", nil, nil),
    ] as [(String, String?, String?)]) func firms(marked: String, form: String?, seat: String?)
  {
    let found = facts(marked)
    #expect(found.legalForm == form && found.seat == seat)
  }

  @Test(arguments: [
    "{q:Ann Roe} is known as Duke Orso. | {p:Asha Pell} left.",
    "{q:Ann Roe}, who performs as Duke Orso, is {p:Asha Pell}'s aunt.",
  ]) func otherNamesAreNobodyElses(marked: String) {
    let document = MarkedDocument.read(marked)
    let other = document.annotated.entities.filter { $0.id.rawValue == "p" }
    #expect(ProfileReader(document).profile(of: other).facts.otherNames.isEmpty)
  }

  @Test func otherNamesAreOfWhoBearsThem() {
    let document = MarkedDocument.read(
      "{q:Ann Roe}, who performs as Duke Orso, left {p:Asha Pell}.")
    let bearer = document.annotated.entities.filter { $0.id.rawValue == "q" }
    #expect(ProfileReader(document).profile(of: bearer).facts.otherNames == ["duke orso"])
  }

  @Test func marriageMayGiveAName() {
    let document = MarkedDocument.read("{p:Chloe Orme} married {q:Mark Pell}.", spouses: ("p", "q"))
    func names(_ id: String) -> [String]? {
      let group = document.annotated.entities.filter { $0.id.rawValue == id }
      return ProfileReader(document).profile(of: group).facts.marriedNames
    }
    #expect(names("p") == ["chloe pell"])
    let he = MarkedDocument.read(
      "{p:Chloe Orme} married {q:Mark Pell}. | {q~He} wept.", spouses: ("p", "q"))
    let husband = he.annotated.entities.filter { $0.id.rawValue == "q" }
    #expect(ProfileReader(he).profile(of: husband).facts.marriedNames == nil)
  }

  @Test(arguments: [
    ("{p:Katrin Seydlitz}, née Ollesch, left.", ["katrin ollesch"]),
    ("{p:Wilmer Ospina}, also known as “Mandarina”, left.", ["mandarina"]),
    ("{f:Nemura Pay}, formerly Bluestone Crest Payments, is back.", ["bluestone crest payments"]),
    ("{p:Craig Dunsmuir}, alias Lefty, left.", ["lefty"]),
    ("{p:Asha Pell}, born in Chennai, left.", []), ("{p:Asha Pell} is known for tea.", []),
    ("{p:Asha Pell}, formerly a clerk, left.", []),
    // The bearer behind the other name.
    ("The rapper who performs as Duke Orso is {p:Sandro Pell}, a cook.", ["duke orso"]),
    ("The man known as El Molino, or the mill, is {p:Asha Pell}, police say.", ["el molino"]),
    ("Under the name Abu Yaqub {p:Asha Pell} ran the depot.", ["abu yaqub"]),
    // Said behind the name by a clause of its own.
    (
      "{f:Agro Condor}, as Fosfatos Andinos has called itself since 2009, paid.",
      ["fosfatos andinos"]
    ),
    ("{f:Indica}, the operator that was known as Zambezi Net until May, paid.", ["zambezi net"]),
    ("{p:Olena Bilyk}, the champion who competed as Olena Hryts, left.", ["olena hryts"]),
    ("{p:Anna Koval-Reiss}, who published under the name Koval until 2011, left.", ["anna koval"]),
    (
      "{p:Ines Vanek}, whose verses appear under the name Mrs Umbrella, left.",
      ["mrs umbrella", "umbrella"]
    ),
    ("{f:Noyyal Mills} will be called Noyyal Lifestyle from May.", ["noyyal lifestyle"]),
    // Somebody else goes by the name.
    ("{p:Asha Pell} met a man who performs as Duke Orso.", []),
    ("{p:Asha Pell} said {q:Ann Roe} performs as Duke Orso.", []),
  ]) func otherNames(marked: String, names: [String]) {
    #expect(facts(marked).otherNames == names)
  }

  @Test func whatStandsNearIsKeptAndWhatStandsFarIsNot() {
    let filler = Array(repeating: "Nothing came of it.", count: 6).joined(separator: " | ")
    let document = MarkedDocument.read(
      "{p:Daniel Okafor} sold the dredger to {f:Karst Bank}. | \(filler) | {q:Ann Roe} lost 9,000 larks."
    )
    let people = document.annotated.entities.filter { $0.id.rawValue == "p" }
    let context = ProfileReader(document).profile(of: people).context
    #expect(context.names == ["ORGANIZATION:karst bank"])
    #expect(context.words.contains("dredger") && !context.words.contains("#9,000"))
  }

  @Test func aTextWithoutSentencesOrNamesHasNoProfile() {
    let document = ExtractedDocument(
      annotated: AnnotatedDocument(
        document: Document(id: DocumentID("d"), source: "d", text: SourceText("")), sentences: [],
        mentions: [], entities: [DocumentEntity(id: EntityID("e1"), name: "Ann Roe", type: .person)]
      ),
      assertions: [])
    let reader = ProfileReader(document)
    #expect(reader.profile(of: document.annotated.entities) == BearerProfile())
    #expect(reader.profile(of: []) == BearerProfile())
  }
}
