import RelataCore
import Testing

@Suite struct NominalRuleTests {
  @Test(arguments: [
    ReadingCase(
      "Ali Nazary, a spokesman for Ahmad Massoud, spoke on Monday.",
      ["Ali Nazary | spokesperson_for | Ahmad Massoud"]),
    ReadingCase(
      "Thai Prime Minister Surayud Chulanont visited Japan.",
      ["Surayud Chulanont | leads | Thailand"], not: ["Surayud Chulanont | leads | Japan"]),
    ReadingCase(
      "Amrullah Saleh, the former vice president of Afghanistan, fled.",
      ["Amrullah Saleh | employed_by | Afghanistan | former"]),
    ReadingCase(
      "Hassan Nasrallah is the leader of Hezbollah.", ["Hassan Nasrallah | leads | Hezbollah"]),
    ReadingCase(
      "Hassan Nasrallah is not the leader of Hamas.", [], not: ["Hassan Nasrallah | leads | Hamas"]),
    ReadingCase(
      "The head of the Free Peasants Party, Nigara Khidoyatova, was in court.",
      ["Nigara Khidoyatova | leads | Free Peasants Party"]),
    ReadingCase(
      "The leader met a spokesman for the Taliban.", [], not: ["Taliban | leads | Taliban"]),
  ])
  func readsRolesFromTitlesAppositionsAndCopulas(_ test: ReadingCase) throws {
    try Reader.check(test)
  }

  @Test(arguments: [
    ReadingCase(
      "Ahmad Massoud, son of the late commander Ahmad Shah Massoud, fled to Tajikistan.",
      [
        "Ahmad Massoud | child_of | Ahmad Shah Massoud",
        "Ahmad Massoud | travelled_to | Tajikistan",
      ], not: ["Ahmad Shah Massoud | child_of | Ahmad Massoud"]),
    ReadingCase(
      "Leila Haddad's brother, Karim Haddad, was arrested.",
      ["Karim Haddad | sibling_of | Leila Haddad"]),
    ReadingCase(
      "Robert Hughes and his wife, Clara Hughes, live in Boston.",
      ["Clara Hughes | spouse_of | Robert Hughes"]),
    ReadingCase(
      "Karim Haddad's father, Sami Haddad, founded Levant Bank.",
      ["Karim Haddad | child_of | Sami Haddad", "Sami Haddad | founded | Levant Bank"],
      not: ["Sami Haddad | child_of | Karim Haddad", "Karim Haddad | founded | Levant Bank"]),
  ])
  func readsKinship(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "A bomb exploded in Mosul, Iraq, on Friday.", ["Mosul | located_in | Iraq"],
      not: ["Iraq | located_in | Mosul"]),
    ReadingCase(
      "Paris, London and Rome objected.", [],
      not: ["Paris | located_in | London", "London | located_in | Rome"]),
    ReadingCase(
      "He is in a safe house in the Tajik capital of Dushanbe.",
      ["Dushanbe | located_in | Tajikistan"]),
    ReadingCase(
      "The Washington-based firm Vance & Guthrie declined to comment.",
      ["Vance & Guthrie | based_in | Washington"]),
    ReadingCase(
      "American journalist Jill Carroll was kidnapped.",
      ["Jill Carroll | citizen_of | United States"]),
  ])
  func readsPlacesAndBelonging(_ test: ReadingCase) throws { try Reader.check(test) }
}

@Suite struct ReferenceTests {
  @Test(arguments: [
    ReadingCase(
      "Ahmad Massoud fled to Tajikistan. He hired Robert Stryk.",
      ["Ahmad Massoud | hired | Robert Stryk"]),
    ReadingCase(
      "Angela Merkel met Emmanuel Macron in Berlin. Later she met Boris Johnson there.", [],
      not: ["Emmanuel Macron | met_with | Boris Johnson"]),
    ReadingCase(
      "Ahmad Massoud and Amrullah Saleh sought aid, but the CIA is not supporting them.",
      [
        "CIA | supports | Ahmad Massoud | negative", "CIA | supports | Amrullah Saleh | negative",
      ], not: ["CIA | supports | Ahmad Massoud"]),
    ReadingCase(
      "Karim Haddad, who once worked for Levant Bank, founded Cedar Holdings.",
      [
        "Karim Haddad | founded | Cedar Holdings",
        "Karim Haddad | employed_by | Levant Bank | former",
      ]),
  ])
  func pronounsStandForWhomTheyMust(_ test: ReadingCase) throws { try Reader.check(test) }

  /// Two men of one surname stay two.
  @Test func peopleWhoShareASurnameStayApart() throws {
    let extracted = try Reader.read(
      """
      Ahmad Massoud, son of the late commander Ahmad Shah Massoud, fled to Tajikistan. \
      Massoud hired a lobbyist. Ahmad Shah Massoud was killed in 2001.
      """)
    let names = extracted.annotated.entities.filter { $0.type == .person }.map(\.name)
    #expect(names.contains("Ahmad Massoud"))
    #expect(names.contains("Ahmad Shah Massoud"))
  }

  @Test func furnitureGivesNothing() throws {
    let text = "MOST READ Robert Stryk Hired by Ahmad Massoud\n\nAhmad Massoud met Robert Stryk."
    let document = Document(
      id: DocumentID("f"), source: "f", text: SourceText(text), furniture: [Span(0, 45)])
    let (annotator, extractor) = try Reader.shared.get()
    let extracted = extractor.extract(try annotator.annotate(document))
    #expect(extracted.assertions.allSatisfy { $0.evidence.span.start >= 45 })
    #expect(extracted.annotated.mentions.allSatisfy { $0.span.start >= 45 })
  }

  @Test func extractionIsRepeatableAndEverySpanIsInTheText() throws {
    let text = """
      Angela Merkel and Emmanuel Macron met in Paris. Iran denied that it had attacked Iraq, \
      according to two officials. "We hired nobody," said Robert Stryk, a lobbyist for Qatar.
      """
    let first = try Reader.read(text)
    #expect(try Reader.read(text) == first)
    for assertion in first.assertions {
      let spans = [
        assertion.evidence.subject, assertion.evidence.object, assertion.evidence.trigger,
      ]
      for span in spans.compactMap({ $0 }) {
        #expect(assertion.evidence.span.contains(span))
      }
      #expect((0...1).contains(assertion.confidence))
    }
  }
}

@Suite struct EventNounRuleTests {
  @Test(arguments: [
    ReadingCase(
      "Talks between Iran and Pakistan resumed on Monday.", ["Iran | negotiated_with | Pakistan"]),
    ReadingCase(
      "Viktor Orban said in an interview with Reuters that he would not resign.",
      ["Viktor Orban | communicated_with | Reuters"]),
    ReadingCase(
      "Angela Merkel arrived in Moscow for talks with Vladimir Putin.",
      ["Angela Merkel | negotiated_with | Vladimir Putin | planned"],
      not: ["Angela Merkel | negotiated_with | Vladimir Putin"]),
    ReadingCase(
      "Iran praised the meeting of ministers in Qatar.", [], not: ["Iran | met_with | Qatar"]),
  ])
  func readsWhatHappensBetweenTwoParties(_ test: ReadingCase) throws { try Reader.check(test) }
}
