#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Ever cheaper layouts for graphs that the engine asked for does not manage.
struct FallbackLadder {
  /// One layout to try.
  struct Rung: Equatable {
    var engine: LayoutEngine
    /// Attributes of the whole graph that make the layout cheaper.
    var overrides: [String: String] = [:]
    var limit: SizeLimit

    var name: String {
      guard !overrides.isEmpty else { return engine.rawValue }
      let settings = overrides.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return "\(engine.rawValue) (\(settings.joined(separator: " ")))"
    }
  }

  let rungs: [Rung]

  init(from engine: LayoutEngine, options: RenderOptions) {
    let first = Rung(engine: engine, limit: options.limit ?? .standard(for: engine))
    let tuned = Rung(
      engine: .dot,
      overrides: ["mclimit": "0.3", "nslimit": "2", "nslimit1": "2", "splines": "line"],
      limit: SizeLimit(nodes: 600, edges: 900))
    let spread = Rung(engine: .sfdp, overrides: ["overlap": "prism"], limit: .standard(for: .sfdp))
    let ladder: [Rung] =
      switch engine {
      case .dot: [first, tuned, spread]
      case .neato, .fdp, .circo, .twopi, .osage: [first, spread]
      default: [first]
      }
    rungs = options.allowsFallback ? ladder : [first]
  }

  /// Tries the rungs from the top until one holds.
  ///
  /// - Throws: What stopped the last rung, or what no cheaper layout would mend.
  func climbDown(
    _ attempt: (Rung) throws(GraphvizError) -> (data: Data, warnings: [String])
  ) throws(GraphvizError) -> RenderResult {
    var fallbacks: [Fallback] = []
    var index = 0
    while true {
      let rung = rungs[index]
      do {
        let (data, warnings) = try attempt(rung)
        return RenderResult(
          data: data, warnings: warnings, engineUsed: rung.engine, fallbacks: fallbacks)
      } catch {
        if case .unknownEngine = error, let earlier = fallbacks.last { throw earlier.reason }
        guard error.isMendedByCheaperLayout, index + 1 < rungs.count else { throw error }
        fallbacks.append(Fallback(from: rung.name, to: rungs[index + 1].name, reason: error))
        index += 1
      }
    }
  }
}

extension GraphvizError {
  fileprivate var isMendedByCheaperLayout: Bool {
    switch self {
    case .tooLarge, .timedOut, .crashed, .outOfMemory: true
    default: false
    }
  }
}
