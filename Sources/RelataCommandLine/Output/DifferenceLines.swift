import RelataCore
import RelataGraph
import RelataStore

/// Tells in words what one graph says otherwise than an earlier one.
struct DifferenceLines {
  let view: DifferenceView
  let style: TerminalStyle
  /// Columns to wrap quotes at; nil leaves them on one line.
  let width: Int?

  private var difference: GraphDifference { view.difference }
  private var reader: RelationReader {
    RelationReader(schema: view.graph.schema) { view.graph.entity($0) }
  }
  private var quotes: EvidenceLines { EvidenceLines(style: style, width: width) }

  /// The lines, without final newlines; empty where both graphs say the same.
  func lines() -> [String] {
    var sections: [[String]] = []
    func add(_ title: String, _ lines: [String]) {
      if !lines.isEmpty { sections.append([style.bold(title)] + lines) }
    }
    add("New relations", difference.new.flatMap { told($0, "+") })
    add("Gone relations", difference.gone.flatMap { told($0, "-") })
    add("Changed relations", difference.changed.flatMap(told))
    add("New documents", view.newDocuments.map { "  + " + words($0) })
    add("Gone documents", view.goneDocuments.map { "  - " + words($0) })
    add("Entities", entities())
    return Array(sections.joined(separator: [""]))
  }

  private func told(_ relation: Relation, _ sign: String) -> [String] {
    ["  \(sign) " + reader.line(relation, from: relation.subject, style: style)]
      + quotes.lines(relation.byDay.sentences)
  }

  private func told(_ change: RelationChange) -> [String] {
    let line = reader.line(change.after, from: change.after.subject, style: style)
    var fresh = change.after
    fresh.evidence = change.newEvidence
    return [
      "  ~ " + line, "      " + change.kinds.map { words($0, change) }.joined(separator: "; "),
    ]
      + quotes.lines(fresh.sentences)
  }

  private func words(_ kind: RelationChange.Kind, _ change: RelationChange) -> String {
    let (before, after) = (change.before, change.after)
    switch kind {
    case .polarity: return after.polarity == .negative ? "denied now" : "no more denied"
    case .status: return "was \(before.status.rawValue), is \(after.status.rawValue)"
    case .tense: return after.tense == .former ? "over now" : "holds now, was told as former"
    case .confidence:
      let bands = (ConfidenceBand(before.confidence), ConfidenceBand(after.confidence))
      return "confidence was \(bands.0.rawValue) (\(Count.percent(before.confidence))), "
        + "is \(bands.1.rawValue) (\(Count.percent(after.confidence)))"
    case .decision:
      let decided = after.decision?.rawValue ?? "no more \(before.decision?.rawValue ?? "decided")"
      return "\(decided) by somebody"
    case .newEvidence:
      return Count.of(change.newEvidence.count, "new quote")
    case .goneEvidence: return Count.of(change.goneEvidence.count, "quote") + " gone"
    }
  }

  private func words(_ document: StoredDocument) -> String {
    TextWidth.printable(
      [document.source, document.title.map { "“\($0)”" }, document.published]
        .compactMap { $0 }.joined(separator: ", "))
  }

  private func entities() -> [String] {
    func names(_ entities: [Entity]) -> String {
      entities.map { "\(TextWidth.printable($0.name)) (\($0.type.rawValue.lowercased()))" }
        .joined(separator: ", ")
    }
    return difference.renamed.map { "  ~ \(names($0.before)) is called \(names($0.after)) now" }
      + difference.joined.map { "  ~ \(names($0.before)) are one now: \(names($0.after))" }
      + difference.split.map { "  ~ \(names($0.before)) are several now: \(names($0.after))" }
      + difference.newEntities.map { "  + " + names([$0]) }
      + difference.goneEntities.map { "  - " + names([$0]) }
  }
}
