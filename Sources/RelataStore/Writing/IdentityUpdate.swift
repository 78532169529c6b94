import GRDB
import RelataCore
import RelataGraph

/// Decides anew who is who where bearers of names came or went, and writes the entities that changed.
///
/// A new bearer that fits one undisputed entity joins it without another look at its other bearers; else everybody
/// whom links connect is decided anew. By the contract of ``IdentityResolution`` both give what deciding everything
/// gives.
struct IdentityUpdate {
  let db: Database
  let decided: DecidedBearers

  private struct Group {
    var keys: [BearerKey]
    var isContested = false
    /// Entities to which some of them belonged.
    var before: Set<EntityID> = []
  }

  /// - Returns: The bearers that now belong to another entity than before.
  func run(
    added: Set<BearerKey>, loosened: Set<EntityID>, unsettled: Set<BearerKey>,
    names: Set<NameKey>
  ) throws -> Set<BearerKey> {
    let rows = Bearers(db: db)
    var open = unsettled
    for entity in loosened { open.formUnion(try rows.bearers(of: entity).map(\.key)) }
    // More than one new bearer in an entity, and more than a few new ones, are decided together.
    var fitted: [BearerKey: Group] = [:]
    var taken: [EntityID: BearerKey] = [:]
    for key in added.sorted() {
      guard added.count < 1000, let group = try fitting(key, rows) else {
        open.insert(key)
        continue
      }
      fitted[key] = group
      for entity in group.before {
        if let other = taken.updateValue(key, forKey: entity) { open.formUnion([key, other]) }
      }
    }
    var groups: [Group] = []
    while true {
      for key in open { fitted[key] = nil }
      groups = try resolved(open, rows)
      let reached = Set(groups.flatMap(\.before))
      let again = fitted.filter { !$0.value.before.isDisjoint(with: reached) }
      if again.isEmpty { break }
      open.formUnion(again.keys)
    }
    groups += fitted.sorted { $0.key < $1.key }.map(\.value)
    groups += try renamed(names.union(added.map(\.name)), without: groups)
    var moved: Set<BearerKey> = []
    // Members are known before the first row changes, because an id may pass from one entity to another.
    for group in groups { moved.formUnion(try write(group)) }
    try EntityWriting(db: db).deleteUnused(loosened.union(groups.flatMap(\.before)))
    return moved
  }

  // MARK: - Deciding

  /// The group that a new bearer makes with the one undisputed entity it is linked to, or alone; nil where more must
  /// be decided.
  private func fitting(_ key: BearerKey, _ rows: Bearers) throws -> Group? {
    guard let bearer = try rows.bearer(key) else { return Group(keys: [key]) }
    guard try !decided.isDecided(key) else { return nil }
    var linked: Set<EntityID> = []
    for other in try rows.candidates(for: bearer) where other != key {
      guard let entity = try rows.entity(of: other), !linked.contains(entity) else { continue }
      guard let candidate = try rows.bearer(other),
        IdentityResolution.link(bearer, candidate, .none) != nil
      else { continue }
      linked.insert(entity)
      if linked.count > 1 { return nil }
    }
    guard let entity = linked.first else { return Group(keys: [key]) }
    guard try !rows.isContested(entity), try !excludes(entity, bearer) else { return nil }
    return Group(keys: try keys(of: entity) + [key], before: [entity])
  }

