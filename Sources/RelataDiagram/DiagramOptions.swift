import RelataCore
import RelataGraph

/// Which colours a figure carries.
public enum DiagramTheme: String, Sendable, CaseIterable {
  /// Light, and dark where the reader's system or page asks for it.
  case automatic
  case light, dark
}

/// What a figure is to show and how.
///
/// The limits count what is drawn: entities, and lines after parallel
/// relations are merged.
public struct DiagramOptions: Sendable, Hashable {
  /// More than this fits no page; ``validate()`` refuses it.
  public static let hardNodeLimit = 60
  public static let hardEdgeLimit = 100
  public static let hardDepth = 4

  /// Entities in the middle; empty shows the whole graph if it fits, else its best connected
  /// entity.
  public var focus: [EntityID]
  /// Steps from the focus, 1…``hardDepth``.
  ///
  /// Step 1 is complete. Further entities are shown only if they tie two shown ones together or if
  /// two sources support the tie.
  public var depth: Int
  /// Relations that do not match are left out, and counted.
  public var filter: RelationFilter
  /// Entities at most, 2…``hardNodeLimit``.
  public var nodeLimit: Int
  /// Lines at most, 1…``hardEdgeLimit``.
  public var edgeLimit: Int
  public var engine: DiagramLayout
  /// The line above the figure; nil writes one that says what is shown.
  public var title: String?
  public var includesLegend: Bool
  public var theme: DiagramTheme

  public init(
    focus: [EntityID] = [], depth: Int = 1, filter: RelationFilter = .all, nodeLimit: Int = 25,
    edgeLimit: Int = 40, engine: DiagramLayout = .dot, title: String? = nil,
    includesLegend: Bool = true, theme: DiagramTheme = .automatic
  ) {
    self.focus = focus
    self.depth = depth
    self.filter = filter
    self.nodeLimit = nodeLimit
    self.edgeLimit = edgeLimit
    self.engine = engine
    self.title = title
    self.includesLegend = includesLegend
    self.theme = theme
  }

  /// As the other initializer, with the parts of the filter one by one.
  public init(
    focus: [EntityID] = [], depth: Int = 1, relations: Set<RelationID>,
    families: Set<RelationFamily> = [], statuses: Set<AssertionStatus> = [],
    minimumConfidence: Double = 0, nodeLimit: Int = 25, edgeLimit: Int = 40,
    engine: DiagramLayout = .dot, title: String? = nil, includesLegend: Bool = true,
    theme: DiagramTheme = .automatic
  ) {
    self.init(
      focus: focus, depth: depth,
      filter: RelationFilter(
        relations: relations, families: families, statuses: statuses,
        minimumConfidence: minimumConfidence),
      nodeLimit: nodeLimit, edgeLimit: edgeLimit, engine: engine, title: title,
      includesLegend: includesLegend, theme: theme)
  }

  /// Refuses values outside the documented ranges.
  ///
  /// - Throws: ``RelataError`` RL5001.
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
    guard (0...1).contains(filter.minimumConfidence) else {
      throw RelataError(
        .usage, code: "RL5001",
        "the minimum confidence must be 0…1, got \(filter.minimumConfidence)")
    }
  }

  /// The filters in words for the description of the figure; empty if there are none.
  func filterWords(schema: RelationSchema) -> [String] {
    var words: [String] = []
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
    return words
  }
}

/// How entities are placed.
public enum DiagramLayout: String, Sendable, CaseIterable {
  /// In layers along the arrows: the default, for who hired, owns or attacked whom.
  case dot
  /// By springs: for associations without direction.
  case neato
  case fdp, sfdp
  /// In rings around the focus.
  case twopi
  case circo
}
