import RelataCore
import RelataGraph
import RelataPipeline
import RelataReading
import RelataStore

/// The documents of a graph: where each comes from, and how much of the graph it supports.
struct DocumentsAction {
  var graphPath: String
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try DocumentView(path: graphPath, view)
    var supported: [DocumentID: Set<AssertionID>] = [:]
    for relation in view.graph.relations {
      for record in relation.evidence {
        supported[record.document, default: []].insert(relation.id)
      }
    }
    var listing = Listing([
      .init(title: "Id", isFlexible: true), .init(title: "Source", isFlexible: true),
      .init(title: "Title", isFlexible: true), .init(title: "Published"), .init(title: "Language"),
      .init(title: "Relations", isNumeric: true), .init(title: "Files", isFlexible: true),
      .init(title: "Read"), .init(title: "Read by", isFlexible: true),
      .init(title: "Build", isNumeric: true, isForPrograms: true),
      .init(title: "Same report as", isFlexible: true),
      .init(title: "Confidential", isForPrograms: true),
    ])
    let copies = Dictionary(grouping: view.documents, by: \.report)
    let rows = try view.documents.map { document in
      (
        shown: view.shown(document), count: supported[document.id]?.count ?? 0,
        copies: view.ordered(copies[document.report] ?? [], by: { view.shown($0).id })
          .filter { $0.id != document.id }.map { view.shown($0).id.rawValue },
        language: try document.language
          ?? view.store.text(of: document.id).flatMap(TextLanguage.code)
      )
    }
    for (document, count, copies, language) in view.ordered(rows, by: \.shown.id) {
      listing.append(
        [
          document.id.rawValue, document.source, document.title ?? "", document.published ?? "",
          language ?? "", String(count), document.files.map(\.description).joined(separator: "; "),
          document.files.compactMap(\.read).min() ?? "", document.producer,
          document.build.map(String.init) ?? "",
          copies.joined(separator: "; "), String(document.isConfidential),
        ],
        object: DocumentMembers.of(
          document, language: language, relations: count, copies: copies))
    }
    try view.tellKey(in: context)
    try listing.write(as: format, to: context.streams, style: context.style)
    if rows.isEmpty { context.say("relata: no documents in \(graphPath)") }
    return .success
  }
}
