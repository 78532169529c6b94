import RelataCore
import RelataDiagram
import RelataGraph

/// Fills the `relata` fences of a Markdown file with figures.
///
/// Beneath each fence stands what it asks for, between two comments:
///
///     ```relata
///     focus: Ahmad Massoud
///     ```
///     <!-- relata:begin ahmad-massoud -->
///     ![Diagram: …](notes-ahmad-massoud.svg)
///
///     *Sources: …*
///     <!-- relata:end ahmad-massoud -->
///
/// What stands between the comments is replaced each time, everything else stays byte for byte, so
/// that a second run changes nothing. A fence that cannot be drawn gets its error there, and the
/// others are done. Fences in longer fences, in indented code, in quotes and in comments are left
/// alone.
public struct MarkdownEmbedder: Sendable {
  /// How a figure stands beneath its fence.
  public enum Form: String, CaseIterable, Sendable {
    /// An image whose SVG is a file beside the Markdown: for GitHub and most others, which show no
    /// SVG inside the text.
    case sidecar
    /// A `<figure>` with the SVG in it: for readers that let HTML pass, where links and tooltips work.
    case inline
  }

  private let renderer: FigureRenderer
  private let form: Form

  /// An embedder that writes figures in one form.
  public init(renderer: FigureRenderer = FigureRenderer(), form: Form = .sidecar) {
    self.renderer = renderer
    self.form = form
  }

  /// The text with its figures, and what else to write.
  public struct Result: Sendable {
    /// The whole file with its figures.
    public var text: String
    /// One SVG for each fence that could be drawn, beside the Markdown file.
    public var files: [ReportFile]
    /// One error for each fence that could not, with file and line.
    public var diagnostics: [Diagnostic]
    /// Number of `relata` fences found.
    public var fences: Int
  }

  /// Fills every fence of a text.
  ///
  /// - Parameters:
  ///   - markdown: The text.
  ///   - stem: The name of the Markdown file without its extension; SVG files are named
  ///     `<stem>-<id>.svg`.
  ///   - file: The file's name for diagnostics.
  ///   - graph: What is drawn.
  /// - Returns: The text with its figures, and what else to write.
  /// - Complexity: O(n) and one drawing for each fence.
  public func embed(
    _ markdown: String, stem: String, file: String, graph: KnowledgeGraph
  ) -> Result {
    let lines = MarkdownLine.split(markdown)
    var figures = FencedFigures(renderer: renderer, graph: graph, prefix: stem + "-")
    var result = Result(text: "", files: [], diagnostics: [], fences: 0)
    var next = 0
    for fence in MarkdownFence.all(in: lines) where Self.isOurs(fence) {
      // A fence inside a block that was just replaced cannot be: blocks hold no fences.
      guard fence.opening >= next else { continue }
      result.fences += 1
      let location = InputLocation(file: file, line: fence.opening + 1)
      guard let closing = fence.closing else {
        result.diagnostics.append(
          Diagnostic(.error, code: "RL6003", "the relata fence is not closed", at: location))
        continue
      }
      let block: ExistingBlock?
      do {
        block = try ExistingBlock.find(after: closing, in: lines)
      } catch {
        result.diagnostics.append(
          Diagnostic(
            .error, code: error.code, error.message,
            at: InputLocation(file: file, line: closing + 2), hint: error.hint))
        continue
      }
      let made = make(
        Array(lines[(fence.opening + 1)..<closing]).map(\.text), stem: stem, &figures)
      result.files += made.file.map { [$0] } ?? []
      if let error = made.error {
        result.diagnostics.append(
          Diagnostic(.error, code: error.code, error.message, at: location, hint: error.hint))
      }
      result.diagnostics += made.notes.map {
        Diagnostic($0.severity, code: $0.code, $0.message, at: location, hint: $0.hint)
      }
      let start = block?.begin ?? closing + 1
      result.text += lines[next..<start].map(\.raw).joined()
      result.text += Self.written(
        made.lines, after: lines[closing], last: block.map { lines[$0.end] } ?? lines[closing],
        isNew: block == nil)
      next = block.map { $0.end + 1 } ?? closing + 1
    }
    result.text += lines[next...].map(\.raw).joined()
    return result
  }

  private static func isOurs(_ fence: MarkdownFence) -> Bool {
    fence.info.split(whereSeparator: { $0 == " " || $0 == "\t" }).first == "relata"
  }

  /// The block with the line endings of its surroundings.
  private static func written(
    _ block: [String], after fence: MarkdownLine, last: MarkdownLine, isNew: Bool
  ) -> String {
    let ending = fence.ending.isEmpty ? "\n" : fence.ending
    // A fence that ends the file without a line break needs one before the block.
    let before = isNew && fence.ending.isEmpty ? ending : ""
    return before + block.joined(separator: ending) + last.ending
  }

  // MARK: One fence

  private struct Made {
    var lines: [String]
    var file: ReportFile?
    var error: RelataError?
    var notes: [Diagnostic] = []
  }

  private func make(
    _ body: [String], stem: String, _ figures: inout FencedFigures
  ) -> Made {
    let (id, result) = figures.draw { () throws(RelataError) in try FigureRequest(body) }
    switch result {
    case .success(let drawn):
      var made = Made(lines: [], notes: drawn.figure.diagnostics)
      var lines: [String]
      switch form {
      case .sidecar:
        let path = "\(stem)-\(id).svg"
        made.file = ReportFile(path: path, text: drawn.figure.svg + "\n")
        lines = ["![\(MarkdownText.escape(drawn.alternative))](\(MarkdownText.target(path)))"]
        if !drawn.caption.isEmpty { lines += ["", "*\(MarkdownText.escape(drawn.caption))*"] }
      case .inline:
        // Lines around it, so that Markdown readers see an HTML block.
        lines = ["", FigureElement.html(drawn, id: id), ""]
      }
      if drawn.request.includesTable { lines += [""] + MarkdownReport.table(drawn.rows) }
      made.lines = Self.block(id, lines)
      return made
    case .failure(let error):
      var lines = ["> **relata:** \(MarkdownText.escape(error.message)) \\[\(error.code)\\]"]
      if let hint = error.hint { lines.append("> \(MarkdownText.escape(hint))") }
      return Made(lines: Self.block(id, lines), error: error)
    }
  }

  private static func block(_ id: String, _ lines: [String]) -> [String] {
    [ExistingBlock.beginning(id)] + lines + [ExistingBlock.ending(id)]
  }
}
