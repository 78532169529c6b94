import Foundation
import RelataCore
import RelataDiagram
import RelataGraph

/// One pass over a document's blocks.
struct PandocWalk {
  var figures: FencedFigures
  let form: PandocFigureForm
  let folder: String
  /// Whether this pandoc knows figures as blocks, which it does from version 3.
  let hasFigures: Bool
  private(set) var files: [ReportFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var count = 0

  init(figures: FencedFigures, form: PandocFigureForm, folder: String, hasFigures: Bool) {
    self.figures = figures
    self.form = form
    self.folder = folder
    self.hasFigures = hasFigures
  }

  mutating func filled(_ value: PandocValue) -> PandocValue {
    switch value {
    case .array(let items):
      var out: [PandocValue] = []
      for item in items {
        if let fence = PandocFence(item) {
          out += blocks(for: fence, block: item)
        } else {
          out.append(filled(item))
        }
      }
      return .array(out)
    case .object(let members):
      var out = members
      for (key, member) in members.sorted(by: { $0.key < $1.key }) { out[key] = filled(member) }
      return .object(out)
    default: return value
    }
  }

  private mutating func blocks(for fence: PandocFence, block: PandocValue) -> [PandocValue] {
    count += 1
    let location = InputLocation(
      file: "fence \(count)" + (fence.id.isEmpty ? "" : " (#\(fence.id))"))
    let (id, result) = figures.draw { () throws(RelataError) in
      try FigureRequest(fence.lines, attributes: fence.attributes, anchor: fence.id)
    }
    do throws(RelataError) {
      let drawn = try result.get()
      for note in drawn.figure.diagnostics {
        diagnostics.append(
          Diagnostic(note.severity, code: note.code, note.message, at: location, hint: note.hint))
      }
      // The reader's references lead to the id as written.
      let anchor = fence.id.isEmpty ? "relata-figure-\(id)" : fence.id
      var blocks = try shown(drawn, id: id, anchor: anchor)
      if !drawn.rows.isEmpty { blocks.append(PandocFigure.table(drawn.rows)) }
      return blocks
    } catch {
      diagnostics.append(
        Diagnostic(.error, code: error.code, error.message, at: location, hint: error.hint))
      var lines = [PandocElement.paragraph("relata: \(error.message) [\(error.code)]")]
      if let hint = error.hint { lines.append(PandocElement.paragraph(hint)) }
      return [block, PandocElement.div(PandocElement.attributes(classes: ["relata-error"]), lines)]
    }
  }

  private mutating func shown(
    _ drawn: FencedFigures.Drawn, id: String, anchor: String
  ) throws(RelataError) -> [PandocValue] {
    switch form {
    case .inline:
      return [
        PandocElement.element(
          "RawBlock", ["html", .string(FigureElement.html(drawn, id: anchor))])
      ]
    case .png:
      let picture = try figures.renderer.image(of: drawn.figure, format: .png)
      return self.picture(
        drawn, anchor, file(id + ".png", picture.data), width: drawn.figure.width)
    case .pdf:
      let picture = try figures.renderer.image(of: drawn.figure, format: .pdf)
      return self.picture(drawn, anchor, file(id + ".pdf", picture.data), width: nil)
    case .svg:
      let data = Data((drawn.figure.svg + "\n").utf8)
      return picture(drawn, anchor, file(id + ".svg", data), width: nil)
    }
  }

  private mutating func file(_ name: String, _ data: Data) -> String {
    let path = folder + "/" + name
    files.append(ReportFile(path: path, data: data))
    return path
  }

  private func picture(
    _ drawn: FencedFigures.Drawn, _ anchor: String, _ address: String, width: Double?
  ) -> [PandocValue] {
    PandocFigure(
      alternative: DisplayText.clean(drawn.alternative), caption: drawn.caption, anchor: anchor,
      address: address, width: width, hasCaptionStyle: form == .png
    ).blocks(hasFigures: hasFigures)
  }
}
