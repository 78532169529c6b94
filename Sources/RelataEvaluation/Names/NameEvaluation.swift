import RelataAnnotation
import RelataCore
import RelataLanguage

/// Strict scores of names: a name counts only with exactly its span and its type (Tjong Kim Sang &
/// De Meulder 2003).
///
/// Counts add up over documents. Types that the gold file does not have are left out on both sides.
public struct NameEvaluation: Sendable {
  /// Strict spans of each type.
  public private(set) var byType: [EntityType: PrecisionRecall] = [:]
  /// How well the scores of the names found tell the right ones.
  public private(set) var calibration = Calibration()
  /// The types that are scored.
  public let types: Set<EntityType>

  /// Nothing counted yet; names of other types count for nothing on either side.
  public init(types: Set<EntityType>) { self.types = types }

  /// All types together.
  public var total: PrecisionRecall {
    byType.values.reduce(into: PrecisionRecall()) { $0 += $1 }
  }

  /// Our type for a label of the common corpora ("PER", "GPE", "geo-loc"), nil if we have none.
  public static func entityType(_ label: String) -> EntityType? {
    if let type = EntityType(rawValue: label.uppercased()) { return type }
    switch label.uppercased() {
    case "PER", "POLITICIAN", "MUSICALARTIST", "WRITER", "SCIENTIST", "RESEARCHER": return .person
    case "ORG", "POLITICALPARTY", "BAND", "CORPORATION", "COMPANY", "UNIVERSITY":
      return .organization
    case "LOC", "GPE", "GEO-LOC", "COUNTRY", "FAC", "FACILITY": return .location
    case "NORP", "NAT": return .group
    case "EVE", "ELECTION": return .event
    case "MISC", "PRODUCT", "CREATIVE-WORK", "WORK_OF_ART", "LAW": return .other
    case "TIME", "TIM", "DAT": return .date
    default: return nil
    }
  }

  /// The types that the names of some documents have.
  public static func types(of documents: [GoldDocument]) -> Set<EntityType> {
    Set(documents.flatMap(\.names).compactMap { entityType($0.type) })
  }

  /// Adds one document; `predicted` must be of the same text.
  ///
  /// Adjectives of countries ("Iraqi"), which annotation resolves to the country, count as groups.
  public mutating func add(_ predicted: AnnotatedDocument, gold: GoldDocument) {
    struct Name: Hashable {
      var span: Span
      var type: EntityType
    }
    var truth: [EntityType: Set<Name>] = [:]
    for name in gold.names {
      guard let type = Self.entityType(name.type) else { continue }
      truth[type, default: []].insert(Name(span: name.span, type: type))
    }
    var found: [EntityType: Set<Name>] = [:]
    var end = 0
    for mention in predicted.mentions where mention.kind == .name {
      // Names inside names are not in the corpora.
      if mention.span.end <= end { continue }
      end = mention.span.end
      var type = mention.type
      if type == .location,
        CountryTable.shared.country(ofDemonym: predicted.words(mention.span)) != nil
      {
        type = .group
      }
      let name = Name(span: mention.span, type: type)
      let isRight = truth[type]?.contains(name) ?? false
      if !isRight, gold.unjudged.contains(where: { $0.overlaps(name.span) }) { continue }
      found[type, default: []].insert(name)
      if types.contains(type) { calibration.add(confidence: mention.score, isRight: isRight) }
    }
    for type in types {
      byType[type, default: PrecisionRecall()] += PrecisionRecall(
        predicted: found[type] ?? [], gold: truth[type] ?? [])
    }
  }

  /// Adds counts of other texts.
  public static func += (a: inout NameEvaluation, b: NameEvaluation) {
    for (type, counts) in b.byType { a.byType[type, default: PrecisionRecall()] += counts }
    a.calibration += b.calibration
  }
}
