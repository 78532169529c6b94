import RelataCore

/// What a piece of evidence says of the time of its relation.
package struct TimedStatement: Hashable, Sendable {
  package var relation: RelationID
  package var tense: TenseClass
  /// In the text's words, resolved.
  package var time: String?
  /// The day of publication as ISO 8601.
  package var published: String?

  package init(relation: RelationID, tense: TenseClass, time: String?, published: String?) {
    (self.relation, self.tense) = (relation, tense)
    (self.time, self.published) = (time, published)
  }
}

/// When a relation holds, as its evidence says, and when that was reported.
public struct RelationTime: Hashable, Sendable {
  /// The first time that a text names for its beginning, or for what happened; nil where none does.
  public var from: String?
  /// The last time that a text names for its end, or for what happened; nil where none does.
  public var until: String?
  /// The first and the last day of publication, as ISO 8601; nil where none is known.
  public var firstReported: String?
  /// See ``firstReported``.
  public var lastReported: String?

  /// What the evidence of some relations says that are about one tie.
  ///
  /// A date without another one is the beginning of what holds, the end of what is over, and both of what happened.
  ///
  /// - Complexity: O(evidence).
  public init(_ relations: [Relation], schema: RelationSchema) {
    self.init(
      relations.flatMap { relation in
        relation.evidence.map {
          TimedStatement(
            relation: relation.type, tense: relation.tense, time: $0.time, published: $0.published)
        }
      }, schema: schema)
  }

  /// As ``init(_:schema:)``, of what is read of the evidence.
  package init(_ statements: [TimedStatement], schema: RelationSchema) {
    var (starts, ends): ([CalendarPeriod], [CalendarPeriod]) = ([], [])
    for statement in statements {
      let happens = schema[statement.relation]?.aspect == .event
      guard let time = statement.time.flatMap(StatedTime.init) else { continue }
      if !time.isPoint || happens || statement.tense == .current {
        if let start = time.start { starts.append(start) }
      }
      if !time.isPoint || happens || statement.tense == .former {
        if let end = time.end { ends.append(end) }
      }
    }
    from =
      starts.min { ($0.days.lowerBound, $0.description) < ($1.days.lowerBound, $1.description) }?
      .description
    until =
      ends.max { ($0.days.upperBound, $0.description) < ($1.days.upperBound, $1.description) }?
      .description
    let reports = statements.compactMap(\.published)
      .compactMap { CalendarPeriod(iso: $0) }.map(\.description)
    firstReported = reports.min()
    lastReported = reports.max()
  }
}

extension EvidenceRecord {
  /// The day of publication to sort by; behind all days where it is not known.
  private var reportDay: String { published.map { String($0.prefix(10)) } ?? "~" }

  /// Sorts pieces of evidence by the day of their report, then as a graph has them: document, span.
  ///
  /// - Complexity: O(n log n).
  package static func byDay(_ records: [EvidenceRecord]) -> [EvidenceRecord] {
    records.enumerated().sorted { a, b in
      (a.element.reportDay, a.offset) < (b.element.reportDay, b.offset)
    }.map(\.element)
  }
}

extension Relation {
  /// The same with its evidence in order of the days on which it was reported.
  package var byDay: Relation {
    var relation = self
    relation.evidence = EvidenceRecord.byDay(evidence)
    return relation
  }
}
