import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// The log of decisions as a listing.
struct DecisionsAction {
  var graphPath: String
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    var settings = view
    settings.scope = .all
    let view = try GraphView(path: graphPath, settings, in: context)
    let all = try view.store.decisions(includingConfidential: settings.includesConfidential)
    let lines = DecisionLines(
      graph: try view.store.loadGraph(includesEvidence: false), all: all,
      redaction: settings.hidesNames ? view.redaction : nil)
    var listing = Listing([
      .init(title: "Id"), .init(title: "Kind"), .init(title: "State"),
      .init(title: "About", isFlexible: true), .init(title: "Text", isFlexible: true),
      .init(title: "When"), .init(title: "By", isFlexible: true),
      .init(title: "Reason", isFlexible: true),
    ])
    for standing in all {
      let decision = standing.decision
      listing.append(
        [
          decision.id, decision.kind.rawValue, standing.state.rawValue, lines.about(standing),
          lines.shown(decision.text) ?? "", decision.when, lines.shown(decision.by) ?? "",
          lines.shown(decision.reason) ?? "",
        ], object: lines.json(standing))
    }
    try listing.write(as: format, to: context.streams, style: context.style)
    let idle = all.filter { $0.state == .doesNotApply }
    if all.isEmpty {
      context.say("relata: nothing was decided in \(graphPath)")
    } else if !idle.isEmpty {
      let names = idle.map(\.decision.id).joined(separator: ", ")
      context.say(
        "relata: \(Count.of(idle.count, "decision")) \(idle.count == 1 ? "does" : "do") not apply: "
          + names)
    }
    return .success
  }
}

/// The log of decisions as a file, and back.
struct DecisionFileAction {
  var graphPath: String
  var file: OutputFile
  /// Whether decisions about confidential documents, and by them, are written.
  var includesConfidential = false

  func export(in context: CommandContext) throws -> ExitStatus {
    try file.check()
    let store = try GraphStore(path: graphPath, mode: .readOnly)
    let all = try store.decisions(includingConfidential: true)
    let standing = includesConfidential ? all : try store.decisions()
    let decisions = standing.map(\.decision)
    try file.write(Array(try DecisionFile(decisions).yaml().utf8), streams: context.streams)
    context.say("relata: \(Count.of(decisions.count, "decision")) written to \(file.path)")
    if standing != all {
      context.say(
        "relata: what concerns confidential documents is left out; --confidential writes it too")
    }
    return .success
  }

  func takeIn(in context: CommandContext) throws -> ExitStatus {
    let text = try TextFile.text(file.path, kind: "file of decisions")
    let read = try DecisionFile(yaml: text, file: file.path).decisions
    let store = try GraphStore(path: graphPath, mode: .createIfMissing)
    let taken = try store.takeIn(read)
    let ids = Set(taken.map(\.id))
    let applied = try store.decisions(includingConfidential: true).filter {
      ids.contains($0.decision.id) && $0.state == .applies
    }
    try store.close()
    context.say(
      "relata: \(graphPath): \(Count.of(taken.count, "decision")) taken in, \(applied.count) of them apply; "
        + "\(read.count - taken.count) known before")
    return .success
  }
}
