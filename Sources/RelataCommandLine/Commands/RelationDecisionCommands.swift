import ArgumentParser
import RelataCore

struct RejectCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Decides that a relation is wrong: it is shown nowhere any more.",
    discussion: """
      EXAMPLES:
        relata reject r-5c0de1f2a3b4c5d6 --reason "a namesake" --by "Anna Kern"
        relata relations --json | jq -r '.[].id'       ids of relations

      'relata relations --include-rejected' lists it, 'relata undo' takes it back.
      """)

  @Argument(help: ArgumentHelp("The id of a relation.", valueName: "relation-id"))
  var relation: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  var request: DecideAction.Request { .reject(relation) }
}

struct ConfirmCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Decides that a relation is right.",
    discussion: """
      EXAMPLES:
        relata confirm r-5c0de1f2a3b4c5d6 --reason "land register" --by "Anna Kern"
        relata render --trust confirmed --output confirmed.svg
      """)

  @Argument(help: ArgumentHelp("The id of a relation.", valueName: "relation-id"))
  var relation: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  var request: DecideAction.Request { .confirm(relation) }
}

struct HideCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "hide", abstract: "Decides that an entity or a relation is not shown.",
    discussion: """
      EXAMPLES:
        relata hide "Reuters"
        relata hide r-5c0de1f2a3b4c5d6 --reason "says nothing"

      An entity takes its relations with it. Nothing is erased, and quotes stay as
      they are: '--redact' hides a name from readers.
      """)

  @Argument(
    help: ArgumentHelp("A name, or the id of an entity or a relation.", valueName: "name-or-id"))
  var target: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  var request: DecideAction.Request { .hide(target) }
}

struct NoteCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Keeps words about an entity or a relation.",
    discussion: """
      EXAMPLES:
        relata note "Daniel Okafor" "the tycoon; his lawyer has not answered"
        relata note r-5c0de1f2a3b4c5d6 "register says 2019, not 2018"
      """)

  @Argument(
    help: ArgumentHelp("A name, or the id of an entity or a relation.", valueName: "name-or-id"))
  var target: String

  @Argument(help: ArgumentHelp("The words.", valueName: "text"))
  var text: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  var request: DecideAction.Request { .note(target, text) }
}
