import RelataCore
import RelataLanguage

/// What is known of the mentions read so far: which mean the same, and what they mean.
///
/// Mentions have numbers in order of the text. A cluster is known by its first mention: all that the head
/// links belong to one, named or not. A chain is the part of a cluster whose links are sure enough to
/// carry a name.
struct MentionClusters {
  struct Member {
    var candidate: MentionCandidate
    /// How many sentences were read before its own.
    var order: Int
    /// What it means; nil while nobody knows.
    var entity: EntityID?
    /// First mention of its cluster.
    var cluster: Int
    /// First mention of its chain.
    var chain: Int
  }

  /// What holds for all mentions of a cluster.
  private struct Cluster {
    /// The sex of its pronouns.
    var gender: Gender?
    /// The person named in it.
    var person: EntityID?
    /// Descriptions that a name modifies ("the Tajik capital").
    var modified: Set<NameModification> = []
  }

  private struct Chain {
    var members: [Int]
    var entity: EntityID?
  }

  private(set) var members: [Member] = []
  /// By first mention; what stands for a mention that joined another cluster is left behind.
  private var clusters: [Cluster] = []
  /// By first mention, as clusters are.
  private var chains: [Chain] = []
  private var lastMention: [EntityID: Int] = [:]

  /// Takes a mention on, alone in its cluster and chain.
  mutating func add(_ candidate: MentionCandidate, order: Int) {
    let i = members.count
    members.append(Member(candidate: candidate, order: order, entity: nil, cluster: i, chain: i))
    clusters.append(Cluster())
    chains.append(Chain(members: [i]))
  }

  /// Says what a mention means by itself, if anything: as a name, or by what stands beside it.
  ///
  /// - Returns: The last mention before it of the same entity.
  mutating func identify(_ i: Int, as entity: EntityID?, isPerson: Bool) -> Int? {
    let candidate = members[i].candidate
    let isPronoun = !candidate.isDescription && candidate.mention == nil
    clusters[i].gender = isPronoun ? candidate.gender : nil
    members[i].entity = entity
    guard let entity else { return nil }
    chains[i].entity = entity
    if isPerson { clusters[i].person = entity }
    return lastMention.updateValue(i, forKey: entity)
  }

  /// Puts a mention into an earlier one's cluster.
  mutating func join(_ i: Int, _ earlier: Int) {
    let cluster = members[earlier].cluster
    members[i].cluster = cluster
    if let gender = clusters[i].gender { clusters[cluster].gender = gender }
    if clusters[cluster].person == nil { clusters[cluster].person = clusters[i].person }
  }

  /// Puts a mention into an earlier one's chain, whose entity it takes.
  mutating func extend(chainOf earlier: Int, by i: Int) {
    let chain = members[earlier].chain
    members[i].chain = chain
    chains[chain].members.append(i)
    if let entity = chains[chain].entity { members[i].entity = entity }
  }

  /// Gives the chain of a mention its entity.
  mutating func name(chainOf i: Int, _ entity: EntityID) {
    let chain = members[i].chain
    chains[chain].entity = entity
    for member in chains[chain].members { members[member].entity = entity }
  }

  /// Notes a description that a name modifies.
  mutating func note(_ modification: NameModification, of i: Int) {
    clusters[members[i].cluster].modified.insert(modification)
  }

  func chain(of i: Int) -> [Int] { chains[members[i].chain].members }
  func entity(ofChainOf i: Int) -> EntityID? { chains[members[i].chain].entity }
  func person(inClusterOf i: Int) -> EntityID? { clusters[members[i].cluster].person }

  /// The mention's sex or else that of its cluster's pronouns.
  func gender(of i: Int) -> Gender? {
    members[i].candidate.gender ?? clusters[members[i].cluster].gender
  }

  /// Whether a mention's cluster holds the same noun with other names before it.
  func contradicts(_ modification: NameModification, _ i: Int) -> Bool {
    clusters[members[i].cluster].modified.contains {
      $0.noun == modification.noun && $0.by.isDisjoint(with: modification.by)
    }
  }
}
