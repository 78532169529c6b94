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
    /// How sure it is, in words such as "stated", "claimed by A", "planned" or "stated, confirmed".
    var standing: String
    /// Reports of different outlets, copies counted once.
    var sources: Int
    /// "printed by 3 outlets", "only a party says so"; empty where there is nothing to say.
    var support: String
    var confidence: String
    /// Numbers of its evidence, ascending.
    var evidence: [Int]
    var isDrawn: Bool
  }

  /// One sentence that supports one relation.
  struct Item {
    var number: Int
    var relation: Relation
    /// The relation in words.
    var claim: String
    /// As in ``Row/standing``.
    var standing: String
    var record: EvidenceRecord
    /// Where else the same words stand.
    var also: [EvidenceRecord]
    /// The number of an item of the same report, worded otherwise; nil if there is none.
    var sameReport: Int?
    var quote: MarkedQuote
    var attribution: String?
  }

  /// One office of a relation, by its place among them.
  private struct LineKey: Hashable {
    var relation: AssertionID
    var place: Int
  }

  /// For each figure, by family in the order of the schema, then by the names of the ends.
  let sections: [[Row]]
  /// Numbered in the order in which the figures need them; shared between figures.
  let items: [Item]
  /// Entities of the rows and focuses, by name.
  let entities: [Entity]
  let inputs: [ReportInput]
  /// Conflicts of which both statements are among the rows.
  let conflicts: [Conflict]
  let words: DiagramWords

  /// The content of a report about some selections, in the words of their graph.
  init(
    _ selections: [DiagramSelection], graph: KnowledgeGraph, words: DiagramWords,
    provenance: ReportProvenance
  ) {
    self.words = words
    var items: [Item] = []
    var numbers: [LineKey: [Int]] = [:]
    sections = selections.map { selection in
      let drawn = Set(selection.drawnRelations.map(\.id))
      let lines = Self.ordered(selection.reachable, graph: graph, words: words).flatMap {
        relation in
        relation.offices(in: graph.schema).enumerated().map {
          (place: $0.offset, office: $0.element)
        }
      }
      return lines.map { place, office in
        let relation = office.relation.byDay
        let standing = Self.standing(relation)
        let phrase = words.phrase(relation)
        let title = DiagramWords.office(office.title, beside: phrase)
        let key = LineKey(relation: relation.id, place: place)
        if numbers[key] == nil {
          let claim = words.sentence(relation) + title
          let first = items.count + 1
          for sentence in relation.sentences {
            let record = sentence.first
            numbers[key, default: []].append(items.count + 1)
            items.append(
              Item(
                number: items.count + 1, relation: relation, claim: claim, standing: standing,
                record: record, also: Array(sentence.records.dropFirst()),
                sameReport: sentence.sameReport.map { first + $0 }, quote: MarkedQuote(record),
                attribution: Self.attribution(record, words: words)))
          }
        }
        return Row(
          relation: relation, subject: words.name(of: relation.subject),
          phrase: phrase, object: words.name(of: relation.object) + title,
          standing: standing, sources: relation.sourceCount,
          support: Self.support(relation),
          confidence: DiagramWords.percent(relation.confidence),
          evidence: numbers[key] ?? [], isDrawn: drawn.contains(relation.id))
      }
    }
    self.items = items
    let told = Set(items.map(\.relation.id))
    conflicts =
      told.isEmpty
      ? []
      : graph.conflicts().filter {
        told.contains($0.first.relation.id) && told.contains($0.second.relation.id)
      }
    let ids = Set(
      selections.flatMap { selection in
        selection.reachable.flatMap { [$0.subject, $0.object] } + selection.nodes.map(\.entity.id)
      })
    entities = ids.compactMap { graph.entity($0) }.map { ($0, words.name(of: $0)) }
      .sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0.id < $1.0.id }.map(\.0)
    inputs = provenance.inputs.isEmpty ? Self.inputs(items) : provenance.inputs
  }

  /// The number of the first evidence of each relation.
  var firstEvidence: [AssertionID: Int] {
    var first: [AssertionID: Int] = [:]
    for item in items where first[item.relation.id] == nil { first[item.relation.id] = item.number }
    return first
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

  private static func standing(_ relation: Relation) -> String {
    let decided =
      (relation.decision.map { ", \($0.rawValue)" } ?? "")
      + (relation.holding == .assumed ? ", assumed for that time" : "")
    guard relation.status == .claimed else { return word(relation.status) + decided }
    let names = relation.claimants.map { DisplayText.clipped($0, to: DiagramWords.nameLimit) }
      .filter { !$0.isEmpty }
    return DiagramWords.claim(names) + decided
  }

  private static func support(_ relation: Relation) -> String {
    guard let support = relation.corroboration else { return "" }
    var words: [String] = []
    if support.outlets > support.reports { words.append("printed by \(support.outlets) outlets") }
    if support.partyIsSource {
      words.append(support.independent == 0 ? "only a party says so" : "a party among them")
    }
    return words.joined(separator: ", ")
  }

  /// "stated", "claimed", "planned" or "possible".
  static func word(_ status: AssertionStatus) -> String {
    switch status {
    case .asserted: "stated"
    case .claimed: "claimed"
    case .planned: "planned"
    case .hypothetical: "possible"
    }
  }

  /// "Kwame Osei (“said”)".
  private static func attribution(_ record: EvidenceRecord, words: DiagramWords) -> String? {
    guard let attribution = record.attribution else { return nil }
    let name =
      attribution.entity.map { words.name(of: $0) }
      ?? DisplayText.clipped(attribution.name, to: DiagramWords.nameLimit)
    let cue = DisplayText.clipped(attribution.cue, to: DiagramWords.nameLimit)
    return cue.isEmpty ? name : "\(name) (“\(cue)”)"
  }

  private static func inputs(_ items: [Item]) -> [ReportInput] {
    var inputs: [DocumentID: ReportInput] = [:]
    for record in items.flatMap(\.records) where inputs[record.document] == nil {
      inputs[record.document] = ReportInput(
        document: record.document, source: record.source, title: record.title,
        published: record.published)
    }
    return inputs.values.sorted { $0.document < $1.document }
  }
}

