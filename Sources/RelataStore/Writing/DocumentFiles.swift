import GRDB
import RelataCore

/// Finds and notes in which files documents of the graph were found.
struct DocumentFiles {
  let db: Database

  /// Of a document, in order of their places.
  func files(of id: DocumentID) throws -> [SourceFile] {
    try DocumentFileRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM documentFile WHERE documentId = \(id)")
    ).map(\.file).sorted()
  }

  /// Notes files; of one that is known, with the same bytes, the first day stays.
  func note(_ files: [SourceFile], of id: DocumentID) throws {
    for file in try changed(files, of: id) { try DocumentFileRow(file, of: id).save(db) }
  }

  /// Those of the files that are not known with these bytes.
  func changed(_ files: [SourceFile], of id: DocumentID) throws -> [SourceFile] {
    try files.filter { file in
      try DocumentFileRow.fetchOne(
        db,
        SQLRequest(
          literal: """
            SELECT * FROM documentFile
            WHERE documentId = \(id) AND place = \(file.place) AND part = \(file.part ?? "")
              AND sha256 = \(file.sha256) AND (read NOT NULL OR \(file.read) IS NULL)
            """)) == nil
    }
  }

  /// Another document of the same text that was found in a file; one that another address publishes is no twin.
  func twin(of document: Document) throws -> DocumentRow? {
    guard !document.files.isEmpty else { return nil }
    return try DocumentRow.fetchOne(
      db,
      SQLRequest(
        literal: """
          SELECT * FROM document
          WHERE sha256 = \(document.sha256) AND id <> \(document.id) AND url IS \(document.address)
            AND EXISTS (SELECT 1 FROM documentFile WHERE documentId = document.id)
          ORDER BY id LIMIT 1
          """))
  }

  /// Other documents that were found in the same place: earlier versions.
  func others(inPlaceOf document: Document) throws -> [DocumentID] {
    try document.files.flatMap { file in
      try DocumentID.fetchAll(
        db,
        SQLRequest(
          literal: """
            SELECT documentId FROM documentFile
            WHERE place = \(file.place) AND part = \(file.part ?? "") AND documentId <> \(document.id)
            """))
    }
  }

  /// Other documents that are published at the same address, with another text.
  func others(atAddressOf document: Document) throws -> [DocumentID] {
    guard let address = document.address else { return [] }
    return try DocumentID.fetchAll(
      db,
      SQLRequest(
        literal: """
          SELECT id FROM document
          WHERE url = \(address) AND id <> \(document.id) AND sha256 <> \(document.sha256)
          ORDER BY id
          """))
  }

  /// Takes a place from a document that is found there no more.
  func forget(_ file: SourceFile, of id: DocumentID) throws {
    try db.execute(
      literal: """
        DELETE FROM documentFile
        WHERE documentId = \(id) AND place = \(file.place) AND part = \(file.part ?? "")
        """)
  }
}
