import ArgumentParser
import RelataCore

struct MergeCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Decides that entities are one, whatever documents say.",
    discussion: """
      EXAMPLES:
        relata merge "Jho Low" "Low Taek Jho" --reason "same passport"
        relata merge e-0f3a9c11d2e47b58 e-83b2045ecd2721a9 --by "Anna Kern"
        relata merge Saigon "Ho Chi Minh City"

      The decision stays through later builds, corrected articles and newer
      models; 'relata undo' takes it back.
      """)

  @Argument(help: ArgumentHelp("Two names or ids, or more.", valueName: "name"))
  var names: [String]

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard names.count > 1 else { throw ValidationError("merge takes two names or more") }
  }

  var request: DecideAction.Request { .merge(names) }
}

struct DifferentCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "different", abstract: "Decides that two entities are never one.",
    discussion: """
      EXAMPLES:
        relata different "Delta Gas Ltd" "Delta Gas LLC"
        relata different e-0f3a9c11d2e47b58 e-83b2045ecd2721a9 --reason "father"

      They are no longer listed as maybe the same. 'relata split' tells apart what
      documents made one.
      """)

  @Argument(help: ArgumentHelp("A name, an alias, or the id of an entity.", valueName: "name"))
  var first: String

  @Argument(help: ArgumentHelp("The other one.", valueName: "other"))
  var second: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  var request: DecideAction.Request { .different(first, second) }
}

struct SplitCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Decides that some documents mean another of the same name.",
    discussion: """
      EXAMPLES:
        relata split "Daniel Okafor" --document school-9a41c07d
        relata split "Daniel Okafor" --document school.html --document prize.html
        relata split "Daniel Okafor" --mention "school.html:Okafor"

      '--mention' is for a document that names two whom it is taken to make one:
      only who is called so there goes.
      """)

  @Argument(help: ArgumentHelp("A name, an alias, or the id of an entity.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp(
      "Only this document's bearer of the name goes; an id, or a source or title that no other document has. Can be repeated.",
      valueName: "document"))
  var document: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only who bears this name in this document goes. Can be repeated (default: none).",
      valueName: "document:name"))
  var mention: [String] = []

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !(document + mention).isEmpty else {
      throw ValidationError("split takes --document ID or --mention DOCUMENT:NAME")
    }
  }

  var request: DecideAction.Request { .split(name, documents: document, mentions: mention) }
}

struct RenameCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Decides under which name an entity is shown.",
    discussion: """
      EXAMPLES:
        relata rename "Low Taek Jho" "Jho Low"
        relata rename e-0f3a9c11d2e47b58 "Rusal" --reason "as the paper spells it"

      The names that documents give remain: it is found by any of them.
      """)

  @Argument(help: ArgumentHelp("A name, an alias, or the id of an entity.", valueName: "name"))
  var name: String

  @Argument(help: ArgumentHelp("The name to show.", valueName: "new-name"))
  var newName: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard newName.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("the new name is empty")
    }
  }

  var request: DecideAction.Request { .rename(name, to: newName) }
}
