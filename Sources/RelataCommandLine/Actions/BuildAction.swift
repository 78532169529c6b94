import Foundation
import RelataCore
import RelataDiagram
import RelataGraph
import RelataPipeline
import RelataStore

/// Documents in, a graph file brought up to date, and figures of it where asked for.
struct BuildAction {
  var pipeline: DocumentPipeline
  var graphPath: String
  var outputs = BuildOutputs()
  /// What is to be forgotten after the build; nil: nothing.
  var sync: FolderSync?
  var extractor = Extractor()
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
    let build = GraphBuild(
      pipeline: pipeline, store: store, extractor: extractor,
      program: "relata \(RelataVersion.current)", day: Today.day(context.streams.environment),
      confidential: confidential)
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
    let graph = try store.loadGraph()
    var parts: [String] = []
    let summary = tally.summary
    if summary.added > 0 { parts.append("\(Count.grouped(summary.added)) new") }
    if summary.replaced > 0 { parts.append("\(Count.grouped(summary.replaced)) replaced") }
    if summary.unchanged > 0 { parts.append("\(Count.grouped(summary.unchanged)) unchanged") }
    if tally.forgotten > 0 { parts.append("\(Count.grouped(tally.forgotten)) forgotten") }
    if failed > 0 { parts.append("\(Count.of(failed, "input")) failed") }
    context.say(
      "relata: \(graphPath): \(Count.of(summary.total, "document")) (\(parts.joined(separator: ", "))); "
        + "the graph holds \(Count.of(graph.entities.count, "entity", plural: "entities")) and "
        + Count.of(graph.relations.count, "relation"))
    try outputs.write(graph, of: store, context)
    if let person = Self.mostConnected(graph) {
      let option = graphPath == "graph.relata" ? "" : " --graph \(ShellWord.quoted(graphPath))"
      context.say("relata: next: relata neighbors \(ShellWord.quoted(person.name))\(option)")
    }
  }

  private func removeGraph() {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: graphPath + suffix)
    }
  }

  /// The person with most relations, else whoever has most; the first by name among equals.
  static func mostConnected(_ graph: KnowledgeGraph) -> Entity? {
    func best(_ entities: [Entity]) -> Entity? {
      entities.filter { graph.degree(of: $0.id) > 0 }.min { a, b in
        let degrees = (graph.degree(of: a.id), graph.degree(of: b.id))
        if degrees.0 != degrees.1 { return degrees.0 > degrees.1 }
        return (a.name, a.id) < (b.name, b.id)
      }
    }
    return best(graph.entities.filter { $0.type == .person }) ?? best(graph.entities)
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
