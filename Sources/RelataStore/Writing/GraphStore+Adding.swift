import GRDB
import RelataCore
import RelataGraph

/// What adding a document did.
public enum AddOutcome: String, Sendable, Codable {
  /// The graph did not know the document.
  case added
  /// The graph already holds just this.
  case unchanged
  /// A document of this id was there with other content or from another extractor.
  case replaced
}

extension GraphStore {
  /// Adds one document and brings entities and relations up to date, in one transaction.
  ///
  /// Repeating is safe. Two documents with the same text but different ids are two documents.
  ///
  /// - Parameters:
  ///   - extracted: The document with its entities and assertions.
  ///   - producer: What made it, such as a version of program and model; see
  ///     ``isCurrent(_:sha256:producer:)``.
  /// - Returns: What was done.
  /// - Throws: `RelataError` RL4010 if the document is unsound (the graph is unchanged), RL4006 if the
  ///   graph is in use, RL4007 if it cannot be written in full (the transaction is undone).
  /// - Complexity: Independent of the number of documents, but for relations that many documents
  ///   support: O(evidence of the relations touched).
  @discardableResult
  public func add(
    _ extracted: ExtractedDocument, producer: String = ""
  ) throws(RelataError) -> AddOutcome {
    let document = extracted.annotated.document
    if let defect = extracted.defect() { throw StoreErrors.unsound(document.id, defect) }
    let digest = extracted.digest
    return try write { db in
      let stored = try DocumentRow.fetchOne(
        db, SQLRequest(literal: "SELECT * FROM document WHERE id = \(document.id)"))
      var update = GraphUpdate(db: db, schema: schema)
      if var stored {
        if stored.digest == digest {
          if stored.producer != producer {
            stored.producer = producer
            try stored.update(db)
          }
          return .unchanged
        }
        try DocumentRemoval.remove(document.id, update: &update)
      }
      try DocumentInsertion(
        db: db, extracted: extracted, digest: digest, producer: producer
      ).run(update: &update)
      try update.run()
      return stored == nil ? .added : .replaced
    }
  }

  /// Removes a document and everything that only it supports, in one transaction.
  ///
  /// - Returns: Whether the graph held it.
  /// - Throws: As ``add(_:producer:)`` does.
  @discardableResult
  public func remove(_ id: DocumentID) throws(RelataError) -> Bool {
    try write { db in
      guard try Self.documentExists(id, db) else { return false }
      var update = GraphUpdate(db: db, schema: schema)
      try DocumentRemoval.remove(id, update: &update)
      try update.run()
      return true
    }
  }

  /// Whether the graph holds a document with this text, made by this producer.
  ///
  /// Lets a build skip the extraction of what it has already.
  ///
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  public func isCurrent(
    _ id: DocumentID, sha256: String, producer: String
  ) throws(RelataError) -> Bool {
    try read { db in
      try DocumentRow.fetchOne(
        db,
        SQLRequest(
          literal: """
            SELECT * FROM document
            WHERE id = \(id) AND sha256 = \(sha256) AND producer = \(producer)
            """)) != nil
    }
  }

  private static func documentExists(_ id: DocumentID, _ db: Database) throws -> Bool {
    try DocumentRow.fetchOne(
      db, SQLRequest(literal: "SELECT * FROM document WHERE id = \(id)")) != nil
  }
}
