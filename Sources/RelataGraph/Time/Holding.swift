import RelataCore

/// How a relation is known to hold at a time.
public enum Holding: String, Sendable, Codable, CaseIterable, Comparable {
  /// A text says that it held then.
  case said
  /// A text says that it held before, and none that it had ended; or that it ended later, and none when it began; or
  /// that it happened, and not when.
  case assumed

  /// What is said comes first.
  public static func < (a: Self, b: Self) -> Bool { a == .said && b == .assumed }
}

/// What one piece of evidence says of the time of its relation.
struct HoldingStatement {
  /// Days of which each is said to be one on which it held.
  var certain: Range<Int>?
  /// Days of which at least one is said to be such a day; holds `certain`.
  var possible: Range<Int>?
  /// Days on which it is assumed to have happened, as nothing else is said.
  var supposed: Range<Int>?
  /// The day from which it is said to be over.
  var over: Int?
  /// Whether it lasts until something ends it.
  var lasts = false
  /// Whether only its end is known, so that it is assumed before.
  var isKnownByEnd = false

  /// - Parameters:
  ///   - record: What says so.
  ///   - relation: What it supports.
  ///   - type: What the relation means; nil for one that the schema does not know.
  init(_ record: EvidenceRecord, of relation: Relation, _ type: RelationType?) {
    let stated = record.time.flatMap(StatedTime.init)
    let report = record.published.flatMap { CalendarPeriod(iso: $0) }?.days
    if type?.isFixed == true, relation.status == .asserted || relation.status == .claimed {
      certain = Int.min..<Int.max
      possible = certain
    } else if type?.aspect == .event || relation.status == .planned
      || relation.status == .hypothetical
    {
      happened(stated, report)
    } else {
      held(stated, report, isFormer: relation.tense == .former)
    }
  }

  /// Of what happens, or is only planned or possible: in its time, else about when it is told.
  private mutating func happened(_ stated: StatedTime?, _ report: Range<Int>?) {
    guard let stated else {
      supposed = report
      return
    }
    possible = stated.days ?? (stated.start ?? stated.end)?.days
    if let possible, possible.count == 1 { certain = possible }
  }

  /// Of what lasts.
  private mutating func held(_ stated: StatedTime?, _ report: Range<Int>?, isFormer: Bool) {
    lasts = true
    switch (stated, isFormer) {
    case (nil, false):
      possible = report
      if report?.count == 1 { certain = report }
    case (nil, true): over = report?.lowerBound
    case (let stated?, let isFormer) where stated.isPoint:
      let days = stated.start?.days
      possible = days
      if days?.count == 1 { certain = days }
      if isFormer {
        over = days?.upperBound
      } else if let days, let report, days.upperBound <= report.lowerBound {
        // Begun then, and so still when it was told.
        certain = (days.upperBound - 1)..<report.upperBound
        possible = days.lowerBound..<report.upperBound
      }
    case (let stated?, _): bounded(stated, report, isFormer: isFormer)
    }
  }

  /// "since 2014", "until May 2019", "from 2010 to 2015".
  private mutating func bounded(
    _ stated: StatedTime, _ report: Range<Int>?, isFormer: Bool
  ) {
    switch (stated.start?.days, stated.end?.days) {
    case (let start?, nil):
      // Until told: on that day it holds still, or no more.
      let told = isFormer ? report?.lowerBound : report?.upperBound
      let end = max(start.upperBound, told ?? start.upperBound)
      certain = isFormer ? (start.upperBound - 1)..<start.upperBound : (start.upperBound - 1)..<end
      possible = start.lowerBound..<(certain?.upperBound ?? end)
      if isFormer { over = told.map { max($0, start.upperBound) } }
    case (nil, let end?):
      certain = end.lowerBound..<(end.lowerBound + 1)
      possible = end
      over = end.upperBound
      isKnownByEnd = true
    case (let start?, let end?) where start.lowerBound < end.upperBound:
      if start.upperBound <= end.lowerBound {
        certain = (start.upperBound - 1)..<(end.lowerBound + 1)
      }
      possible = start.lowerBound..<end.upperBound
      over = end.upperBound
    default: break
    }
  }

  /// What it says of a period by itself.
  func holding(at days: Range<Int>) -> Holding? {
    if let certain, certain.overlaps(days) { return .said }
    if let possible {
      if days.lowerBound <= possible.lowerBound, possible.upperBound <= days.upperBound {
        return .said
      }
      if possible.overlaps(days) { return .assumed }
    }
    if let supposed, supposed.overlaps(days) { return .assumed }
    if isKnownByEnd, let possible, days.lowerBound < possible.upperBound { return .assumed }
    return nil
  }

  /// Whether it is assumed to go on into a period, as nothing said before it that it had ended.
  func lasts(into days: Range<Int>, endings: [Int]) -> Bool {
    guard lasts, let known = possible ?? certain, days.upperBound > known.lowerBound else {
      return false
    }
    let end = endings.first { $0 >= known.upperBound - 1 }.map { max($0, known.upperBound) }
    return end.map { days.lowerBound < $0 } ?? true
  }
}

extension KnowledgeGraph {
  /// What is known to hold at a time, each relation marked with how it is known.
  ///
  /// Said to hold is what a text puts into the time, or what holds on the day on which it is told. From what is said
  /// the rest is assumed: a state that held goes on until a text says that it is over, at the day that it names or else
  /// on the day of the text; one of which only the end is told held before; something that happened without a date
  /// happened on the day of the report. Before the first day that is known nothing is assumed. What cannot end (birth,
  /// blood) holds at all times; a plan stands only where it is told or dated. Whoever says so, each office by itself.
  ///
  /// - Parameter period: A year, a month or a day; what holds on any of its days holds in it.
  /// - Returns: All entities, with the relations that hold; those of unknown or other time are left out.
  /// - Complexity: O(V + E + evidence · log evidence).
  public func holding(at period: CalendarPeriod) -> KnowledgeGraph {
    let ties = TieKeys(relations, schema: schema)
    var endings: [TieKey: [Int]] = [:]
    var statements: [[(tie: TieKey, says: HoldingStatement)]] = []
    for relation in relations {
      let type = schema[relation.type]
      let said = relation.evidence.map { record in
        (
          tie: ties.key(of: record, for: relation),
          says: HoldingStatement(record, of: relation, type)
        )
      }
      for (tie, statement) in said where relation.status <= .claimed {
        if let over = statement.over { endings[tie, default: []].append(over) }
      }
      statements.append(said)
    }
    endings = endings.mapValues { $0.sorted() }
    let kept = zip(relations, statements).compactMap { relation, statements -> Relation? in
      let found = statements.compactMap { tie, statement -> Holding? in
        if let holding = statement.holding(at: period.days) { return holding }
        let lasts = statement.lasts(into: period.days, endings: endings[tie] ?? [])
        return lasts ? .assumed : nil
      }
      guard let best = found.min() else { return nil }
      var relation = relation
      relation.holding = best
      return relation
    }
    return KnowledgeGraph(entities: entities, relations: kept, schema: schema)
  }
}
