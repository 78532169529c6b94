/// What a mention or an entity is.
///
/// The first six are nodes of a graph; dates, amounts and titles are values kept as qualifiers.
public enum EntityType: String, Sendable, Codable, CaseIterable, Comparable {
  case person = "PERSON"
  case organization = "ORGANIZATION"
  /// A place, or a state that acts.
  case location = "LOCATION"
  /// A people: nationality, ethnic, religious or political.
  case group = "GROUP"
  case event = "EVENT"
  /// A work, product or law.
  case other = "OTHER"
  case date = "DATE"
  case money = "MONEY"
  /// A title or role, such as "former vice president".
  case title = "TITLE"

  /// Whether entities of this type may stand in a graph.
  public var isNode: Bool {
    switch self {
    case .person, .organization, .location, .group, .event, .other: true
    case .date, .money, .title: false
    }
  }

  /// Whether the type can do things to others: the ACTOR of the schema.
  public var isActor: Bool {
    switch self {
    case .person, .organization, .location, .group: true
    default: false
    }
  }

  /// Orders by name.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
