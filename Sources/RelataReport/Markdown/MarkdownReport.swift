import RelataCore
import RelataDiagram
import RelataGraph

/// A report as Markdown that GitHub, pandoc and most editors read.
struct MarkdownReport {
  let record: ReportRecord
  let template: ReportTemplate
  /// Paths of the figures.
  let images: [String]

  var text: String {
    var values = record.shared
    values["figures"] = .list(
      record.figures.indices.map { index in
        record.figure(index).merging([
          "image": .markup(MarkdownText.target(images[index]))
        ]) { $1 }
      })
    values["evidence"] = .list(
      record.content.items.map { item in
        record.evidence(item).merging([
          "quote": .markup(DisplayText.quoted(quote(item.quote))),
          "code": .markup(MarkdownText.code(item.document)),
        ]) { $1 }
      })
    values["conflicts"] = .list(
      record.content.conflicts.map { conflict in
        record.conflict(conflict) { DisplayText.quoted(quote($0)) }
      })
    values["inputs"] = .list(
      record.content.inputs.map { input in
        record.input(input).merging([
          "documentCode": .markup(MarkdownText.code(ReportText.document(input.document.rawValue))),
          "sha256Code": .markup(MarkdownText.code(input.sha256 ?? "")),
        ]) { $1 }
      })
    return template.text(values)
  }

  /// Relations as a table without evidence, header first.
  static func table(_ rows: [ReportContent.Row]) -> [String] {
    [
      "| Who | Relation | Whom | Standing | Sources | Confidence |",
      "| --- | --- | --- | --- | ---: | ---: |",
    ]
      + rows.map { row in
        let cells = [
          MarkdownText.escape(row.subject),
          MarkdownText.escape(row.phrase) + (row.isDrawn ? "" : " (not drawn)"),
          MarkdownText.escape(row.object), MarkdownText.escape(row.standing), "\(row.sources)",
          row.confidence,
        ]
        return "| " + cells.joined(separator: " | ") + " |"
      }
  }

  private func quote(_ quote: MarkedQuote) -> String {
    // Tags rather than stars: stars do not open emphasis inside a word.
    quote.pieces.map { piece in
      // The cleaning inside escape would drop the spaces at the ends.
      let before = piece.text.hasPrefix(" ") ? " " : ""
      let after = piece.text.count > 1 && piece.text.hasSuffix(" ") ? " " : ""
      let text = before + MarkdownText.escape(piece.text) + after
      return switch piece.mark {
      case .none: text
      case .subject, .object: "<b>\(text)</b>"
      case .trigger: "<i>\(text)</i>"
      }
    }.joined()
  }
}
