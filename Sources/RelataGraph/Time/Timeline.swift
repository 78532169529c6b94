import RelataCore

/// One line of a timeline: a tie that holds for a time, or something that happened.
public struct TimelineEntry: Hashable, Sendable {
  /// The tie with all its evidence, by day of report; former if a text says that it is over.
  public var relation: Relation
  /// The office that the tie is, in words of the texts; nil where none is named or the tie is none.
  public var office: String?
  /// When it holds and when that was reported, as texts say it.
  public var time: RelationTime
  /// Whether it happens at a time; else it lasts until it ends.
  public var isEvent: Bool
  /// The first day of report of those texts that say that it is over without saying since when.
  public var overBy: String?
  /// The first day of report of those texts that say that it holds.
  public var heldOn: String?
  /// The days from the first to the last on which it is said to hold, counted from 1970-01-01; nil where no date at all
  /// is known.
  ///
  /// Of an event those on one of which it happened, or of the first report where no text says when.
  public var known: Range<Int>?
  /// The day before which it is assumed to hold on, though nothing says so: the end of `known` where that is the end,
  /// ``openEnd`` where no text says that it is over.
  public var assumedUntil: Int
  /// Whether `known` is a day of report, as no text says when.
  public var isKnownByReport: Bool

  /// The end of what nothing says is over.
  public static let openEnd = Int.max
}

extension KnowledgeGraph {
  /// What is known of an entity in the order in which it began or happened.
  ///
  /// Relations that differ in tense alone are one entry; what happened at several times is as many.
  ///
  /// - Returns: By first day, undated last, then by id; empty for an entity that has no relations or is unknown.
  /// - Complexity: O(evidence of the entity's relations · log evidence).
  public func timeline(of id: EntityID) -> [TimelineEntry] {
    var groups: [TimelineKey: [Relation]] = [:]
    let relations = relations(of: id)
    let ties = TieKeys(relations, schema: schema)
    for relation in relations {
      let happens = schema[relation.type]?.aspect == .event
      for record in relation.evidence {
        let key = TimelineKey(
          tie: ties.key(of: record, for: relation), status: relation.status,
          decision: relation.decision,
          time: happens ? record.time : nil)
        var part = relation
        part.evidence = [record]
        groups[key, default: []].append(part)
      }
    }
    joinUndated(&groups)
    return groups.values.map(entry).sorted { a, b in
      let days = (a.known?.lowerBound ?? Int.max, b.known?.lowerBound ?? Int.max)
      if days.0 != days.1 { return days.0 < days.1 }
      if a.relation.id != b.relation.id { return a.relation.id < b.relation.id }
      return (a.time.from ?? "", a.relation.evidence.count)
        < (b.time.from ?? "", b.relation.evidence.count)
    }
  }

  /// Puts what a text tells without a date to what happened in the only dated entry that holds the day of its report.
  private func joinUndated(_ groups: inout [TimelineKey: [Relation]]) {
    var dated: [TimelineKey: [TimelineKey]] = [:]
    for key in groups.keys where key.time != nil { dated[key.undated, default: []].append(key) }
    for (key, others) in dated {
      guard let parts = groups[key] else { continue }
      var rest: [Relation] = []
      for part in parts {
        let days = part.evidence.first?.published.flatMap { CalendarPeriod(iso: $0) }?.days
        let fitting = others.filter { other in
          guard let days, let time = other.time.flatMap(StatedTime.init)?.days else { return false }
          return time.contains(days.lowerBound)
        }
        if fitting.count == 1, let one = fitting.first {
          groups[one, default: []].append(part)
        } else {
          rest.append(part)
        }
      }
      groups[key] = rest.isEmpty ? nil : rest
    }
  }

  /// The entry of what several pieces of evidence say of one tie; `parts` have one each and are not empty.
  private func entry(_ parts: [Relation]) -> TimelineEntry {
    let type = schema[parts[0].type]
    let parts = parts.sorted { ($0.tense, $0.id) < ($1.tense, $1.id) }
    var relation = parts[0]
    relation.evidence = EvidenceRecord.byDay(parts.flatMap(\.evidence))
    relation.tense = parts.contains { $0.tense == .former } ? .former : .current
    relation.confidence = Readings(relation.evidence.map(\.reading)).confidence
    let happens = type?.aspect == .event
    let says = parts.flatMap { part in
      part.evidence.map { (record: $0, says: HoldingStatement($0, of: part, type)) }
    }
    let possible = says.compactMap { $0.says.possible ?? $0.says.certain }
      .filter { $0.lowerBound > Int.min }
    let reports = says.compactMap { $0.record.published.flatMap { CalendarPeriod(iso: $0) }?.days }
    var known = possible.reduce(nil as Range<Int>?) { whole, days in
      whole.map { min($0.lowerBound, days.lowerBound)..<max($0.upperBound, days.upperBound) }
        ?? days
    }
    let isDated = says.contains { $0.record.time.flatMap(StatedTime.init) != nil }
    known = known ?? reports.min { $0.lowerBound < $1.lowerBound }
    let endings = says.compactMap(\.says.over).sorted()
    let end = known?.upperBound ?? 0
    let lasts = says.contains(where: \.says.lasts) && !possible.isEmpty
    return TimelineEntry(
      relation: relation, office: relation.officeTitle(in: schema),
      time: RelationTime(parts, schema: schema), isEvent: happens,
      overBy: says.filter { $0.says.over != nil && $0.says.possible == nil }
        .compactMap(\.record.published).map { String($0.prefix(10)) }.min(),
      heldOn: says.filter { $0.says.possible != nil }
        .compactMap(\.record.published).map { String($0.prefix(10)) }.min(),
      known: known,
      assumedUntil: lasts
        ? endings.first { $0 >= end - 1 }.map { max($0, end) } ?? TimelineEntry.openEnd : end,
      isKnownByReport: !isDated)
  }
}

/// What pieces of evidence must agree in to be one entry.
private struct TimelineKey: Hashable {
  var tie: TieKey
  var status: AssertionStatus
  var decision: RelationDecision?
  /// Of what happens, the time that a text names.
  var time: String?

  /// The same without its time.
  var undated: TimelineKey { TimelineKey(tie: tie, status: status, decision: decision, time: nil) }
}

extension TimelineEntry {
  /// When, in a few words: "2010 to 2015", "since 2014", "until 2020", "over by 2024-03-22", "reported 2022-02-03".
  public var when: String {
    let end = relation.tense == .former ? overBy : nil
    switch (time.from, time.until) {
    case (let from?, let until?) where from == until: return from
    case (let from?, let until?): return "\(from) to \(until)"
    case (let from?, nil) where isEvent: return from
    case (let from?, nil): return "since \(from)" + (end.map { ", over by \($0)" } ?? "")
    case (nil, let until?): return "until \(until)"
    case (nil, nil): break
    }
    guard let first = time.firstReported else { return "" }
    if let end { return (heldOn.map { "reported \($0), " } ?? "") + "over by \(end)" }
    guard !isEvent, let last = time.lastReported, last != first else { return "reported \(first)" }
    return "reported \(first) to \(last)"
  }
}
