import RelataCore
import RelataDiagram
import RelataGraph

/// The values that templates of every language share; text is cleaned here and escaped by the template.
struct ReportRecord {
  let content: ReportContent
  let figures: [Figure]
  let options: ReportOptions
  /// Begins every id of the page.
  let prefix: String

  func anchor(_ number: Int) -> String { "\(prefix)ev-\(number)" }

  /// The heading: as given, else that of the only figure, else one that counts the figures.
  var title: String { options.heading(figures.map(\.title)) }

  /// Everything but figures, quotes and code, which each language marks up by itself.
  var shared: TemplateRecord {
    let provenance = options.provenance
    let version = DisplayText.clean(provenance.version)
    return [
      "title": .text(title), "summary": .text(content.summary),
      "version": .text(version), "model": .text(DisplayText.clean(provenance.model ?? "")),
      "graph": .text(DisplayText.clean(provenance.graph ?? "")),
      "command": .text(DisplayText.clean(provenance.command ?? "")),
      "prefix": .markup(prefix), "several": .flag(figures.count > 1),
      "filters": .flag(content.statuses.count + (content.hasNegatives ? 1 : 0) > 1),
      "statuses": .list(statuses), "entities": .list(content.entities.map(entity)),
      "conflicting": .flag(!content.conflicts.isEmpty),
      "method": .list(ReportMethod.paragraphs.map { ["paragraph": .text($0)] }),
      "page": .flag(true), "policy": .markup(""), "style": .markup(""), "script": .markup(""),
    ]
  }

  private var statuses: [TemplateRecord] {
    var records: [TemplateRecord] = content.statuses.map {
      ["status": .markup($0.rawValue), "word": .text(ReportContent.word($0))]
    }
    if content.hasNegatives {
      records.append(["status": .markup("negative"), "word": .text("denied")])
    }
    return records
  }

  /// Without `svg` and `image`.
  func figure(_ index: Int) -> TemplateRecord {
    let figure = figures[index]
    let (lines, nodes) = (figure.lineIDs, figure.nodeIDs)
    return [
      "number": .text(String(index + 1)), "id": .markup(figure.id), "title": .text(figure.title),
      "alt": .text(figure.alternative), "description": .text(figure.description),
      "credit": .text(figure.credit), "scope": .text(figure.scope),
      "svg": .markup(""), "image": .markup(""),
      "relations": .list(content.sections[index].map { relation($0, lines, nodes) }),
    ]
  }

  private func relation(
    _ row: ReportContent.Row, _ lines: [AssertionID: String], _ nodes: [EntityID: String]
  ) -> TemplateRecord {
    let relation = row.relation
    let ends = [relation.subject, relation.object].compactMap { nodes[$0] }
    return [
      "subject": .text(row.subject), "phrase": .text(row.phrase), "object": .text(row.object),
      "standing": .text(row.standing), "sources": .text(String(row.sources)),
      "support": .text(row.support),
      "confidence": .text(row.confidence), "status": .markup(relation.status.rawValue),
      "line": .markup(lines[relation.id] ?? ""), "ends": .markup(ends.joined(separator: " ")),
      "negative": .flag(relation.polarity == .negative), "undrawn": .flag(!row.isDrawn),
      "evidence": .list(
        row.evidence.enumerated().map { index, number in
          [
            "number": .text(String(number)), "anchor": .markup(anchor(number)),
            "later": .flag(index > 0),
          ]
        }),
    ]
  }

  /// Without `quote` and `code`.
  func evidence(_ item: ReportContent.Item) -> TemplateRecord {
    let record = item.record
    return [
      "number": .text(String(item.number)), "anchor": .markup(anchor(item.number)),
      "claim": .text(item.claim), "source": .text(ReportText.source(record.source)),
      "headline": .text(ReportText.headline(record.title ?? "")),
      "published": .text(ReportText.date(record.published ?? "")),
      "sentence": .text(String(record.sentence + 1)), "document": .text(item.document),
      "standing": .text(
        (item.relation.polarity == .negative ? "denied, " : "")
          + ReportContent.word(item.relation.status)),
      "claimant": .text(item.attribution ?? ""),
      "confidence": .text(DiagramWords.percent(record.confidence)),
      "extractor": .text(DisplayText.clipped(record.extractor, to: 80)),
      "citation": .text(item.citation), "copies": .text(item.copies),
      "same": .text(item.sameReport.map { String($0) } ?? ""),
      "quote": .markup(""), "code": .markup(""),
    ]
  }

  /// Without the quotes.
  func conflict(
    _ conflict: Conflict, quote: (MarkedQuote) -> String
  ) -> TemplateRecord {
    func side(_ side: Conflict.Side) -> TemplateRecord {
      let told = content.side(side)
      return [
        "claim": .text(told.claim), "standing": .text(told.standing),
        "citation": .text(told.citation), "quote": .markup(quote(told.quote)),
      ]
    }
    return [
      "about": .text(content.words.name(of: conflict.about)), "kind": .text(conflict.kind.words),
      "first": .list([side(conflict.first)]), "second": .list([side(conflict.second)]),
    ]
  }

  private func entity(_ entity: Entity) -> TemplateRecord {
    let name = { (text: String) in DisplayText.clipped(text, to: DiagramWords.nameLimit) }
    return [
      "name": .text(content.words.name(of: entity)),
      "type": .text(DiagramStyle.typeWord(entity.type)),
      "roles": .text(entity.roles.map(name).joined(separator: "; ")),
      "aliases": .text(entity.aliases.map(name).joined(separator: "; ")),
    ]
  }

  /// Without the two codes.
  func input(_ input: ReportInput) -> TemplateRecord {
    [
      "source": .text(ReportText.source(input.source)),
      "headline": .text(ReportText.headline(input.title ?? "")),
      "published": .text(ReportText.date(input.published ?? "")),
      "document": .text(ReportText.document(input.document.rawValue)),
      "sha256": .text(DisplayText.clean(input.sha256 ?? "")), "documentCode": .markup(""),
      "sha256Code": .markup(""),
    ]
  }
}
