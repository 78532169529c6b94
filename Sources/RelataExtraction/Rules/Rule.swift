import RelataCore

/// A way in which texts state relations: what it is called, what it reads and how far it is to be trusted.
///
/// A rule is a value; ``RuleRegistry`` lists all that ship. What it proposes is made by its `Proposer`,
/// decided by the gates of `Decision/`, and carries the rule's ``id`` as its `extractor`.
public struct Rule: Sendable, Hashable, Identifiable {
  /// How sure it is that what a rule proposes is right.
  enum Trust: Sendable, Hashable {
    /// By its precision on the training split of the relation corpus (`confidence.yaml`).
    case measured
    /// By a judgement, 0…1, because that split has too few cases of it.
    case stated(Double, because: String)
    /// By what its author, a user, states with each pattern or trigger.
    case author
    /// By the probability that the relation head gives, calibrated on development articles.
    case head
  }

  /// A sentence of ours that the rule reads, or that it must not read.
  public struct Example: Sendable, Hashable {
    /// A sentence with names that the shipped model knows.
    public var text: String
    /// `subject | relation | object`, by names.
    public var reading: String
    /// Whether the rule proposes the reading; otherwise it must not.
    public var isRead: Bool
  }

  /// Name and version, unique: "rule.verb.v1".
  ///
  /// It gets a new version where what it reads changes in kind.
  public let id: String
  /// What it reads, in words, for `relata explain`: "a verb with its arguments".
  public let construction: String
  let trust: Trust
  /// At least one sentence that it reads and one that it must not; none for rules that have no words of
  /// their own (a user's patterns, the relation head).
  public let examples: [Example]

  /// Whether a trained head proposes it, which sees words and not constructions: more is asked of it, and
  /// it takes the place of no other reading.
  public var isLearnt: Bool { trust == .head }

  init(
    _ id: String, _ construction: String, trust: Trust = .measured,
    reads: [(String, String)] = [], not: [(String, String)] = []
  ) {
    self.id = id
    self.construction = construction
    self.trust = trust
    examples =
      reads.map { Example(text: $0.0, reading: $0.1, isRead: true) }
      + not.map { Example(text: $0.0, reading: $0.1, isRead: false) }
  }

  /// Rules are the same if their ids are.
  public static func == (a: Rule, b: Rule) -> Bool { a.id == b.id }

  /// By the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
