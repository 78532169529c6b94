import RelataCore
import RelataGraph
import RelataPipeline

/// A relation as cells of a listing, and the columns that they stand in.
enum RelationCells {
  /// Subject, relation, object, polarity, status, tense, confidence, sources, quote, and for programs: symmetric, when it
  /// holds, when that was reported, how it is known to hold at the time asked for; and who says so.
  static let columns: [Listing.Column] = [
    .init(title: "Subject", isFlexible: true), .init(title: "Relation"),
    .init(title: "Object", isFlexible: true), .init(title: "Polarity"), .init(title: "Status"),
    .init(title: "Tense"), .init(title: "Confidence", isNumeric: true),
    .init(title: "Sources", isFlexible: true), .init(title: "Quote", isFlexible: true),
    // Whether the ends may be exchanged, for programs: who reads the quote sees it.
    .init(title: "Symmetric", isForPrograms: true),
    .init(title: "Holds from", isForPrograms: true),
    .init(title: "Holds until", isForPrograms: true),
    .init(title: "First reported", isForPrograms: true),
    .init(title: "Last reported", isForPrograms: true),
    .init(title: "Holding", isForPrograms: true),
    .init(title: "Reports", isNumeric: true),
    .init(title: "Outlets", isForPrograms: true), .init(title: "Independent", isForPrograms: true),
    .init(title: "Party is source", isForPrograms: true),
  ]

  static func of(_ relation: Relation, in graph: KnowledgeGraph) -> [String] {
    let time = RelationTime([relation], schema: graph.schema)
    let support = relation.corroboration
    return [
      graph.entity(relation.subject)?.name ?? relation.subject.rawValue, relation.type.rawValue,
      graph.entity(relation.object)?.name ?? relation.object.rawValue, relation.polarity.rawValue,
      relation.status.rawValue, relation.tense.rawValue,
      JSONWriter().text(.decimal(relation.confidence)), relation.sources.joined(separator: "; "),
      relation.evidence.first?.quote ?? "",
      String(graph.schema[relation.type]?.isSymmetric == true), time.from ?? "",
      time.until ?? "", time.firstReported ?? "", time.lastReported ?? "",
      relation.holding?.rawValue ?? "",
      support.map { String($0.reports) } ?? "", support.map { String($0.outlets) } ?? "",
      support.map { String($0.independent) } ?? "",
      support.map { String($0.partyIsSource) } ?? "",
    ]
  }
}
