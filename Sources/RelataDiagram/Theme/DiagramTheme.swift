import RelataCore

/// Which surroundings a figure is coloured for.
public enum ColorScheme: String, Sendable, CaseIterable {
  /// Light, and dark where the reader's system or page asks for it.
  case automatic
  case light, dark
}

/// How sure a relation is, as lines tell it apart.
public enum Standing: String, Sendable, CaseIterable {
  case stated, claimed, planned, possible, former, negated

  init(_ status: AssertionStatus) {
    self =
      switch status {
      case .asserted: .stated
      case .claimed: .claimed
      case .planned: .planned
      case .hypothetical: .possible
      }
  }
}

/// The look of figures as data: fonts, shapes, colours and lines.
///
/// ``standard`` ships with Relata; ``read(_:file:)`` takes one from YAML. Shape and words tell types
/// apart, pattern and arrow tell how sure a relation is: colour never carries meaning alone.
public struct DiagramTheme: Sendable, Hashable {
  /// Families and sizes of text.
  public struct Fonts: Sendable, Hashable {
    /// Preferred first; letters, digits, spaces and "-" only.
    public var families: [String]
    /// Sizes in points.
    public var name, role, label, title, legend, footer: Double

    /// The families as SVG, CSS and Graphviz take them.
    public var list: String { families.joined(separator: ",") }
  }

  /// How entities of a type look.
  public struct EntityLook: Sendable, Hashable {
    /// The outline.
    public var shape: NodeShape
    /// Whether the outline is drawn twice.
    public var hasDoubleOutline: Bool
    /// The colour inside.
    public var fill: ThemedColor
    /// The colour of the outline.
    public var border: ThemedColor
  }

  /// How lines of a standing look.
  public struct LineLook: Sendable, Hashable {
    /// Solid, dashed or dotted.
    public var pattern: LinePattern
    /// The head of lines with a direction.
    public var arrow: ArrowHead
    /// nil takes the colour of the relation's family.
    public var color: ThemedColor?
  }

  /// What it is called: part of the id of a figure.
  public var name: String
  /// Families and sizes of text.
  public var fonts: Fonts
  /// The page.
  public var background: ThemedColor
  /// Names and titles.
  public var text: ThemedColor
  /// Roles, sources and what is left out.
  public var muted: ThemedColor
  /// The line above the legend.
  public var rule: ThemedColor
  /// By the words of ``DiagramStyle/typeWords``.
  var entities: [String: EntityLook]
  var families: [RelationFamily: ThemedColor]
  var standings: [Standing: LineLook]

  /// The look of entities of a type.
  public func entity(_ type: EntityType) -> EntityLook {
    entities[DiagramStyle.typeWord(type)]
      ?? EntityLook(shape: .ellipse, hasDoubleOutline: false, fill: background, border: text)
  }

  /// The colour of a family's lines and their labels.
  public func color(_ family: RelationFamily) -> ThemedColor { families[family] ?? text }

  /// How lines of a standing look.
  public func line(_ standing: Standing) -> LineLook {
    standings[standing] ?? LineLook(pattern: .solid, arrow: .filled, color: nil)
  }

  /// The colour of a line that is former or negated, whatever its family.
  public func color(_ standing: Standing) -> ThemedColor { line(standing).color ?? text }

  /// Whether families differ in colour at all.
  var distinguishesFamilies: Bool { Set(families.values).count > 1 }
}

/// Outlines of entities.
public enum NodeShape: String, Sendable, CaseIterable {
  case ellipse, box, rounded, house, hexagon, octagon, note

  /// Graphviz's names of shape and style.
  var graphviz: (shape: String, style: String) {
    self == .rounded ? ("box", "rounded,filled") : (rawValue, "filled")
  }
}

/// Patterns of lines.
public enum LinePattern: String, Sendable, CaseIterable {
  case solid, dashed, dotted
  case dashDot = "dash-dot"
  case longDashes = "long-dashes"
  case sparseDots = "sparse-dots"

  /// The nearest that Graphviz has, for formats that it finishes itself.
  var graphviz: String {
    switch self {
    case .solid: "solid"
    case .dashed, .longDashes: "dashed"
    case .dotted, .dashDot, .sparseDots: "dotted"
    }
  }

  /// SVG's dash array; nil for a solid line.
  ///
  /// Strokes of length 0.1 are dots under round ends.
  var dashes: String? {
    switch self {
    case .solid: nil
    case .dashed: "5,3"
    case .longDashes: "9,3.5"
    case .dotted: "0.1,3.6"
    case .dashDot: "6,3.6,0.1,3.6"
    case .sparseDots: "0.1,6"
    }
  }

  /// Whether it has dots, which need round ends and more body than a line of the same weight.
  var hasDots: Bool {
    switch self {
    case .solid, .dashed, .longDashes: false
    case .dotted, .dashDot, .sparseDots: true
    }
  }
}

/// Heads of lines.
public enum ArrowHead: String, Sendable, CaseIterable {
  case filled, empty, open, diamond, barred

  var graphviz: String {
    switch self {
    case .filled: "normal"
    case .empty: "empty"
    case .open: "vee"
    case .diamond: "odiamond"
    case .barred: "teeodot"
    }
  }
}
