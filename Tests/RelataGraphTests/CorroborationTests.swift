import RelataCore
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataGraph

/// A report printed by many is one report, however many print it.
@Suite struct CorroborationTests {
  private static func reading(
    _ report: String, _ outlet: String, _ quote: String, _ confidence: Double = 0.7
  ) -> SentenceReading {
    SentenceReading(
      report: report, outlet: outlet, source: "", quote: quote, confidence: confidence)
  }

  private static let words = "The minister said on Friday that Corvane Holdings owns the pier"

  private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-12 }

  @Test func `one sentence printed by five outlets is one reading`() {
    let readings = Readings(
      (1...5).map { Self.reading("d\($0)", "Outlet \($0)", "Corvane owns the pier.", 0.8) })
    #expect(readings.reports == 1 && readings.outlets == 5 && readings.independent == 1)
    #expect(near(readings.confidence, 0.8))
  }

  @Test func `copies of a report are one, whatever their words`() {
    let readings = Readings([
      Self.reading("wire", "A", "Corvane owns the pier.", 0.7),
      Self.reading("wire", "B", "The pier belongs to Corvane.", 0.9),
      Self.reading("own", "C", "Its owner is Corvane.", 0.5),
    ])
    #expect(readings.reports == 2 && readings.outlets == 3 && readings.independent == 2)
    #expect(near(readings.confidence, 1 - 0.1 * 0.5))
  }

  @Test func `a word changed makes no second sentence, another sentence does`() {
    func reports(_ a: String, _ b: String) -> Int {
      Readings([Self.reading("a", "A", a), Self.reading("b", "B", b)]).reports
    }
    #expect(reports(Self.words + ".", "“" + Self.words.uppercased() + "”") == 1)
    #expect(reports(Self.words + ".", Self.words + ", as everybody knows.") == 1)
    #expect(reports(Self.words, "The minister’s sister owns Corvane Holdings and the pier.") == 2)
    // Too short to be alike by chance, so only equal words count.
    #expect(reports("Corvane owns the pier.", "Corvane owns the piers.") == 2)
  }

  @Test func `one outlet that repeats itself in own words is one source of two reports`() {
    let readings = Readings([
      Self.reading("a", "The Harbour Post", "Corvane owns the pier."),
      Self.reading("b", "harbour post", "The pier is Corvane's."),
    ])
    #expect(readings.reports == 2 && readings.outlets == 1 && readings.independent == 1)
    #expect(near(readings.confidence, 0.7))
  }

  @Test func `two papers that share a quotation and have sentences of their own are two`() {
    let shared = [
      Self.reading("a", "A", "“We own the pier.”"), Self.reading("b", "B", "“We own the pier.”"),
    ]
    #expect(Readings(shared).reports == 1)
    let one = shared + [Self.reading("a", "A", "Corvane has owned it for years.")]
    #expect(Readings(one).reports == 2 && Readings(one).independent == 2)
  }

  /// A prints the wire and a story of its own, B the wire and a story of its own: two independent reports of three.
  @Test func `as many reports as possible are counted, each with an outlet of its own`() {
    let readings = Readings([
      Self.reading("wire", "A", "first words"), Self.reading("wire", "B", "second words"),
      Self.reading("own A", "A", "third words"), Self.reading("own B", "B", "fourth words"),
    ])
    #expect(readings.reports == 3 && readings.outlets == 2 && readings.independent == 2)
  }

  @Test(arguments: UInt64(0)..<40) func `the order does not matter, and more never makes less sure`(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    var readings: [SentenceReading] = []
    var before = 0.0
    for _ in 0..<12 {
      readings.append(
        Self.reading("r\(pick(4))", "o\(pick(4))", "s\(readings.count)", Double(pick(10)) / 10))
      let all = Readings(readings)
      let other = Readings(readings.shuffled(using: &random))
      #expect(all.confidence == other.confidence && all.reports == other.reports)
      #expect(all.outlets == other.outlets && all.independent == other.independent)
      #expect(all.independent <= min(all.reports, all.outlets))
      #expect(all.confidence >= before - 1e-12)
      before = all.confidence
    }
  }

  @Test func `who is a party is told apart from who reports`() throws {
    func graph(outlet: String, claimant: Bool) -> KnowledgeGraph {
      var draft = DocumentDraft("a", source: outlet)
      let bank = draft.entity("Karst Bank", .organization)
      let pier = draft.entity("Corvane Holdings", .organization)
      draft.assert(bank, "owns", pier, status: .claimed, claimant: claimant ? bank : nil)
      return GraphMerger().merge([draft.document])
    }
    let plain = try #require(graph(outlet: "A", claimant: false).relations.first?.corroboration)
    #expect(plain == Corroboration(reports: 1, outlets: 1, independent: 1, partyIsSource: false))
    #expect(plain.words == "1 report")
    for graph in [
      graph(outlet: "A", claimant: true), graph(outlet: "The Karst Bank", claimant: false),
    ] {
      let support = try #require(graph.relations.first?.corroboration)
      #expect(support == Corroboration(reports: 1, outlets: 1, independent: 0, partyIsSource: true))
      #expect(support.words == "1 report; only a party says so")
    }
  }

  @Test func `words say what there is to say`() {
    func words(_ reports: Int, _ outlets: Int, _ independent: Int, _ party: Bool = false) -> String
    {
      Corroboration(
        reports: reports, outlets: outlets, independent: independent, partyIsSource: party
      ).words
    }
    #expect(words(1, 5, 1) == "1 report, printed by 5 outlets")
    #expect(words(2, 2, 2) == "2 reports")
    #expect(words(3, 2, 2) == "3 reports, 2 of them independent")
    #expect(
      words(3, 3, 2, true) == "3 reports, 2 of them independent; a party is among the sources")
    #expect(words(2, 2, 0, true) == "2 reports; only a party says so")
  }

  @Test func `a sentence is told once, with everywhere it stands`() throws {
    func record(_ id: String, _ report: String, _ quote: String, _ start: Int) -> EvidenceRecord {
      EvidenceRecord(
        document: DocumentID(id), report: DocumentID(report), source: id, sentence: 0,
        span: Span(start, start + quote.unicodeScalars.count), quote: quote, confidence: 0.5,
        extractor: "test")
    }
    let relation = Relation(
      id: AssertionID("r"), subject: EntityID("a"), type: "owns", object: EntityID("b"),
      predicate: "owns", polarity: .positive,
      status: .asserted, tense: .current, confidence: 0.5,
      evidence: [
        record("1", "1", "Corvane owns it.", 0), record("1", "1", "Corvane owns it.", 90),
        record("2", "1", "Corvane owns it!", 0), record("3", "1", "Corvane has it.", 0),
        record("4", "4", "It is Corvane's.", 0),
      ])
    let sentences = relation.sentences
    #expect(
      sentences.map { $0.records.map(\.document.rawValue) } == [["1", "2"], ["1"], ["3"], ["4"]])
    #expect(sentences.map(\.sameReport) == [nil, nil, 0, nil])
  }
}
