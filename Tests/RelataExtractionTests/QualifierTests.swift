import RelataCore
import Testing

@testable import RelataExtraction

/// A marked sentence and the relation whose qualifiers are looked at.
struct QualifierCase: Sendable, CustomTestStringConvertible {
  var marked: String
  var relation: RelationID
  var published: String?

  init(_ relation: RelationID, _ marked: String, published: String? = "2021-09-25") {
    self.marked = marked
    self.relation = relation
    self.published = published
  }
  var testDescription: String { marked }
}

@Suite struct QualifierTests {
  /// 2021-09-25 was a Saturday.
  @Test(arguments: [
    QualifierCase(
      "hired", "Ahmad Massoud hired Robert Stryk on <time 2021-09-22>Wednesday</time>."),
    QualifierCase(
      "met_with",
      "Angela Merkel met Emmanuel Macron in <place Paris>Paris</place> on <time 2021-09-06>September 6</time>."
    ),
    QualifierCase(
      "met_with",
      "Angela Merkel will meet Emmanuel Macron in <place Paris>Paris</place> on <time 2021-09-28>Tuesday</time>."
    ),
    QualifierCase("founded", "Sami Haddad founded Levant Bank in <time 1987>1987</time>."),
    QualifierCase(
      "employed_by", "Karim Haddad worked for Levant Bank from <time 1992/2000>1992 to 2000</time>."
    ),
    QualifierCase(
      "paid",
      "Gazprom paid Nigel Barrett <amount>$4.5 million</amount> <time 2021-09-13/2021-09-19>last week</time>."
    ),
    QualifierCase(
      "negotiated_with",
      "Iran and Pakistan held talks in <place Geneva>Geneva</place> <time 2021-09-24>yesterday</time>."
    ),
    QualifierCase(
      "owns", "Nokia owns a <amount>49 percent</amount> stake in Alcatel."),
    QualifierCase(
      "killed", "The Taliban killed Ahmad Shah Massoud in <time 2001-09>September 2001</time>."),
    // The words are kept where the date cannot be known.
    QualifierCase(
      "hired", "Ahmad Massoud hired Robert Stryk on <time>Wednesday</time>.", published: nil),
    // Nothing of this is said of the relation.
    QualifierCase(
      "hired", "Ahmad Massoud hired Robert Stryk, who fled Paris on Monday with $3 million."),
    QualifierCase(
      "hired", "Ahmad Massoud hired Robert Stryk, the New York Times reported on Monday."),
    QualifierCase("leads", "Thai Prime Minister Surayud Chulanont visited Japan on Monday."),
    QualifierCase("travelled_to", "Surayud Chulanont visited Japan after the war in Iraq."),
    QualifierCase("supports", "Washington backed Amrullah Saleh before the 2019 vote in Kabul."),
  ])
  func onlyWhatBelongsToThePredicateQualifiesIt(_ test: QualifierCase) throws {
    let marked = MarkedText(test.marked)
    let extracted = try Reader.read(marked.text, published: test.published)
    let assertion = try #require(
      extracted.assertions.first { $0.relation == test.relation },
      "found \(extracted.assertions.map(\.relation))")
    #expect(assertion.evidence.time == marked["time"]?.span)
    #expect(assertion.time == marked["time"]?.value)
    #expect(assertion.evidence.place == marked["place"]?.span)
    #expect(assertion.place == marked["place"]?.value)
    #expect(assertion.evidence.amount == marked["amount"]?.span)
    #expect(assertion.amount == marked["amount"]?.words)
  }
}
