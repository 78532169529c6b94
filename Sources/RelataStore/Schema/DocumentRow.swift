import Foundation
import GRDB
import RelataCore
import RelataGraph

/// One row of the table `document`.
struct DocumentRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "document"

  var id: DocumentID
  var source: String
  var title: String?
  var published: String?
  var author: String?
  var outlet: String?
  var url: String?
  /// Of the text.
  var sha256: String
  /// Of everything the graph takes from the document.
  var digest: String
  var producer: String
  var language: String?
  /// Where its pages begin, as a JSON list of `PageStart`.
  var pages = "[]"
  /// The first of the documents that print the same report, itself among them; nil before they were looked for.
  var report: DocumentID?
  /// Whether what it says is kept apart from the graph (1), or is so in the file that this graph is a copy of (2).
  var isConfidential = 0
  /// The number of the build that brought its text; nil where none is known.
  var build: Int?

  /// The pages as text; equal ones give equal bytes.
  static func text(of pages: [PageStart]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Encoding integers cannot fail.
    return (try? encoder.encode(pages)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  /// What a profile of whom the document names is read from.
  func document(_ text: SourceText) -> Document {
    Document(id: id, source: source, title: title, published: published, text: text)
  }

  /// - Throws: What says that the file is damaged.
  func pageStarts() throws -> [PageStart] {
    guard let pages = try? JSONDecoder().decode([PageStart].self, from: Data(pages.utf8)) else {
      throw StoredNumber.damaged("the pages of a document")
    }
    for page in pages {
      _ = try StoredNumber.checked(page.start, "start of a page")
      _ = try StoredNumber.checked(page.page, "page")
    }
    return pages
  }
}

/// One row of the table `documentText`: the text as it was read.
struct DocumentTextRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "documentText"

  var documentId: DocumentID
  var text: String
}

/// One row of the table `documentEntity`: somebody or something as one document names it.
struct DocumentEntityRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "documentEntity"

  var documentId: DocumentID
  var localId: EntityID
  var nameKey: BearerKey
  var name: String
  var type: EntityType
  var aliases: JSONList
  var roles: JSONList

  init(_ entity: DocumentEntity, key: BearerKey, of document: DocumentID) {
    documentId = document
    localId = entity.id
    nameKey = key
    name = entity.name
    type = entity.type
    aliases = JSONList(entity.aliases)
    roles = JSONList(entity.roles)
  }

  /// The entity as the document gave it.
  var entity: DocumentEntity {
    DocumentEntity(
      id: localId, name: name, type: type, aliases: aliases.items, roles: roles.items)
  }
}

/// One row of the table `documentFile`: a file in which a document was found.
struct DocumentFileRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "documentFile"

  var documentId: DocumentID
  var place: String
  /// Empty where the document is all of the file.
  var part: String
  var sha256: String
  var size: Int
  var read: String?

  init(_ file: SourceFile, of document: DocumentID) {
    documentId = document
    (place, part) = (file.place, file.part ?? "")
    (sha256, size, read) = (file.sha256, file.size, file.read)
  }

  var file: SourceFile {
    SourceFile(
      place: place, part: part.isEmpty ? nil : part, sha256: sha256, size: size, read: read)
  }
}
