/// What a person decided about a graph: an entry of its log, which is only ever added to.
///
/// A decision outweighs what documents say and stands through new readings of them. It names whom it is about by what
/// documents say (``NameAnchor``, ``StatementAnchor``), because ids of entities and relations come and go.
public struct Decision: Hashable, Sendable, Identifiable {
  /// What is decided.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Everybody whom it names is one.
    case merge
    /// Nobody of one side is anybody of another.
    case different
    /// As `different`, of an entity that documents made one.
    case split
    /// The entity is shown under another name.
    case rename
    /// The entity is of another type than documents were read to say.
    case retype
    /// Whoever is called so is the entity.
    case alias
    /// The relation is wrongly read, or wrong.
    case reject
    /// Somebody holds the relation to be right.
    case confirm
    /// The entity or relation is not to be shown.
    case hide
    /// Words about an entity or relation.
    case note
    /// What the documents say is told of nowhere, unless it is asked for.
    case confidential
    /// The documents are not confidential any more.
    case disclose
    /// An earlier decision is not to count.
    case undo

    /// Whether it says who is who.
    public var isOfIdentity: Bool { joins || self == .different || self == .split }

    /// Whether everybody whom it names is one.
    public var joins: Bool { self == .merge || self == .alias || self == .retype }
  }

  /// "d" and its number in the log, from 1: "d12".
  public var id: String
  public var kind: Kind
  /// When it was made, as ISO 8601 of universal time.
  public var when: String
  /// Who decided, as they call themselves.
  public var by: String?
  /// Why.
  public var reason: String?
  /// The new name, the other name, the words of a note, or the type as `EntityType` writes it.
  public var text: String?
  /// The id of the decision that is undone.
  public var undoes: String?
  /// Whom it is about: two sides or more of a decision about identity, one of any other about an entity.
  ///
  /// Of another type: as documents were read, and as they are meant; of another name: the entity, and whoever is called so.
  public var sides: [[NameAnchor]]
  /// Which relation it is about.
  public var relation: RelationAnchor?
  /// Which documents it is about: of a decision that they are confidential, or that they are not; of a decision about a
  /// type those in which alone it counts, none where it counts in all.
  public var documents: [DocumentID]

  /// A decision; `id` is given by the log that takes it in.
  public init(
    id: String = "", kind: Kind, when: String, by: String? = nil, reason: String? = nil,
    text: String? = nil, undoes: String? = nil, sides: [[NameAnchor]] = [],
    relation: RelationAnchor? = nil, documents: [DocumentID] = []
  ) {
    (self.id, self.kind, self.when, self.by, self.reason) = (id, kind, when, by, reason)
    (self.text, self.undoes, self.sides, self.relation) = (text, undoes, sides, relation)
    self.documents = documents
  }

  /// Its place in the log, from 1; nil for an id that is none.
  public var number: Int? { Self.number(of: id) }

  /// The type that a decision gives; nil of all other decisions.
  public var type: EntityType? {
    guard kind == .retype, let type = text.flatMap(EntityType.init), type.isNode else { return nil }
    return type
  }

  /// The number in an id such as "d12".
  public static func number(of id: String) -> Int? {
    guard id.first == "d", let number = Int(id.dropFirst()), number > 0 else { return nil }
    return number
  }

  /// The ids of decisions that others undo; who undoes an undoing brings the first back.
  ///
  /// - Parameter log: All decisions, in order.
  /// - Returns: Their ids; those of decisions that are not in the log may be among them.
  /// - Complexity: O(n).
  public static func undone(in log: [Decision]) -> Set<String> {
    var undone: Set<String> = []
    for decision in log.reversed() where decision.kind == .undo && !undone.contains(decision.id) {
      if let target = decision.undoes { undone.insert(target) }
    }
    return undone
  }
}
