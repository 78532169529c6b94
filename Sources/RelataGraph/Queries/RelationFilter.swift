import RelataCore

/// Which relations a query looks at.
public struct RelationFilter: Hashable, Sendable {
  /// Types to keep; with `families` also empty, all are kept.
  public var relations: Set<RelationID>
  /// Families to keep, besides `relations`.
  public var families: Set<RelationFamily>
  /// Statuses to keep; empty keeps all.
  public var statuses: Set<AssertionStatus>
  /// Polarities to keep; empty keeps both.
  public var polarities: Set<Polarity>
  /// Least confidence, 0…1.
  public var minimumConfidence: Double

  /// A filter; without arguments it keeps everything.
  public init(
    relations: Set<RelationID> = [], families: Set<RelationFamily> = [],
    statuses: Set<AssertionStatus> = [], polarities: Set<Polarity> = [],
    minimumConfidence: Double = 0
  ) {
    self.relations = relations
    self.families = families
    self.statuses = statuses
    self.polarities = polarities
    self.minimumConfidence = minimumConfidence
  }

  /// Keeps every relation.
  public static let all = RelationFilter()

  /// Keeps what the texts say is so: nothing negated, nothing hypothetical.
  public static let evidenceBacked = RelationFilter(
    statuses: [.asserted, .claimed, .planned], polarities: [.positive])

  /// Whether a relation is kept; `schema` knows the families of types.
  public func matches(_ relation: Relation, schema: RelationSchema) -> Bool {
    relation.confidence >= minimumConfidence
      && (statuses.isEmpty || statuses.contains(relation.status))
      && (polarities.isEmpty || polarities.contains(relation.polarity))
      && matches(type: relation.type, schema: schema)
  }

  private func matches(type: RelationID, schema: RelationSchema) -> Bool {
    if relations.isEmpty, families.isEmpty { return true }
    if relations.contains(type) { return true }
    return schema[type].map { families.contains($0.family) } ?? false
  }
}
