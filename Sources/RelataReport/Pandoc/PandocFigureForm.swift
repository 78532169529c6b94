/// How a figure goes into a document that pandoc writes.
enum PandocFigureForm: Hashable {
  /// As SVG in the page itself.
  case inline
  /// As a PNG file, which word processors take into the document.
  case png
  /// As a PDF file, which LaTeX and its like include.
  case pdf
  /// As an SVG file that the document refers to.
  case svg

  /// - Parameter format: The writer's name as pandoc tells it to filters, extensions included.
  init(format: String) {
    let name = format.prefix { $0 != "+" && $0 != "-" }
    switch name {
    case "html", "html4", "html5", "chunkedhtml", "epub", "epub3", "s5", "slidy", "slideous",
      "dzslides", "revealjs":
      self = .inline
    case "docx", "odt", "opendocument", "pptx", "rtf", "icml", "epub2", "fb2": self = .png
    case "latex", "beamer", "context", "pdf": self = .pdf
    default: self = .svg
    }
  }
}
