import Foundation
import RelataCore
import RelataDiagram

/// A report as an HTML page, or as the part of one.
///
/// Nothing in it is fetched: the figures, one style sheet and one script stand in the text, and a page's
/// policy lets a browser run and apply exactly these, by their hashes.
struct HTMLReport {
  let record: ReportRecord
  let template: ReportTemplate
  /// A whole page rather than a fragment for one.
  let isPage: Bool

  private static let css = String(decoding: PackageResources.report_css, as: UTF8.self)
  private static let script = String(decoding: PackageResources.report_js, as: UTF8.self)

  var text: String {
    let figures = record.figures.map { InlineFigure($0) }
    var values = record.shared
    values["page"] = .flag(isPage)
    values["policy"] = .markup(policy(figures))
    values["style"] = .markup("<style>\(Self.css)</style>")
    values["script"] = .markup("<script>\(Self.script)</script>")
    values["figures"] = .list(
      record.figures.indices.map { index in
        record.figure(index).merging(["svg": .markup(figures[index].markup)]) { $1 }
      })
    values["evidence"] = .list(
      record.content.items.map { item in
        record.evidence(item).merging([
          "quote": .markup(quote(item.quote)), "code": .markup(code(item.document)),
        ]) { $1 }
      })
    values["conflicts"] = .list(
      record.content.conflicts.map { record.conflict($0, quote: quote) })
    values["inputs"] = .list(
      record.content.inputs.map { input in
        record.input(input).merging([
          "documentCode": .markup(code(ReportText.document(input.document.rawValue))),
          "sha256Code": .markup(code(input.sha256 ?? "")),
        ]) { $1 }
      })
    return template.text(values)
  }

  /// The content security policy: nothing but the styles and scripts of template and report.
  private func policy(_ figures: [InlineFigure]) -> String {
    let styles = [Self.css] + figures.map(\.style) + template.inlineStyles
    let scripts = [Self.script] + template.inlineScripts
    return
      "default-src 'none'; style-src \(Self.hashes(styles)); script-src \(Self.hashes(scripts)); "
      + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
  }

  private static func hashes(_ texts: [String]) -> String {
    var seen: Set<String> = []
    return texts.compactMap { text in
      // Browsers read line endings as line feeds before they hash.
      let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      let hash = "'sha256-\(Data(SHA256.digest(of: text.utf8)).base64EncodedString())'"
      return seen.insert(hash).inserted ? hash : nil
    }.joined(separator: " ")
  }

  private func quote(_ quote: MarkedQuote) -> String {
    quote.pieces.map { piece in
      let text = HTMLText.escape(piece.text)
      return switch piece.mark {
      case .none: text
      case .subject: "<mark class=\"subject\">\(text)</mark>"
      case .object: "<mark class=\"object\">\(text)</mark>"
      case .trigger: "<mark class=\"trigger\">\(text)</mark>"
      }
    }.joined()
  }

  private func code(_ text: String) -> String {
    let text = DisplayText.clean(text)
    return text.isEmpty ? "" : "<code>\(HTMLText.escape(text))</code>"
  }
}
