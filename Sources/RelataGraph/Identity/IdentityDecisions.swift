import RelataCore

extension NameAnchor {
  package init(_ key: BearerKey) {
    self.init(type: key.name.type, name: key.name.form, document: key.document)
  }

  package var key: BearerKey {
    BearerKey(NameKey(type: type, form: name), in: document ?? DocumentID(""))
  }
}

/// Where bearers stand in the decisions about identity that count.
package struct IdentityDecisions: Sendable {
  /// Of each decision, by its number, whether all that it names are one; else no two of its sides are.
  private var joins: [Int: Bool] = [:]
  /// Of each bearer the decisions that name it, with the side on which it stands.
  private var stands: [BearerKey: [Int: Int]] = [:]

  package init() {}

  /// The decisions of a log that count.
  package init(log: [Decision]) {
    let undone = Decision.undone(in: log)
    for decision in log where decision.kind.isOfIdentity && !undone.contains(decision.id) {
      guard let number = decision.number else { continue }
      for (side, anchors) in decision.sides.enumerated() {
        for anchor in anchors {
          add(anchor.key, decision: number, side: side, joins: decision.kind == .merge)
        }
      }
    }
  }

  package mutating func add(_ key: BearerKey, decision: Int, side: Int, joins: Bool) {
    self.joins[decision] = joins
    stands[key, default: [:]][decision] = side
  }

  /// Whether a decision names a bearer.
  package func isDecided(_ key: BearerKey) -> Bool { stands[key] != nil }

  /// What the latest decision that names both says; nil if none does, or if it tells only others apart.
  package func verdict(_ a: BearerKey, _ b: BearerKey) -> IdentityConstraints.Verdict? {
    guard a != b, let mine = stands[a], let theirs = stands[b] else { return nil }
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
    let merges = (stands[key] ?? [:]).keys.filter { joins[$0] == true }
    guard !merges.isEmpty else { return [] }
    let others = stands.filter { other in merges.contains { other.value[$0] != nil } }
    return Set(others.keys.map(\.name)).subtracting([key.name]).sorted()
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
