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
/// Empty sets mean "no restriction". The limits count what is drawn: entities, and lines after parallel
/// relations are merged.
public struct DiagramOptions: Sendable, Hashable {
  /// More than this fits no page; ``validate()`` refuses it.
  public static let hardNodeLimit = 60
  public static let hardEdgeLimit = 100
  public static let hardDepth = 4

  /// Entities in the middle; empty shows the whole graph if it fits, else its best connected entity.
  public var focus: [EntityID]
  /// Steps from the focus, 1…``hardDepth``.
  ///
  /// Step 1 is complete. Further entities are shown only if they tie two shown ones together or if two
  /// sources support the tie.
  public var depth: Int
  public var relations: Set<RelationID>
  public var families: Set<RelationFamily>
  public var statuses: Set<AssertionStatus>
  /// 0…1; relations below are left out, and counted.
  public var minimumConfidence: Double
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
    focus: [EntityID] = [], depth: Int = 1, relations: Set<RelationID> = [],
    families: Set<RelationFamily> = [], statuses: Set<AssertionStatus> = [],
    minimumConfidence: Double = 0, nodeLimit: Int = 25, edgeLimit: Int = 40,
    engine: DiagramLayout = .dot, title: String? = nil, includesLegend: Bool = true,
    theme: DiagramTheme = .automatic
  ) {
    self.focus = focus
    self.depth = depth
    self.relations = relations
    self.families = families
    self.statuses = statuses
    self.minimumConfidence = minimumConfidence
    self.nodeLimit = nodeLimit
    self.edgeLimit = edgeLimit
    self.engine = engine
    self.title = title
    self.includesLegend = includesLegend
    self.theme = theme
  }

  /// Refuses values outside the documented ranges.
  ///
  /// - Throws: ``RelataError`` RL5001.
  public func validate() throws(RelataError) {
    func check(_ value: Int, _ range: ClosedRange<Int>, _ name: String) throws(RelataError) {
      guard range.contains(value) else {
        throw RelataError(
          .usage, code: "RL5001", "\(name) must be \(range.lowerBound)…\(range.upperBound), got \(value)",
          hint: "draw several smaller figures, each with its own focus")
      }
    }
    try check(depth, 1...Self.hardDepth, "depth")
    try check(nodeLimit, 2...Self.hardNodeLimit, "the limit of entities")
    try check(edgeLimit, 1...Self.hardEdgeLimit, "the limit of lines")
    guard (0...1).contains(minimumConfidence) else {
      throw RelataError(
        .usage, code: "RL5001", "the minimum confidence must be 0…1, got \(minimumConfidence)")
    }
  }

  /// Whether a relation passes the filters.
  func admits(_ relation: Relation, schema: RelationSchema) -> Bool {
    let family = schema[relation.type]?.family ?? .other
    return (relations.isEmpty || relations.contains(relation.type))
      && (families.isEmpty || families.contains(family))
      && (statuses.isEmpty || statuses.contains(relation.status))
      && relation.confidence >= minimumConfidence
  }

  /// The filters in words for the description of the figure; empty if there are none.
  func filterWords(schema: RelationSchema) -> [String] {
    var words: [String] = []
    let named = schema.relations.filter { relations.contains($0.id) }.map(\.label)
    if !relations.isEmpty { words.append("only relations: " + named.joined(separator: ", ")) }
    if !families.isEmpty {
      words.append("only families: " + families.sorted().map(\.rawValue).joined(separator: ", "))
    }
    if !statuses.isEmpty {
      words.append("only " + statuses.sorted().map(\.rawValue).joined(separator: ", "))
    }
    if minimumConfidence > 0 { words.append("confidence at least \(minimumConfidence)") }
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
