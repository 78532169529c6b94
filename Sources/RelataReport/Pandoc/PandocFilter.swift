import Foundation
import RelataCore
import RelataDiagram
import RelataGraph

/// Fills the relata fences of a document that pandoc has read, whatever format it came from.
///
/// A fence is a code block of the class `relata`; it is replaced by its figure, and by its error with
/// the fence above where it cannot be drawn. Everything else stays as it is.
public struct PandocFilter: Sendable {
  private let renderer: FigureRenderer

  public init(renderer: FigureRenderer = FigureRenderer()) { self.renderer = renderer }

  /// The document with its figures, and what else to write.
  public struct Result: Sendable {
    /// JSON for pandoc's standard input.
    public var document: Data
    /// Figures that the document refers to.
    public var files: [ReportFile]
    /// One error for each fence that could not be drawn.
    public var diagnostics: [Diagnostic]
  }

  /// Fills a document.
  ///
  /// - Parameters:
  ///   - json: What pandoc writes to filters, or with `-t json`.
  ///   - format: The format that pandoc will write, which decides the form of the figures.
  ///   - folder: Where figures that are files lie, as the document is to refer to them.
  ///   - graph: Gives the graph, told the name in the document's metadata if there is one; called
  ///     only if there is a fence.
  /// - Throws: ``RelataError`` RL6201 where this is no document of pandoc's, and what `graph` throws.
  public func fill(
    _ json: Data, format: String, folder: String,
    graph: (String?) throws(RelataError) -> KnowledgeGraph
  ) throws(RelataError) -> Result {
    guard let document = try? JSONDecoder().decode(PandocValue.self, from: json),
      case .object(var root) = document, let blocks = root["blocks"],
      let version = root["pandoc-api-version"]?.items.compactMap(\.integer), version.count >= 2
    else {
      throw RelataError(
        .badInput, code: "RL6201", "this is no document of pandoc's",
        hint: "use it as a filter, or between 'pandoc -t json' and 'pandoc -f json'")
    }
    guard Self.fences(in: blocks) > 0 else {
      return Result(document: json, files: [], diagnostics: [])
    }
    let named = root["meta"]?["relata-graph"].map(\.text)
    var walk = PandocWalk(
      figures: FencedFigures(renderer: renderer, graph: try graph(named), prefix: "relata-"),
      form: PandocFigureForm(format: format), folder: folder,
      hasFigures: version[0] > 1 || version[1] >= 23)
    root["blocks"] = walk.filled(blocks)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(PandocValue.object(root)) else {
      throw RelataError(.internal, code: "RL9601", "the filled document cannot be written")
    }
    return Result(document: data, files: walk.files, diagnostics: walk.diagnostics)
  }

  private static func fences(in value: PandocValue) -> Int {
    switch value {
    case .array(let items): items.reduce(0) { $0 + fences(in: $1) }
    case .object(let members):
      PandocFence(value) != nil ? 1 : members.values.reduce(0) { $0 + fences(in: $1) }
    default: 0
    }
  }
}

/// A code block of the class `relata`.
struct PandocFence {
  var id: String
  var attributes: [(String, String)]
  var lines: [String]

  init?(_ block: PandocValue) {
    guard block["t"]?.string == "CodeBlock", let content = block["c"], let head = content[0],
      head[1]?.items.contains(.string("relata")) == true, let text = content[1]?.string
    else { return nil }
    id = head[0]?.string ?? ""
    attributes = (head[2]?.items ?? []).compactMap { pair in
      guard let key = pair[0]?.string, let value = pair[1]?.string else { return nil }
      return (key, value)
    }
    lines = MarkdownLine.split(text).map(\.text)
  }
}

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
      if !drawn.rows.isEmpty { blocks.append(Self.table(drawn.rows)) }
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
      let picture = try figures.renderer.image(
        of: figures.graph, options: drawn.options, format: .png)
      return image(drawn, anchor, file(id + ".png", picture.data), width: drawn.figure.width)
    case .pdf:
      let picture = try figures.renderer.image(
        of: figures.graph, options: drawn.options, format: .pdf)
      return image(drawn, anchor, file(id + ".pdf", picture.data), width: nil)
    case .svg:
      let data = Data((drawn.figure.svg + "\n").utf8)
      return image(drawn, anchor, file(id + ".svg", data), width: nil)
    }
  }

  private mutating func file(_ name: String, _ data: Data) -> String {
    let path = folder + "/" + name
    files.append(ReportFile(path: path, data: data))
    return path
  }

  /// - Parameter width: In CSS pixels; limited to the 6.3 inches that a page's column has.
  private func image(
    _ drawn: FencedFigures.Drawn, _ anchor: String, _ address: String, width: Double?
  ) -> [PandocValue] {
    let size = width.map { [("width", "\(min($0 / 96, 6.3).hundredths)in")] } ?? []
    let alternative = DisplayText.clean(drawn.alternative)
    if hasFigures {
      let image = PandocElement.element(
        "Image",
        [
          PandocElement.attributes(size), PandocElement.inlines(alternative),
          [.string(address), ""],
        ])
      let caption: PandocValue =
        drawn.caption.isEmpty
        ? [] : [PandocElement.element("Plain", PandocElement.inlines(drawn.caption))]
      return [
        PandocElement.element(
          "Figure",
          [
            PandocElement.attributes(id: anchor), [.null, caption],
            [PandocElement.element("Plain", [image])],
          ])
      ]
    }
    if form == .png {
      // Before version 3 a captioned image has no description of its own.
      let image = PandocElement.element(
        "Image",
        [
          PandocElement.attributes(size), PandocElement.inlines(alternative),
          [.string(address), ""],
        ])
      var blocks = [
        PandocElement.styled("Captioned Figure", [PandocElement.element("Para", [image])])
      ]
      if !drawn.caption.isEmpty {
        blocks.append(
          PandocElement.styled("Image Caption", [PandocElement.paragraph(drawn.caption)]))
      }
      return [PandocElement.div(PandocElement.attributes(id: anchor), blocks)]
    }
    let words = drawn.caption.isEmpty ? alternative : drawn.caption
    let image = PandocElement.element(
      "Image",
      [
        PandocElement.attributes(id: anchor, [("alt", alternative)] + size),
        PandocElement.inlines(words), [.string(address), "fig:"],
      ])
    return [PandocElement.element("Para", [image])]
  }

  private static func table(_ rows: [ReportContent.Row]) -> PandocValue {
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
  fileprivate static func attributes(_ pairs: [(String, String)]) -> PandocValue {
    attributes(id: "", pairs)
  }

  fileprivate static func styled(_ style: String, _ blocks: [PandocValue]) -> PandocValue {
    div(attributes([("custom-style", style)]), blocks)
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
