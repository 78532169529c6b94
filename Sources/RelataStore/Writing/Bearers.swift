import GRDB
import RelataCore
import RelataGraph
import RelataLanguage

/// The rows of bearers of names, and which names may be one bearer's.
struct Bearers {
  let db: Database

  // MARK: - Writing

  func insert(_ bearer: Bearer, of document: DocumentID) throws {
    var row = try BearerRow(bearer, of: document)
    let decided = try DecidedBearers(db: db).names(of: bearer.key)
    row.decidedNames = JSONList(decided.map(\.text))
    try row.insert(db)
    for name in Set(bearer.names + decided) { try add(name, to: bearer.key) }
  }

  private func add(_ name: NameKey, to key: BearerKey) throws {
    let isNew = try !isKnown(name)
    try db.cachedStatement(
      literal: "INSERT INTO bearerName (name, nameKey) VALUES (\(name), \(key))"
    ).execute()
    if isNew { try link(name) }
  }

  /// Gives bearers the names that decisions give them now; those that the graph does not hold are passed over.
  func rename(_ keys: Set<BearerKey>) throws {
    let decided = try DecidedBearers(db: db)
    for key in keys.sorted() {
      guard
        var row = try BearerRow.fetchOne(
          db.cachedStatement(literal: "SELECT * FROM bearer WHERE nameKey = \(key)"))
      else { continue }
      let before = try Set(row.bearer().names)
      row.decidedNames = JSONList(try decided.names(of: key).map(\.text))
      let after = try Set(row.bearer().names)
      try row.update(db)
      for name in before.subtracting(after).sorted() {
        try db.cachedStatement(
          literal: "DELETE FROM bearerName WHERE name = \(name) AND nameKey = \(key)"
        ).execute()
        try removeUnknown(name)
      }
      for name in after.subtracting(before).sorted() { try add(name, to: key) }
    }
  }

  /// Notes that it is to be decided anew who some bearers are; to be called before what is known of them changes.
  func reopen(_ keys: some Sequence<BearerKey>, update: inout GraphUpdate) throws {
    for key in keys {
      guard let entity = try entity(of: key) else { continue }
      update.loosened.insert(entity)
      if try isContested(entity) { update.unsettled.formUnion(try linked(key)) }
    }
  }

  /// Deletes the bearers of a document and names that nobody bears any more.
  func remove(of document: DocumentID, update: inout GraphUpdate) throws {
    let keys = try BearerKey.fetchAll(
      db, SQLRequest(literal: "SELECT nameKey FROM bearer WHERE documentId = \(document)"))
    for key in keys {
      try reopen([key], update: &update)
      update.names.insert(key.name)
      // It may have come in the same update.
      update.bearers.remove(key)
      update.unsettled.remove(key)
      let names = try NameKey.fetchAll(
        db, SQLRequest(literal: "SELECT name FROM bearerName WHERE nameKey = \(key)"))
      try db.execute(literal: "DELETE FROM nameGroup WHERE nameKey = \(key)")
      for name in names { try removeUnknown(name) }
    }
  }

  /// Deletes a name that nobody bears any more from the index of names.
  private func removeUnknown(_ name: NameKey) throws {
    guard try !isKnown(name) else { return }
    try db.execute(literal: "DELETE FROM nameBlock WHERE name = \(name)")
    try db.execute(literal: "DELETE FROM nameLink WHERE name = \(name) OR other = \(name)")
  }

