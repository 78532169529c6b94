import RelataCore
import Testing

@testable import RelataGraph

/// What redaction costs, in words and letters looked at: counts, as seconds differ between machines.
@Suite struct RedactionCostTests {
  /// A graph of people with one given name, each in a sentence of their own.
  private static func graph(_ count: Int, given: String = "Anna", surname: (Int) -> String)
    -> KnowledgeGraph
  {
    let people = (0..<count).map { number in
      Entity(
        id: EntityID("p\(number)"), name: "\(given) \(surname(number))", type: .person,
        aliases: [surname(number)], roles: ["mayor"])
    }
    let relations = (0..<count).map { number in
      let quote = "\(people[number].name) met \(people[(number + 1) % count].name), and Anna left."
      return Relation(
        id: AssertionID("r\(number)"), subject: people[number].id, type: "met_with",
        object: people[(number + 1) % count].id, predicate: "met", polarity: .positive,
        status: .asserted, tense: .current, confidence: 0.8,
        evidence: [
          EvidenceRecord(
            document: DocumentID("d\(number)"), source: "s", sentence: 0,
            span: Span(0, quote.unicodeScalars.count), quote: quote, confidence: 0.8, extractor: "x"
          )
        ])
    }
    return KnowledgeGraph(entities: people, relations: relations)
  }

  private static func name(_ number: Int) -> String {
    let syllables = ["ba", "ko", "lu", "mi", "ne", "ra", "so", "tu", "vi", "ze"]
    var (rest, word) = (number, "")
    for _ in 0..<5 {
      word += syllables[rest % 10]
      rest /= 10
    }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Work of making the dictionary and of reading all quotes.
  private static func work(_ graph: KnowledgeGraph, redacting count: Int) -> Int {
    let redaction = Redaction(of: graph.entities.prefix(count).map(\.id), in: graph)
    return redaction.engine.steps
      + graph.relations.reduce(0) { $0 + redaction.engine.redacted($1.evidence[0].quote).steps }
  }

  @Test func `one of many names that share a first word costs what the graph is large`() {
    let (small, large) = (Self.graph(500, surname: Self.name), Self.graph(1000, surname: Self.name))
    let (a, b) = (Self.work(small, redacting: 1), Self.work(large, redacting: 1))
    #expect(Double(b) < 2.2 * Double(a), "\(a) → \(b)")
  }

  @Test func `redacting all of them costs no more a name`() {
    let (small, large) = (Self.graph(300, surname: Self.name), Self.graph(600, surname: Self.name))
    let (a, b) = (Self.work(small, redacting: 300), Self.work(large, redacting: 600))
    #expect(Double(b) < 2.2 * Double(a), "\(a) → \(b)")
  }

  @Test func `a long text of the name costs its length`() {
    let redaction = Redaction(of: [EntityID("p0")], in: Self.graph(3, surname: Self.name))
    func steps(_ count: Int, _ piece: String) -> Int {
      redaction.engine.redacted(String(repeating: piece, count: count)).steps
    }
    for piece in [
      "Anna ", "A ", "A. ", "anna", "Anna Bababababa, ", "Ba", "Bababababa Anna ", "\"Anna ",
      "the mayor ",
    ] {
      let (a, b) = (steps(1000, piece), steps(2000, piece))
      #expect(Double(b) < 2.2 * Double(a) + 100, "\(piece): \(a) → \(b)")
    }
  }
}
