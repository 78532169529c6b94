import RelataCore
import RelataDiagram
import RelataGraph

/// Fills the ```` ```relata ```` fences of a Markdown file with figures.
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
  private let renderer: FigureRenderer

  public init(renderer: FigureRenderer = FigureRenderer()) { self.renderer = renderer }

  /// The text with its figures, and what else to write.
  public struct Result: Sendable {
    public var text: String
    /// One SVG for each fence that could be drawn, beside the Markdown file.
    public var files: [ReportFile]
    /// One error for each fence that could not, with file and line.
    public var diagnostics: [Diagnostic]
    /// Number of ```` ```relata ```` fences found.
    public var fences: Int
  }

  /// Embeds.
  ///
  /// - Parameters:
  ///   - stem: The name of the Markdown file without its extension; SVG files are named
  ///     `<stem>-<id>.svg`.
  ///   - file: The file's name for diagnostics.
  /// - Complexity: O(n) and one drawing for each fence.
  public func embed(
    _ markdown: String, stem: String, file: String, graph: KnowledgeGraph
  ) -> Result {
    let lines = MarkdownLine.split(markdown)
    let names = NameIndex(graph.entities)
    var result = Result(text: "", files: [], diagnostics: [], fences: 0)
    var used: Set<String> = []
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
        Array(lines[(fence.opening + 1)..<closing]).map(\.text), stem: stem, graph: graph,
        names: names, used: &used)
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
    _ body: [String], stem: String, graph: KnowledgeGraph, names: NameIndex,
    used: inout Set<String>
  ) -> Made {
    var id = Self.unique("figure", in: used)
    defer { used.insert(id) }
    do throws(RelataError) {
      let request = try FigureRequest(body)
      id = Self.unique(request.id ?? DisplayText.slug(request.subject), in: used)
      if let given = request.id, id != given {
        throw RelataError(
          .badInput, code: "RL6004", "the id '\(given)' is used by an earlier fence",
          hint: "give each fence its own id")
      }
      let options = try request.resolve(in: graph, names: names)
      let figure = try renderer.figure(of: graph, options: options, id: "\(stem)-\(id)")
      let path = "\(stem)-\(id).svg"
      var lines = [
        "![\(MarkdownText.escape(request.alternative ?? figure.alternative))]"
          + "(\(MarkdownText.target(path)))"
      ]
      let caption = request.caption ?? figure.credit
      if !DisplayText.clean(caption).isEmpty { lines += ["", "*\(MarkdownText.escape(caption))*"] }
      if request.includesTable {
        let content = ReportContent(
          figure.selection, graph: graph, provenance: ReportProvenance())
        lines += [""] + MarkdownReport.table(content, linksEvidence: false)
      }
      return Made(
        lines: Self.block(id, lines), file: ReportFile(path: path, text: figure.svg + "\n"),
        notes: figure.diagnostics)
    } catch {
      var lines = ["> **relata:** \(MarkdownText.escape(error.message)) \\[\(error.code)\\]"]
      if let hint = error.hint { lines.append("> \(MarkdownText.escape(hint))") }
      return Made(lines: Self.block(id, lines), error: error)
    }
  }

  private static func block(_ id: String, _ lines: [String]) -> [String] {
    [ExistingBlock.beginning(id)] + lines + [ExistingBlock.ending(id)]
  }

  private static func unique(_ id: String, in used: Set<String>) -> String {
    guard used.contains(id) else { return id }
    var number = 2
    while used.contains("\(id)-\(number)") { number += 1 }
    return "\(id)-\(number)"
  }
}

/// A block that an earlier run wrote beneath a fence.
struct ExistingBlock {
  /// Indices of its first and last line.
  var begin: Int
  var end: Int

  static func beginning(_ id: String) -> String { "<!-- relata:begin \(id) -->" }
  static func ending(_ id: String) -> String { "<!-- relata:end \(id) -->" }

  /// Finds the block that begins after a fence, blank lines between them allowed.
  ///
  /// - Throws: ``RelataError`` RL6005 if its end is missing.
  static func find(
    after closing: Int, in lines: [MarkdownLine]
  ) throws(RelataError) -> ExistingBlock? {
    guard let begin = lines.indices.first(where: { $0 > closing && !lines[$0].isBlank }),
      let id = identifier(lines[begin], "begin")
    else { return nil }
    for index in (begin + 1)..<max(begin + 1, lines.count) {
      if identifier(lines[index], "end") == id { return ExistingBlock(begin: begin, end: index) }
      if identifier(lines[index], "begin") != nil { break }
    }
    throw RelataError(
      .badInput, code: "RL6005", "the block '\(id)' beneath the fence has no end",
      hint: "add '\(ending(id))' or delete '\(beginning(id))'")
  }

  private static func identifier(_ line: MarkdownLine, _ kind: String) -> String? {
    let text = line.trimmed
    let prefix = "<!-- relata:\(kind) "
    guard text.hasPrefix(prefix), text.hasSuffix(" -->"), text.count > prefix.count + 4 else {
      return nil
    }
    return String(text.dropFirst(prefix.count).dropLast(4))
  }
}
