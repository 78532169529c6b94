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
  var isJSON: Bool

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try GraphStore(path: graphPath, mode: .readOnly)
    let document = try store.document(meant: name)
    let text = try store.text(of: document.id) ?? SourceText("")
    let graph = try store.loadGraph()
    let marks = marks(of: document.id, in: graph)
    if isJSON {
      let object: JSONValue = [
        "document": DocumentMembers.of(document, language: TextLanguage.code(of: text)),
        "text": .string(text.string),
        "edges": .array(marks.map { GraphJSON.edge($0.relation, in: graph) }),
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
    for line in marked(text, marks).split(separator: "\n", omittingEmptySubsequences: false) {
      try context.streams.print(TextWidth.printable(String(line)))
    }
    try context.streams.print("")
    for (number, mark) in marks.enumerated() {
      let names = [mark.relation.subject, mark.relation.object].map {
        TextWidth.printable(graph.entity($0)?.name ?? $0.rawValue)
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

  /// In order of the text, each relation once a place.
  private func marks(of id: DocumentID, in graph: KnowledgeGraph) -> [Mark] {
    graph.relations.flatMap { relation in
      Set(relation.evidence.filter { $0.document == id }.map(\.span)).map {
        Mark(relation: relation, span: $0)
      }
    }.sorted { ($0.span, $0.relation.id) < ($1.span, $1.relation.id) }
  }

  /// The text with the numbers of the marks behind their places.
  private func marked(_ text: SourceText, _ marks: [Mark]) -> String {
    var numbers: [Int: [Int]] = [:]
    for (number, mark) in marks.enumerated() where mark.span.end <= text.count {
      numbers[mark.span.end, default: []].append(number + 1)
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
