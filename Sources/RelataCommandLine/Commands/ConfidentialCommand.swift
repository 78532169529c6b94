import ArgumentParser
import RelataCore

struct ConfidentialCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "confidential",
    abstract: "Decides that documents are confidential: nothing tells what they say.",
    discussion: """
      EXAMPLES:
        relata confidential leaked-minutes.pdf --reason "source at risk"
        relata build leaks/ --confidential-source      none of it is ever shown
        relata relations --confidential                here it is, with the rest
        relata confidential leaked-minutes.pdf --undo

      No figure, report, listing, count or export has anything of them: no name,
      no quote, no confidence that rests on them. Everything is as if they had
      never been read, until a command is given --confidential. The graph file
      holds them: who gets the file gets them too, unless 'relata forget' erases
      them.
      """)

  @Argument(
    help: ArgumentHelp(
      "Ids, or sources or titles that only one document has.", valueName: "document"))
  var documents: [String]

  @Flag(help: "They are confidential no more.")
  var undo = false

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  var request: DecideAction.Request { undo ? .disclose(documents) : .confidential(documents) }
}
