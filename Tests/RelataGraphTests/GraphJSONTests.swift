import Foundation
import RelataCore
import RelataGraph
import Testing

/// Entities and relations as JSON, which programs of others read.
@Suite struct GraphJSONTests {
  private static let record = EvidenceRecord(
    document: DocumentID("doc"), source: "src", title: "ttl", published: "2021", author: "aut",
    outlet: "out", address: "adr", page: 7, sentence: 3,
    span: Span(10, 30), quote: "quo", predicate: "prd", subject: Span(11, 12), object: Span(13, 14),
    trigger: Span(15, 16),
    attribution: EvidenceAttribution(
      entity: EntityID("e3"), name: "clm", cue: "said", via: ["via"]),
    time: "tim", place: "plc", amount: "amt", confidence: 0.5, extractor: "ext")

  private static let bare = EvidenceRecord(
    document: DocumentID("doc"), source: "src", sentence: 0, span: Span(0, 1), quote: "q",
    confidence: 1, extractor: "ext")

  private static func relation(_ evidence: [EvidenceRecord]) -> Relation {
    Relation(
      id: AssertionID("r1"), subject: EntityID("e1"), type: "hired", object: EntityID("e2"),
      predicate: "hires", polarity: .negative, status: .claimed, tense: .former, confidence: 0.25,
      evidence: evidence)
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func `evidence has every field, those that are missing as null`() throws {
    #expect(
      try json(Self.record)
        == #"{"amount":"amt","attribution":{"cue":"said","entity":"e3","text":"clm","via":["via"]},"#
        + #""author":"aut","confidence":0.5,"document":"doc","end":30,"extractor":"ext","object":{"end":14,"start":13},"#
        + #""outlet":"out","page":7,"#
        + #""place":"plc","predicate":"prd","published":"2021","quote":"quo","report":"doc","sentence":3,"source":"src","start":10,"#
        + #""subject":{"end":12,"start":11},"time":"tim","title":"ttl","trigger":{"end":16,"start":15},"#
        + #""url":"adr"}"#
    )
    #expect(
      try json(Self.bare)
        == #"{"amount":null,"attribution":null,"author":null,"confidence":1,"document":"doc","end":1,"extractor":"ext","#
        + #""object":null,"outlet":null,"page":null,"place":null,"predicate":null,"published":null,"quote":"q","report":"doc","sentence":0,"source":"src","start":0,"#
        + #""subject":null,"time":null,"title":null,"trigger":null,"url":null}"#)
  }

  @Test func `entities and relations have every field under its name`() throws {
    let entity = Entity(
      id: EntityID("e1"), name: "Ida", type: .person, aliases: ["I"], roles: ["judge"],
      documents: [DocumentID("doc")])
    #expect(
      try json(entity)
        == #"{"aliases":["I"],"decided":false,"documents":["doc"],"id":"e1","name":"Ida","notes":[],"roles":["judge"],"type":"PERSON"}"#
    )
    #expect(
      try json(Self.relation([]))
        == #"{"confidence":0.25,"evidence":[],"id":"r1","notes":[],"object":"e2","polarity":"negative","#
        + #""predicate":"hires","relation":"hired","status":"claimed","subject":"e1","tense":"former"}"#
    )
  }

  @Test func `what was written is read again`() throws {
    let relation = Self.relation([Self.record, Self.bare])
    let data = Data(try json(relation).utf8)
    #expect(try JSONDecoder().decode(Relation.self, from: data) == relation)
    // What was written before people decided is read too.
    let old = String(decoding: data, as: UTF8.self).replacing("\"notes\":[],", with: "")
    #expect(try JSONDecoder().decode(Relation.self, from: Data(old.utf8)) == relation)
    // A reader takes a field that is not there for null.
    let short =
      #"{"confidence":1,"document":"doc","end":1,"extractor":"ext","quote":"q","sentence":0,"#
      + #""source":"src","start":0}"#
    #expect(try JSONDecoder().decode(EvidenceRecord.self, from: Data(short.utf8)) == Self.bare)
  }

  @Test func `sources of a relation are each named once, in order`() {
    func record(_ source: String) -> EvidenceRecord {
      EvidenceRecord(
        document: DocumentID("d"), source: source, sentence: 0, span: Span(0, 1), quote: "q",
        confidence: 1, extractor: "x")
    }
    #expect(Self.relation([record("b"), record("a"), record("b")]).sources == ["a", "b"])
  }
}
