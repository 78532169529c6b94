/// The name of a DOT attribute.
///
/// Any name may be used; the common ones have constants.
public struct DOTAttributeName: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.rawValue = value }

  /// How Graphviz reads a value of this name, which decides how text is escaped.
  enum Reading { case label, tooltip, url, verbatim }

  var reading: Reading {
    switch rawValue {
    case "label", "xlabel", "headlabel", "taillabel": .label
    case "tooltip", "edgetooltip", "headtooltip", "tailtooltip", "labeltooltip": .tooltip
    case "URL", "href", "edgeURL", "edgehref", "headURL", "headhref", "tailURL", "tailhref",
      "labelURL", "labelhref":
      .url
    default: .verbatim
    }
  }
}

extension DOTAttributeName {
  /// Numbers that Graphviz can bear; beyond some of them it crashes or takes all memory.
  var safeRange: ClosedRange<Double>? {
    switch rawValue {
    case "minlen", "sides": 0...100
    case "peripheries": 0...20
    case "penwidth": 0...100
    case "fontsize", "labelfontsize": 1...1_000
    case "dpi", "resolution": 1...2_400
    case "width", "height", "nodesep", "ranksep": 0...1_000
    default: nil
    }
  }

  // MARK: Text
  public static let label: Self = "label"
  public static let xlabel: Self = "xlabel"
  public static let headlabel: Self = "headlabel"
  public static let taillabel: Self = "taillabel"
  public static let tooltip: Self = "tooltip"
  public static let edgetooltip: Self = "edgetooltip"
  public static let labeltooltip: Self = "labeltooltip"
  public static let url: Self = "URL"
  public static let target: Self = "target"
  public static let id: Self = "id"
  public static let `class`: Self = "class"

  // MARK: Looks
  public static let shape: Self = "shape"
  public static let style: Self = "style"
  public static let color: Self = "color"
  public static let fillcolor: Self = "fillcolor"
  public static let bgcolor: Self = "bgcolor"
  public static let fontname: Self = "fontname"
  /// Points.
  public static let fontsize: Self = "fontsize"
  public static let fontcolor: Self = "fontcolor"
  /// Points.
  public static let penwidth: Self = "penwidth"
  public static let pencolor: Self = "pencolor"
  public static let peripheries: Self = "peripheries"
  public static let arrowhead: Self = "arrowhead"
  public static let arrowtail: Self = "arrowtail"
  public static let arrowsize: Self = "arrowsize"
  public static let dir: Self = "dir"

  // MARK: Layout
  public static let rankdir: Self = "rankdir"
  public static let rank: Self = "rank"
  /// Inches.
  public static let nodesep: Self = "nodesep"
  /// Inches.
  public static let ranksep: Self = "ranksep"
  public static let splines: Self = "splines"
  public static let overlap: Self = "overlap"
  public static let newrank: Self = "newrank"
  public static let constraint: Self = "constraint"
  public static let weight: Self = "weight"
  public static let minlen: Self = "minlen"
  /// Inches, or points in a label's margin.
  public static let margin: Self = "margin"
  /// Inches.
  public static let pad: Self = "pad"
  /// Inches.
  public static let width: Self = "width"
  /// Inches.
  public static let height: Self = "height"
  public static let fixedsize: Self = "fixedsize"
  public static let size: Self = "size"
  public static let ratio: Self = "ratio"
  public static let dpi: Self = "dpi"
  public static let labelloc: Self = "labelloc"
  public static let labeljust: Self = "labeljust"
  public static let start: Self = "start"
  public static let root: Self = "root"
}
