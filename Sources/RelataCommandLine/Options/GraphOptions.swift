import ArgumentParser

/// Which graph file a command works on.
struct GraphOptions: ParsableArguments {
  @Option(
    name: [.customShort("g"), .long],
    help: ArgumentHelp(
      "Graph file (default: $RELATA_GRAPH, else graph.relata here).", valueName: "file"),
    completion: .file(extensions: ["relata"]))
  var graph: String?

  /// The file meant: the option, then `RELATA_GRAPH`, then `graph.relata`.
  func path(in environment: [String: String]) -> String {
    graph ?? Self.usualPath(in: environment)
  }

  /// The file meant where the command line names none.
  static func usualPath(in environment: [String: String]) -> String {
    if let graph = environment["RELATA_GRAPH"], !graph.isEmpty { return graph }
    return "graph.relata"
  }
}
