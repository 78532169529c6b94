import RelataCore
import RelataGraph

/// What a figure is to show and how.
///
/// The limits count what is drawn: entities, and lines after parallel
/// relations are merged.
public struct DiagramOptions: Sendable, Hashable {
  /// More than this nobody reads and no layout manages in time; ``validate()`` refuses it.
  public static let hardNodeLimit = 250
  /// Lines that no figure exceeds.
  public static let hardEdgeLimit = 400
  /// More than this fits no printed page; figures beyond it carry a warning.
  public static let printedNodeLimit = 60
  /// Lines that a printed page holds.
  public static let printedEdgeLimit = 100
  /// Steps from the focus at most.
  public static let hardDepth = 4

  /// Entities in the middle; empty shows the whole graph if it fits, else its best connected
  /// entity.
  public var focus: [EntityID]
  /// Steps from the focus, 1…``hardDepth``.
  ///
  /// Step 1 is complete. Further entities are shown only if they tie two shown ones together or if
  /// two sources support the tie.
  public var depth: Int
  /// Shows only the shortest chains of evidence between two entities; `focus` and `depth` do not count
  /// then.
  public var path: DiagramPath?
  /// Relations that do not match are left out, and counted.
  public var filter: RelationFilter
  /// Evidence that does not match is left out; relations without other evidence are left out and
  /// counted.
  public var evidence = EvidenceFilter()
  /// Only what is known to hold then, as `KnowledgeGraph/holding(at:)` has it of the evidence that matches; nil for
  /// whenever.
  public var at: CalendarPeriod?
  /// What the graph was limited to before, in words: "without Cyprus"; told with the filters.
  public var scope: [String] = []
  /// Entities at most, 2…``hardNodeLimit``.
  public var nodeLimit: Int
  /// Lines at most, 1…``hardEdgeLimit``.
  public var edgeLimit: Int
  /// How entities are placed.
  public var engine: DiagramLayout
  /// The line above the figure; nil writes one that says what is shown.
  public var title: String?
  /// Whether the key to shapes, lines and colours stands beneath.
  public var includesLegend: Bool
  /// The surroundings that the figure is coloured for.
  public var colors: ColorScheme
  /// Fonts, shapes, colours and lines.
  public var theme: DiagramTheme
  /// The earlier figure whose entities stay where they are as far as possible.
  ///
  /// Honoured by `dot`, which keeps layers and order, and by `neato` and `fdp`, which keep places.
  public var previous: PreviousLayout?

  /// Options; the defaults show what fits a page.
  public init(
    focus: [EntityID] = [], depth: Int = 1, filter: RelationFilter = .all, nodeLimit: Int = 25,
    edgeLimit: Int = 40, engine: DiagramLayout = .dot, title: String? = nil,
    includesLegend: Bool = true, colors: ColorScheme = .automatic, theme: DiagramTheme = .standard
  ) {
    self.focus = focus
    self.depth = depth
    self.filter = filter
    self.nodeLimit = nodeLimit
    self.edgeLimit = edgeLimit
    self.engine = engine
    self.title = title
    self.includesLegend = includesLegend
    self.colors = colors
    self.theme = theme
  }

  /// As the other initializer, with the parts of the filter one by one.
  public init(
    focus: [EntityID] = [], depth: Int = 1, relations: Set<RelationID>,
    families: Set<RelationFamily> = [], statuses: Set<AssertionStatus> = [],
    minimumConfidence: Double = 0, nodeLimit: Int = 25, edgeLimit: Int = 40,
    engine: DiagramLayout = .dot, title: String? = nil, includesLegend: Bool = true,
    colors: ColorScheme = .automatic, theme: DiagramTheme = .standard
  ) {
    self.init(
      focus: focus, depth: depth,
      filter: RelationFilter(
        relations: relations, families: families, statuses: statuses,
        minimumConfidence: minimumConfidence),
      nodeLimit: nodeLimit, edgeLimit: edgeLimit, engine: engine, title: title,
      includesLegend: includesLegend, colors: colors, theme: theme)
  }

