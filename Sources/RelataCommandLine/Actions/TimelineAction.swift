import RelataCore
import RelataDiagram
import RelataGraph
import RelataPipeline
import RelataStore

/// What is known of one entity in the order of time, as a list or as a figure.
struct TimelineAction {
  var graphPath: String
  var name: String
  var filter: RelationFilter
  var view = ViewSettings()
  var format: ListingFormat
  /// The SVG file; nil for a list.
  var output: OutputFile?
  var style = TimelineFigure.Style()

  func run(in context: CommandContext) throws -> ExitStatus {
    try output?.check()
    let view = try GraphView(path: graphPath, view, in: context)
    let subject = try view.entity(named: name)
    let query = NeighborQuery(depth: 1, filter: filter)
    let graph = try view.neighborhood(of: subject.id, query).graph
    let entries = graph.timeline(of: subject.id)
    let maybe = try view.maybeSame(as: subject)
    if let output {
      let figure = TimelineFigure(of: subject, entries, in: graph, style: style)
      try output.write(Array((figure.svg + "\n").utf8), streams: context.streams)
      context.say("relata: wrote \(output.path)")
      if !figure.leftOut.isEmpty { context.say("relata: left out: \(figure.leftOut)") }
    } else {
      try listing(entries, graph, subject).write(
        as: format, to: context.streams, style: context.style,
        document: [
          "entity": GraphJSON.entity(subject, in: graph),
          "entries": .array(entries.map { json($0, graph, subject) }),
          "maybeSame": .array(maybe.map(GraphJSON.end)),
        ])
    }
    if !maybe.isEmpty {
      context.say("relata: maybe the same: " + IdentityLines.possible(maybe))
    }
    if entries.isEmpty { context.say("relata: \(subject.name) has no such ties in \(graphPath)") }
    return .success
  }

  private func listing(
    _ entries: [TimelineEntry], _ graph: KnowledgeGraph, _ subject: Entity
  ) -> Listing {
    var listing = Listing([
      .init(title: "When"), .init(title: "What", isFlexible: true),
      .init(title: "Confidence", isNumeric: true), .init(title: "Sources", isFlexible: true),
      .init(title: "From", isForPrograms: true), .init(title: "Until", isForPrograms: true),
      .init(title: "Over by", isForPrograms: true),
      .init(title: "First reported", isForPrograms: true),
      .init(title: "Last reported", isForPrograms: true),
      .init(title: "Relation", isForPrograms: true), .init(title: "Status", isForPrograms: true),
      .init(title: "Polarity", isForPrograms: true), .init(title: "Quote", isForPrograms: true),
    ])
    for entry in entries {
      let relation = entry.relation
      listing.append(
        [
          entry.when, words(entry, graph, subject),
          JSONWriter().text(.decimal(relation.confidence)),
          relation.sources.joined(separator: "; "), entry.time.from ?? "", entry.time.until ?? "",
          entry.overBy ?? "", entry.time.firstReported ?? "", entry.time.lastReported ?? "",
          relation.type.rawValue, relation.status.rawValue, relation.polarity.rawValue,
          relation.evidence.first?.quote ?? "",
        ], object: json(entry, graph, subject))
    }
    return listing
  }

  /// The sentence with what sets it apart: "Kern led Acme [claimed: says Weiss]".
  private func words(_ entry: TimelineEntry, _ graph: KnowledgeGraph, _ subject: Entity) -> String {
    let reader = RelationReader(schema: graph.schema) { graph.entity($0) }
    let marks = reader.marks(entry.relation)
    return reader.sentence(entry.relation, from: subject.id, as: entry.office)
      + (marks.isEmpty ? "" : "  [" + marks.joined(separator: "; ") + "]")
  }

  private func json(
    _ entry: TimelineEntry, _ graph: KnowledgeGraph, _ subject: Entity
  ) -> JSONValue {
    return [
      "when": .string(entry.when), "what": .string(words(entry, graph, subject)),
      "from": .optional(entry.time.from), "until": .optional(entry.time.until),
      "overBy": .optional(entry.overBy), "office": .optional(entry.office),
      "event": .bool(entry.isEvent),
      "firstReported": .optional(entry.time.firstReported),
      "lastReported": .optional(entry.time.lastReported),
      "edge": GraphJSON.edge(entry.relation, in: graph),
    ]
  }
}
