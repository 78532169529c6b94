import RelataCore
import RelataDiagram
import RelataGraph
import RelataStore

/// What a figure is written as.
enum FigureFormat: String, CaseIterable, Sendable {
  case svg, dot, png, pdf

  var isBinary: Bool { self == .png || self == .pdf }
}

/// A part of a graph as a figure.
struct RenderAction {
  var graphPath: String
  /// Names of the entities in the middle; empty chooses by itself.
  var focus: [String]
  var options: DiagramOptions
  var format: FigureFormat
  var output: OutputFile
  var figures = FigureRenderer()

  func run(in context: CommandContext) throws -> ExitStatus {
    if format.isBinary, output.isStandardOutput, context.streams.isOutputTerminal {
      throw RelataError(
        .usage, code: "RL7008", "\(format.rawValue.uppercased()) is not for a terminal",
        hint: "give --output figure.\(format.rawValue), or pipe it on")
    }
    try output.check()
    let store = try GraphStore(path: graphPath, mode: .readOnly)
    var options = options
    for name in focus { options.focus.append(try store.entity(named: name).id) }
    let graph = try store.loadGraph()
    try output.write(bytes(graph, options, context), streams: context.streams)
    if !output.isStandardOutput { context.say("relata: wrote \(output.path)") }
    return .success
  }

  private func bytes(
    _ graph: KnowledgeGraph, _ options: DiagramOptions, _ context: CommandContext
  ) throws(RelataError) -> [UInt8] {
    switch format {
    case .dot:
      return Array(try figures.dot(of: graph, options: options).utf8)
    case .svg:
      let figure = try figures.figure(of: graph, options: options)
      figure.diagnostics.forEach(context.printer.tell)
      for words in figure.selection.removalWords { context.say("relata: left out: \(words)") }
      return Array((figure.svg + "\n").utf8)
    case .png, .pdf:
      let image = try figures.image(
        of: graph, options: options, format: format == .png ? .png : .pdf)
      image.diagnostics.forEach(context.printer.tell)
      return Array(image.data)
    }
  }
}
