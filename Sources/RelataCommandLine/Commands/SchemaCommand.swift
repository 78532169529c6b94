import ArgumentParser
import RelataCore
import RelataPipeline

struct SchemaCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Lists the relations that Relata knows.",
    discussion: """
      EXAMPLES:
        relata schema                       every relation with what it may join
        relata schema --family money --json
      """)

  @Option(
    help: ArgumentHelp("Only this family of relations.", valueName: "family"))
  var family: Choice<RelationFamily>?

  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let format = try listing.resolved()
    let family = try self.family?.value("family")
    let relations = RelationSchema.standard.relations.filter {
      family == nil || $0.family == family
    }
    var listing = Listing([
      .init(title: "Relation"), .init(title: "Family"), .init(title: "From", isFlexible: true),
      .init(title: "To", isFlexible: true), .init(title: "Reads"),
      .init(title: "Other way round"),
    ])
    for relation in relations {
      let domain = Self.names(relation.domain)
      let range = Self.names(relation.range)
      listing.append(
        [
          relation.id.rawValue, relation.family.rawValue, domain, range, relation.label,
          relation.isSymmetric ? "(both ways)" : relation.inverseLabel,
        ],
        object: [
          "id": .string(relation.id.rawValue), "family": .string(relation.family.rawValue),
          "domain": .strings(relation.domain.map(\.rawValue).sorted()),
          "range": .strings(relation.range.map(\.rawValue).sorted()),
          "symmetric": .bool(relation.isSymmetric), "label": .string(relation.label),
          "inverse": .string(relation.inverseLabel), "wikidata": .strings(relation.wikidata),
          "followTheMoney": .string(relation.followTheMoney),
        ])
    }
    try listing.write(as: format, to: context.streams, style: context.style)
    return .success
  }

  /// Types in few words: the groups of the schema by their names.
  private static func names(_ types: Set<EntityType>) -> String {
    if types == Set(EntityType.allCases.filter(\.isNode)) { return "any" }
    let actors = Set(EntityType.allCases.filter(\.isActor))
    var rest = types
    var names: [String] = []
    if actors.isSubset(of: types) {
      names.append("actor")
      rest.subtract(actors)
    }
    return (names + rest.map { $0.rawValue.lowercased() }.sorted()).joined(separator: ", ")
  }
}
