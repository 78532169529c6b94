import Foundation
import RelataCore
import RelataReport

/// Fills the relata fences of a Markdown file with figures; a second run changes nothing.
struct EmbedAction {
  var graphPath: String
  var path: String
  /// Only say whether the file is current.
  var isCheck: Bool
  var view = ViewSettings()
  var embedder = MarkdownEmbedder()

  func run(in context: CommandContext) throws -> ExitStatus {
    let markdown = try TextFile.text(path, kind: "Markdown file")
    let file = OutputFile(path: path)
    try file.check()
    let graph = try GraphView(path: graphPath, view, in: context).graph()
    let result = embedder.embed(markdown, stem: file.stem, file: path, graph: graph)
    var errors = 0
    for diagnostic in result.diagnostics {
      context.printer.tell(diagnostic)
      if diagnostic.severity == .error { errors += 1 }
    }
    guard result.fences > 0 else {
      context.say("relata: \(path) has no ```relata fences; nothing was changed")
      return .success
    }
    var changed: [(OutputFile, [UInt8])] = []
    for figure in result.files {
      changed += Self.change(file.sibling(figure.path), Array(figure.data))
    }
    // The text last: it refers to the figures.
    changed += Self.change(file, Array(result.text.utf8))
    if isCheck {
      for (file, _) in changed { context.say("relata: \(file.path) is not current") }
      return changed.isEmpty ? (errors > 0 ? .badInput : .success) : .failure
    }
    for (file, bytes) in changed { try file.write(bytes, streams: context.streams) }
    let done = Count.of(result.fences - errors, "figure")
    context.say(
      changed.isEmpty
        ? "relata: \(path): \(done), all current" : "relata: \(path): \(done) embedded")
    return errors > 0 ? .badInput : .success
  }

  /// The write that is needed, if any: a file that has these bytes already is left alone.
  private static func change(_ file: OutputFile, _ bytes: [UInt8]) -> [(OutputFile, [UInt8])] {
    let old = try? Data(contentsOf: URL(fileURLWithPath: file.path))
    return old.map { Array($0) } == bytes ? [] : [(file, bytes)]
  }
}
