import Graphviz
import RelataCore
import RelataGraph

/// What is known of one entity over time, as bars and points on an axis: a self-contained SVG.
///
/// A full bar is what texts say, a pale one what is assumed from it; a point is what happened; small strokes are the days
/// of reports. Drawn here, without Graphviz. Equal entries give equal bytes.
public struct TimelineFigure: Sendable {
  /// How it looks and how much it holds.
  public struct Style: Sendable {
    /// Fonts and colours.
    public var theme: DiagramTheme
    /// The surroundings that it is coloured for.
    public var colors: ColorScheme
    /// Lines at most, at least 1; the best supported ones stay.
    public var lineLimit: Int

    /// A style; the defaults fit a page.
    public init(
      theme: DiagramTheme = .standard, colors: ColorScheme = .automatic, lineLimit: Int = 40
    ) {
      self.theme = theme
      self.colors = colors
      self.lineLimit = lineLimit
    }
  }

  /// The SVG element without XML declaration.
  public let svg: String
  /// The line above the figure.
  public let title: String
  /// What is not drawn, in words: "3 without a date"; empty if everything is.
  public let leftOut: String

  /// Draws the entries of an entity.
  ///
  /// - Parameters:
  ///   - entity: Whose timeline it is.
  ///   - entries: As `KnowledgeGraph/timeline(of:)` gives them; what cannot end (birth, blood) is drawn only where a
  ///     text says when.
  ///   - graph: Where they are from.
  ///   - style: How it looks.
  /// - Complexity: O(evidence of the entries).
  public init(
    of entity: Entity, _ entries: [TimelineEntry], in graph: KnowledgeGraph, style: Style = Style()
  ) {
    let words = DiagramWords(graph)
    let (shown, leftOut) = Self.shown(entries, graph, limit: style.lineLimit)
    let title = "\(words.name(of: entity)): what is known, and when"
    let rows = shown.map { TimelineRow($0, of: entity.id, words: words, in: graph) }
    let drawing = TimelineDrawing(rows: rows, theme: style.theme)
    let id =
      FigureID.made(from: "timeline-" + String(title.prefix(24)))
      + "-" + SHA256.hexDigest(of: "\(style.colors) \(style.theme.name) \(rows)".utf8).prefix(6)
    self.title = title
    self.leftOut = leftOut
    let notes = [
      FigureText.sourceLine(shown.map(\.relation)),
      "Shown: \(FigureText.count(shown.count, "line", "lines"))."
        + (leftOut.isEmpty ? "" : " Left out: \(leftOut).")
        + " What is assumed goes on until a text says that it is over.",
    ]
    svg =
      TimelineSheet(
        id: id, title: title,
        description: "Timeline of \(FigureText.count(shown.count, "line", "lines")). "
          + rows.prefix(60).map(\.sentence).joined(separator: "; ") + ".",
        notes: notes, drawing: drawing, style: style
      ).svg.xml
  }

  /// The entries that can be drawn, as many as fit, and words for the others.
  private static func shown(
    _ entries: [TimelineEntry], _ graph: KnowledgeGraph, limit: Int
  ) -> (shown: [TimelineEntry], leftOut: String) {
    var leftOut: [String] = []
    func keep(_ entries: [TimelineEntry], _ words: String, _ test: (TimelineEntry) -> Bool)
      -> [TimelineEntry]
    {
      let kept = entries.filter(test)
      if kept.count < entries.count { leftOut.append("\(entries.count - kept.count) \(words)") }
      return kept
    }
    let dated = keep(entries, "without a date") { $0.known != nil }
    var shown = keep(dated, "that hold at all times") { entry in
      graph.schema[entry.relation.type]?.isFixed != true || !entry.isKnownByReport
    }
    if shown.count > limit {
      let best = Set(
        shown.indices.sorted { a, b in
          let (one, other) = (Support(shown[a].relation), Support(shown[b].relation))
          return one < other ? false : other < one || a < b
        }.prefix(max(1, limit)))
      leftOut.append("\(shown.count - best.count) with the least support")
      shown = shown.indices.filter(best.contains).map { shown[$0] }
    }
    return (shown, leftOut.joined(separator: ", "))
  }
}
