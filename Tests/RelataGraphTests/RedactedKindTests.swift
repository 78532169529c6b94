import RelataCore
import RelataGraph
import Testing

/// Redaction of names of many shapes, and of names that are common words.
@Suite struct RedactedKindTests {
  static func entity(
    _ name: String, _ type: EntityType = .person, aliases: [String] = [], roles: [String] = []
  ) -> Entity {
    Entity(id: EntityID(name), name: name, type: type, aliases: aliases, roles: roles)
  }

  static func redaction(
    of name: String, _ type: EntityType = .person, aliases: [String] = [], roles: [String] = [],
    others: [Entity] = [], quotes: [String] = []
  ) -> Redaction {
    let other = entity("Milo Hartwell")
    let all = [entity(name, type, aliases: aliases, roles: roles), other] + others
    let relations = quotes.enumerated().map { number, quote in
      Relation(
        id: AssertionID("r\(number)"), subject: EntityID(name), type: "met_with", object: other.id,
        predicate: "met", polarity: .positive, status: .asserted, tense: .current, confidence: 0.8,
        evidence: [
          EvidenceRecord(
            document: DocumentID("d"), source: "s", sentence: 0,
            span: Span(0, quote.unicodeScalars.count),
            quote: quote, confidence: 0.8, extractor: "rule.verb.v1")
        ])
    }
    return Redaction(
      of: [EntityID(name)], in: KnowledgeGraph(entities: all, relations: relations))
  }

  @Test(arguments: [
    ("Anna van der Berg", "van der Berg said", "Person A said"),
    ("Anna van der Berg", "A. van der Berg and AVDB", "Person A and Person A"),
    ("Omar al-Sayd", "al-Sayd, Al-Sayd and Omar Al Sayd", "Person A, Person A and Person A"),
    ("Tara O'Nellan", "O'Nellan, O’Nellan and ONellan", "Person A, Person A and Person A"),
    ("Gabriel García Marlés", "Garcia Marles and G.G.M. too", "Person A and Person A too"),
    ("Gabriel García Marlés", "García said, Marlés left", "Person A said, Person A left"),
    ("Jörg Mühlner", "Muehlner, Mühlner and J. Muhlner", "Person A, Person A and Person A"),
    ("Joerg Muehlner", "Jörg Mühlner", "Person A"),
    ("Jean-Claude Tarvin", "J.-C. Tarvin, JCT and Jean Tarvin", "Person A, Person A and Person A"),
    ("Robert Selkin", "Bob Selkin, Bobby and Rob Selkin", "Person A, Person A and Person A"),
    ("Bob Selkin", "Robert Selkin and R. Selkin", "Person A and Person A"),
    ("Aleksandr Voronkin", "Sasha Voronkin and Sasha", "Person A and Person A"),
    ("Pedro Castrello", "Castrellismo, Castrellistas", "Person A-ismo, Person A-istas"),
    ("Martin Luther Kessling", "M. L. Kessling, MLK", "Person A, Person A"),
    ("Kessling, Martin", "Martin Kessling and KESSLING", "Person A and Person A"),
    ("Dr. Vera Polk Jr.", "Vera Polk Jr. and Dr. Polk", "Person A Jr. and Dr. Person A"),
    ("Kim Dong Pak", "Kim Dong Pak and Kim Dong-Pak", "Person A and Person A"),
  ])
  func `names of every shape are found`(name: String, text: String, expected: String) {
    #expect(Self.redaction(of: name).text(text) == expected)
  }

  // MARK: Common words

  @Test(arguments: [
    ("Emma Stone", "The stone wall of the Stone Age, a stonemason and milestones."),
    ("Ada Rich", "Rich people were rich. The rich-list names many."),
    ("Tom May", "In May it may rain; on May 5 and in late May 2021 it did."),
    ("Tom May", "May it rain."),
    ("Grace Hale", "By the grace of God, grace notes."),
    ("Mark Dawn", "A mark at dawn was marked, and dawns."),
    ("Bill Page", "The bill, on page 5, was a new Bill of Rights."),
    ("Will Young", "Will they? They will. The young will."),
    ("Ellen White", "The White House is white."),
    ("Rose King", "The king rose; the King of Spain rose."),
    ("Sue Price", "They sue at any price. Prices fell."),
    ("Ursula Stone", "The US and the U.S. rose with us."),
  ])
  func `a common word that is also a name blanks nothing else`(name: String, text: String) {
    let others = [
      Self.entity("White House", .organization), Self.entity("U.S.", .location, aliases: ["US"]),
    ]
    #expect(Self.redaction(of: name, others: others).text(text) == text)
  }

