import GRDB
import RelataCore
import RelataGraph

extension Decision.Kind: DatabaseValueConvertible, StatementColumnConvertible {}

/// One row of the table `decision`.
struct DecisionRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "decision"

  var number: Int
  var kind: Decision.Kind
  /// When.
  var decided: String
  var person: String?
  var reason: String?
  var text: String?
  var undoes: Int?
  /// What the relation is that it is about; nil where it is about none.
  var relationType: RelationID?
  var polarity: Polarity?
  var status: AssertionStatus?
  var tense: TenseClass?
  var predicate: String?
  /// How many sides it had when it was made, also where all whom one of them named were forgotten since.
  var sides: Int
  var isUndone = false

  init(_ decision: Decision, number: Int) {
    self.number = number
    (kind, decided, person) = (decision.kind, decision.when, decision.by)
    (reason, text) = (decision.reason, decision.text)
    undoes = decision.undoes.flatMap(Decision.number)
    relationType = decision.relation?.type
    (polarity, status) = (decision.relation?.polarity, decision.relation?.status)
    (tense, predicate) = (decision.relation?.tense, decision.relation?.predicate)
    sides = decision.sides.count
  }
}

/// One row of the table `decisionBearer`: somebody whom a decision names.
struct DecisionBearerRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "decisionBearer"

  var decision: Int
  var side: Int
  var nameKey: BearerKey
  var name: NameKey
  var documentId: DocumentID?

  init(_ anchor: NameAnchor, decision: Int, side: Int) {
    (self.decision, self.side) = (decision, side)
    nameKey = anchor.key
    (name, documentId) = (nameKey.name, nameKey.isAnyone ? nil : nameKey.document)
  }
}

/// One row of the table `decisionDocument`: a document that a decision is about.
struct DecisionDocumentRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "decisionDocument"

  var decision: Int
  var documentId: DocumentID
}

/// One row of the table `decisionStatement`: a statement of the relation that a decision is about.
struct DecisionStatementRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "decisionStatement"

  var decision: Int
  var position: Int
  var documentId: DocumentID
  var subjectKey: BearerKey
  var objectKey: BearerKey
  var quote: String

  init(_ statement: StatementAnchor, decision: Int, position: Int) {
    (self.decision, self.position) = (decision, position)
    (documentId, quote) = (statement.document, statement.quote)
    (subjectKey, objectKey) = (statement.subject.key, statement.object.key)
  }

  var anchor: StatementAnchor {
    StatementAnchor(
      document: documentId, subject: NameAnchor(subjectKey), object: NameAnchor(objectKey),
      quote: quote)
  }
}
