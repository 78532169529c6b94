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
  /// Repeating is safe. A document that was found in the place of another, or that is published at its address, is a
  /// later version of it and takes its place, unless both were read together. One text in several files is one document with several places, known
  /// by the first of them in the order of their bytes; of documents that are no files, two with the same text are
  /// two.
  ///
  /// - Parameters:
  ///   - extracted: The document with its entities and assertions.
  ///   - producer: What made it, such as a version of program and model; see
  ///     ``isCurrent(_:sha256:producer:)``.
  ///   - read: Documents that were read together with this one: none of them is an earlier version of it.
  ///   - build: The run that brings it, from ``nextBuild(on:)``; a text that the graph has keeps the one that brought it.
  /// - Returns: What was done.
  /// - Throws: `RelataError` RL4010 if the document is unsound (the graph is unchanged), RL4006 if the
  ///   graph is in use, RL4007 if it cannot be written in full (the transaction is undone).
  /// - Complexity: Independent of the number of documents, but for relations that many documents
  ///   support: O(evidence of the relations touched).
  @discardableResult
  public func add(
    _ extracted: ExtractedDocument, producer: String = "", readTogether read: Set<DocumentID> = [],
    build: StoredBuild? = nil
  ) throws(RelataError) -> AddOutcome {
    let document = extracted.annotated.document
    if let defect = extracted.defect() { throw StoreErrors.unsound(document.id, defect) }
    let digest = extracted.digest
    return try write { db in
      let outcome = try take(
        extracted, digest: digest, producer: producer, readTogether: read, build: build, db)
      // What came, or moved to another name, may be confidential.
      try DocumentSeals(db: db, schema: schema).run()
      return outcome
    }
  }

  private func take(
    _ extracted: ExtractedDocument, digest: String, producer: String,
    readTogether read: Set<DocumentID>, build: StoredBuild?, _ db: Database
  ) throws -> AddOutcome {
    let document = extracted.annotated.document
    let files = DocumentFiles(db: db)
    let stored = try DocumentRow.fetchOne(
      db, SQLRequest(literal: "SELECT * FROM document WHERE id = \(document.id)"))
    var update = GraphUpdate(db: db, schema: schema)
    let replaced = try files.replacePredecessors(
      of: document, readTogether: read, update: &update)
    /// What is left to do where the graph has the text already.
    func noted(_ id: DocumentID) throws -> AddOutcome {
      try files.note(document.files, of: id)
      guard replaced else { return .unchanged }
      try update.run()
      return .replaced
    }
    var places = document.files
    var number = build?.number
    if var stored {
      if stored.digest == digest {
        if stored.producer != producer {
          stored.producer = producer
          try stored.update(db)
        }
        return try noted(document.id)
      }
      if stored.sha256 == document.sha256 { number = stored.build }
      // Only now: a text that lies in many files would have them all read for each of them.
      places += try files.files(of: document.id)
      try DocumentRemoval.remove(document.id, update: &update)
    } else if let twin = try files.twin(of: document) {
      let known = try files.files(of: twin.id)
      guard let own = document.files.min(), let first = known.min(), own < first else {
        try update.moveDecisions(from: document.id, to: twin.id)
        return try noted(twin.id)
      }
      places += known
      number = twin.build
      try DocumentRemoval.remove(twin.id, update: &update)
      try update.moveDecisions(from: twin.id, to: document.id)
    }
    if let build, number == build.number { try build.note(db) }
    try DocumentInsertion(
      db: db, extracted: extracted, digest: digest, producer: producer, build: number
    ).run(update: &update)
    try files.note(places, of: document.id)
    try update.run()
    return replaced || stored != nil ? .replaced : .added
  }

  /// Notes that a document of the graph was found in files.
  ///
  /// - Throws: As ``add(_:producer:readTogether:build:)`` does.
  public func note(_ files: [SourceFile], of id: DocumentID) throws(RelataError) {
    // A build that finds nothing new writes nothing.
    let changed = try read { db in try DocumentFiles(db: db).changed(files, of: id) }
    guard !changed.isEmpty else { return }
    try write { db in try DocumentFiles(db: db).note(changed, of: id) }
  }

  /// Documents of the graph that a document is another text of: by its id, its place or its address.
  ///
  /// Adding it takes them out, but for those that it was read together with, and those that lie elsewhere too.
  ///
  /// - Returns: Each once, those of its id first, then those of its place, each in order of their ids.
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  public func versions(of document: Document) throws(RelataError) -> [DocumentVersion] {
    try read { db in
      let isOther =
        try DocumentRow.fetchOne(
          db,
          SQLRequest(
            literal: """
              SELECT * FROM document WHERE id = \(document.id) AND sha256 <> \(document.sha256)
              """)) != nil
      return (isOther ? [DocumentVersion(id: document.id, reason: .id)] : [])
        + (try DocumentFiles(db: db).predecessors(of: document))
    }
  }

  /// Removes a document and everything that only it supports, in one transaction.
  ///
  /// - Returns: Whether the graph held it.
  /// - Throws: As ``add(_:producer:readTogether:build:)`` does.
  @discardableResult
  public func remove(_ id: DocumentID) throws(RelataError) -> Bool {
    try remove(id, erasingDecisions: false)
  }

  func remove(_ id: DocumentID, erasingDecisions: Bool) throws(RelataError) -> Bool {
    try write { db in
      guard try Self.documentExists(id, db) else { return false }
      var update = GraphUpdate(db: db, schema: schema)
      let log = DecisionLog(db: db)
      // Whoever is called so, too: the decision may lose that name.
      let company =
        erasingDecisions ? try Bearers(db: db).named(by: log.company(of: id)) : []
      try update.reopen(company)
      try DocumentRemoval.remove(id, update: &update)
      if erasingDecisions { try log.erase(id) }
      try Bearers(db: db).rename(company)
      try update.run()
      if erasingDecisions { try log.eraseUnnamed() }
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
