import RelataCore

/// Decides which bearers of names are one entity.
///
/// Two bearers are linked where ``BearerComparison`` says "same". What links connect is one entity, unless two of the
/// connected cannot be one: then the strongest links join first, a link that would bring together who cannot be one
/// joins nobody, and a bearer who is linked as strongly to two such sides stays by itself.
///
/// The result is a function of the set of bearers; resolving any set that is closed under links gives what resolving
/// all gives for it.
package struct IdentityResolution {
  /// Bearers that are one, in order of their keys; the groups in order of their first ones.
  package private(set) var groups: [[Bearer]] = []
  /// Keys of bearers that are connected with others they cannot be one with.
  package private(set) var contested: Set<BearerKey> = []

  private let bearers: [Bearer]
  private let constraints: IdentityConstraints

  /// - Complexity: O(n²) comparisons of n bearers whose names may be one's.
  package init(_ bearers: [Bearer], constraints: IdentityConstraints = .none) {
    self.bearers = bearers.sorted { $0.key < $1.key }
    self.constraints = constraints
    resolve()
  }

  private struct Link {
    let a: Int
    let b: Int
    let strength: Double
  }

  private mutating func resolve() {
    var links: [Link] = []
    for i in bearers.indices {
      for j in bearers.indices.dropFirst(i + 1) {
        if let strength = Self.link(bearers[i], bearers[j], constraints) {
          links.append(Link(a: i, b: j, strength: strength))
        }
      }
    }
    var whole = Joining(count: bearers.count)
    for link in links { whole.join(link.a, link.b) }
    var joined = whole
    let components = whole.groups.filter { $0.count > 1 && isContested($0) }
    if !components.isEmpty {
      let members = Set(components.joined())
      contested = Set(members.map { bearers[$0].key })
      joined = Joining(count: bearers.count)
      for link in links where !members.contains(link.a) { joined.join(link.a, link.b) }
      joinContested(links.filter { members.contains($0.a) }, &joined)
    }
    groups = joined.groups.map { group in group.map { bearers[$0] } }
  }

  /// How strongly two bearers are linked; nil if they are not.
  ///
  /// `agreement` is that of their names, where it is known already.
  package static func link(
    _ a: Bearer, _ b: Bearer, _ constraints: IdentityConstraints, agreement: NameAgreement? = nil
  ) -> Double? {
    guard a.type == b.type, BearerKey.isOfOneDocument(a.type) else { return nil }
    if let decided = constraints.verdict(a.key, b.key) {
      // Stronger than anything documents say; a later decision is stronger than an earlier one.
      return decided.isOne ? 1000 + Double(decided.number) : nil
    }
    if a.key.document == b.key.document { return nil }
    let comparison = BearerComparison(a, b, agreement: agreement ?? NameAgreement(a, b))
    guard comparison.verdict == .same else { return nil }
    // Of two whom it may be, the one who bears the very name comes first, whatever stands near.
    return Double(comparison.agreement.rawValue) * 50 + (a.key.name == b.key.name ? 25 : 0)
      + min(20, comparison.score)
  }

  /// Whether two bearers can never be one, whatever connects them.
  package static func excludes(
    _ a: Bearer, _ b: Bearer, _ constraints: IdentityConstraints
  ) -> Bool {
    if let decided = constraints.decision(a.key, b.key) { return !decided }
    if a.key.document == b.key.document { return true }
    let comparison = BearerComparison(a, b)
    // Nor are Tran Quoc Bao and Tran Quang Bao made one by a T. Q. Bao.
    return comparison.verdict == .different || comparison.agreement == .faint
  }

  /// Whether facts alone may exclude that two bearers are one: where this is false, ``excludes(_:_:_:)`` is too.
  package static func mayExclude(_ a: Bearer, _ b: Bearer) -> Bool {
    [.different, .faint].contains(NameAgreement(a, b))
      || !PairedFacts(a.profile.facts, b.profile.facts).conflicts(context: 0).isEmpty
  }

  private func isContested(_ group: [Int]) -> Bool {
    for (n, i) in group.enumerated() {
      for j in group.dropFirst(n + 1)
      where Self.excludes(bearers[i], bearers[j], constraints) { return true }
    }
    return false
  }

  /// Joins by strength; links of one strength together, so that their order does not matter.
  private func joinContested(_ links: [Link], _ joined: inout Joining) {
    let levels = Dictionary(grouping: links) { ($0.strength * 4).rounded() }
    for level in levels.keys.sorted(by: >) {
      let open = (levels[level] ?? []).filter { joined.root($0.a) != joined.root($0.b) }
      // Sides that a group is drawn to at this level.
      var sides: [Int: Set<Int>] = [:]
      for link in open {
        let (a, b) = (joined.root(link.a), joined.root(link.b))
        guard !excludes(a, b, joined) else { continue }
        sides[a, default: []].insert(b)
        sides[b, default: []].insert(a)
      }
      var torn: Set<Int> = []
      for (root, others) in sides {
        let others = others.sorted()
        for (n, one) in others.enumerated() {
          if others.dropFirst(n + 1).contains(where: { excludes(one, $0, joined) }) {
            torn.insert(root)
          }
        }
      }
      let pairs = Set(
        sides.flatMap { root, others in others.map { [min(root, $0), max(root, $0)] } })
      for pair in pairs.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
        guard !torn.contains(pair[0]), !torn.contains(pair[1]) else { continue }
        if !excludes(joined.root(pair[0]), joined.root(pair[1]), joined) {
          joined.join(pair[0], pair[1])
        }
      }
    }
  }

  private func excludes(_ a: Int, _ b: Int, _ joined: Joining) -> Bool {
    for i in joined.members(a) {
      for j in joined.members(b)
      where Self.excludes(bearers[i], bearers[j], constraints) { return true }
    }
    return false
  }
}

/// Disjoint sets of indices; the root of a set is its smallest member.
struct Joining {
  private var parent: [Int]
  private var lists: [[Int]]

  init(count: Int) {
    parent = Array(0..<count)
    lists = (0..<count).map { [$0] }
  }

  func root(_ i: Int) -> Int {
    var i = i
    while parent[i] != i { i = parent[i] }
    return i
  }

  func members(_ root: Int) -> [Int] { lists[root] }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    guard a != b else { return }
    let (low, high) = (min(a, b), max(a, b))
    parent[high] = low
    lists[low] += lists[high]
    lists[high] = []
  }

  /// In order of their smallest members, each ascending.
  var groups: [[Int]] { lists.filter { !$0.isEmpty }.map { $0.sorted() } }
}
