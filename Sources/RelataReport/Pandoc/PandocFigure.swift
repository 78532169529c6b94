import RelataDiagram

/// A picture with its caption as blocks of a pandoc document.
struct PandocFigure {
  /// What stands for the picture where it is not seen.
  var alternative: String
  /// Can be empty.
  var caption: String
  /// The id that references lead to.
  var anchor: String
  /// The picture's path.
  var address: String
  /// In CSS pixels; limited to the 6.3 inches that a page's column has.
  ///
  /// Nil leaves it to the writer.
  var width: Double?
  /// Whether the format tells captions by their style, as word processors do.
  var hasCaptionStyle: Bool

  /// The blocks; pandoc knows figures as such from version 3.
  func blocks(hasFigures: Bool) -> [PandocValue] {
    if hasFigures { return [figure] }
    return [hasCaptionStyle ? styled : captioned]
  }

  private var size: [(String, String)] {
    width.map { [("width", "\(min($0 / 96, 6.3).hundredths)in")] } ?? []
  }

  private var plainImage: PandocValue {
    PandocElement.element(
      "Image",
      [
        PandocElement.attributes(id: "", size), PandocElement.inlines(alternative),
        [.string(address), ""],
      ])
  }

  private var figure: PandocValue {
    let words: PandocValue =
      caption.isEmpty ? [] : [PandocElement.element("Plain", PandocElement.inlines(caption))]
    return PandocElement.element(
      "Figure",
      [
        PandocElement.attributes(id: anchor), [.null, words],
        [PandocElement.element("Plain", [plainImage])],
      ])
  }

  /// Before version 3 a captioned image has no description of its own.
  private var styled: PandocValue {
    var blocks = [
      PandocElement.styled("Captioned Figure", [PandocElement.element("Para", [plainImage])])
    ]
    if !caption.isEmpty {
      blocks.append(PandocElement.styled("Image Caption", [PandocElement.paragraph(caption)]))
    }
    return PandocElement.div(PandocElement.attributes(id: anchor), blocks)
  }

  /// A paragraph that is nothing but an image is a figure, its text the caption.
  private var captioned: PandocValue {
    let image = PandocElement.element(
      "Image",
      [
        PandocElement.attributes(id: anchor, [("alt", alternative)] + size),
        PandocElement.inlines(caption.isEmpty ? alternative : caption),
        [.string(address), "fig:"],
      ])
    return PandocElement.element("Para", [image])
  }

  /// Relations as a table.
  static func table(_ rows: [ReportContent.Row]) -> PandocValue {
    PandocElement.table(
      ["Who", "Relation", "Whom", "Standing", "Sources", "Confidence"],
      rows.map { row in
        [
          row.subject, row.phrase + (row.isDrawn ? "" : " (not drawn)"), row.object, row.standing,
          String(row.sources), row.confidence,
        ]
      }, numbers: 2)
  }
}

extension PandocElement {
  fileprivate static func styled(_ style: String, _ blocks: [PandocValue]) -> PandocValue {
    div(attributes(id: "", [("custom-style", style)]), blocks)
  }
}

extension Double {
  /// With two decimals, the same for every locale.
  fileprivate var hundredths: String {
    let whole = Int((self * 100).rounded())
    let rest = whole % 100
    return "\(whole / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
