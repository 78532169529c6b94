import RelataCore
import RelataGraph

/// One line of a timeline in words, days and colours.
struct TimelineRow: Hashable {
  /// The sentence without the one whose timeline it is: "leads Ostrel Marine Ltd".
  var label: String
  /// When, and who claims it: "since 2014 · claimed, says Kern".
  var detail: String
  /// The whole sentence with its quote, for pointing at it.
  var tooltip: String
  /// The sentence and when, for those who hear the figure.
  var sentence: String
  var colorClass: String
  var family: RelationFamily
  var polarity: Polarity
  var tense: TenseClass
  var status: AssertionStatus
  var isEvent: Bool
  /// Whether its days are those of reports.
  var isKnownByReport: Bool
  /// Whether texts only say that it is over.
  var isOnlyOver: Bool
  /// As of ``TimelineEntry``.
  var known: Range<Int>
  var assumedUntil: Int
  /// The days of its reports, in order, each once.
  var reports: [Int]

  init(_ entry: TimelineEntry, of id: EntityID, words: DiagramWords, in graph: KnowledgeGraph) {
    let relation = entry.relation
    let isSubject = relation.subject == id
    let other = words.name(of: isSubject ? relation.object : relation.subject)
    let phrase = words.phrase(relation, voice: isSubject ? .active : .inverse)
    let office = DiagramWords.office(entry.office, beside: phrase)
    label = DisplayText.shorten("\(phrase) \(other)" + office, to: 96)
    let said = words.attribution(relation, isShort: true)
    detail = [entry.when, said, relation.decision?.rawValue].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let whole = words.sentence(relation) + office
    sentence = entry.when.isEmpty ? whole : "\(whole) (\(entry.when))"
    let best = relation.evidence.max { $0.confidence < $1.confidence }
    tooltip = [
      sentence + ".", best.map { DisplayText.quoted(DisplayText.clipped($0.quote, to: 140)) },
      "\(relation.status.rawValue), confidence \(DiagramWords.percent(relation.confidence))",
    ].compactMap { $0 }.joined(separator: "\n")
    family = graph.schema[relation.type]?.family ?? .other
    (polarity, tense, status) = (relation.polarity, relation.tense, relation.status)
    colorClass = polarity == .negative ? "c-negative" : "c-" + family.rawValue
    isEvent = entry.isEvent
    isKnownByReport = entry.isKnownByReport
    isOnlyOver = entry.isKnownByReport && entry.heldOn == nil && entry.overBy != nil
    known = entry.known ?? 0..<1
    assumedUntil = entry.assumedUntil
    reports = Set(
      relation.evidence.compactMap { $0.published.flatMap { CalendarPeriod(iso: $0) } }
        .map(\.days.lowerBound)
    ).sorted()
  }

  func color(in theme: DiagramTheme) -> ThemedColor {
    polarity == .negative ? theme.color(.negated) : theme.color(family)
  }
}
