import GRDB
import RelataCore
import RelataGraph

/// An assertion with what a citation needs of its document and its claimant.
struct EvidenceRow: FetchableRecord {
  /// The columns of the assertion itself, beside the others.
  var assertion: AssertionRow
  var source: String
  var report: DocumentID?
  var title: String?
  var published: String?
  var author: String?
  var outlet: String?
  var address: String?
  /// The claimant as the graph names it.
  var claimantId: EntityID?
  var claimantName: String?

  init(row: Row) throws {
    assertion = try AssertionRow(row: row)
    source = try row.decode(forColumn: "source")
    report = try row.decode(forColumn: "report")
    title = try row.decode(forColumn: "title")
    published = try row.decode(forColumn: "published")
    author = try row.decode(forColumn: "author")
    outlet = try row.decode(forColumn: "outlet")
    address = try row.decode(forColumn: "url")
    claimantId = try row.decode(forColumn: "claimantId")
    claimantName = try row.decode(forColumn: "claimantName")
  }

  /// The evidence of the relations that a condition selects; `assertion` is its table.
  ///
  /// - Returns: For each relation its evidence, assembled.
  /// - Throws: What SQLite reports; what says that the file is damaged.
  static func evidence(
    where condition: SQL, _ db: Database
  ) throws -> [AssertionID: [EvidenceRecord]] {
    let rows = try fetchCursor(
      db,
      SQLRequest(
        literal: """
          SELECT
            assertion.*, document.source, document.title, document.published,
            document.author, document.outlet, document.url, document.report,
            claimantEntity.id AS claimantId, claimantEntity.name AS claimantName
          FROM assertion
          JOIN document ON document.id = assertion.documentId
          LEFT JOIN nameGroup ON nameGroup.nameKey = assertion.claimantKey
          LEFT JOIN entity AS claimantEntity ON claimantEntity.id = nameGroup.entityId
          WHERE \(condition)
          """))
    var evidence: [AssertionID: [EvidenceRecord]] = [:]
    while let row = try rows.next() {
      guard let id = row.assertion.relationId else { continue }
      evidence[id, default: []].append(try row.record())
    }
    return evidence.mapValues(EvidenceRecord.assembled)
  }

  private func record() throws -> EvidenceRecord {
    guard let span = try StoredNumber.span(assertion.start, assertion.end) else {
      throw StoredNumber.damaged("evidence without a span")
    }
    let subject = try StoredNumber.span(assertion.subjectStart, assertion.subjectEnd)
    let object = try StoredNumber.span(assertion.objectStart, assertion.objectEnd)
    return EvidenceRecord(
      document: assertion.documentId, report: report, source: source, title: title,
      published: published,
      author: author, outlet: outlet, address: address,
      page: try assertion.page.map { try StoredNumber.checked($0, "page") },
      sentence: try StoredNumber.checked(assertion.sentence, "sentence"), span: span,
      quote: assertion.quote, predicate: assertion.predicate,
      subject: assertion.isSwapped ? object : subject,
      object: assertion.isSwapped ? subject : object,
      trigger: try StoredNumber.span(assertion.triggerStart, assertion.triggerEnd),
      attribution: assertion.cue.map { cue in
        EvidenceAttribution(
          entity: claimantId, name: claimantName ?? assertion.claimant ?? "", cue: cue,
          via: assertion.via.items)
      }, time: assertion.time, place: assertion.place, amount: assertion.amount,
      confidence: try StoredNumber.probability(assertion.confidence),
      extractor: assertion.extractor)
  }
}
