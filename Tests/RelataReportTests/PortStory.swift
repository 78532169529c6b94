import Graphviz
import RelataCore
import RelataDiagram
import RelataGraph
import RelataReport
import RelataTestSupport

/// Three people, one company, four relations with exact spans.
enum PortStory {
  static func evidence(
    _ quote: String, subject: String, trigger: String, object: String, at start: Int = 100,
    source: String = "The Daily Post", says: String? = nil
  ) -> EvidenceRecord {
    func span(_ words: String) -> Span? {
      guard let range = quote.range(of: words) else { return nil }
      let offset = quote[..<range.lowerBound].unicodeScalars.count
      return Span(start + offset, start + offset + words.unicodeScalars.count)
    }
    return EvidenceRecord(
      document: DocumentID("\(source.lowercased()).txt"), source: source, title: "Ports & people",
      published: "2024-03-05", sentence: 2,
      span: Span(start, start + quote.unicodeScalars.count), quote: quote, subject: span(subject),
      object: span(object), trigger: span(trigger),
      attribution: says.map { EvidenceAttribution(entity: nil, name: $0, cue: "said") },
      confidence: 0.9, extractor: "rule.active.v1")
  }

  static func relation(
    _ id: String, _ subject: String, _ type: RelationID, _ object: String,
    _ evidence: [EvidenceRecord],
    polarity: Polarity = .positive, status: AssertionStatus = .asserted
  ) -> Relation {
    Relation(
      id: AssertionID(id), subject: EntityID(subject), type: type, object: EntityID(object),
      predicate: "", polarity: polarity, status: status, tense: .current, confidence: 0.9,
      evidence: evidence)
  }

  static let entities = [
    Entity(
      id: EntityID("mara"), name: "Mara Velasquez", type: .person, aliases: ["Velasquez"],
      roles: ["minister"]),
    Entity(id: EntityID("tomas"), name: "Tomás Velasquez", type: .person),
    Entity(id: EntityID("harbor"), name: "Harborline", type: .organization),
    Entity(id: EntityID("osei"), name: "Kwame Osei", type: .person),
  ]

  static let relations = [
    relation(
      "r1", "harbor", "hired", "mara",
      [
        evidence(
          "Harborline hired Mara Velasquez.", subject: "Harborline", trigger: "hired",
          object: "Mara Velasquez"),
        evidence(
          "Velasquez was hired by Harborline.", subject: "Harborline", trigger: "hired",
          object: "Velasquez", source: "Coast Wire"),
      ]),
    relation(
      "r2", "osei", "leads", "harbor",
      [
        evidence(
          "Kwame Osei leads Harborline.", subject: "Kwame Osei", trigger: "leads",
          object: "Harborline")
      ]),
    relation(
      "r3", "harbor", "paid", "mara",
      [
        evidence(
          "Harborline never paid Velasquez, two officials said.", subject: "Harborline",
          trigger: "paid", object: "Velasquez", says: "two officials")
      ], polarity: .negative, status: .claimed),
    relation(
      "r4", "mara", "sibling_of", "tomas",
      [
        evidence(
          "Mara Velasquez and her brother Tomás.", subject: "Mara Velasquez", trigger: "brother",
          object: "Tomás")
      ]),
  ]

  static let graph = KnowledgeGraph(entities: entities, relations: relations)
  static let figures = FigureRenderer(
    renderer: IsolatedRenderer(executable: BuiltExecutable.path("graphviz-render-child")))
  static let writer = ReportWriter(renderer: figures)
}