extension ReportContent {
  /// How much there is, such as "22 relations between 29 entities, on 24 pieces of evidence".
  var summary: String {
    let records = items.flatMap(\.records)
    let documents = Set(records.map(\.document)).count
    let sources = Set(records.map { DisplayText.key($0.source) }).count
    let relations = Set(sections.flatMap { $0.map(\.relation.id) }).count
    func count(_ n: Int, _ one: String, _ many: String) -> String { "\(n) \(n == 1 ? one : many)" }
    return count(relations, "relation", "relations") + " between "
      + count(entities.count, "entity", "entities") + ", on "
      + count(items.count, "piece", "pieces") + " of evidence from "
      + count(documents, "document", "documents") + " of " + count(sources, "source", "sources")
      + "."
  }

  /// Statuses that occur, in their order.
  var statuses: [AssertionStatus] {
    let found = Set(items.map(\.relation.status))
    return AssertionStatus.allCases.filter(found.contains)
  }

  var hasNegatives: Bool { items.contains { $0.relation.polarity == .negative } }
}

extension ReportContent {
  /// One statement of a conflict: in words, with its standing and its source, cleaned but not escaped.
  func side(
    _ side: Conflict.Side
  ) -> (claim: String, standing: String, citation: String, quote: MarkedQuote) {
    (
      words.sentence(side.told), Self.standing(side.told),
      Item.citation(of: side.record), MarkedQuote(side.record)
    )
  }
}

extension ReportContent.Item {
  /// Everywhere the words stand.
  var records: [EvidenceRecord] { [record] + also }

  /// As of ``Citation``, cleaned but not escaped.
  var citation: String { Self.citation(of: record) }

  /// Citations of the other places where the words stand, with semicolons between.
  var copies: String { also.map(Self.citation).joined(separator: "; ") }

  static func citation(of record: EvidenceRecord) -> String {
    Citation.text(of: record) { part, text in
      switch part {
      case .outlet, .author: ReportText.source(text)
      case .title: ReportText.headline(text)
      case .day: ReportText.date(text)
      case .address: DisplayText.clipped(text, to: 200)
      }
    }
  }

  var document: String { ReportText.document(record.document.rawValue) }
}
