/// Why something of the graph is not drawn, in the order in which it is removed.
public enum RemovalReason: Int, Sendable, CaseIterable, Comparable {
  /// By the filters of the options.
  case filtered
  /// Entities without a relation that passes the filters.
  case unconnected
  /// Not on one of the paths shown.
  case offPath
  /// Shown in another figure of a series.
  case elsewhere
  /// Shown in no figure of a series.
  case beyondSeries
  /// More steps away than asked for.
  case beyondDepth
  /// Two or more steps away, on a single source and tied to one entity only.
  case unsupportedDistance
  /// Inferred, not stated by a text.
  case inferred
  /// Without words for the tie.
  case coMention
  /// One source and low confidence.
  case weak
  /// Entities that hang on one entity other than the focus.
  case leaf
  /// Two or more steps away with the least support.
  case distant
  /// Neighbours of the focus with the least support.
  case neighbor
  /// Lines with the least support among more than fit.
  case crowded

  /// The order in which things are taken away.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// What was removed, for the sentence "left out: …".
  var words: String {
    switch self {
    case .filtered: "excluded by the filters"
    case .unconnected: "without relations"
    case .offPath: "not on the paths shown"
    case .elsewhere: "shown in the other figures"
    case .beyondSeries: "shown in none of the figures"
    case .beyondDepth: "further away"
    case .unsupportedDistance: "two or more steps away on a single source"
    case .inferred: "inferred"
    case .coMention: "only mentioned together"
    case .weak: "with a single source and low confidence"
    case .leaf: "tied to one other entity only"
    case .distant: "two or more steps away with the least support"
    case .neighbor: "next to the focus with the least support"
    case .crowded: "with the least support"
    }
  }
}

/// How much was left out for one reason.
public struct Removal: Sendable, Hashable {
  /// Why they are not drawn.
  public var reason: RemovalReason
  /// Entities left out.
  public var entities: Int
  /// Relations left out.
  public var relations: Int

  /// How much one reason took away.
  public init(reason: RemovalReason, entities: Int, relations: Int) {
    self.reason = reason
    self.entities = entities
    self.relations = relations
  }

  /// "14 entities and 20 relations further away".
  public var words: String {
    let parts = [count(entities, "entity", "entities"), count(relations, "relation", "relations")]
    return parts.compactMap { $0 }.joined(separator: " and ") + " " + reason.words
  }

  private func count(_ n: Int, _ one: String, _ many: String) -> String? {
    n == 0 ? nil : "\(n) \(n == 1 ? one : many)"
  }
}
