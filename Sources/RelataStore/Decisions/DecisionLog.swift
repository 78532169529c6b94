import GRDB
import RelataCore
import RelataGraph
import RelataLanguage

/// The log of decisions in the graph file.
struct DecisionLog {
  let db: Database

  // MARK: - Reading

  /// All decisions in order.
  func decisions() throws -> [Decision] {
    let bearers = Dictionary(
      grouping: try DecisionBearerRow.fetchAll(
        db, SQLRequest(literal: "SELECT * FROM decisionBearer ORDER BY decision, side, nameKey")),
      by: \.decision)
    let statements = Dictionary(
      grouping: try DecisionStatementRow.fetchAll(
        db, SQLRequest(literal: "SELECT * FROM decisionStatement ORDER BY decision, position")),
      by: \.decision)
    let documents = Dictionary(
      grouping: try DecisionDocumentRow.fetchAll(
        db, SQLRequest(literal: "SELECT * FROM decisionDocument ORDER BY decision, documentId")),
      by: \.decision)
    return try DecisionRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM decision ORDER BY number")
    ).map { row in
      var decision = Self.decision(row, bearers[row.number] ?? [], statements[row.number] ?? [])
      decision.documents = (documents[row.number] ?? []).map(\.documentId)
      return decision
    }
  }

  private static func decision(
    _ row: DecisionRow, _ bearers: [DecisionBearerRow], _ statements: [DecisionStatementRow]
  ) -> Decision {
    var sides = [[NameAnchor]](repeating: [], count: max(0, min(row.sides, 10_000)))
    for bearer in bearers where sides.indices.contains(bearer.side) {
      sides[bearer.side].append(NameAnchor(bearer.nameKey))
    }
    var relation: RelationAnchor?
    if let type = row.relationType, let polarity = row.polarity, let status = row.status,
      let tense = row.tense
    {
      relation = RelationAnchor(
        type: type, polarity: polarity, status: status, tense: tense, predicate: row.predicate,
        statements: statements.map(\.anchor))
    }
    return Decision(
      id: "d\(row.number)", kind: row.kind, when: row.decided, by: row.person, reason: row.reason,
      text: row.text, undoes: row.undoes.map { "d\($0)" }, sides: sides, relation: relation)
  }

  // MARK: - Writing

  /// Takes a decision in under the next number.
  ///
  /// - Returns: The decision with its id.
  func append(_ decision: Decision) throws -> Decision {
    let last = try Int.fetchOne(db, sql: "SELECT max(number) FROM decision") ?? 0
    let number = last + 1
    try DecisionRow(decision, number: number).insert(db)
    for (side, anchors) in decision.sides.enumerated() {
      for anchor in Set(anchors) {
        try DecisionBearerRow(anchor, decision: number, side: side).insert(db)
      }
    }
    for (position, statement) in (decision.relation?.statements ?? []).enumerated() {
      try DecisionStatementRow(statement, decision: number, position: position).insert(db)
    }
    for document in Set(decision.documents) {
      try DecisionDocumentRow(decision: number, documentId: document).insert(db)
    }
    var decision = decision
    decision.id = "d\(number)"
    if decision.kind == .undo { try noteUndone() }
    return decision
  }

  /// Notes which decisions are undone.
  private func noteUndone() throws {
    try db.execute(sql: "UPDATE decision SET isUndone = 0")
    for number in Decision.undone(in: try decisions()).compactMap(Decision.number) {
      try db.execute(literal: "UPDATE decision SET isUndone = 1 WHERE number = \(number)")
    }
  }

  // MARK: - Documents that go

  /// Makes what was decided about a document hold of the one that takes its place.
  ///
  /// - Returns: Whom the decisions name in the new document.
  func move(from old: DocumentID, to new: DocumentID) throws -> Set<BearerKey> {
    var moved: Set<BearerKey> = []
    for row in try DecisionBearerRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM decisionBearer WHERE documentId = \(old)"))
    {
      try row.delete(db)
      var anchor = NameAnchor(row.nameKey)
      anchor.document = new
      moved.insert(anchor.key)
      let moved = DecisionBearerRow(anchor, decision: row.decision, side: row.side)
      try moved.insert(db, onConflict: .ignore)
    }
    for row in try DecisionStatementRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM decisionStatement WHERE documentId = \(old)"))
    {
      var anchor = row.anchor
      (anchor.document, anchor.subject.document) = (new, anchor.subject.document.map { _ in new })
      anchor.object.document = anchor.object.document.map { _ in new }
      try DecisionStatementRow(anchor, decision: row.decision, position: row.position).update(db)
    }
    try db.execute(
      literal: "UPDATE OR IGNORE decisionDocument SET documentId = \(new) WHERE documentId = \(old)"
    )
    try db.execute(literal: "DELETE FROM decisionDocument WHERE documentId = \(old)")
    return moved
  }

  /// Everybody whom decisions name that name somebody of a document.
  func company(of document: DocumentID) throws -> Set<BearerKey> {
    try BearerKey.fetchSet(
      db,
      SQLRequest(
        literal: """
          SELECT DISTINCT nameKey FROM decisionBearer WHERE decision IN (
            SELECT decision FROM decisionBearer WHERE documentId = \(document))
          """))
  }

  /// Erases what a document said from the decisions.
  func erase(_ document: DocumentID) throws {
    let confined = try Int.fetchAll(
      db,
      SQLRequest(
        literal: """
          SELECT decision FROM decisionDocument JOIN decision ON number = decision
          WHERE documentId = \(document) AND kind = 'retype'
          """))
    try erase(
      bearers: "documentId = \(document)", statements: "documentId = \(document)")
    try db.execute(
      literal: """
        UPDATE decision SET text = NULL, reason = NULL WHERE number IN (
          SELECT decision FROM decisionDocument WHERE documentId = \(document))
          AND kind <> 'retype'
        """)
    try db.execute(literal: "DELETE FROM decisionDocument WHERE documentId = \(document)")
    // One that held in certain documents must not come to hold in all.
    for number in confined where try documents(of: number) == 0 {
      try erase(bearers: "decision = \(number)", statements: "0")
    }
  }

  private func documents(of decision: Int) throws -> Int {
    try Int.fetchOne(
      db, SQLRequest(literal: "SELECT count(*) FROM decisionDocument WHERE decision = \(decision)"))
      ?? 0
  }

  /// Erases names of places and the like, and of whoever is called so, that no document gives any more.
  ///
  /// Another name that somebody gave an entity goes with the entity.
  func eraseUnnamed() throws {
    try erase(
      bearers: """
        documentId IS NULL AND nameKey NOT IN (SELECT nameKey FROM nameGroup)
          AND nameKey NOT IN (SELECT readKey FROM retypedName)
          AND name NOT IN (SELECT name FROM bearer UNION SELECT readName FROM retypedName)
          AND NOT (side = 1 AND decision IN (
            SELECT number FROM decision WHERE kind = 'alias' AND EXISTS (
              SELECT 1 FROM decisionBearer AS entity
              WHERE entity.decision = decision.number AND entity.side = 0)))
        """, statements: "0")
  }

  /// Erases rows, and the words of decisions that lose by it.
  ///
  /// A decision of which a side or every statement is erased keeps its number, its kind, who made it and when; its
  /// words go, as they may tell of the document. So do words that hold a part of an erased name.
  private func erase(bearers: SQL, statements: SQL) throws {
    let erased = Dictionary(
      grouping: try DecisionBearerRow.fetchAll(
        db, SQLRequest(literal: "SELECT * FROM decisionBearer WHERE \(bearers)")), by: \.decision)
    let silenced = try DecisionStatementRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM decisionStatement WHERE \(statements)")
    ).map(\.decision)
    try db.execute(literal: "DELETE FROM decisionBearer WHERE \(bearers)")
    try db.execute(literal: "DELETE FROM decisionStatement WHERE \(statements)")
    for number in Set(erased.keys).union(silenced).sorted() {
      guard
        let row = try DecisionRow.fetchOne(
          db, SQLRequest(literal: "SELECT * FROM decision WHERE number = \(number)"))
      else { continue }
      let left = try DecisionBearerRow.fetchAll(
        db, SQLRequest(literal: "SELECT * FROM decisionBearer WHERE decision = \(number)"))
      let isMute =
        try row.relationType != nil
        && Int.fetchOne(
          db,
          SQLRequest(
            literal: "SELECT 1 FROM decisionStatement WHERE decision = \(number) LIMIT 1")) == nil
      let words = Self.words(erased[number] ?? []).subtracting(Self.words(left))
      let said = [row.text, row.reason].compactMap { $0 }.map(TextFolding.folded)
      let tells = words.contains { word in said.contains { $0.contains(word) } }
      guard isMute || tells || Set(left.map(\.side)).count < row.sides else { continue }
      try db.execute(
        literal: """
          UPDATE decision SET reason = NULL, predicate = NULL,
            text = CASE kind WHEN 'retype' THEN text END WHERE number = \(number)
          """)
    }
  }

  private static func words(_ rows: [DecisionBearerRow]) -> Set<String> {
    Set(rows.flatMap { $0.name.words.map { String($0) } }.filter { $0.count > 2 })
  }
}
