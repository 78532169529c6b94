import GRDB
import RelataCore
import RelataGraph

/// Keeps what confidential documents say apart from the graph, and puts it back.
///
/// The graph of a file is that of the other documents, as if those had never been read: no name, no count and no
/// confidence has anything of them, whatever is asked. Who may see them gets a copy of the graph with all put back.
struct DocumentSeals {
  let db: Database
  let schema: RelationSchema

  /// Seals what decisions say is confidential now, and opens what is so no more; in the caller's transaction.
  func run() throws {
    let sealed = try Self.sealed(db)
    let wanted = try confidential()
    guard sealed != wanted else { return }
    var update = GraphUpdate(db: db, schema: schema)
    for id in sealed.subtracting(wanted).sorted() { try open(id, as: 0, update: &update) }
    try update.run()
    update = GraphUpdate(db: db, schema: schema)
    for id in wanted.subtracting(sealed).sorted() { try seal(id, update: &update) }
    try update.run()
  }

  /// Puts everything back that is sealed.
  func openAll() throws {
    var update = GraphUpdate(db: db, schema: schema)
    for id in try Self.sealed(db).sorted() { try open(id, as: 2, update: &update) }
    try update.run()
  }

  /// The documents of which nothing is to be told.
  static func sealed(_ db: Database) throws -> Set<DocumentID> {
    try DocumentID.fetchSet(
      db, SQLRequest(literal: "SELECT id FROM document WHERE isConfidential = 1"))
  }

  /// The documents of the graph about which the last decision that counts says that they are confidential.
  private func confidential() throws -> Set<DocumentID> {
    try DocumentID.fetchSet(
      db,
      SQLRequest(
        literal: """
          SELECT documentId FROM (
            SELECT documentId, kind, max(number) FROM decisionDocument
            JOIN decision ON decision.number = decisionDocument.decision
            JOIN document ON document.id = decisionDocument.documentId
            WHERE decision.isUndone = 0 AND kind IN ('confidential', 'disclose')
            GROUP BY documentId)
          WHERE kind = 'confidential'
          """))
  }

  private func seal(_ id: DocumentID, update: inout GraphUpdate) throws {
    let contents = try DocumentContents(of: id, db).text()
    try DocumentRemoval.empty(id, update: &update) { $0.isConfidential = 1 }
    try db.execute(
      literal: "INSERT INTO sealedDocument (documentId, contents) VALUES (\(id), \(contents))")
  }

  private func open(_ id: DocumentID, as flag: Int, update: inout GraphUpdate) throws {
    let text = try String.fetchOne(
      db, SQLRequest(literal: "SELECT contents FROM sealedDocument WHERE documentId = \(id)"))
    let contents = try DocumentContents(text: text, "what a confidential document says")
    try db.execute(literal: "DELETE FROM sealedDocument WHERE documentId = \(id)")
    try db.execute(literal: "UPDATE document SET isConfidential = \(flag) WHERE id = \(id)")
    try contents.insert(of: id, update: &update)
  }
}
