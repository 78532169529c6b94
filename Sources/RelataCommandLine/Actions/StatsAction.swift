import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// How much a graph holds.
struct StatsAction {
  var graphPath: String
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try view.store(graphPath)
    let graph = try store.loadGraph()
    let statistics = graph.statistics()
    let stored = try store.documents()
    let (documents, reports) = (stored.count, Set(stored.map(\.report)).count)
    var listing = Listing([.init(title: "Count of"), .init(title: "Number", isNumeric: true)])
    func add(_ label: String, _ number: Int) {
      listing.append(
        [label, String(number)], object: ["name": .string(label), "count": .integer(number)])
    }
    add("documents", documents)
    add("reports", reports)
    add("sources", statistics.sources)
    add("entities", statistics.entities)
    for type in EntityType.allCases {
      if let count = statistics.entitiesByType[type] { add("entities \(type.rawValue)", count) }
    }
    add("relations", statistics.relations)
    for relation in graph.schema.relations {
      if let count = statistics.relationsByType[relation.id] {
        add("relations \(relation.id)", count)
      }
    }
    for status in AssertionStatus.allCases {
      if let count = statistics.relationsByStatus[status] {
        add("status \(status.rawValue)", count)
      }
    }
    for polarity in Polarity.allCases {
      if let count = statistics.relationsByPolarity[polarity] {
        add("polarity \(polarity.rawValue)", count)
      }
    }
    add("evidence", statistics.evidence)
    add("components", statistics.components)
    add("largest component", statistics.largestComponent)
    try listing.write(
      as: format, to: context.streams, style: context.style,
      document: json(statistics, documents: documents, reports: reports, schema: graph.schema))
    return .success
  }

  private func json(
    _ statistics: GraphStatistics, documents: Int, reports: Int, schema: RelationSchema
  ) -> JSONValue {
    func counts<Key>(_ keys: [Key], _ count: (Key) -> Int?, _ name: (Key) -> String) -> JSONValue {
      .object(keys.compactMap { key in count(key).map { JSONMember(name(key), .integer($0)) } })
    }
    func number(_ name: String, _ count: Int) -> JSONMember { JSONMember(name, .integer(count)) }
    let numbers = [
      number("documents", documents), number("reports", reports),
      number("sources", statistics.sources), number("entities", statistics.entities),
      number("relations", statistics.relations), number("evidence", statistics.evidence),
      number("components", statistics.components),
      number("largestComponent", statistics.largestComponent),
    ]
    let byKind = [
      JSONMember(
        "entitiesByType",
        counts(EntityType.allCases, { statistics.entitiesByType[$0] }, { $0.rawValue })),
      JSONMember(
        "relationsByType",
        counts(
          schema.relations.map(\.id), { statistics.relationsByType[$0] }, { $0.rawValue })),
      JSONMember(
        "relationsByStatus",
        counts(AssertionStatus.allCases, { statistics.relationsByStatus[$0] }, { $0.rawValue })),
      JSONMember(
        "relationsByPolarity",
        counts(Polarity.allCases, { statistics.relationsByPolarity[$0] }, { $0.rawValue })),
    ]
    return .object(numbers + byKind)
  }
}
