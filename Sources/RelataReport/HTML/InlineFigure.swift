import RelataDiagram

/// A figure as it stands in a page whose policy allows no style attributes.
struct InlineFigure {
  /// One SVG element, sized by attributes; the page's style sheet lets it shrink.
  let markup: String
  /// The figure's own style sheet as a browser reads it; the policy must allow it.
  let style: String

  init(_ figure: Figure) {
    var markup = figure.svg
    if let end = markup.firstIndex(of: ">"),
      let start = markup[..<end].firstRange(of: " style=\""),
      let close = markup[start.upperBound..<end].firstIndex(of: "\"")
    {
      markup.replaceSubrange(
        start.lowerBound...close,
        with: " width=\"\(Int(figure.width))\" height=\"\(Int(figure.height))\"")
    }
    self.markup = markup
    guard let open = markup.firstRange(of: "<style>"),
      let close = markup[open.upperBound...].firstRange(of: "</style>")
    else {
      style = ""
      return
    }
    // Within SVG the text of a style sheet is escaped like any other.
    style = String(markup[open.upperBound..<close.lowerBound]).replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}
