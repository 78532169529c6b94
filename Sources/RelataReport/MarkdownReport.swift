import RelataCore
import RelataDiagram
import RelataGraph

/// A report as Markdown that GitHub, pandoc and most editors read.
struct MarkdownReport {
  let content: ReportContent
  let figure: Figure
  let options: ReportOptions
  let image: String

  var text: String {
    let given = options.title.map(DisplayText.clean) ?? ""
    var lines = ["# " + escape(given.isEmpty ? figure.title : given), ""]
    lines += ["![\(escape(figure.alternative))](\(MarkdownText.target(image)))", ""]
    if !figure.credit.isEmpty { lines += ["*\(escape(figure.credit))*", ""] }
    lines += ["## Relations", ""] + Self.table(content) + [""]
    lines += ["## Evidence", ""] + evidence
    lines += ["## Entities", ""] + entities + [""]
    lines += ["## Method and limits", ""] + method
    return lines.joined(separator: "\n") + "\n"
  }

  /// The relations as a table, header first.
  static func table(_ content: ReportContent, linksEvidence: Bool = true) -> [String] {
    var lines = [
      "| Who | Relation | Whom | Standing | Sources | Confidence |"
        + (linksEvidence ? " Evidence |" : ""),
      "| --- | --- | --- | --- | ---: | ---: |" + (linksEvidence ? " --- |" : ""),
    ]
    for row in content.rows {
      var cells = [
        MarkdownText.escape(row.subject),
        MarkdownText.escape(row.phrase) + (row.isDrawn ? "" : " (not drawn)"),
        MarkdownText.escape(row.object), MarkdownText.escape(row.status), "\(row.sources)",
        row.confidence,
      ]
      if linksEvidence {
        cells.append(row.evidence.map { "[\($0)](#ev-\($0))" }.joined(separator: ", "))
      }
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines
  }

  private var evidence: [String] {
    var lines = [
      "In each quote, **the two ends** are bold and *the words that carry the relation* are in italics.",
      "",
    ]
    for item in content.items {
      var meta = escape(item.citation)
      if let attribution = item.attribution { meta += "; claimed by " + escape(attribution) }
      meta += "; document " + MarkdownText.code(item.document)
      meta += "; confidence " + DiagramWords.percent(item.record.confidence)
      lines += [
        "\(item.number). <a id=\"ev-\(item.number)\"></a>**\(escape(item.claim))**<br>",
        "   \(DisplayText.quoted(quote(item.quote)))<br>", "   \(meta)", "",
      ]
    }
    return lines
  }

  private func quote(_ quote: MarkedQuote) -> String {
    // Tags rather than stars: stars do not open emphasis inside a word.
    quote.pieces.map { piece in
      // The cleaning inside escape would drop the spaces at the ends.
      let before = piece.text.hasPrefix(" ") ? " " : ""
      let after = piece.text.count > 1 && piece.text.hasSuffix(" ") ? " " : ""
      let text = before + escape(piece.text) + after
      return switch piece.mark {
      case .none: text
      case .subject, .object: "<b>\(text)</b>"
      case .trigger: "<i>\(text)</i>"
      }
    }.joined()
  }

  private var entities: [String] {
    var lines = ["| Name | Type | Roles | Also written |", "| --- | --- | --- | --- |"]
    for entity in content.entities {
      let cells = [
        content.words.name(of: entity), DiagramStyle.typeWord(entity.type),
        entity.roles.joined(separator: "; "), entity.aliases.joined(separator: "; "),
      ]
      lines.append("| " + cells.map(escape).joined(separator: " | ") + " |")
    }
    return lines
  }

  private var method: [String] {
    let provenance = options.provenance
    var lines = ReportMethod.paragraphs.flatMap { [escape($0), ""] }
    var facts: [String] = []
    if !provenance.version.isEmpty { facts.append("Made with \(provenance.version).") }
    if let model = provenance.model { facts.append("Model: \(model).") }
    if let graph = provenance.graph { facts.append("Graph: \(graph).") }
    facts.append("Figure: " + figure.scope)
    lines += [escape(facts.joined(separator: " ")), ""]
    lines += [
      "| Source | Title | Published | Document | SHA-256 of the text |",
      "| --- | --- | --- | --- | --- |",
    ]
    for input in content.inputs {
      let cells = [
        escape(input.source), escape(input.title ?? ""), escape(input.published ?? ""),
        MarkdownText.code(input.document.rawValue), MarkdownText.code(input.sha256 ?? ""),
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines
  }

  private func escape(_ text: String) -> String { MarkdownText.escape(text) }
}
