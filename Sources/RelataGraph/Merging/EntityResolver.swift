import RelataCore

/// One entity and the names it goes by.
package struct ResolvedEntity: Hashable, Sendable {
  package let id: EntityID
  package let name: String
  package let type: EntityType
  /// Every other written form, sorted.
  package let aliases: [String]
  /// Its name groups, sorted.
  package let keys: [NameKey]
  /// Whether documents connect it with somebody whom it cannot be.
  package var isContested = false

  /// The entity under a name that somebody gave it; the name of the documents is one of its other forms.
  package func renamed(_ name: String) -> ResolvedEntity {
    ResolvedEntity(
      id: id, name: name, type: type,
      aliases: Set(aliases + [self.name]).subtracting([name]).sorted(), keys: keys,
      isContested: isContested)
  }

  /// The entity with other names besides.
  package func alsoNamed(_ names: some Sequence<String>) -> ResolvedEntity {
    ResolvedEntity(
      id: id, name: name, type: type,
      aliases: Set(aliases).union(names).subtracting([name]).sorted(), keys: keys,
      isContested: isContested)
  }
}

/// Decides which names of places, peoples and the like are one entity over all documents.
///
/// A missed join is better than a wrong one. Whom names of people and bodies mean, ``IdentityResolution`` decides.
///
/// Groups of equal ``NameKey`` are joined when one document gives both names to the same entity, unless the alias is
/// claimed by groups that are not themselves one entity; and when people decided that they are one.
///
/// The result is a function of the set of groups: order does not matter. Resolving any set that is
/// closed under claims gives what resolving all groups gives for it.
package struct EntityResolver {
  private let groups: [NameGroup]
  private var parent: [Int]
  private var members: [[Int]]

  /// Resolves name groups, one per key, in any order.
  ///
  /// `decided` are names of which people decided that they are one; those that no group has are passed over.
  ///
  /// - Returns: Entities sorted by id.
  /// - Complexity: O(n log n) for n names and claims, times the longest chain of claims.
  package static func resolve(
    _ groups: [NameGroup], decided: [Set<NameKey>] = []
  ) -> [ResolvedEntity] {
    var resolver = EntityResolver(groups)
    resolver.join(decided)
    return resolver.entities()
  }

  private init(_ groups: [NameGroup]) {
    self.groups = groups.sorted { $0.key < $1.key }
    parent = Array(groups.indices)
    members = groups.indices.map { [$0] }
  }

  // MARK: - Joining

  private mutating func join(_ decided: [Set<NameKey>]) {
    var index: [NameKey: Int] = [:]
    for (i, group) in groups.enumerated() { index[group.key] = i }
    for names in decided {
      let one = names.sorted().compactMap { index[$0] }
      for other in one.dropFirst() { _ = union(one[0], other) }
    }
    var claimants: [Int: [Int]] = [:]
    for (i, group) in groups.enumerated() {
      for claim in group.claims {
        if let alias = index[claim], alias != i { claimants[alias, default: []].append(i) }
      }
    }
    let aliases = claimants.keys.sorted()
    var changed = true
    while changed {
      changed = false
      for alias in aliases {
        let roots = Set((claimants[alias] ?? []).map(root))
        guard roots.count == 1, let claimant = roots.first else { continue }
        changed = union(alias, claimant) || changed
      }
    }
  }

  private func root(_ i: Int) -> Int {
    var i = i
    while parent[i] != i { i = parent[i] }
    return i
  }

  private mutating func union(_ a: Int, _ b: Int) -> Bool {
    let a = root(a)
    let b = root(b)
    guard a != b else { return false }
    let (small, large) = members[a].count < members[b].count ? (a, b) : (b, a)
    parent[small] = large
    members[large] += members[small]
    members[small] = []
    return true
  }

  // MARK: - Results

  private func entities() -> [ResolvedEntity] {
    members.filter { !$0.isEmpty }.map(entity).sorted { $0.id < $1.id }
  }

  private func entity(of members: [Int]) -> ResolvedEntity {
    let groups = members.sorted().map { self.groups[$0] }
    var names: [String: Int] = [:]
    var forms: Set<String> = []
    for group in groups {
      for (name, count) in group.names { names[name, default: 0] += count }
      forms.formUnion(group.names.keys)
      forms.formUnion(group.aliases)
    }
    let keys = groups.map(\.key)
    return Self.entity(id: Self.id(of: keys), keys: keys, names: names, forms: forms)
  }

  /// An entity of keys, with the name that readers see and the other forms.
  package static func entity(
    id: EntityID, keys: [NameKey], names: [String: Int], forms: Set<String>,
    isContested: Bool = false
  ) -> ResolvedEntity {
    let name = names.min { precedes($0, $1) }?.key ?? keys[0].form
    return ResolvedEntity(
      id: id, name: name, type: keys[0].type, aliases: forms.subtracting([name]).sorted(),
      keys: keys, isContested: isContested)
  }

  /// Plain names first, then the commonest, the longest, the first in the alphabet.
  private static func precedes(
    _ a: (key: String, value: Int), _ b: (key: String, value: Int)
  ) -> Bool {
    let rank = (rank(a.key), rank(b.key))
    if rank.0 != rank.1 { return rank.0 < rank.1 }
    if a.value != b.value { return a.value > b.value }
    let lengths = (a.key.unicodeScalars.count, b.key.unicodeScalars.count)
    return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : a.key < b.key
  }

  /// 0 for a plain name, 1 with a leading article, 2 for acronyms and names in capitals.
  private static func rank(_ name: String) -> Int {
    let letters = name.unicodeScalars.lazy.map(\.properties)
    let isCapitals = letters.contains { $0.isUppercase } && !letters.contains { $0.isLowercase }
    return isCapitals ? 2 : name.lowercased().hasPrefix("the ") ? 1 : 0
  }

  /// The id of the entity that goes by these names: stays the same until a longer name joins.
  ///
  /// "e-" and 64 bits of a SHA-256 over type and longest normalized name, in hexadecimal. The chance
  /// that two of a million entities share an id is below 1 in 30 million.
  package static func id(of keys: [NameKey]) -> EntityID { id(ofText: longest(keys)?.text ?? "") }

  /// The id of an entity that a text names.
  package static func id(ofText text: String) -> EntityID {
    EntityID("e-" + SHA256.hexDigest(of: text.utf8).prefix(16))
  }

  /// The key of most words, then of most letters, then the first in the alphabet; nil of none.
  package static func longest(_ keys: [NameKey]) -> NameKey? {
    keys.min { a, b in
      let words = (a.words.count, b.words.count)
      if words.0 != words.1 { return words.0 > words.1 }
      let lengths = (a.form.utf8.count, b.form.utf8.count)
      return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : a.form < b.form
    }
  }
}
