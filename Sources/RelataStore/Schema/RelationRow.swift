import GRDB
import RelataCore
import RelataGraph

/// One row of the table `relation`: an edge without its evidence.
struct RelationRow: Encodable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "relation"
  static let persistenceConflictPolicy = PersistenceConflictPolicy(insert: .ignore)

  var id: AssertionID
  var subjectId: EntityID
  var type: RelationID
  var objectId: EntityID
  var predicate: String
  var polarity: Polarity
  var status: AssertionStatus
  var tense: TenseClass
  var confidence: Double

  /// A relation that nothing supports yet: predicate and confidence follow from its assertions.
  init(_ key: RelationKey) {
    id = key.id
    subjectId = key.subject
    type = key.type
    objectId = key.object
    predicate = ""
    polarity = key.polarity
    status = key.status
    tense = key.tense
    confidence = 0
  }

  /// The relation with its evidence.
  ///
  /// - Throws: What says that the file is damaged, if the confidence is no probability.
  func relation(evidence: [EvidenceRecord]) throws -> Relation {
    Relation(
      id: id, subject: subjectId, type: type, object: objectId, predicate: predicate,
      polarity: polarity, status: status, tense: tense,
      confidence: try StoredNumber.probability(confidence), evidence: evidence)
  }
}

extension RelationRow {
  /// Reads a row column by column, several times as fast as by way of `Decodable`.
  ///
  /// - Throws: `RowDecodingError` where a column is missing or holds another kind of value.
  init(row: Row) throws {
    id = try row.decode(forColumn: "id")
    subjectId = try row.decode(forColumn: "subjectId")
    type = try row.decode(forColumn: "type")
    objectId = try row.decode(forColumn: "objectId")
    predicate = try row.decode(forColumn: "predicate")
    polarity = try row.decode(forColumn: "polarity")
    status = try row.decode(forColumn: "status")
    tense = try row.decode(forColumn: "tense")
    confidence = try row.decode(forColumn: "confidence")
  }
}
