import Foundation
import GRDB
import RelataCore
import RelataGraph

/// Keeps documents in the graph with the types that decisions give, and as they were read beside it.
///
/// The rows of such a document are as if it had been read so; what was read is put back when the decision is undone.
struct Retyping {
  let db: Database
  private let decisions: RetypeDecisions

  init(db: Database) throws {
    self.db = db
    let any = try Int.fetchOne(
      db.cachedStatement(
        literal: "SELECT 1 FROM decision WHERE kind = 'retype' AND isUndone = 0 LIMIT 1"))
    decisions = RetypeDecisions(log: any == nil ? [] : try DecisionLog(db: db).decisions())
  }

  // MARK: - One document

  /// What a document that is being added says by the decisions; notes what was read where that differs.
  func retyped(_ read: DocumentContents, of document: DocumentID) throws -> DocumentContents {
    guard !decisions.isEmpty else { return read }
    let meant = entities(read, document)
    guard !meant.keys.isEmpty else { return read }
    try db.execute(
      literal: """
        INSERT INTO retypedDocument (documentId, contents)
        VALUES (\(document), \(try read.text()))
        """)
    for (key, other) in meant.keys.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        literal: """
          INSERT INTO retypedName (documentId, readKey, readName, nameKey)
          VALUES (\(document), \(key), \(key.name), \(other))
          """)
    }
    return try read.retyped(meant, of: document, profiles: profiles(of: document, meant))
  }

  private func entities(_ read: DocumentContents, _ document: DocumentID) -> RetypedEntities {
    RetypedEntities(read.entities.map { ($0.entity, $0.nameKey) }, in: document, decisions)
  }

  /// A reader of what the document says of whom it names; nil where the graph does not hold it.
  private func profiles(
    of id: DocumentID, _ meant: RetypedEntities
  ) throws -> ProfileReader? {
    guard
      let row = try DocumentRow.fetchOne(
        db, SQLRequest(literal: "SELECT * FROM document WHERE id = \(id)")),
      let text = try DocumentTextRow.fetchOne(
        db, SQLRequest(literal: "SELECT * FROM documentText WHERE documentId = \(id)"))
    else { return nil }
    return ProfileReader(
      rereading: row.document(SourceText(text.text)), entities: meant.entities.map(\.entity))
  }

  // MARK: - Decisions that come and go

  /// The documents that name somebody of a decision.
  func documents(of decision: Decision) throws -> Set<DocumentID> {
    var found: Set<DocumentID> = []
    for key in Set((decision.sides.first ?? []).map(\.key)) {
      if let document = key.document, !key.isAnyone {
        found.insert(document)
        continue
      }
      found.formUnion(
        try DocumentID.fetchAll(
          db,
          SQLRequest(
            literal: """
              SELECT documentId FROM bearer WHERE name = \(key.name)
              UNION SELECT documentId FROM documentEntity WHERE nameKey = \(key)
              UNION SELECT documentId FROM retypedName WHERE readName = \(key.name)
              """)))
    }
    return decision.documents.isEmpty ? found : found.intersection(decision.documents)
  }

  /// Writes those of some documents anew of which decisions now say otherwise than the graph has it.
  func bringUpToDate(_ documents: Set<DocumentID>, update: inout GraphUpdate) throws {
    for id in documents.sorted() {
      let rows = SQLRequest<DocumentRow>(
        literal: "SELECT * FROM document WHERE id = \(id) AND isConfidential <> 1")
      guard try DocumentRow.fetchOne(db, rows) != nil else { continue }
      let read = try DocumentContents(of: id, db)
      let known = try Dictionary(
        uniqueKeysWithValues: Row.fetchAll(
          db,
          SQLRequest(literal: "SELECT readKey, nameKey FROM retypedName WHERE documentId = \(id)")
        ).map {
          (
            try $0.decode(BearerKey.self, forColumn: "readKey"),
            try $0.decode(BearerKey.self, forColumn: "nameKey")
          )
        })
      guard entities(read, id).keys != known else { continue }
      try DocumentRemoval.empty(id, update: &update) { _ in }
      try read.insert(of: id, update: &update)
    }
  }
}

extension DocumentContents {
  /// The form in which they stand in one column, without what the rest of the graph makes of them: equal contents give
  /// equal bytes.
  func text() throws -> String {
    var contents = self
    contents.entities.sort { $0.localId < $1.localId }
    contents.bearers.sort { $0.nameKey < $1.nameKey }
    contents.bands = Set(bands).sorted()
    if bands.isEmpty { contents.shingles = [] }
    for i in contents.bearers.indices { contents.bearers[i].decidedNames = JSONList([]) }
    for i in contents.assertions.indices {
      (contents.assertions[i].relationId, contents.assertions[i].isSwapped) = (nil, false)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(contents), as: UTF8.self)
  }

  /// - Throws: What says that the file is damaged.
  init(text: String?, _ what: String) throws {
    guard let text,
      let contents = try? JSONDecoder().decode(DocumentContents.self, from: Data(text.utf8))
    else { throw StoredNumber.damaged(what) }
    self = contents
  }

  /// The contents with entities of other types.
  fileprivate func retyped(
    _ meant: RetypedEntities, of document: DocumentID, profiles: ProfileReader?
  ) throws -> DocumentContents {
    var contents = self
    for i in contents.entities.indices {
      contents.entities[i].nameKey = meant.entities[i].key
      contents.entities[i].type = meant.entities[i].entity.type
    }
    let kept = bearers.filter { meant.keys[$0.nameKey] == nil }
    contents.bearers = kept
    let known = Set(kept.map(\.nameKey))
    for key in Set(meant.keys.values).subtracting(known).sorted() where key.document != nil {
      let named = meant.entities.filter { $0.key == key }.map(\.entity)
      let bearer = Bearer(
        key: key, profile: profiles?.profile(of: named) ?? BearerProfile())
      contents.bearers.append(try BearerRow(bearer, of: document))
    }
    contents.bearers.sort { $0.nameKey < $1.nameKey }
    func key(_ text: String) -> String {
      BearerKey(text: text).flatMap { meant.keys[$0] }?.text ?? text
    }
    for i in contents.assertions.indices {
      contents.assertions[i].subjectKey = key(contents.assertions[i].subjectKey)
      contents.assertions[i].objectKey = key(contents.assertions[i].objectKey)
      contents.assertions[i].claimantKey = contents.assertions[i].claimantKey.map(key)
    }
    return contents
  }
}
