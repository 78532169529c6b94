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

  /// The names of an assertion's ends and claimant, as keys.
  struct Names {
    var subject: NameKey
    var object: NameKey
    var claimant: NameKey?
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
  }
}
