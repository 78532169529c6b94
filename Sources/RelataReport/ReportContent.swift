import RelataCore
import RelataDiagram
import RelataGraph

/// What a report says, independent of how it is written: relations, numbered evidence, entities.
struct ReportContent {
  struct Row {
    var relation: Relation
    var subject: String
    var phrase: String
    var object: String
    /// How sure it is, in words such as "stated", "claimed by A" or "planned".
    var status: String
    var sources: Int
    var confidence: String
    /// Numbers of its evidence, ascending.
    var evidence: [Int]
    var isDrawn: Bool
  }

  /// One sentence that supports one relation.
  struct Item {
    var number: Int
    /// The relation in words.
    var claim: String
    var record: EvidenceRecord
    var quote: MarkedQuote
    var attribution: String?
  }

  /// By family in the order of the schema, then by the names of the ends.
  let rows: [Row]
  let items: [Item]
  /// Entities of the rows and focuses, by name.
  let entities: [Entity]
  let inputs: [ReportInput]
  let words: DiagramWords

  init(
    _ selection: DiagramSelection, graph: KnowledgeGraph, provenance: ReportProvenance
  ) {
    let words = DiagramWords(graph)
    self.words = words
    let drawn = Set(selection.drawnRelations.map(\.id))
    var rows: [Row] = []
    var items: [Item] = []
    for relation in Self.ordered(selection.reachable, graph: graph, words: words) {
      var numbers: [Int] = []
      for record in relation.evidence {
        let number = items.count + 1
        numbers.append(number)
        items.append(
          Item(
            number: number, claim: words.sentence(relation), record: record,
            quote: MarkedQuote(record), attribution: Self.attribution(record, words: words)))
      }
      rows.append(
        Row(
          relation: relation, subject: words.name(of: relation.subject),
          phrase: words.phrase(relation), object: words.name(of: relation.object),
          status: Self.status(relation, words: words), sources: relation.sources.count,
          confidence: DiagramWords.percent(relation.confidence), evidence: numbers,
          isDrawn: drawn.contains(relation.id)))
    }
    self.rows = rows
    self.items = items
    let ids = Set(
      selection.reachable.flatMap { [$0.subject, $0.object] } + selection.nodes.map(\.entity.id))
    entities = ids.compactMap { graph.entity($0) }.sorted { a, b in
      let (na, nb) = (words.name(of: a), words.name(of: b))
      return na != nb ? na < nb : a.id < b.id
    }
    inputs = provenance.inputs.isEmpty ? Self.inputs(items) : provenance.inputs
  }

  /// The anchor of the first evidence of each relation.
  var links: [AssertionID: String] {
    var links: [AssertionID: String] = [:]
    for row in rows { links[row.relation.id] = row.evidence.first.map { "#ev-\($0)" } }
    return links
  }

  private static func ordered(
    _ relations: [Relation], graph: KnowledgeGraph, words: DiagramWords
  ) -> [Relation] {
    let families = RelationFamily.allCases
    func key(_ relation: Relation) -> (Int, String, String, String) {
      let family = graph.schema[relation.type]?.family ?? .other
      return (
        families.firstIndex(of: family) ?? 0, words.name(of: relation.subject),
        words.name(of: relation.object), relation.id.rawValue
      )
    }
    return relations.map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  private static func status(_ relation: Relation, words: DiagramWords) -> String {
    switch relation.status {
    case .asserted: return "stated"
    case .planned: return "planned"
    case .hypothetical: return "possible"
    case .claimed:
      let names = relation.claimants.map(DisplayText.clean).filter { !$0.isEmpty }
      return names.isEmpty ? "claimed" : "claimed by " + names.joined(separator: ", ")
    }
  }

  /// "said: Kwame Osei".
  private static func attribution(_ record: EvidenceRecord, words: DiagramWords) -> String? {
    guard let attribution = record.attribution else { return nil }
    let name = attribution.entity.map { words.name(of: $0) } ?? DisplayText.clean(attribution.name)
    let cue = DisplayText.clean(attribution.cue)
    return cue.isEmpty ? name : "\(name) (“\(cue)”)"
  }

  private static func inputs(_ items: [Item]) -> [ReportInput] {
    var inputs: [DocumentID: ReportInput] = [:]
    for item in items where inputs[item.record.document] == nil {
      inputs[item.record.document] = ReportInput(
        document: item.record.document, source: item.record.source, title: item.record.title,
        published: item.record.published)
    }
    return inputs.values.sorted { $0.document < $1.document }
  }
}

extension ReportContent.Item {
  /// "The Daily Post, “A report”, 2024-03-01, sentence 4", cleaned but not escaped.
  var citation: String {
    var parts = [DisplayText.clean(record.source)]
    if let title = record.title.map(DisplayText.clean), !title.isEmpty {
      parts.append("“\(title)”")
    }
    if let date = record.published.map(DisplayText.clean), !date.isEmpty { parts.append(date) }
    parts.append("sentence \(record.sentence + 1)")
    return parts.joined(separator: ", ")
  }

  var document: String { DisplayText.clean(record.document.rawValue) }
}
