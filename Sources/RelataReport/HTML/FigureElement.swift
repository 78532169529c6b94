import RelataDiagram

/// A figure as an HTML element for pages and for Markdown that may hold HTML.
enum FigureElement {
  /// One line without blank or indented parts, so that no Markdown reader ends it early.
  static func html(_ drawn: FencedFigures.Drawn, id: String) -> String {
    let svg = drawn.figure.svg.replacing("\n", with: "&#10;")
    let name = drawn.request.alternative.map { " aria-label=\"\(HTMLText.escape($0))\"" } ?? ""
    let caption =
      drawn.caption.isEmpty
      ? "" : "<figcaption dir=\"auto\">\(HTMLText.escape(drawn.caption))</figcaption>"
    return "<figure class=\"relata\" id=\"\(HTMLText.escape(id))\"\(name)>\(svg)\(caption)</figure>"
  }
}
