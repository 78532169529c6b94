import Foundation
import RelataCore
import RelataDiagram
import RelataGraph
import RelataLanguage
import RelataPipeline
import RelataStore

/// Documents in, a graph file brought up to date, and figures of it where asked for.
struct BuildAction {
  var pipeline: DocumentPipeline
  var graphPath: String
  var outputs = BuildOutputs()
  /// What is to be forgotten after the build; nil: nothing.
  var sync: FolderSync?
  /// What is read besides what ships; its names stay in the graph.
  var rules: UserRules?
  var model = ReadingModel.standard
  /// When, by whom and why what is read is confidential; nil where it is not.
  var confidential: Decision?

  func run(in context: CommandContext) async throws -> ExitStatus {
    try outputs.check()
    let isNew = !FileManager.default.fileExists(atPath: graphPath)
    let store = try GraphStore(path: graphPath, mode: .createIfMissing)
    context.interruption?.finishGracefully("keeping the documents stored so far")
    var tally = Tally()
    let status: ExitStatus
    do {
      try await build(store, &tally, context)
      status = tally.failures.status(documents: tally.stored, printer: context.printer)
      try tell(tally, store, context)
    } catch {
      try? store.close()
      if isNew, tally.stored == 0 { removeGraph() }
      if error is CancellationError {
        let kept = isNew && tally.stored == 0 ? "no graph was made" : "\(graphPath) is whole"
        context.say("relata: \(Count.of(tally.stored, "document")) stored before that; \(kept)")
      }
      throw error
    }
    try store.close()
    if isNew, tally.stored == 0 { removeGraph() }
    return status
  }

  private struct Tally {
    var stored = 0
    var summary = GraphBuild.Summary()
    var failures = SoftFailures()
    var forgotten = 0
  }

  private func build(
    _ store: GraphStore, _ tally: inout Tally, _ context: CommandContext
  ) async throws {
    let progress = ProgressReporter(streams: context.streams, isQuiet: context.isQuiet)
    defer { progress.finish() }
    if let rules { try store.watch(rules.names) }
    let build = GraphBuild(
      pipeline: pipeline, store: store,
      extractor: Extractor(userRules: try store.rules(with: rules), model: model),
      program: "relata \(RelataVersion.current)", day: Today.day(context.streams.environment),
      confidential: confidential, moment: Today.moment(context.streams.environment))
    tally.summary = try await build.run { event in
      switch event {
      case .stored:
        tally.stored += 1
        progress.show("\(Count.of(tally.stored, "document")) read")
      case .diagnostic(let diagnostic):
        tally.failures.add(diagnostic, printer: context.printer)
      case .failure(let error): tally.failures.add(error, printer: context.printer)
      }
    }
    if let sync { tally.forgotten = try sync.run(store).count }
  }

  /// Says in one line what was done and what to do next, and draws what was asked for.
  private func tell(_ tally: Tally, _ store: GraphStore, _ context: CommandContext) throws {
    let failed = tally.failures.count
    guard tally.stored + tally.forgotten > 0 else {
      context.say("relata: nothing was stored")
      return
    }
    let held = try store.summary()
    var parts: [String] = []
    let summary = tally.summary
    if summary.added > 0 { parts.append("\(Count.grouped(summary.added)) new") }
    if summary.replaced > 0 { parts.append("\(Count.grouped(summary.replaced)) replaced") }
    if summary.unchanged > 0 { parts.append("\(Count.grouped(summary.unchanged)) unchanged") }
    if tally.forgotten > 0 { parts.append("\(Count.grouped(tally.forgotten)) forgotten") }
    if failed > 0 { parts.append("\(Count.of(failed, "input")) failed") }
    context.say(
      "relata: \(graphPath): \(Count.of(summary.total, "document")) (\(parts.joined(separator: ", "))); "
        + "the graph holds \(Count.of(held.entities, "entity", plural: "entities")) and "
        + Count.of(held.relations, "relation"))
    try outputs.write(store, context)
    if let name = held.mostConnected {
      let option = graphPath == "graph.relata" ? "" : " --graph \(ShellWord.quoted(graphPath))"
      context.say("relata: next: relata neighbors \(ShellWord.quoted(name))\(option)")
    }
  }

  private func removeGraph() {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: graphPath + suffix)
    }
  }
}

/// Words as a shell takes them.
enum ShellWord {
  /// The word, in double quotes where it needs any.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
    if isPlain { return word }
    var out = ""
    for character in TextWidth.printable(word) {
      if "\"\\$`".contains(character) { out.append("\\") }
      out.append(character)
    }
    return "\"\(out)\""
  }
}
