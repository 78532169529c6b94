#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension RenderResult {
  /// Makes what Graphviz wrote fit to be handed out: SVG is sanitized if the options ask for it, and a PDF
  /// loses the time of its making.
  ///
  /// - Throws: As ``SVGSanitizer/sanitizeReporting(_:)``.
  mutating func finish(_ format: OutputFormat, _ options: RenderOptions) throws(GraphvizError) {
    switch format.rawValue.split(separator: ":").first {
    case "svg" where options.sanitizesSVG:
      let (svg, removed) = try SVGSanitizer().sanitizeReporting(text)
      data = Data((svg.xml + "\n").utf8)
      warnings += removed.map { "'\($0)' was removed from the SVG" }
    case "pdf": data = PDFDate.removed(from: data)
    default: break
    }
  }
}
