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
}
