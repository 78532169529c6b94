/// The name of a DOT attribute.
///
/// Any name may be used; the common ones have constants.
public struct DOTAttributeName: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name as in DOT.
  public var rawValue: String
  /// Any name, also one that Graphviz does not know.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The name as it is written.
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
  /// The text on an object; `\N` and the like are escapes only in `DOTValue.escaped(_:)`.
  public static let label: Self = "label"
  /// A label beside the object, for which the layout leaves no room.
  public static let xlabel: Self = "xlabel"
  /// Text at the head of an edge.
  public static let headlabel: Self = "headlabel"
  /// Text at the tail of an edge.
  public static let taillabel: Self = "taillabel"
  /// What a pointer shows over an object, and what SVG has as its title.
  public static let tooltip: Self = "tooltip"
  /// The tooltip of an edge without its label.
  public static let edgetooltip: Self = "edgetooltip"
  /// The tooltip of an edge's label.
  public static let labeltooltip: Self = "labeltooltip"
  /// Where an object leads; take addresses from ``DOTURL``.
  public static let url: Self = "URL"
  /// The window in which ``url`` opens, such as `_blank`.
  public static let target: Self = "target"
  /// The id of the object's group in SVG.
  public static let id: Self = "id"
  /// Classes of the object's group in SVG, parted by spaces.
  public static let `class`: Self = "class"

  // MARK: Looks
  /// The outline of a node, such as `box` or `plaintext`.
  public static let shape: Self = "shape"
  /// `filled`, `rounded`, `dashed`, `invis` …, parted by commas.
  public static let style: Self = "style"
  /// The colour of lines; of a filled node without ``fillcolor`` also of its area.
  public static let color: Self = "color"
  /// The colour of an area.
  public static let fillcolor: Self = "fillcolor"
  /// The background of a graph or cluster; `transparent` for none.
  public static let bgcolor: Self = "bgcolor"
  /// Families of fonts, preferred first, parted by commas.
  public static let fontname: Self = "fontname"
  /// Points.
  public static let fontsize: Self = "fontsize"
  /// The colour of text.
  public static let fontcolor: Self = "fontcolor"
  /// Points.
  public static let penwidth: Self = "penwidth"
  /// The colour of a cluster's border.
  public static let pencolor: Self = "pencolor"
  /// How many outlines a node has.
  public static let peripheries: Self = "peripheries"
  /// The arrow at the head of an edge, such as `vee` or `none`.
  public static let arrowhead: Self = "arrowhead"
  /// The arrow at the tail, seen where ``dir`` says so.
  public static let arrowtail: Self = "arrowtail"
  /// A factor for the size of arrows.
  public static let arrowsize: Self = "arrowsize"
  /// Which ends have arrows: `forward`, `back`, `both` or `none`.
  public static let dir: Self = "dir"

  // MARK: Layout
  /// The direction of the layers of `dot`: `TB`, `LR`, `BT` or `RL`.
  public static let rankdir: Self = "rankdir"
  /// Constrains the layer of a subgraph's nodes, as `same` does.
  public static let rank: Self = "rank"
  /// Inches.
  public static let nodesep: Self = "nodesep"
  /// Inches.
  public static let ranksep: Self = "ranksep"
  /// How edges run: `true` for curves, `line`, `ortho`, `polyline`.
  public static let splines: Self = "splines"
  /// What the spring layouts do about nodes that overlap, such as `prism`.
  public static let overlap: Self = "overlap"
  /// Lets `dot` lay out layers through clusters.
  public static let newrank: Self = "newrank"
  /// Whether an edge counts for the layers of `dot`.
  public static let constraint: Self = "constraint"
  /// How strongly an edge wants to be short and straight.
  public static let weight: Self = "weight"
  /// Layers that an edge spans at least.
  public static let minlen: Self = "minlen"
  /// Inches, or points in a label's margin.
  public static let margin: Self = "margin"
  /// Inches.
  public static let pad: Self = "pad"
  /// Inches.
  public static let width: Self = "width"
  /// Inches.
  public static let height: Self = "height"
  /// Whether a node keeps its size whatever its label.
  public static let fixedsize: Self = "fixedsize"
  /// The greatest size of a drawing, in inches.
  public static let size: Self = "size"
  /// The proportions of a drawing.
  public static let ratio: Self = "ratio"
  /// Dots per inch of bitmaps.
  public static let dpi: Self = "dpi"
  /// Where a label stands vertically: `t`, `c` or `b`.
  public static let labelloc: Self = "labelloc"
  /// Where a graph's label stands horizontally: `l`, `c` or `r`.
  public static let labeljust: Self = "labeljust"
  /// How the spring layouts begin; a number is a seed.
  public static let start: Self = "start"
  /// The node in the middle of `twopi` and `circo`.
  public static let root: Self = "root"
}
