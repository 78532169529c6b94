import Foundation
import RelataCore
import RelataGraph
import Testing

@testable import RelataPipeline

/// Records are written as they are published, byte by byte, and read back as they were.
@Suite struct PublishedFormTests {
  private static let record = EvidenceRecord(
    document: DocumentID("d1"), source: "The Example", published: "2021-09", sentence: 2,
    span: Span(10, 20), quote: "A “paid” B", subject: Span(10, 11), trigger: Span(13, 17),
    attribution: EvidenceAttribution(
      entity: EntityID("e-3"), name: "an aide", cue: "said", via: ["the Post"]),
    amount: "$1", confidence: 0.123456, extractor: "rule.verb.v1")

  private static let relation = Relation(
    id: AssertionID("r-1"), subject: EntityID("e-1"), type: "paid", object: EntityID("e-2"),
    predicate: "paid", polarity: .negative, status: .claimed, tense: .former, confidence: 0.5,
    evidence: [record])

  private static let entity = Entity(
    id: EntityID("e-1"), name: "A", type: .person, aliases: ["Aa"], roles: ["mayor"],
    documents: [DocumentID("d1"), DocumentID("d2")])

  @Test func anEdgeIsWrittenAsPublished() {
    let graph = KnowledgeGraph(entities: [Self.entity], relations: [])
    let edge = GraphJSON.edge(Self.relation, in: graph)
    #expect(
      JSONWriter().text(edge) == """
        {"id":"r-1","subject":{"id":"e-1","name":"A","type":"PERSON"},"relation":"paid",\
        "object":{"id":"e-2","name":"e-2","type":"OTHER"},"predicate":"paid",\
        "polarity":"negative","status":"claimed","tense":"former","confidence":0.5,\
        "corroboration":null,"decision":null,"notes":[],"holding":null,\
        "symmetric":false,"sources":["The Example"],"holdsFrom":null,"holdsUntil":null,\
        "firstReported":"2021-09","lastReported":"2021-09","evidence":[{"document":"d1",\
        "report":"d1","source":"The Example",\
        "title":null,"published":"2021-09","author":null,"outlet":null,"url":null,"page":null,"sentence":2,"start":10,"end":20,\
        "quote":"A “paid” B","predicate":null,"attribution":{"entity":"e-3","text":"an aide","cue":"said",\
        "via":["the Post"]},"time":null,"place":null,"amount":"$1","confidence":0.1235,\
        "extractor":"rule.verb.v1","subject":{"start":10,"end":11},"object":null,\
        "trigger":{"start":13,"end":17}}]}
        """)
  }

  @Test func anEdgeSaysWhetherItsEndsMayBeExchanged() {
    let graph = KnowledgeGraph(entities: [Self.entity], relations: [])
    var relation = Self.relation
    for (type, symmetric) in [("met_with", true), ("employed_by", false), ("spouse_of", true)] {
      relation.type = RelationID(type)
      #expect(
        JSONWriter().text(GraphJSON.edge(relation, in: graph))
          .contains("\"symmetric\":\(symmetric)"))
    }
  }

  @Test func anEntityIsWrittenAsPublished() {
    #expect(
      JSONWriter().text(GraphJSON.entity(Self.entity, assertions: 7)) == """
        {"id":"e-1","name":"A","type":"PERSON","aliases":["Aa"],"roles":["mayor"],\
        "documents":2,"decided":false,"notes":[],"assertions":7}
        """)
  }

  @Test func anAssertionIsWrittenAsPublished() throws {
    let assertions = SampleExtraction.document().assertions
    #expect(
      JSONWriter().text(JSONValue(encoding: assertions[1])) == """
        {"id":"a2","subject":"e2","relation":"paid","object":"e3","predicate":"pay",\
        "polarity":"negative","status":"claimed","tense":"current","attribution":{"entity":null,\
        "text":"an aide","cue":"said","via":[{"entity":null,"text":"the Post",\
        "cue":"reported"}]},"time":"2021","place":null,"amount":"$1","confidence":0.6,\
        "extractor":"rule.active.v1","support":null,"evidence":{"sentence":1,"start":29,"end":66,\
        "subject":{"start":30,"end":32},"object":{"start":46,"end":50},"trigger":null,\
        "time":null,"place":null,"amount":null}}
        """)
  }

  @Test func recordsReadBackAsTheyWere() throws {
    func again<T: Codable>(_ value: T) throws -> T {
      try JSONDecoder().decode(T.self, from: try JSONEncoder().encode(value))
    }
    #expect(try again(Self.relation) == Self.relation)
    #expect(try again(Self.entity) == Self.entity)
    let document = SampleExtraction.document()
    #expect(try again(document.assertions) == document.assertions)
    #expect(try again(document.annotated.entities) == document.annotated.entities)
    var mention = document.annotated.mentions[2]
    mention.sentence = 0
    #expect(try again(document.annotated.mentions[2]) == mention)
    // What our own writer gives is read by any decoder; only decimals are rounded.
    let text = JSONWriter().bytes(JSONValue(encoding: document.assertions))
    #expect(
      try JSONDecoder().decode([Assertion].self, from: Data(text)) == document.assertions)
  }

  @Test func everyValueHasAForm() {
    struct Sample: Encodable {
      var flag: Bool? = true
      var none: Bool?
      var whole: Int? = 3
      var lists: [[Int]] = [[1], []]
      var map = ["k": 0.25]
      var big = UInt64.max
      var letter: Character { "a" }
    }
    #expect(
      JSONWriter().text(JSONValue(encoding: Sample())) == """
        {"flag":true,"none":null,"whole":3,"lists":[[1],[]],"map":{"k":0.25},\
        "big":\(Int.max)}
        """)
    #expect(JSONValue(encoding: "a") == "a")
    #expect(JSONValue(encoding: [String?.none, "b"]) == [.null, "b"])
  }
}
