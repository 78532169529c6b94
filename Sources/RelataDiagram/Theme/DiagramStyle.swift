import RelataCore

/// How an entity is drawn.
public struct NodeStyle: Sendable, Hashable {
  /// The outline.
  public var shape: NodeShape
  /// How many outlines.
  public var peripheries: Int
  /// The width of the outline, in points.
  public var penWidth: Double
  /// The colour inside.
  public var fill: ThemedColor
  /// The colour of the outline.
  public var border: ThemedColor
  /// The CSS class that carries the colours.
  public var colorClass: String
}

/// How a line is drawn.
public struct EdgeStyle: Sendable, Hashable {
  /// Solid, dashed or dotted: how sure the relation is.
  public var pattern: LinePattern
  /// nil for a line without direction.
  public var arrow: ArrowHead?
  /// Whether the arrow stands at both ends.
  public var isSymmetric: Bool
  /// The width of the line, in points: how many sources.
  public var penWidth: Double
  /// The colour of line and label.
  public var color: ThemedColor
  /// The CSS class that carries the colour.
  public var colorClass: String

  /// Graphviz's name of the arrow.
  var arrowHead: String { arrow?.graphviz ?? "none" }
}

extension DiagramTheme {
  /// How entities of a type are drawn; a focus has a heavy border.
  public func node(_ type: EntityType, isFocus: Bool) -> NodeStyle {
    let look = entity(type)
    return NodeStyle(
      shape: look.shape, peripheries: look.hasDoubleOutline ? 2 : 1, penWidth: isFocus ? 3 : 1.2,
      fill: look.fill, border: look.border, colorClass: "t-" + DiagramStyle.typeWord(type))
  }

  /// How lines are drawn; distinct sources make them heavier, up to three.
  public func edge(
    family: RelationFamily, polarity: Polarity, status: AssertionStatus, tense: TenseClass,
    isSymmetric: Bool, sources: Int
  ) -> EdgeStyle {
    var look = line(Standing(status))
    var color = color(family)
    var colorClass = "c-" + family.rawValue
    if tense == .former {
      if status == .asserted { look = line(.former) }
      (color, colorClass) = (self.color(.former), "c-former")
    }
    var arrow: ArrowHead? = isSymmetric ? nil : look.arrow
    if polarity == .negative {
      look = line(.negated)
      arrow = look.arrow
      (color, colorClass) = (self.color(.negated), "c-negative")
    }
    let width = [1.3, 1.9, 2.5][min(max(sources, 1), 3) - 1]
    return EdgeStyle(
      pattern: look.pattern, arrow: arrow, isSymmetric: isSymmetric, penWidth: width, color: color,
      colorClass: colorClass)
  }

  func edge(_ edge: DiagramEdge) -> EdgeStyle {
    self.edge(
      family: edge.family, polarity: edge.polarity, status: edge.status, tense: edge.tense,
      isSymmetric: edge.isSymmetric, sources: edge.sourceCount)
  }
}

/// The words for what figures tell apart.
public enum DiagramStyle {
  /// Every word that ``typeWord(_:)`` gives, in the order of legends.
  public static let typeWords = ["person", "organization", "place", "group", "event", "work"]

  /// "person", "organization", "place" …, for classes, legends, themes and descriptions.
  public static func typeWord(_ type: EntityType) -> String {
    switch type {
    case .person: "person"
    case .organization: "organization"
    case .location: "place"
    case .group: "group"
    case .event: "event"
    case .other, .date, .money, .title: "work"
    }
  }

  /// The legend's word for a family.
  public static func familyWords(_ family: RelationFamily) -> String {
    switch family {
    case .power: "position and control"
    case .money: "money and trade"
    case .alliance: "support and opposition"
    case .conflict: "conflict and law"
    case .contact: "contact"
    case .place: "place"
    case .kin: "family"
    case .other: "other ties"
    }
  }
}
