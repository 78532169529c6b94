import ArgumentParser
import RelataCore
import RelataGraph
import RelataLanguage

/// Which relations a command looks at.
struct FilterOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only these relations; 'relata schema' lists them (default: all).", valueName: "relation"),
    completion: .custom { _, _, _ in RelationSchema.standard.relations.map(\.id.rawValue) })
  var relation: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only relations of these families (default: all).", valueName: "family"))
  var family: [Choice<RelationFamily>] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only relations so stated (default: all).", valueName: "status"))
  var status: [Choice<AssertionStatus>] = []

  @Option(
    help: ArgumentHelp("Only relations at least this certain, 0 to 1.", valueName: "x"))
  var minConfidence: Double = 0

  func validate() throws { try Confidence.check(minConfidence) }

  /// - Throws: RL7007 for an unknown relation, RL7003 for an unknown family or status.
  func resolved() throws(RelataError) -> RelationFilter {
    var filter = RelationFilter(minimumConfidence: minConfidence)
    for typed in relation.flatMap({ $0.split(separator: ",") }) {
      filter.relations.insert(try Self.relation(String(typed)))
    }
    for choice in family { filter.families.insert(try choice.value("family")) }
    for choice in status { filter.statuses.insert(try choice.value("status")) }
    return filter
  }

  /// The relation meant: an id, with spaces or hyphens for underscores.
  static func relation(_ typed: String) throws(RelataError) -> RelationID {
    let schema = RelationSchema.standard
    let id = RelationID(
      typed.lowercased().replacing("-", with: "_").replacing(" ", with: "_"))
    if schema.contains(id) { return id }
    let hint =
      Suggestions.hint(for: id.rawValue, in: schema.relations.map(\.id.rawValue))
      ?? "'relata schema' lists the relations"
    throw RelataError(.usage, code: "RL7007", "unknown relation '\(typed)'", hint: hint)
  }
}