  func isContested(_ entity: EntityID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(literal: "SELECT isContested FROM entity WHERE id = \(entity)")) ?? false
  }

  /// Bearers that are linked with one.
  private func linked(_ key: BearerKey) throws -> [BearerKey] {
    guard let bearer = try bearer(key) else { return [] }
    let decided = try DecidedBearers(db: db)
    return try candidates(for: bearer).filter { other in
      guard other != key, let candidate = try self.bearer(other) else { return false }
      return IdentityResolution.link(bearer, candidate, try decided.constraints([key, other]))
        != nil
    }
  }

  private func isKnown(_ name: NameKey) throws -> Bool {
    try Int.fetchOne(
      db.cachedStatement(literal: "SELECT 1 FROM bearerName WHERE name = \(name) LIMIT 1")) != nil
  }

  /// Finds the known names that may be the same bearer's as a new one.
  private func link(_ name: NameKey) throws {
    var others: Set<NameKey> = []
    for key in NameBlocks.keys(of: name.form, type: name.type) {
      let block = "\(name.type.rawValue.prefix(1)):\(key)"
      others.formUnion(
        try NameKey.fetchAll(
          db.cachedStatement(literal: "SELECT name FROM nameBlock WHERE block = \(block)")))
      try db.cachedStatement(
        literal: "INSERT OR IGNORE INTO nameBlock (block, name) VALUES (\(block), \(name))"
      ).execute()
    }
    for other in others where other != name && NameAgreement(name, other) > .different {
      try db.cachedStatement(
        literal: """
          INSERT OR IGNORE INTO nameLink (name, other) VALUES (\(name), \(other)), (\(other), \(name))
          """
      ).execute()
    }
  }

  // MARK: - Reading

  /// The bearers in the graph whom keys of decisions name: those that were read under them, and whoever is called so.
  func named(by anchors: some Sequence<BearerKey>) throws -> Set<BearerKey> {
    var found: Set<BearerKey> = []
    for key in anchors {
      if key.isAnyone {
        found.formUnion(
          try BearerKey.fetchAll(
            db.cachedStatement(literal: "SELECT nameKey FROM bearer WHERE name = \(key.name)")))
      } else {
        found.insert(key)
      }
      found.formUnion(
        try BearerKey.fetchAll(
          db.cachedStatement(literal: "SELECT nameKey FROM retypedName WHERE readKey = \(key)")))
    }
    return found
  }

  /// Bearers whose names may be the same bearer's as those of one, itself among them.
  ///
  /// In order of their keys; those that decisions make one are found by the names that decisions give.
  func candidates(for bearer: Bearer) throws -> [BearerKey] {
    var found: Set<BearerKey> = []
    for name in Set(bearer.names) {
      found.formUnion(
        try BearerKey.fetchAll(
          db.cachedStatement(
            literal: """
              SELECT nameKey FROM bearerName WHERE name = \(name)
              UNION SELECT bearerName.nameKey FROM nameLink
              JOIN bearerName ON bearerName.name = nameLink.other WHERE nameLink.name = \(name)
              """)))
    }
    return found.sorted()
  }

  /// As ``candidates(for:)``, those that belong to an entity, with it.
  func candidateEntities(for bearer: Bearer) throws -> [(key: BearerKey, entity: EntityID)] {
    var found: [BearerKey: EntityID] = [:]
    for name in Set(bearer.names) {
      let members = try EntityMember.fetchCursor(
        db.cachedStatement(
          literal: """
            SELECT nameGroup.nameKey, entityId FROM bearerName
            JOIN nameGroup ON nameGroup.nameKey = bearerName.nameKey
            WHERE name = \(name) AND entityId NOT NULL
            UNION SELECT nameGroup.nameKey, entityId FROM nameLink
            JOIN bearerName ON bearerName.name = nameLink.other
            JOIN nameGroup ON nameGroup.nameKey = bearerName.nameKey
            WHERE nameLink.name = \(name) AND entityId NOT NULL
            """))
      while let member = try members.next() { found[member.nameKey] = member.entityId }
    }
    return found.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// The entity that a bearer is taken for; nil before that is decided.
  func entity(of key: BearerKey) throws -> EntityID? {
    try EntityID.fetchOne(
      db.cachedStatement(
        literal: "SELECT entityId FROM nameGroup WHERE nameKey = \(key) AND entityId NOT NULL"))
  }

  func bearer(_ key: BearerKey) throws -> Bearer? {
    try BearerRow.fetchOne(
      db.cachedStatement(literal: "SELECT * FROM bearer WHERE nameKey = \(key)"))?.bearer()
  }

  func bearers(of entity: EntityID) throws -> [Bearer] {
    try BearerRow.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT bearer.* FROM nameGroup JOIN bearer ON bearer.nameKey = nameGroup.nameKey
          WHERE nameGroup.entityId = \(entity)
          """)
    ).map { try $0.bearer() }
  }
}

/// A bearer with the entity to which it belongs.
private struct EntityMember: Decodable, FetchableRecord {
  var nameKey: BearerKey
  var entityId: EntityID
}
