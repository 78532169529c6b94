import RelataCore
import RelataDiagram
import RelataGraph

/// A report as one HTML page.
struct HTMLReport {
  let content: ReportContent
  let figure: Figure
  let options: ReportOptions

  private var title: String {
    let given = options.title.map(DisplayText.clean) ?? ""
    return given.isEmpty ? figure.title : given
  }

  var text: String {
    let version = DisplayText.clean(options.provenance.version)
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="\(attribute(version.isEmpty ? "relata" : version))">
      <meta name="color-scheme" content="light dark">
      <title>\(escape(title))</title>
      <style>
      \(HTMLReportStyle.css)
      </style>
      </head>
      <body>
      <header>
      <h1 dir="auto">\(escape(title))</h1>
      <p>\(escape(summary))</p>
      <nav aria-label="Contents"><a href="#relations">Relations</a> <a href="#evidence">Evidence</a> \
      <a href="#entities">Entities</a> <a href="#method">Method</a></nav>
      </header>
      <main>
      \(figureSection)
      \(relationSection)
      \(evidenceSection)
      \(entitySection)
      \(methodSection)
      </main>
      </body>
      </html>

      """
  }

  private var summary: String {
    let documents = Set(content.items.map(\.record.document)).count
    let sources = Set(content.items.map(\.record.source)).count
    func count(_ n: Int, _ one: String, _ many: String) -> String { "\(n) \(n == 1 ? one : many)" }
    return count(content.rows.count, "relation", "relations") + " between "
      + count(content.entities.count, "entity", "entities") + ", on "
      + count(content.items.count, "piece", "pieces") + " of evidence from "
      + count(documents, "document", "documents") + " of " + count(sources, "source", "sources")
      + "."
  }

  // MARK: Sections

  private var figureSection: String {
    """
    <figure>
    \(figure.svg)
    <figcaption>Each line leads to its evidence. \
    <a href="#relations">The same as a table.</a></figcaption>
    </figure>
    """
  }

  private var relationSection: String {
    let rows = content.rows.map { row in
      let numbers = row.evidence.map { "<a href=\"#ev-\($0)\">\($0)</a>" }.joined(separator: ", ")
      let mark = row.isDrawn ? "" : " <small>not drawn</small>"
      let kind = row.relation.polarity == .negative ? " class=\"negative\"" : ""
      return "<tr\(kind)><td dir=\"auto\">\(escape(row.subject))</td>"
        + "<td dir=\"auto\">\(escape(row.phrase))\(mark)</td>"
        + "<td dir=\"auto\">\(escape(row.object))</td><td dir=\"auto\">\(escape(row.status))</td>"
        + "<td class=\"number\">\(row.sources)</td>"
        + "<td class=\"number\">\(escape(row.confidence))</td><td>\(numbers)</td></tr>"
    }
    return """
      <section id="relations" aria-labelledby="relations-head">
      <h2 id="relations-head">Relations</h2>
      <div class="scroll"><table>
      <thead><tr><th scope="col">Who</th><th scope="col">Relation</th><th scope="col">Whom</th>\
      <th scope="col">Standing</th><th scope="col">Sources</th><th scope="col">Confidence</th>\
      <th scope="col">Evidence</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      </section>
      """
  }

  private var evidenceSection: String {
    let items = content.items.map { item in
      var meta = escape(item.citation)
      if let attribution = item.attribution {
        meta += "; claimed by <span dir=\"auto\">\(escape(attribution))</span>"
      }
      return """
        <li id="ev-\(item.number)" value="\(item.number)">
        <p class="claim" dir="auto">\(escape(item.claim))</p>
        <blockquote dir="auto">\(quote(item.quote))</blockquote>
        <p class="meta">\(meta) · document <code>\(escape(item.document))</code> · \
        confidence \(escape(DiagramWords.percent(item.record.confidence))) · \
        \(escape(DisplayText.clean(item.record.extractor)))</p>
        </li>
        """
    }
    return """
      <section id="evidence" aria-labelledby="evidence-head">
      <h2 id="evidence-head">Evidence</h2>
      <p class="key">In each quote: <mark class="subject">who</mark>, \
      <mark class="trigger">the words that carry the relation</mark>, \
      <mark class="object">whom</mark>.</p>
      <ol>
      \(items.joined(separator: "\n"))
      </ol>
      </section>
      """
  }

  private func quote(_ quote: MarkedQuote) -> String {
    quote.pieces.map { piece in
      switch piece.mark {
      case .none: escape(piece.text)
      case .subject: "<mark class=\"subject\">\(escape(piece.text))</mark>"
      case .object: "<mark class=\"object\">\(escape(piece.text))</mark>"
      case .trigger: "<mark class=\"trigger\">\(escape(piece.text))</mark>"
      }
    }.joined()
  }

  private var entitySection: String {
    let rows = content.entities.map { entity in
      let cells = [
        content.words.name(of: entity), DiagramStyle.typeWord(entity.type),
        entity.roles.map(DisplayText.clean).joined(separator: "; "),
        entity.aliases.map(DisplayText.clean).joined(separator: "; "),
      ]
      return "<tr>" + cells.map { "<td dir=\"auto\">\(escape($0))</td>" }.joined() + "</tr>"
    }
    return """
      <section id="entities" aria-labelledby="entities-head">
      <h2 id="entities-head">Entities</h2>
      <div class="scroll"><table>
      <thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Roles</th>\
      <th scope="col">Also written</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      </section>
      """
  }

  private var methodSection: String {
    let provenance = options.provenance
    var facts: [String] = []
    if !provenance.version.isEmpty { facts.append("Made with \(provenance.version).") }
    if let model = provenance.model { facts.append("Model: \(model).") }
    if let graph = provenance.graph { facts.append("Graph: \(graph).") }
    facts.append("Figure: " + figure.scope)
    let inputs = content.inputs.map { input in
      let cells = [
        DisplayText.clean(input.source), input.title.map(DisplayText.clean) ?? "",
        input.published.map(DisplayText.clean) ?? "",
      ]
      return "<tr>" + cells.map { "<td dir=\"auto\">\(escape($0))</td>" }.joined()
        + "<td><code>\(escape(DisplayText.clean(input.document.rawValue)))</code></td>"
        + "<td><code>\(escape(DisplayText.clean(input.sha256 ?? "")))</code></td></tr>"
    }
    return """
      <section id="method" aria-labelledby="method-head">
      <h2 id="method-head">Method and limits</h2>
      \(ReportMethod.paragraphs.map { "<p>\(escape($0))</p>" }.joined(separator: "\n"))
      <p>\(escape(facts.map(DisplayText.clean).joined(separator: " ")))</p>
      <details>
      <summary>Documents (\(content.inputs.count))</summary>
      <div class="scroll"><table>
      <thead><tr><th scope="col">Source</th><th scope="col">Title</th><th scope="col">Published</th>\
      <th scope="col">Document</th><th scope="col">SHA-256 of the text</th></tr></thead>
      <tbody>
      \(inputs.joined(separator: "\n"))
      </tbody>
      </table></div>
      </details>
      </section>
      """
  }

  private func escape(_ text: String) -> String { XMLText.text(text) }
  private func attribute(_ text: String) -> String { XMLText.attribute(text) }
}
