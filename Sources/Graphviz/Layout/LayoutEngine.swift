/// The name of a layout engine, such as `dot` or `sfdp`.
///
/// An open set: plugins may add engines. ``Graphviz/availableEngines()`` lists what is installed.
public struct LayoutEngine: RawRepresentable, Hashable, Sendable, Codable,
  ExpressibleByStringLiteral
{
  /// The name as Graphviz has it.
  public var rawValue: String
  /// Any name; one that is not installed is an error when it is used.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The name as it is written.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// Layers, for directed graphs and hierarchies.
  public static let dot: LayoutEngine = "dot"
  /// Spring model by stress majorization, for small undirected graphs.
  public static let neato: LayoutEngine = "neato"
  /// Spring model by forces, honours clusters; slow above some eighty nodes.
  ///
  /// The one engine that does not promise the same drawing each time: in about one run of a hundred, another
  /// process draws the same graph otherwise (measured with Graphviz 2.42.2; not seen where the system lays
  /// out memory the same way each time).
  public static let fdp: LayoutEngine = "fdp"
  /// Multiscale spring model, for large graphs.
  public static let sfdp: LayoutEngine = "sfdp"
  /// Concentric circles around a root.
  public static let twopi: LayoutEngine = "twopi"
  /// Circular layout.
  public static let circo: LayoutEngine = "circo"
  /// Packed clusters.
  public static let osage: LayoutEngine = "osage"
  /// Squarified treemap of clusters.
  public static let patchwork: LayoutEngine = "patchwork"
}

/// The name of an output format, such as `svg` or `png`.
///
/// An open set: plugins may add formats. ``Graphviz/availableFormats()`` lists what is installed.
public struct OutputFormat: RawRepresentable, Hashable, Sendable, Codable,
  ExpressibleByStringLiteral
{
  /// The name as Graphviz has it.
  public var rawValue: String
  /// Any name; one that is not installed is an error when it is used.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The name as it is written.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// Vector graphics for pages.
  public static let svg: OutputFormat = "svg"
  /// A bitmap.
  public static let png: OutputFormat = "png"
  /// Pages for print; the time of making is taken out of it.
  public static let pdf: OutputFormat = "pdf"
  /// The graph with positions as JSON.
  public static let json: OutputFormat = "json"
  /// Positions in lines of plain text.
  public static let plain: OutputFormat = "plain"
  /// DOT with positions.
  public static let dot: OutputFormat = "dot"
  /// DOT with positions and drawing instructions.
  public static let xdot: OutputFormat = "xdot"
}
