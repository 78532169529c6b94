/// What the parent asks of a render child; the DOT text comes on its standard input.
struct RenderRequest: Codable, Equatable, Sendable {
  var engine: LayoutEngine
  var format: OutputFormat
  var overrides: [String: String]
  var limit: SizeLimit
  /// Seconds.
  var timeout: Double
  /// Bytes.
  var memory: UInt64
}

/// What a render child answers, besides the drawing.
struct RenderHeader: Codable, Equatable, Sendable {
  /// Nil when the drawing succeeded.
  var error: GraphvizError?
  /// Warnings of this library; those of Graphviz come on standard error.
  var warnings: [String] = []
}
