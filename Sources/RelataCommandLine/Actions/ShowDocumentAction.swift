import RelataCore
import RelataGraph
import RelataPipeline
import RelataReading
import RelataStore

/// A document of a graph as it was read, its sentences marked with the relations that they support.
struct ShowDocumentAction {
  var graphPath: String
  /// An id, or a source or title that only one document has.
  var name: String
  var view = ViewSettings()
  var isJSON: Bool

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try DocumentView(path: graphPath, view)
    let stored = try view.store.document(meant: name)
    let read = try view.store.text(of: stored.id) ?? SourceText("")
    let text = view.text(read, of: stored.id)
    let marks = marks(of: stored.id, in: view).map { mark in
      (relation: mark.relation, end: text.position(mark.span.end, true))
    }
    let (document, entities) = (view.shown(stored), view.entities)
    try view.tellKey(in: context)
    if isJSON {
      let object: JSONValue = [
        "document": DocumentMembers.of(
          document, language: stored.language ?? TextLanguage.code(of: read)),
        "text": .string(text.text),
        "edges": .array(marks.map { GraphJSON.edge($0.relation, in: entities) }),
      ]
      try context.streams.print(JSONWriter(pretty: true).text(object))
      return .success
    }
    let style = context.style
    try context.streams.print(style.bold(TextWidth.printable(document.title ?? document.source)))
    let origin = [
      document.title == nil ? nil : document.source, document.published, document.id.rawValue,
    ]
    try context.streams.print(
      style.dim(origin.compactMap { $0 }.map(TextWidth.printable).joined(separator: ", ")))
    try context.streams.print("")
    for line in marked(SourceText(text.text), marks.map(\.end)).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      try context.streams.print(TextWidth.printable(String(line)))
    }
    try context.streams.print("")
    for (number, mark) in marks.enumerated() {
      let names = [mark.relation.subject, mark.relation.object].map {
        TextWidth.printable(entities.entity($0)?.name ?? $0.rawValue)
      }
      let how =
        (mark.relation.polarity == .negative ? "not, " : "") + mark.relation.status.rawValue
        + (mark.relation.tense == .former ? ", former" : "")
      try context.streams.print(
        "[\(number + 1)] \(names[0]) — \(mark.relation.type) — \(names[1])  \(style.dim(how))")
    }
    if marks.isEmpty { context.say("relata: no relation of the graph rests on it") }
    return .success
  }

  /// A relation and a place of the document that says it.
  private struct Mark {
    var relation: Relation
    var span: Span
  }

  /// In order of the text as it was read, each relation once a place.
  private func marks(of id: DocumentID, in view: DocumentView) -> [Mark] {
    view.graph.relations.flatMap { relation -> [Mark] in
      let spans = Set(relation.evidence.filter { $0.document == id }.map(\.span))
      guard !spans.isEmpty else { return [] }
      let shown = view.shown(relation)
      return spans.map { Mark(relation: shown, span: $0) }
    }.sorted { ($0.span, $0.relation.id) < ($1.span, $1.relation.id) }
  }

  /// The text with the numbers of the marks behind the places that they end at.
  private func marked(_ text: SourceText, _ ends: [Int]) -> String {
    var numbers: [Int: [Int]] = [:]
    for (number, end) in ends.enumerated() where end <= text.count {
      numbers[end, default: []].append(number + 1)
    }
    var out = String.UnicodeScalarView()
    for (i, scalar) in text.scalars.enumerated() {
      for number in numbers[i] ?? [] { out.append(contentsOf: " [\(number)]".unicodeScalars) }
      out.append(scalar)
    }
    for number in numbers[text.count] ?? [] {
      out.append(contentsOf: " [\(number)]".unicodeScalars)
    }
    return String(out)
  }
}
