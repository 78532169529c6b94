import ArgumentParser
import RelataCore

struct RetypeCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "retype",
    abstract: "Decides what an entity is: a person, a firm, a place, a people, an event or a work.",
    discussion: """
      EXAMPLES:
        relata retype "Orlan Harbour" organization
        relata retype Victoria person --document school.html

      A name that was read as a person's and is a place's, and the like. It joins
      who and what has that name and type already, and later documents that are
      read so again follow. Relations that the new type cannot have stay and are
      listed. 'person', 'organization', 'location', 'group', 'event' and 'other'
      are types.
      """)

  @Argument(help: ArgumentHelp("A name, an alias, or the id of an entity.", valueName: "name"))
  var name: String

  @Argument(help: ArgumentHelp("What it is.", valueName: "type"))
  var type: String

  @Option(
    help: ArgumentHelp(
      "Only in this document; an id, or a source or title that no other document has. Can be repeated (default: everywhere).",
      valueName: "document"))
  var document: [String] = []

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard EntityType(rawValue: type.uppercased())?.isNode == true else {
      let known = EntityType.allCases.filter(\.isNode).map { $0.rawValue.lowercased() }
      throw ValidationError("'\(type)' is no type; it is one of: \(known.joined(separator: ", "))")
    }
  }

  var request: DecideAction.Request {
    .retype(name, to: EntityType(rawValue: type.uppercased()) ?? .other, documents: document)
  }
}

struct AliasCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias", abstract: "Decides that a name means an entity.",
    discussion: """
      EXAMPLES:
        relata alias "Jho Low" "Low Taek Jho"
        relata alias "Karst Bank" "KBH" --reason "its letterhead"

      Whoever a document calls so, read before or later, is that entity; it is
      found under the name, and '--redact' hides it. 'relata split' tells apart
      whom the name means elsewhere.
      """)

  @Argument(help: ArgumentHelp("A name, an alias, or the id of an entity.", valueName: "name"))
  var name: String

  @Argument(help: ArgumentHelp("The other name.", valueName: "other-name"))
  var otherName: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard otherName.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw ValidationError("the other name has no letters")
    }
  }

  var request: DecideAction.Request { .alias(name, otherName) }
}
