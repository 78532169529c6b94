import RelataCore

extension NameAnchor {
  package init(_ key: BearerKey) {
    self.init(
      type: key.name.type, name: key.name.form, document: key.isAnyone ? nil : key.document)
  }

  package var key: BearerKey {
    let name = NameKey(type: type, form: name)
    return document.map { BearerKey(name, in: $0) } ?? .anyone(name)
  }
}

/// Where bearers stand in the decisions about identity that count.
package struct IdentityDecisions: Sendable {
  /// Of each decision, by its number, whether all that it names are one; else no two of its sides are.
  private var joins: [Int: Bool] = [:]
  /// Of each bearer the decisions that name it, with the side on which it stands.
  private var stands: [BearerKey: [Int: Int]] = [:]

  /// Under which keys documents were read to name a bearer that decisions give another type.
  private var readKeys: [BearerKey: Set<BearerKey>] = [:]

  package init() {}

  /// The decisions of a log that count.
  ///
  /// - Parameters:
  ///   - log: In order.
  ///   - readKeys: Of each bearer that a decision gives another type the keys under which documents were read to name it.
  package init(log: [Decision], readKeys: [BearerKey: Set<BearerKey>] = [:]) {
    self.readKeys = readKeys
    let undone = Decision.undone(in: log)
    for decision in log where decision.kind.isOfIdentity && !undone.contains(decision.id) {
      guard let number = decision.number else { continue }
      for (side, anchors) in decision.sides.enumerated() {
        for anchor in anchors {
          add(anchor.key, decision: number, side: side, joins: decision.kind.joins)
        }
      }
    }
  }

  package mutating func add(_ key: BearerKey, decision: Int, side: Int, joins: Bool) {
    self.joins[decision] = joins
    stands[key, default: [:]][decision] = side
  }

  /// The decisions that name a bearer: by its key, by one under which it was read, or as whoever is called so.
  private func stands(of key: BearerKey) -> [Int: Int]? {
    let found = (readKeys[key] ?? []).union([key, .anyone(key.name)]).sorted()
      .compactMap { stands[$0] }
    guard let first = found.first else { return nil }
    return found.dropFirst().reduce(first) { $0.merging($1) { a, b in min(a, b) } }
  }

  /// The numbers of the decisions by which a bearer is one with all whom they name.
  package func joining(_ key: BearerKey) -> [Int] {
    (stands(of: key) ?? [:]).keys.filter { joins[$0] == true }.sorted()
  }

  /// What the latest decision that names both says; nil if none does, or if it tells only others apart.
  package func verdict(_ a: BearerKey, _ b: BearerKey) -> IdentityConstraints.Verdict? {
    guard a != b, let mine = stands(of: a), let theirs = stands(of: b) else { return nil }
    for (number, side) in mine.sorted(by: { $0.key > $1.key }) {
      guard let other = theirs[number], let joins = joins[number] else { continue }
      if joins { return IdentityConstraints.Verdict(isOne: true, number: number) }
      if side != other { return IdentityConstraints.Verdict(isOne: false, number: number) }
    }
    return nil
  }

  /// The names that a bearer has besides its own because a decision makes it one with those who have them; sorted.
  ///
  /// By them later documents that use either name are compared with all that is known under both.
  package func names(of key: BearerKey) -> [NameKey] {
    let merges = joining(key)
    guard !merges.isEmpty else { return [] }
    let others = stands.filter { other in merges.contains { other.value[$0] != nil } }
    return key.name.others(others.keys.map(\.name))
  }
}

extension NameKey {
  /// Some names as this one's bearer has them besides it: of its type; sorted.
  package func others(_ names: some Sequence<NameKey>) -> [NameKey] {
    Set(names.map { NameKey(type: type, form: $0.form) }).subtracting([self]).sorted()
  }
}

extension Bearer {
  /// The bearer with names that decisions give it.
  package func named(_ names: [NameKey]) -> Bearer {
    guard !names.isEmpty else { return self }
    var profile = profile
    profile.facts.otherNames = Set(profile.facts.otherNames + names.map(\.form)).sorted()
    return Bearer(key: key, profile: profile)
  }
}
