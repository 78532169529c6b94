import RelataCore
import RelataGraph
import RelataPipeline

/// A relation as cells of a listing: subject, relation, object, polarity, status, tense, confidence,
/// sources, quote.
enum RelationCells {
  static func of(_ relation: Relation, entity: (EntityID) -> Entity?) -> [String] {
    [
      entity(relation.subject)?.name ?? relation.subject.rawValue, relation.type.rawValue,
      entity(relation.object)?.name ?? relation.object.rawValue, relation.polarity.rawValue,
      relation.status.rawValue, relation.tense.rawValue,
      JSONWriter().text(.decimal(relation.confidence)), relation.sources.joined(separator: "; "),
      relation.evidence.first?.quote ?? "",
    ]
  }
}
