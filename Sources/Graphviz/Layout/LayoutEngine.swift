/// The name of a layout engine, such as `dot` or `sfdp`.
///
/// An open set: plugins may add engines. ``Graphviz/availableEngines()`` lists what is installed.
public struct LayoutEngine: RawRepresentable, Hashable, Sendable, Codable,
  ExpressibleByStringLiteral
{
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.rawValue = value }

  /// Layers, for directed graphs and hierarchies.
  public static let dot: LayoutEngine = "dot"
  /// Spring model by stress majorization, for small undirected graphs.
  public static let neato: LayoutEngine = "neato"
  /// Spring model by forces, honours clusters; slow above some eighty nodes.
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
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.rawValue = value }

  public static let svg: OutputFormat = "svg"
  public static let png: OutputFormat = "png"
  /// Carries the time of writing: not byte-reproducible.
  public static let pdf: OutputFormat = "pdf"
  public static let json: OutputFormat = "json"
  public static let plain: OutputFormat = "plain"
  /// DOT with positions.
  public static let dot: OutputFormat = "dot"
  /// DOT with positions and drawing instructions.
  public static let xdot: OutputFormat = "xdot"
}
