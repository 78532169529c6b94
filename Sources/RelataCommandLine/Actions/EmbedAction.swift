import Foundation
import RelataCore
import RelataReport
import RelataStore

/// Fills the relata fences of a Markdown file with figures; a second run changes nothing.
struct EmbedAction {
  var graphPath: String
  var path: String
  /// Only say whether the file is current.
  var isCheck: Bool
  var embedder = MarkdownEmbedder()

  func run(in context: CommandContext) throws -> ExitStatus {
    let markdown = try text()
    let file = OutputFile(path: path)
    try file.check()
    let graph = try GraphStore(path: graphPath, mode: .readOnly).loadGraph()
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

  private func text() throws(RelataError) -> String {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw RelataError(
        .noInput, code: "RL7205", "the Markdown file cannot be read",
        at: InputLocation(file: path), hint: "check that the file exists and is no folder")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw RelataError(
        .badInput, code: "RL7206", "the Markdown file is not UTF-8", at: InputLocation(file: path),
        hint: "convert it first; nothing was changed")
    }
    return text
  }
}