  @Test(arguments: [
    (
      "Emma Stone", "Emma Stone, Ms Stone and E. Stone met Stone.",
      "Person A, Ms Person A and Person A met Person A."
    ),
    ("Tom May", "Mr May and Tom May met May.", "Mr Person A and Person A met Person A."),
    (
      "Ada Rich", "Rich said that Rich's lawyer met ADA RICH.",
      "Person A said that Person A's lawyer met Person A."
    ),
    (
      "Will Young", "Will Young left, and Young denied it.",
      "Person A left, and Person A denied it."
    ),
    (
      "Rose King", "rose king wrote; R.K. and @roseking too",
      "rose king wrote; Person A and @Person A too"
    ),
    (
      "Mark Dawn", "mark_dawn.txt and https://x.org/mark-dawn",
      "Person A.txt and https://x.org/Person A"
    ),
  ])
  func `a name that is a common word goes where it is the name`(
    name: String, text: String, expected: String
  ) {
    #expect(Self.redaction(of: name).text(text) == expected)
  }

  // MARK: Other people

  @Test(arguments: [
    ("Bob Kerrick", "Bob […]"), ("Peter Kerrickson", "Peter […]son"), ("Ann Kerrick", "Person A"),
  ])
  func `a surname that others bear is blanked in their names`(text: String, expected: String) {
    #expect(Self.redaction(of: "Ann Kerrick").text(text) == expected)
  }

  @Test func `a given name that others bear stays theirs and is told`() {
    let graph = KnowledgeGraph(
      entities: [Self.entity("Robert Selkin"), Self.entity("Robert Gadd")],
      relations: [])
    let redaction = Redaction(of: [EntityID("Robert Selkin")], in: graph)
    #expect(redaction.text("Robert Gadd met Robert.") == "Robert Gadd met Person A.")
    #expect(redaction.text("She met Robert Uhl.") == "She met Robert Uhl.")
  }

