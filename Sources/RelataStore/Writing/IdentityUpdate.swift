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
    /// An entity whose bearers belong to the group too, without being looked at one by one.
    var whole: EntityID?
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
    for change in try groups.map(change) { moved.formUnion(try write(change)) }
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
    // Many bearers have the same names, and comparing names is what costs.
    var agreements: [[[NameKey]]: NameAgreement] = [:]
    for (other, entity) in try rows.candidateEntities(for: bearer) where other != key {
      guard !linked.contains(entity), let candidate = try rows.bearer(other),
        IdentityResolution.link(
          bearer, candidate, .none,
          agreement: known(NameAgreement(bearer, candidate), of: candidate, &agreements)) != nil
      else { continue }
      linked.insert(entity)
      if linked.count > 1 { return nil }
    }
    guard let entity = linked.first else { return Group(keys: [key]) }
    guard try !rows.isContested(entity), try !excludes(entity, bearer) else { return nil }
    return Group(keys: [key], whole: entity, before: [entity])
  }

  /// The agreement of names, computed once for all bearers that have the same.
  private func known(
    _ agreement: @autoclosure () -> NameAgreement, of bearer: Bearer,
    _ agreements: inout [[[NameKey]]: NameAgreement]
  ) -> NameAgreement {
    let names = [bearer.statedNames, bearer.marriedNames]
    if let known = agreements[names] { return known }
    let computed = agreement()
    agreements[names] = computed
    return computed
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

  /// Of each name of a group the smallest key that bears it.
  private func firstKeys(_ group: Group) throws -> [BearerKey] {
    guard let entity = group.whole else { return group.keys }
    return group.keys
      + (try BearerKey.fetchAll(
        db.cachedStatement(
          literal: """
            SELECT min(bearer.nameKey) FROM nameGroup
            JOIN bearer ON bearer.nameKey = nameGroup.nameKey
            WHERE nameGroup.entityId = \(entity) GROUP BY bearer.name
            """)))
  }

  /// How many document entities of a group have each form.
  private func forms(_ group: Group) throws -> [CountedForm] {
    let list = JSONList(group.keys.map(\.text).sorted())
    return try CountedForm.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT kind, form, sum(count) AS count FROM (
            SELECT value AS nameKey FROM json_each(\(list))
            UNION ALL SELECT nameKey FROM nameGroup WHERE entityId = \(group.whole)
          ) AS member
          JOIN nameForm ON nameForm.nameKey = member.nameKey AND kind != 'role'
          GROUP BY kind, form
          """))
  }

  private func first(_ name: NameKey) throws -> BearerKey? {
    try BearerKey.fetchOne(
      db.cachedStatement(literal: "SELECT min(nameKey) FROM bearer WHERE name = \(name)"))
  }

  // MARK: - Writing

  /// Entities that may need another id, as another bearer is now the first of their name.
  private func renamed(_ names: Set<NameKey>, without groups: [Group]) throws -> [Group] {
    let known = Set(groups.flatMap(\.keys))
    var seen = Set(groups.compactMap(\.whole))
    var renamed: [Group] = []
    for name in names.sorted() {
      let bearers = try BearerKey.fetchAll(
        db.cachedStatement(
          literal: "SELECT nameKey FROM bearer WHERE name = \(name) ORDER BY nameKey LIMIT 2"))
      for key in bearers where !known.contains(key) {
        guard let entity = try Bearers(db: db).entity(of: key) else { continue }
        // Its other names are met one by one.
        guard seen.insert(entity).inserted else { continue }
        let isContested = try Bearers(db: db).isContested(entity)
        renamed.append(
          Group(keys: [], whole: entity, isContested: isContested, before: [entity]))
      }
    }
    return renamed
  }

  /// An entity as it is to be, and the bearers that belong to it from now on.
  private struct Change {
    var entity: ResolvedEntity
    var keys: [BearerKey]
  }

  private func change(_ group: Group) throws -> Change {
    var names: [String: Int] = [:]
    var aliases: Set<String> = []
    for row in try forms(group) {
      let count = try StoredNumber.checked(row.count, "count")
      if row.kind == .name {
        names[row.form, default: 0] += count
      } else {
        aliases.insert(row.form)
      }
    }
    guard !names.isEmpty else { throw StoredNumber.damaged("a bearer without a name") }
    let entity = try EntityNaming.entity(
      try firstKeys(group), names: names, aliases: aliases, isContested: group.isContested,
      first: first)
    return Change(entity: entity, keys: group.keys + (try others(group, than: entity.id)))
  }

  /// - Returns: Those of the bearers that belonged to another entity before.
  private func write(_ change: Change) throws -> Set<BearerKey> {
    let entity = change.entity
    try EntityWriting(db: db).save(entity)
    var moved: Set<BearerKey> = []
    for key in change.keys {
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

  /// The bearers of a group's entity, if the group is to be another one.
  private func others(_ group: Group, than id: EntityID) throws -> [BearerKey] {
    guard let entity = group.whole, entity != id else { return [] }
    return try BearerKey.fetchAll(
      db.cachedStatement(literal: "SELECT nameKey FROM nameGroup WHERE entityId = \(entity)"))
  }
}

/// A written form, and how many document entities have it.
private struct CountedForm: Decodable, FetchableRecord {
  var kind: NameFormRow.Kind
  var form: String
  var count: Int
}
