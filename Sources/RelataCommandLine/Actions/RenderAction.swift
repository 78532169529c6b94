import RelataCore
import RelataDiagram
import RelataGraph

/// What a figure is written as.
enum FigureFormat: String, CaseIterable, Sendable {
  case svg, dot, png, pdf, mermaid, d2

  var isBinary: Bool { self == .png || self == .pdf }

  /// The format that an extension stands for.
  init?(extension name: String) {
    switch name {
    case "gv": self = .dot
    case "mmd": self = .mermaid
    default: self.init(rawValue: name)
    }
  }
}

/// A part of a graph as a figure.
struct RenderAction {
  var graphPath: String
  var figure: FigureSettings
  var format: FigureFormat
  /// Pixels of a PNG; nil for twice the screen's resolution.
  var width: Int?
  /// Figures at most where one does not hold everything; nil draws one and leaves the rest out.
  var split: Int?
  var output: OutputFile
  private var figures: FigureRenderer { figure.renderer }

  func run(in context: CommandContext) throws -> ExitStatus {
    if format.isBinary, output.isStandardOutput, context.streams.isOutputTerminal {
      throw RelataError(
        .usage, code: "RL7008", "\(format.rawValue.uppercased()) is not for a terminal",
        hint: "give --output figure.\(format.rawValue), or pipe it on")
    }
    try output.check()
    let view = try GraphView(path: graphPath, figure.view, in: context)
    let options = try figure.resolved(in: view)
    let graph = try view.graph()
    if let split {
      try write(figures.figures(of: graph, options: options, maximum: split), context)
      return .success
    }
    try output.write(bytes(graph, options, context), streams: context.streams)
    if !output.isStandardOutput { context.say("relata: wrote \(output.path)") }
    return .success
  }

  /// One figure under the name given; several under that name with numbers.
  private func write(_ drawn: [Figure], _ context: CommandContext) throws {
    for (index, figure) in drawn.enumerated() {
      figure.diagnostics.forEach(context.printer.tell)
      let file = drawn.count == 1 ? output : output.numbered(index + 1)
      try file.write(Array((figure.svg + "\n").utf8), streams: context.streams)
      context.say("relata: wrote \(file.path): \(figure.title)")
      for words in figure.selection.removalWords { context.say("relata:   left out: \(words)") }
    }
  }

  private func bytes(
    _ graph: KnowledgeGraph, _ options: DiagramOptions, _ context: CommandContext
  ) throws(RelataError) -> [UInt8] {
    switch format {
    case .dot:
      return Array(try figures.dot(of: graph, options: options).utf8)
    case .mermaid:
      return Array(try figures.mermaid(of: graph, options: options).utf8)
    case .d2:
      return Array(try figures.d2(of: graph, options: options).utf8)
    case .svg:
      let figure = try figures.figure(of: graph, options: options)
      figure.diagnostics.forEach(context.printer.tell)
      for words in figure.selection.removalWords { context.say("relata: left out: \(words)") }
      return Array((figure.svg + "\n").utf8)
    case .png, .pdf:
      let image = try figures.image(
        of: graph, options: options, format: format == .png ? .png : .pdf, width: width)
      image.diagnostics.forEach(context.printer.tell)
      return Array(image.data)
    }
  }
}
