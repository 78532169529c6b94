import Foundation
import RelataCore
import RelataReport

/// Fills the relata fences of a document between pandoc's reader and its writer.
struct PandocAction {
  /// nil takes the graph that the document names, else the usual one.
  var graphPath: String?
  /// What pandoc writes, as it tells filters.
  var format: String
  /// Where figures go that are files.
  var folder: String
  /// A fence that cannot be drawn ends the run with 65, at which pandoc stops.
  var isStrict: Bool
  var view = ViewSettings()
  var filter = PandocFilter()

  func run(in context: CommandContext) throws -> ExitStatus {
    var json = Data()
    while let chunk = try StandardInput.nextChunk() { json.append(contentsOf: chunk) }
    let environment = context.streams.environment
    let result = try filter.fill(json, format: format, folder: folder) {
      named throws(RelataError) in
      let path = graphPath ?? named ?? GraphOptions.usualPath(in: environment)
      return try GraphView(path: path, view, in: context).graph()
    }
    var errors = 0
    for diagnostic in result.diagnostics {
      context.printer.tell(diagnostic)
      if diagnostic.severity == .error { errors += 1 }
    }
    if isStrict, errors > 0 { return .badInput }
    if !result.files.isEmpty { try makeFolder() }
    for file in result.files {
      let target = OutputFile(path: file.path)
      let bytes = Array(file.data)
      if (try? Data(contentsOf: URL(fileURLWithPath: file.path))).map({ Array($0) }) != bytes {
        try target.write(bytes, streams: context.streams)
      }
    }
    try context.streams.out.write(Array(result.document))
    return .success
  }

  private func makeFolder() throws(RelataError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw RelataError(
        .cannotCreate, code: "RL7303", "the folder for figures cannot be made",
        at: InputLocation(file: folder), hint: "give another one with --folder")
    }
  }
}
