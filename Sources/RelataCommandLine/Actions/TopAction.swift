import RelataCore
import RelataGraph
import RelataPipeline

/// Who and what matters most in a graph.
struct TopAction {
  var graphPath: String
  var ranking: Ranking
  var limit: Int
  var filter: RelationFilter
  var view = ViewSettings()
  var format: ListingFormat

  private struct Row {
    var entity: Entity
    var betweenness: Double
    var ties: Int
    var evidence: Int
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let graph = try GraphView(path: graphPath, view, in: context).graph().matching(filter)
    let found = graph.betweenness(filter: .all)
    let rows = graph.entities.map { entity in
      let relations = graph.relations(of: entity.id)
      return Row(
        entity: entity, betweenness: found.scores[entity.id] ?? 0,
        ties: Set(relations.map { $0.subject == entity.id ? $0.object : $0.subject }).count,
        evidence: relations.reduce(0) { $0 + $1.evidence.count })
    }.filter { $0.ties > 0 }.sorted(by: precedes)
    var listing = Listing([
      .init(title: "Rank", isNumeric: true), .init(title: "Name", isFlexible: true),
      .init(title: "Type"), .init(title: "Betweenness", isNumeric: true),
      .init(title: "Ties", isNumeric: true), .init(title: "Evidence", isNumeric: true),
      .init(title: "Documents", isNumeric: true), .init(title: "Id", isForPrograms: true),
    ])
    for (index, row) in rows.prefix(limit).enumerated() {
      listing.append(
        [
          String(index + 1), row.entity.name, row.entity.type.rawValue,
          JSONWriter().text(.decimal(row.betweenness)), String(row.ties), String(row.evidence),
          String(row.entity.documents.count), row.entity.id.rawValue,
        ],
        object: [
          "rank": .integer(index + 1), "entity": GraphJSON.end(row.entity),
          "betweenness": .decimal(row.betweenness), "ties": .integer(row.ties),
          "evidence": .integer(row.evidence), "documents": .integer(row.entity.documents.count),
        ])
    }
    try listing.write(as: format, to: context.streams, style: context.style)
    if let samples = found.samples {
      context.say(
        "relata: betweenness is estimated from the chains of "
          + "\(Count.grouped(samples)) of \(Count.grouped(graph.entities.count)) entities")
    }
    if rows.isEmpty { context.say("relata: no such ties in \(graphPath)") }
    return .success
  }

  private func precedes(_ a: Row, _ b: Row) -> Bool {
    func measures(_ row: Row) -> [Double] {
      let (evidence, ties) = (Double(row.evidence), Double(row.ties))
      return switch ranking {
      case .betweenness: [row.betweenness, evidence, ties]
      case .evidence: [evidence, row.betweenness, ties]
      case .ties: [ties, row.betweenness, evidence]
      }
    }
    for (one, other) in zip(measures(a), measures(b)) where one != other { return one > other }
    return (a.entity.name, a.entity.id) < (b.entity.name, b.entity.id)
  }
}