  /// Refuses values outside the documented ranges.
  ///
  /// - Throws: `RelataError` RL5001.
  public func validate() throws(RelataError) {
    func check(_ value: Int, _ range: ClosedRange<Int>, _ name: String) throws(RelataError) {
      guard range.contains(value) else {
        throw RelataError(
          .usage, code: "RL5001",
          "\(name) must be \(range.lowerBound)…\(range.upperBound), got \(value)",
          hint: "draw several smaller figures, each with its own focus")
      }
    }
    try check(depth, 1...Self.hardDepth, "depth")
    try check(nodeLimit, 2...Self.hardNodeLimit, "the limit of entities")
    try check(edgeLimit, 1...Self.hardEdgeLimit, "the limit of lines")
    if let path {
      try check(path.maximumLength, 1...DiagramPath.hardLength, "the greatest length of paths")
    }
    guard (0...1).contains(filter.minimumConfidence) else {
      throw RelataError(
        .usage, code: "RL5001",
        "the minimum confidence must be 0…1, got \(filter.minimumConfidence)")
    }
  }

  /// The graph as it is known to hold at the time asked for; one that is marked so already as it is.
  func holding(_ graph: KnowledgeGraph) -> KnowledgeGraph {
    guard let at, graph.relations.allSatisfy({ $0.holding == nil }) else { return graph }
    return graph.restricted(to: evidence).holding(at: at)
  }

  /// The filters in words for the description of the figure; empty if there are none.
  func filterWords(schema: RelationSchema) -> [String] {
    var words = scope.map { DisplayText.clipped($0, to: 300) }
    var kinds = schema.relations.filter { filter.relations.contains($0.id) }.map(\.label)
    kinds += filter.families.sorted().map(DiagramStyle.familyWords)
    if !kinds.isEmpty { words.append("only " + kinds.joined(separator: ", ")) }
    if !filter.statuses.isEmpty {
      words.append("only " + filter.statuses.sorted().map(\.rawValue).joined(separator: ", "))
    }
    if filter.polarities == [.positive] { words.append("nothing negated") }
    if filter.polarities == [.negative] { words.append("only negated") }
    if filter.minimumConfidence > 0 {
      words.append("confidence at least \(DiagramWords.percent(filter.minimumConfidence))")
    }
    if !evidence.sources.isEmpty {
      let sources = evidence.sources.map { DisplayText.clipped($0, to: DiagramWords.nameLimit) }
      words.append("only from " + sources.joined(separator: ", "))
    }
    if let documents = evidence.documents { words.append("only \(documents.words)") }
    if !evidence.withoutSources.isEmpty {
      let sources = evidence.withoutSources.map {
        DisplayText.clipped($0, to: DiagramWords.nameLimit)
      }
      words.append("not from " + sources.joined(separator: ", "))
    }
    switch (evidence.since, evidence.until) {
    case (let since?, let until?): words.append("published \(since) to \(until)")
    case (let since?, nil): words.append("published since \(since)")
    case (nil, let until?): words.append("published until \(until)")
    case (nil, nil): break
    }
    if let at { words.append("known to hold in \(at)") }
    return words
  }
}

/// The chains between two entities that a figure shows.
public struct DiagramPath: Sendable, Hashable {
  /// Steps of a chain at most.
  public static let hardLength = 10

  /// Where the chains begin.
  public var from: EntityID
  /// Where the chains end.
  public var to: EntityID
  /// The greatest number of steps, 1…``hardLength``.
  public var maximumLength: Int

  /// The chains between two entities.
  public init(from: EntityID, to: EntityID, maximumLength: Int = 6) {
    self.from = from
    self.to = to
    self.maximumLength = maximumLength
  }
}

/// How entities are placed.
public enum DiagramLayout: String, Sendable, CaseIterable {
  /// In layers along the arrows: the default, for who hired, owns or attacked whom.
  case dot
  /// By springs: for associations without direction.
  case neato
  /// By springs, another way; the only layout that does not promise the same picture each time.
  case fdp
  /// By springs, for large graphs.
  case sfdp
  /// In rings around the focus.
  case twopi
  /// In circles.
  case circo
}
