import CGraphviz

/// Draws graphs with the Graphviz library that is installed.
///
/// Three ways, from the safest to the nearest:
///
/// ```swift
/// // 1. A value, drawn in a child process: for anything that comes from outside.
/// var graph = DOTGraph(attributes: [.rankdir: "LR"])
/// graph.addNode("n1", [.label: "Maria López"])
/// graph.addNode("n2", [.label: "Acme & Sons", .shape: "box"])
/// graph.addEdge("n1", "n2", [.label: "runs"])
/// let figure = try IsolatedRenderer().render(graph, engine: .dot, format: .svg)
/// print(figure.text, figure.warnings, figure.fallbacks)
///
/// // 2. The same in this process, for small graphs of one's own.
/// let picture = try InProcessRenderer().render(graph, engine: .neato, format: .png)
///
/// // 3. Step by step, with positions.
/// let laidOut = try BuiltGraph(graph).layout(.dot)
/// let centers = try laidOut.geometry().nodes.map(\.center)
/// ```
///
/// The program that uses way 1 calls ``RenderChild/runIfRequested()`` first thing in its main function.
public enum Graphviz {
  /// How to get the library and its plugins, for a person to read.
  public static let installationHint =
    "install Graphviz: 'apt-get install graphviz libgraphviz-dev' or 'brew install graphviz'"

  /// The library's version as it reports itself; Debian's 2.42.2 says 2.43.0.
  public static func version() throws(GraphvizError) -> String {
    try GraphvizThread.run { () throws(GraphvizError) -> String in
      gvcVersion(try GraphvizContext.shared()).map { String(cString: $0) } ?? ""
    }
  }

  /// Names of the installed layout engines, sorted.
  ///
  /// Empty when no plugin is found.
  public static func availableEngines() throws(GraphvizError) -> [String] {
    try GraphvizThread.run { () throws(GraphvizError) -> [String] in
      try GraphvizContext.plugins("layout")
    }
  }

  /// Names of the installed output formats, sorted, those that open a window left out.
  public static func availableFormats() throws(GraphvizError) -> [String] {
    try GraphvizThread.run { () throws(GraphvizError) -> [String] in try formats() }
  }

  /// Names of the installed renderers behind the formats, for a report on the installation.
  public static func availableRenderers() throws(GraphvizError) -> [String] {
    try GraphvizThread.run { () throws(GraphvizError) -> [String] in
      try GraphvizContext.plugins("render")
    }
  }

  /// As ``availableFormats()``, for callers that are on ``GraphvizThread``.
  static func formats() throws(GraphvizError) -> [String] {
    let windows: Set = ["gtk", "x11", "xlib"]
    return try GraphvizContext.plugins("device").filter { !windows.contains($0) }
  }
}