  @Test(arguments: ["E. Stone", "Stone", "Ms Stone", "Emma", "Em Stone", "STONE, Emma"])
  func `an entity that may be the redacted met again is blanked`(name: String) {
    let other = Self.entity(name)
    let graph = KnowledgeGraph(entities: [Self.entity("Emma Stone"), other], relations: [])
    let told = Redaction(of: [EntityID("Emma Stone")], in: graph).applied(to: graph)
    #expect(
      !told.entities.contains { $0.name.lowercased().contains("stone") || $0.name.contains("Em") })
    #expect(told.entities.allSatisfy { $0.id.rawValue.hasPrefix("redacted-") })
  }

  @Test func `a place keeps its name though the redacted bears it`() {
    let graph = KnowledgeGraph(
      entities: [
        Self.entity("Tara Verlin"), Self.entity("Verlin", .location),
        Self.entity("Verlin AG", .organization),
      ],
      relations: [])
    let told = Redaction(of: [EntityID("Tara Verlin")], in: graph).applied(to: graph)
    #expect(told.entities.contains { $0.name == "Verlin" && $0.type == .location })
    #expect(told.entities.contains { $0.name == "Person A" })
  }

  @Test func `words that a relation's end stands on go, pronouns stay`() throws {
    func told(_ quote: String, _ subject: Range<Int>) -> String? {
      let record = EvidenceRecord(
        document: DocumentID("d"), source: "s", sentence: 0, span: Span(7, 7 + quote.count),
        quote: quote,
        subject: Span(7 + subject.lowerBound, 7 + subject.upperBound), confidence: 0.8,
        extractor: "x")
      let graph = KnowledgeGraph(
        entities: [Self.entity("Emma Stone"), Self.entity("Bob Kerrick")],
        relations: [
          Relation(
            id: AssertionID("r"), subject: EntityID("Emma Stone"), type: "met_with",
            object: EntityID("Bob Kerrick"), predicate: "met", polarity: .positive,
            status: .asserted,
            tense: .current, confidence: 0.8, evidence: [record])
        ])
      return Redaction(of: [EntityID("Emma Stone")], in: graph).applied(to: graph).relations.first?
        .evidence.first?.quote
    }
    #expect(
      told("The loudest voice in town met Bob Kerrick.", 0..<25) == "Person A met Bob Kerrick.")
    #expect(told("She met Bob Kerrick.", 0..<3) == "She met Bob Kerrick.")
    #expect(told("Her aide met Bob Kerrick.", 0..<3) == "Her aide met Bob Kerrick.")
    // A mark that covers a part of the name leaves nothing of it.
    #expect(told("Then Emma Stone met Bob Kerrick.", 10..<15) == "Then Person A met Bob Kerrick.")
    #expect(told("The mayor's aide met Bob Kerrick.", 0..<11) == "Person A's aide met Bob Kerrick.")
  }

  @Test func `of two redacted with one surname each gets its own, the bare surname neither`() {
    let graph = KnowledgeGraph(
      entities: [Self.entity("Ann Kerrick"), Self.entity("Bob Kerrick")], relations: [])
    let redaction = Redaction(of: [EntityID("Ann Kerrick"), EntityID("Bob Kerrick")], in: graph)
    #expect(redaction.text("Ann Kerrick met B. Kerrick.") == "Person A met Person B.")
    #expect(redaction.text("Kerrick left, Annie Kerrick stayed") == "[…] left, Person A stayed")
  }

  // MARK: What is no person

  @Test(arguments: [
    (
      "Karst Holding Group", "KHG and the Karst Holding Group's board",
      "Organization A and the Organization A's board"
    ),
    (
      "Karstbank", "KarstbankLeaks, a Karstbank-led deal",
      "Organization A-leaks, a Organization A-led deal"
    ),
  ])
  func `organizations go in their shapes`(name: String, text: String, expected: String) {
    #expect(Self.redaction(of: name, .organization).text(text) == expected)
  }

  // MARK: Stated names and roles

  @Test(arguments: [
    ("Lena Thorvik, born Haugland, left.", "Lena Haugland and Haugland"),
    ("Lena Thorvik (née Haugland) left.", "Lena Haugland and L. Haugland"),
    ("Lena Haugland, now Lena Thorvik, left.", "Lena Haugland and Haugland"),
    ("Vix Dahl, better known as Lena Thorvik, left.", "Vix Dahl and Dahl"),
    ("Lena Thorvik, alias Vix Dahl, left.", "Dahl and Vix and V. Dahl"),
    ("Lena Thorvik, who goes by \"Vix\", left.", "Vix and Vix Thorvik"),
    ("Lena (Vix) Thorvik left.", "Vix and Vix Thorvik"),
    ("Lena Marit Thorvik left.", "Marit Thorvik and L.M.T."),
    ("Lena M. Thorvik left.", "L.M.T. and LMT"),
  ])
  func `names that a text states are hers`(statement: String, text: String) {
    let redaction = Self.redaction(of: "Lena Thorvik", quotes: [statement])
    #expect(
      redaction.text(text).replacing("Person A", with: "").allSatisfy { " and.".contains($0) },
      "\(redaction.text(text))")
  }

  @Test(arguments: [
    "Lena Thorvik, born in Oslo, left on Monday.", "Lena Thorvik, now Minister of Trade, left.",
    "Lena Thorvik, formerly of Karst, or Milo Hartwell.",
  ])
  func `what is no name is not learnt`(statement: String) {
    let redaction = Self.redaction(of: "Lena Thorvik", quotes: [statement])
    let text = "Oslo, a Minister of Trade, Monday, Karst and Milo Hartwell stay."
    #expect(redaction.text(text) == text)
  }

  @Test func `a role goes with what it is a role in, and nobody else's`() {
    let redaction = Self.redaction(
      of: "Lena Thorvik", roles: ["mayor"],
      others: [Self.entity("Bob Kerrick", roles: ["judge"])],
      quotes: ["Lena Thorvik, the mayor of Karst, left."])
    #expect(redaction.text("The mayor of Karst left.") == "Person A left.")
    #expect(redaction.text("Karst mayor Lena Thorvik left.") == "Person A left.")
    #expect(redaction.text("The mayor left.") == "The […] left.")
    for text in [
      "The mayor of Bern left.", "A mayor left.", "The judge left.", "The deputy mayor left.",
    ] {
      #expect(redaction.text(text) == text)
    }
  }

  @Test func `a role that several hold tells nobody`() {
    let redaction = Self.redaction(
      of: "Lena Thorvik", roles: ["senator"],
      others: [Self.entity("Bob Kerrick", roles: ["senator"])])
    #expect(redaction.text("The senator left.") == "The senator left.")
  }
}
