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
    return try DocumentRow.fetchOne(db, SQLRequest(literal: Self.twin(of: document)))
  }

  /// Asks for ``twin(of:)``; by its text, for most documents have no address and would all be looked at.
  static func twin(of document: Document) -> SQL {
    """
    SELECT * FROM document
    WHERE sha256 = \(document.sha256) AND id <> \(document.id) AND +url IS \(document.address)
      AND EXISTS (SELECT 1 FROM documentFile WHERE documentId = document.id)
    ORDER BY id LIMIT 1
    """
  }

  /// Earlier versions: other documents that were found in the same place, or at the same address with another text.
  ///
  /// None of those that were read together with the document; and what the graph knows just so is a later version of
  /// nothing.
  func predecessors(
    of document: Document, readTogether read: Set<DocumentID> = []
  ) throws -> [DocumentVersion] {
    var versions: [DocumentID: DocumentVersion] = [:]
    for file in document.files where try !isKnown(file, of: document.id) {
      for id in try others(in: file, besides: document.id) where versions[id] == nil {
        let isElsewhere = try files(of: id).contains { known in
          !document.files.contains { $0.place == known.place && $0.part == known.part }
        }
        versions[id] = DocumentVersion(
          id: id, reason: .place(file.description), isElsewhere: isElsewhere)
      }
    }
    let samePlace = versions.values.sorted { $0.id < $1.id }
    let sameAddress = try others(atAddressOf: document).filter { versions[$0] == nil }.map {
      DocumentVersion(id: $0, reason: .address(document.address ?? ""))
    }
    return (samePlace + sameAddress).filter { !read.contains($0.id) }
  }

  /// Takes the earlier versions of a document out: they lose its places, and are gone where they have no other.
  ///
  /// - Returns: Whether one is gone.
  func replacePredecessors(
    of document: Document, readTogether read: Set<DocumentID>, update: inout GraphUpdate
  ) throws -> Bool {
    var isReplacing = false
    for earlier in try predecessors(of: document, readTogether: read) {
      if case .place = earlier.reason {
        for file in document.files { try forget(file, of: earlier.id) }
      }
      guard !earlier.isElsewhere else { continue }
      try DocumentRemoval.remove(earlier.id, update: &update)
      try update.moveDecisions(from: earlier.id, to: document.id)
      isReplacing = true
    }
    return isReplacing
  }

  private func isKnown(_ file: SourceFile, of id: DocumentID) throws -> Bool {
    try DocumentFileRow.fetchOne(
      db,
      SQLRequest(
        literal: """
          SELECT * FROM documentFile
          WHERE documentId = \(id) AND place = \(file.place) AND part = \(file.part ?? "")
            AND sha256 = \(file.sha256)
          """)) != nil
  }

  private func others(in file: SourceFile, besides id: DocumentID) throws -> [DocumentID] {
    try DocumentID.fetchAll(
      db,
      SQLRequest(
        literal: """
          SELECT documentId FROM documentFile
          WHERE place = \(file.place) AND part = \(file.part ?? "") AND documentId <> \(id)
          """))
  }

  private func others(atAddressOf document: Document) throws -> [DocumentID] {
    guard let address = document.address else { return [] }
    return try DocumentID.fetchAll(
      db,
      SQLRequest(
        literal: """
          SELECT id FROM document
          WHERE url = \(address) AND id <> \(document.id) AND sha256 <> \(document.sha256)
            AND NOT EXISTS (
              SELECT 1 FROM document
              WHERE id = \(document.id) AND sha256 = \(document.sha256) AND url = \(address))
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
