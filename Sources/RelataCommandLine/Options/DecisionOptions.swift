import ArgumentParser

/// Who decides, and why.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Why; kept in the log (default: no reason).", valueName: "text"))
  var reason: String?

  @Option(
    help: ArgumentHelp(
      "Who decides; kept in the log (default: nobody is named).", valueName: "name"))
  var by: String?

  @Flag(help: "Write the decision as JSON.")
  var json = false

  @OptionGroup var sealed: ConfidentialOptions
}

/// A command that takes one decision into the log of a graph.
protocol DecisionCommand: Subcommand {
  var decision: DecisionOptions { get }
  var graph: GraphOptions { get }
  /// What is decided, as typed.
  var request: DecideAction.Request { get }
}

extension DecisionCommand {
  func run(in context: CommandContext) throws -> ExitStatus {
    try DecideAction(request, decision, graph, context).run(in: context)
  }
}