  private func excludes(_ entity: EntityID, _ bearer: Bearer) throws -> Bool {
    if let document = bearer.key.document {
      let together = try Int.fetchOne(
        db.cachedStatement(
          literal: """
            SELECT 1 FROM bearer JOIN nameGroup ON nameGroup.nameKey = bearer.nameKey
            WHERE bearer.documentId = \(document) AND nameGroup.entityId = \(entity) LIMIT 1
            """))
      if together != nil { return true }
    }
    let stated = try StatedFacts.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT DISTINCT bearer.name, bearer.facts, bearer.decidedNames FROM nameGroup
          JOIN bearer ON bearer.nameKey = nameGroup.nameKey WHERE nameGroup.entityId = \(entity)
          """))
    return try stated.contains { row in
      var profile = BearerProfile()
      profile.facts = try BearerRow.value(row.facts, BearerProfile.Facts.self)
      let other = Bearer(key: BearerKey(row.name, in: DocumentID("")), profile: profile)
        .named(row.decidedNames.items.compactMap { NameKey(text: $0) })
      return IdentityResolution.mayExclude(bearer, other)
    }
  }

  /// Decides about bearers and everybody whom links connect with them.
  private func resolved(_ open: Set<BearerKey>, _ rows: Bearers) throws -> [Group] {
    var component: [BearerKey: Bearer] = [:]
    var queue = open.sorted()
    var seen = open
    while let key = queue.popLast() {
      guard let bearer = try rows.bearer(key) else { continue }
      component[key] = bearer
      for other in try rows.candidates(for: bearer) where !seen.contains(other) {
        guard let candidate = try rows.bearer(other),
          IdentityResolution.link(bearer, candidate, try decided.constraints([key, other])) != nil
        else { continue }
        seen.insert(other)
        queue.append(other)
      }
    }
    let resolution = IdentityResolution(
      Array(component.values), constraints: try decided.constraints(component.keys))
    return try resolution.groups.map { group in
      Group(
        keys: group.map(\.key),
        isContested: group.contains { resolution.contested.contains($0.key) },
        before: Set(try group.compactMap { try rows.entity(of: $0.key) }))
    }
  }

  // MARK: - Reading

  private func keys(of entity: EntityID) throws -> [BearerKey] {
    try BearerKey.fetchAll(
      db.cachedStatement(literal: "SELECT nameKey FROM nameGroup WHERE entityId = \(entity)"))
  }

  private func first(_ name: NameKey) throws -> BearerKey? {
    try BearerKey.fetchOne(
      db.cachedStatement(literal: "SELECT min(nameKey) FROM bearer WHERE name = \(name)"))
  }

  // MARK: - Writing

  /// Entities that may need another id, as another bearer is now the first of their name.
  private func renamed(_ names: Set<NameKey>, without groups: [Group]) throws -> [Group] {
    var known = Set(groups.flatMap(\.keys))
    var renamed: [Group] = []
    for name in names.sorted() {
      let bearers = try BearerKey.fetchAll(
        db.cachedStatement(
          literal: "SELECT nameKey FROM bearer WHERE name = \(name) ORDER BY nameKey LIMIT 2"))
      for key in bearers where !known.contains(key) {
        guard let entity = try Bearers(db: db).entity(of: key) else { continue }
        let group = Group(
          keys: try keys(of: entity), isContested: try Bearers(db: db).isContested(entity),
          before: [entity])
        renamed.append(group)
        known.formUnion(group.keys)
      }
    }
    return renamed
  }

  private func write(_ group: Group) throws -> Set<BearerKey> {
    var names: [String: Int] = [:]
    var aliases: Set<String> = []
    let list = JSONList(group.keys.map(\.text).sorted())
    let forms = try NameFormRow.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT * FROM nameForm
          WHERE nameKey IN (SELECT value FROM json_each(\(list))) AND kind != 'role'
          """))
    for row in forms {
      let count = try StoredNumber.checked(row.count, "count")
      if row.kind == .name {
        names[row.form, default: 0] += count
      } else {
        aliases.insert(row.form)
      }
    }
    guard !names.isEmpty else { throw StoredNumber.damaged("a bearer without a name") }
    let entity = try EntityNaming.entity(
      group.keys, names: names, aliases: aliases, isContested: group.isContested, first: first)
    try EntityWriting(db: db).save(entity)
    var moved: Set<BearerKey> = []
    for key in group.keys {
      try db.cachedStatement(
        literal: """
          UPDATE nameGroup SET entityId = \(entity.id)
          WHERE nameKey = \(key) AND entityId IS NOT \(entity.id)
          """
      ).execute()
      if db.changesCount > 0 { moved.insert(key) }
    }
    return moved
  }
}
