import RelataCore

/// How an entity is drawn.
public struct NodeStyle: Sendable, Hashable {
  /// Graphviz's names of shape and style.
  public var shape: String
  public var style: String
  public var peripheries: Int
  public var penWidth: Double
  public var fill: ThemedColor
  public var border: ThemedColor
  /// The CSS class that carries the colours.
  public var colorClass: String
}

/// How a line is drawn.
public struct EdgeStyle: Sendable, Hashable {
  public enum Pattern: String, Sendable { case solid, dashed, dotted }

  public var pattern: Pattern
  /// Graphviz's name of the arrow: "normal" filled, "empty", "vee" open, "teeodot" barred, "none".
  public var arrowHead: String
  /// Whether the arrow stands at both ends, or at none if it is "none".
  public var isSymmetric: Bool
  public var penWidth: Double
  public var color: ThemedColor
  public var colorClass: String
}

/// The visual vocabulary of figures.
///
/// Shape says what an entity is, the line's pattern how sure a relation is, its colour what family it
/// belongs to. Labels say all of it in words as well.
public enum DiagramStyle {
  /// - Parameter isFocus: Draws a heavy border.
  public static func node(_ type: EntityType, isFocus: Bool) -> NodeStyle {
    let (shape, style, peripheries) =
      switch type {
      case .person: ("ellipse", "filled", 1)
      case .organization: ("box", "rounded,filled", 1)
      case .location: ("house", "filled", 1)
      case .group: ("ellipse", "filled", 2)
      case .event: ("hexagon", "filled", 1)
      case .other, .date, .money, .title: ("note", "filled", 1)
      }
    return NodeStyle(
      shape: shape, style: style, peripheries: peripheries, penWidth: isFocus ? 3 : 1.2,
      fill: DiagramPalette.fill(type), border: DiagramPalette.border(type),
      colorClass: "t-" + typeWord(type))
  }

  /// - Parameter sources: Distinct sources; more make the line heavier, up to three.
  public static func edge(
    family: RelationFamily, polarity: Polarity, status: AssertionStatus, tense: TenseClass,
    isSymmetric: Bool, sources: Int
  ) -> EdgeStyle {
    var pattern = EdgeStyle.Pattern.solid
    var arrow = "normal"
    switch status {
    case .asserted: break
    case .claimed: (pattern, arrow) = (.dotted, "empty")
    case .planned: (pattern, arrow) = (.dotted, "vee")
    case .hypothetical: (pattern, arrow) = (.dotted, "odiamond")
    }
    var color = DiagramPalette.line(family)
    var colorClass = "c-" + family.rawValue
    if tense == .former {
      if status == .asserted { pattern = .dashed }
      (color, colorClass) = (DiagramPalette.former, "c-former")
    }
    if isSymmetric { arrow = "none" }
    if polarity == .negative {
      (pattern, arrow) = (.dashed, "teeodot")
      (color, colorClass) = (DiagramPalette.negative, "c-negative")
    }
    let width = [1.3, 1.9, 2.5][min(max(sources, 1), 3) - 1]
    return EdgeStyle(
      pattern: pattern, arrowHead: arrow, isSymmetric: isSymmetric, penWidth: width, color: color,
      colorClass: colorClass)
  }

  static func edge(_ edge: DiagramEdge) -> EdgeStyle {
    self.edge(
      family: edge.family, polarity: edge.polarity, status: edge.status, tense: edge.tense,
      isSymmetric: edge.isSymmetric, sources: edge.sourceCount)
  }

  /// "person", "organization", "place" …, for classes, legends and descriptions.
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
