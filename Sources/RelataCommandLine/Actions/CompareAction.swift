import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// Whether two entities may be one, and what speaks for it and against it.
struct CompareAction {
  var graphPath: String
  var first: String
  var second: String
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try GraphView(path: graphPath, view, in: context)
    let (a, b) = (try view.entity(named: first), try view.entity(named: second))
    guard a.id != b.id else {
      context.say("relata: both names mean one entity: \(a.name) (\(a.id))")
      return .success
    }
    guard let reasons = try view.compare(a, b) else {
      context.say(
        "relata: only people and organizations are compared; places are known by their names")
      return .success
    }
    switch format {
    case .table:
      for line in IdentityLines.lines(reasons, a, b) { try context.streams.print(line) }
    case .json, .jsonl, .csv:
      let document: JSONValue = [
        "first": GraphJSON.end(a), "second": GraphJSON.end(b),
        "comparison": JSONValue(encoding: reasons),
      ]
      try context.streams.print(JSONWriter(pretty: format == .json).text(document))
    }
    return .success
  }
}
