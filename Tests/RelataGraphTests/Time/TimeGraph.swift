import RelataCore

@testable import RelataGraph

/// Relations whose evidence has times and days, in a line each.
enum TimeGraph {
  static func record(
    _ document: String, published: String? = nil, time: String? = nil, quote: String = "A line.",
    predicate: String = "", trigger: Span? = nil, confidence: Double = 0.8
  ) -> EvidenceRecord {
    EvidenceRecord(
      document: DocumentID(document), source: document, published: published, sentence: 0,
      span: Span(0, quote.unicodeScalars.count), quote: quote, trigger: trigger, time: time,
      confidence: confidence, extractor: "rule.verb.v1")
  }

  static func relation(
    _ id: String, _ subject: String, _ type: RelationID, _ object: String,
    predicate: String = "", polarity: Polarity = .positive, status: AssertionStatus = .asserted,
    tense: TenseClass = .current, _ evidence: [EvidenceRecord]
  ) -> Relation {
    Relation(
      id: AssertionID(id), subject: EntityID(subject), type: type, object: EntityID(object),
      predicate: predicate, polarity: polarity, status: status, tense: tense, confidence: 0.8,
      evidence: evidence)
  }

  static func graph(_ relations: [Relation]) -> KnowledgeGraph {
    let ids = Set(relations.flatMap { [$0.subject, $0.object] })
    return KnowledgeGraph(
      entities: ids.map { Entity(id: $0, name: $0.rawValue, type: .organization) },
      relations: relations)
  }
}
