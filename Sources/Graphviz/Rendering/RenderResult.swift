#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A drawing and how it came about.
public struct RenderResult: Hashable, Sendable {
  /// The file.
  public var data: Data
  /// What Graphviz warned of, in order.
  public var warnings: [String]
  /// The engine that drew it, which need not be the one asked for; see ``fallbacks``.
  public var engineUsed: LayoutEngine
  /// What was tried in vain before, in order.
  ///
  /// Tell the reader: the layout differs.
  public var fallbacks: [Fallback]

  /// A drawing with what is known of how it came about.
  public init(
    data: Data, warnings: [String] = [], engineUsed: LayoutEngine, fallbacks: [Fallback] = []
  ) {
    self.data = data
    self.warnings = warnings
    self.engineUsed = engineUsed
    self.fallbacks = fallbacks
  }

  /// The data as text; meaningful for SVG, JSON and the other text formats.
  public var text: String { String(decoding: data, as: UTF8.self) }
}

/// One step down the ladder of ever cheaper layouts.
public struct Fallback: Hashable, Sendable, CustomStringConvertible {
  /// What was given up, such as `dot`.
  public var from: String
  /// What was tried instead, such as `sfdp (overlap=prism)`.
  public var to: String
  /// Why it was given up.
  public var reason: GraphvizError

  /// "dot → sfdp (overlap=prism): …".
  public var description: String { "\(from) → \(to): \(reason)" }
}

/// How a drawing is made.
public struct RenderOptions: Hashable, Sendable {
  /// The largest graph for the engine asked for; nil for ``SizeLimit/standard(for:)``.
  public var limit: SizeLimit?
  /// Whether a cheaper layout is tried when the one asked for is too slow or fails.
  public var allowsFallback: Bool
  /// Wall-clock seconds for each attempt, at least 0.01.
  ///
  /// Only a child process can be stopped.
  public var timeout: Double
  /// Address space of a render child, in bytes.
  ///
  /// Not enforced on macOS.
  public var memory: UInt64
  /// Whether SVG passes through ``SVGSanitizer`` with its default options.
  public var sanitizesSVG: Bool

  /// Options; all have defaults that suit figures of news.
  public init(
    limit: SizeLimit? = nil, allowsFallback: Bool = true, timeout: Double = 20,
    memory: UInt64 = 2 << 30, sanitizesSVG: Bool = true
  ) {
    self.limit = limit
    self.allowsFallback = allowsFallback
    self.timeout = timeout
    self.memory = memory
    self.sanitizesSVG = sanitizesSVG
  }
}
