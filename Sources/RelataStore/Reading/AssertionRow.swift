import GRDB
import RelataCore
import RelataGraph

/// The columns of an assertion: what one text states, and the evidence of a relation.
enum AssertionRow {
  static func insert(
    _ assertion: Assertion, position: Int, document: Document, subject: NameKey, object: NameKey,
    claimant: NameKey?, wording: String?, via: [String], db: Database
  ) throws {
    let evidence = assertion.evidence
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO assertion (
          documentId, position, localId, subjectKey, type, objectKey, predicate, polarity, status,
          tense, claimantKey, claimant, cue, time, place, confidence, extractor, sentence, "start",
          "end", subjectStart, subjectEnd, objectStart, objectEnd, triggerStart, triggerEnd, quote,
          amount, via)
        VALUES (?,?,?,?,?,?,?,?,?, ?,?,?,?,?,?,?,?,?,?, ?,?,?,?,?,?,?,?, ?,?)
        """)
    let arguments: [(any DatabaseValueConvertible)?] = [
      document.id.rawValue, position, assertion.id.rawValue, subject.text,
      assertion.relation.rawValue, object.text, assertion.predicate, assertion.polarity.rawValue,
      assertion.status.rawValue, assertion.tense.rawValue, claimant?.text, wording,
      assertion.attribution?.cue, assertion.time, assertion.place, assertion.confidence,
      assertion.extractor, evidence.sentence, evidence.span.start, evidence.span.end,
      evidence.subject?.start, evidence.subject?.end, evidence.object?.start, evidence.object?.end,
      evidence.trigger?.start, evidence.trigger?.end, document.text[evidence.span],
      assertion.amount, try JSONList.text(via),
    ]
    try statement.execute(arguments: StatementArguments(arguments))
  }

  /// Reads evidence of the relations a condition selects; `assertion` is its table.
  ///
  /// - Returns: For each relation its evidence with the claimant as the graph names it, assembled.
  static func evidence(
    where condition: String, arguments: StatementArguments, db: Database
  ) throws -> [String: [EvidenceRecord]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT
          assertion.relationId, assertion.documentId, document.source, document.title,
          document.published, assertion.sentence, assertion."start", assertion."end",
          assertion.quote, assertion.isSwapped, subjectStart, subjectEnd, objectStart, objectEnd,
          triggerStart, triggerEnd, claimantEntity.id, claimantEntity.name, assertion.claimant,
          assertion.cue, assertion.time, assertion.place, assertion.confidence, assertion.extractor,
          assertion.amount, assertion.via
        FROM assertion
        JOIN document ON document.id = assertion.documentId
        LEFT JOIN nameGroup ON nameGroup.nameKey = assertion.claimantKey
        LEFT JOIN entity AS claimantEntity ON claimantEntity.id = nameGroup.entityId
        WHERE \(condition)
        """, arguments: arguments)
    var evidence: [String: [EvidenceRecord]] = [:]
    while let row = try rows.next() {
      evidence[row[0], default: []].append(try record(row))
    }
    return evidence.mapValues(EvidenceRecord.assembled)
  }

  private static func record(_ row: Row) throws -> EvidenceRecord {
    guard let span = try span(row, 6) else { throw Self.damaged("evidence without a span") }
    let isSwapped: Bool = row[9]
    let subject = try self.span(row, 10)
    let object = try self.span(row, 12)
    var attribution: EvidenceAttribution?
    if let cue: String = row[19] {
      let id: String? = row[16]
      let name: String? = row[17] ?? row[18]
      attribution = EvidenceAttribution(
        entity: id.map { EntityID($0) }, name: name ?? "", cue: cue,
        via: try JSONList.parse(row[25]))
    }
    return EvidenceRecord(
      document: DocumentID(row[1]), source: row[2], title: row[3], published: row[4],
      sentence: row[5], span: span, quote: row[8], subject: isSwapped ? object : subject,
      object: isSwapped ? subject : object, trigger: try self.span(row, 14),
      attribution: attribution, time: row[20], place: row[21], amount: row[24], confidence: row[22],
      extractor: row[23])
  }

  private static func span(_ row: Row, _ column: Int) throws -> Span? {
    guard let start: Int = row[column], let end: Int = row[column + 1] else { return nil }
    guard 0 <= start, start <= end else { throw damaged("span \(start)…\(end)") }
    return Span(start, end)
  }

  static func damaged(_ what: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: what)
  }
}
