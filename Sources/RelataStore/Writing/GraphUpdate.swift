import GRDB
import RelataCore
import RelataGraph

/// Brings entities and relations up to date with what changed, within the caller's transaction.
///
/// Only names and bearers that documents connect with the touched ones are resolved again; by the contracts of
/// ``EntityResolver`` and ``IdentityResolution`` the result is the same as resolving everything.
struct GraphUpdate {
  let db: Database
  let schema: RelationSchema
  /// Names of places, peoples and the like whose documents or claims changed.
  var touched: Set<NameKey> = []
  /// Bearers of names that are new.
  var bearers: Set<BearerKey> = []
  /// Entities that lost a bearer.
  var loosened: Set<EntityID> = []
  /// Bearers that were linked with one that went and were disputed.
  var unsettled: Set<BearerKey> = []
  /// Names of which a bearer came or went.
  var names: Set<NameKey> = []
  /// Documents whose assertions are new.
  var documents: Set<DocumentID> = []
  /// Relations that lost assertions.
  var relations: Set<AssertionID> = []

  /// Brings everything up to date that was noted.
  mutating func run() throws {
    let closure = try ClaimGraph(db: db).closure(of: touched)
    var moved = Set(try EntityUpdate(db: db).run(closure).map(\.text))
    moved.formUnion(
      try IdentityUpdate(db: db, decided: DecidedBearers(db: db)).run(
        added: bearers, loosened: loosened, unsettled: unsettled, names: names
      ).map(\.text))
    for key in moved.sorted() {
      try reassign("subjectKey = \(key)")
      try reassign("objectKey = \(key)")
    }
    for document in documents.sorted() { try reassign("documentId = \(document)") }
    for relation in relations.sorted() { try summarize(relation) }
    try DecidedNames(db: db).apply()
    try LeftOutParts(db: db, schema: schema).write()
  }

  // MARK: - Assertions to relations

  /// An assertion between two entities, and the relation it supported so far.
  private struct Support: Decodable, FetchableRecord {
    var documentId: DocumentID
    var position: Int
    var subjectId: EntityID
    var objectId: EntityID
    var type: RelationID
    var predicate: String
    var polarity: Polarity
    var status: AssertionStatus
    var tense: TenseClass
    var relationId: AssertionID?
    var isSwapped: Bool

    func key(_ schema: RelationSchema) -> RelationKey? {
      RelationKey(
        subject: subjectId, object: objectId, type: type, predicate: predicate,
        polarity: polarity, status: status, tense: tense, schema: schema)
    }
  }

  /// Finds for each assertion of a condition the relation it supports.
  private mutating func reassign(_ condition: SQL) throws {
    let supports = try Support.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT documentId, position, subject.entityId AS subjectId,
            object.entityId AS objectId, assertion.type, predicate, polarity, status, tense,
            relationId, isSwapped
          FROM assertion
          JOIN nameGroup AS subject ON subject.nameKey = assertion.subjectKey
          JOIN nameGroup AS object ON object.nameKey = assertion.objectKey
          WHERE \(condition)
          """))
    for support in supports {
      let key = support.key(schema)
      let isSwapped = key?.isSwapped ?? false
      let new = key?.id
      relations.formUnion([support.relationId, new].compactMap { $0 })
      if support.relationId == new, support.isSwapped == isSwapped { continue }
      if let key { try RelationRow(key).insert(db) }
      try db.cachedStatement(
        literal: """
          UPDATE assertion SET relationId = \(new), isSwapped = \(isSwapped)
          WHERE documentId = \(support.documentId) AND position = \(support.position)
          """
      ).execute()
    }
  }

  /// A sentence and where it stands.
  private struct Printed: Decodable, FetchableRecord {
    var report: String
    var outlet: String?
    var source: String
    var quote: String
    var confidence: Double
    var type: RelationID
    var tense: TenseClass
    var time: String?
    var published: String?
  }

  /// Computes confidence, predicate and times of a relation again; deletes it if nothing supports it.
  private func summarize(_ id: AssertionID) throws {
    let predicate = try String.fetchOne(
      db.cachedStatement(
        literal: """
          SELECT predicate FROM assertion WHERE relationId = \(id)
          ORDER BY confidence DESC, documentId, "start", "end", predicate LIMIT 1
          """))
    guard let predicate else {
      try db.cachedStatement(literal: "DELETE FROM relation WHERE id = \(id)").execute()
      return
    }
    let printed = try Printed.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT coalesce(document.report, document.id) AS report, document.outlet, document.source,
            assertion.quote, assertion.confidence, type, tense, time, document.published
          FROM assertion JOIN document ON document.id = assertion.documentId
          WHERE relationId = \(id)
          """))
    let readings = try printed.map {
      SentenceReading(
        report: $0.report, outlet: $0.outlet, source: $0.source, quote: $0.quote,
        confidence: try StoredNumber.probability($0.confidence))
    }
    let time = RelationTime(
      printed.map {
        TimedStatement(
          relation: $0.type, tense: $0.tense, time: $0.time, published: $0.published)
      }, schema: schema)
    try db.cachedStatement(
      literal: """
        UPDATE relation SET predicate = \(predicate),
          confidence = \(Readings(readings).confidence), holdsFrom = \(time.from),
          holdsUntil = \(time.until), firstReported = \(time.firstReported),
          lastReported = \(time.lastReported), isTimed = 1
        WHERE id = \(id)
        """
    ).execute()
  }
}
