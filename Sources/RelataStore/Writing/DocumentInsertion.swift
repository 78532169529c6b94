import GRDB
import RelataCore
import RelataGraph

/// Writes the rows of one document and notes what they touch.
struct DocumentInsertion {
  let db: Database
  let extracted: ExtractedDocument
  let digest: String
  let producer: String
  let build: Int?

  private var document: Document { extracted.annotated.document }

  func run(update: inout GraphUpdate) throws {
    try DocumentRow(
      id: document.id, source: document.source, title: document.title,
      published: document.published, author: document.author, outlet: document.outlet,
      url: document.address, sha256: document.sha256, digest: digest, producer: producer,
      language: document.language, pages: DocumentRow.text(of: document.pages),
      report: document.id, build: build
    ).insert(db)
    try DocumentTextRow(documentId: document.id, text: document.text.string).insert(db)
    try DocumentContents(extracted).insert(of: document.id, update: &update)
  }
}
