import GRDB
import RelataCore
import RelataGraph

/// One row of the table `assertion`: what one text states, and the evidence of a relation.
struct AssertionRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "assertion"

  var documentId: DocumentID
  /// Its place among the document's assertions, from 0.
  var position: Int
  var localId: AssertionID
  /// Keys of names, as text: they are compared, never read.
  var subjectKey: String
  var type: RelationID
  var objectKey: String
  var predicate: String
  var polarity: Polarity
  var status: AssertionStatus
  var tense: TenseClass
  /// The claimant's name if it is an entity.
  var claimantKey: String?
  /// The claimant in the document's words.
  var claimant: String?
  var cue: String?
  var time: String?
  var place: String?
  var confidence: Double
  var extractor: String
  var sentence: Int
  var start: Int
  var end: Int
  var subjectStart: Int?
  var subjectEnd: Int?
  var objectStart: Int?
  var objectEnd: Int?
  var triggerStart: Int?
  var triggerEnd: Int?
  var quote: String
  /// The relation that it supports; nil where both ends are one entity.
  var relationId: AssertionID?
  /// Whether the relation has its ends the other way round.
  var isSwapped: Bool
  var amount: String?
  var via: JSONList
  /// The page on which the quote begins, of a document with pages.
  var page: Int?

  /// Whom an assertion's ends and claimant name.
  struct Names {
    var subject: BearerKey
    var object: BearerKey
    var claimant: BearerKey?
  }

  /// The row of an assertion that supports no relation yet.
  ///
  /// `localNames` are the names of the document's entities, for claimants that are none of the graph.
  init(
    _ assertion: Assertion, position: Int, of document: Document, names: Names,
    localNames: [EntityID: String]
  ) {
    let evidence = assertion.evidence
    documentId = document.id
    self.position = position
    localId = assertion.id
    subjectKey = names.subject.text
    type = assertion.relation
    objectKey = names.object.text
    predicate = assertion.predicate
    polarity = assertion.polarity
    status = assertion.status
    tense = assertion.tense
    claimantKey = names.claimant?.text
    claimant = assertion.attribution?.wording(localNames: localNames)
    cue = assertion.attribution?.cue
    time = assertion.time
    place = assertion.place
    confidence = assertion.confidence
    extractor = assertion.extractor
    sentence = evidence.sentence
    start = evidence.span.start
    end = evidence.span.end
    subjectStart = evidence.subject?.start
    subjectEnd = evidence.subject?.end
    objectStart = evidence.object?.start
    objectEnd = evidence.object?.end
    triggerStart = evidence.trigger?.start
    triggerEnd = evidence.trigger?.end
    quote = document.text[evidence.span]
    isSwapped = false
    amount = assertion.amount
    via = JSONList(assertion.attribution?.reporters(localNames: localNames) ?? [])
    page = document.page(at: evidence.span.start)
  }
}

extension AssertionRow {
  /// Reads a row column by column, several times as fast as by way of `Decodable`.
  ///
  /// - Throws: `RowDecodingError` where a column is missing or holds another kind of value.
  init(row: Row) throws {
    documentId = try row.decode(forColumn: "documentId")
    position = try row.decode(forColumn: "position")
    localId = try row.decode(forColumn: "localId")
    subjectKey = try row.decode(forColumn: "subjectKey")
    type = try row.decode(forColumn: "type")
    objectKey = try row.decode(forColumn: "objectKey")
    predicate = try row.decode(forColumn: "predicate")
    polarity = try row.decode(forColumn: "polarity")
    status = try row.decode(forColumn: "status")
    tense = try row.decode(forColumn: "tense")
    claimantKey = try row.decode(forColumn: "claimantKey")
    claimant = try row.decode(forColumn: "claimant")
    cue = try row.decode(forColumn: "cue")
    time = try row.decode(forColumn: "time")
    place = try row.decode(forColumn: "place")
    confidence = try row.decode(forColumn: "confidence")
    extractor = try row.decode(forColumn: "extractor")
    sentence = try row.decode(forColumn: "sentence")
    start = try row.decode(forColumn: "start")
    end = try row.decode(forColumn: "end")
    subjectStart = try row.decode(forColumn: "subjectStart")
    subjectEnd = try row.decode(forColumn: "subjectEnd")
    objectStart = try row.decode(forColumn: "objectStart")
    objectEnd = try row.decode(forColumn: "objectEnd")
    triggerStart = try row.decode(forColumn: "triggerStart")
    triggerEnd = try row.decode(forColumn: "triggerEnd")
    quote = try row.decode(forColumn: "quote")
    relationId = try row.decode(forColumn: "relationId")
    isSwapped = try row.decode(forColumn: "isSwapped")
    amount = try row.decode(forColumn: "amount")
    via = try row.decode(forColumn: "via")
    page = try row.decode(forColumn: "page")
  }
}
