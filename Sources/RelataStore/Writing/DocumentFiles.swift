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
    for file in files {
      var row = DocumentFileRow(file, of: id)
      let known = try DocumentFileRow.fetchOne(
        db,
        SQLRequest(
          literal: """
            SELECT * FROM documentFile
            WHERE documentId = \(id) AND place = \(row.place) AND part = \(row.part)
            """))
      if let known, known.sha256 == row.sha256 { row.read = known.read ?? row.read }
      try row.save(db)
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

  /// The earlier versions of a document: found in the same place, or published at the same address, and with another
  /// text.
  func earlier(than document: Document) throws -> (place: [DocumentID], address: [DocumentID]) {
    var places: [DocumentID] = []
    for file in document.files {
      places += try DocumentID.fetchAll(
        db,
        SQLRequest(
          literal: """
            SELECT documentId FROM documentFile
            WHERE place = \(file.place) AND part = \(file.part ?? "") AND documentId <> \(document.id)
            """))
    }
    guard let address = document.address else { return (places, []) }
    let addresses = try DocumentID.fetchAll(
      db,
      SQLRequest(
        literal: """
          SELECT id FROM document
          WHERE url = \(address) AND id <> \(document.id) AND sha256 <> \(document.sha256)
          ORDER BY id
          """))
    return (places, addresses)
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
