/// The identity of a document: its given id, or one made from its content.
public struct DocumentID: Hashable, Sendable, Codable, Comparable, RawRepresentable,
  CustomStringConvertible
{
  /// The text of it.
  public var rawValue: String
  /// An identity by its text.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// An identity by its text.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// The text of it.
  public var description: String { rawValue }
  /// Orders by text.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The identity of an entity: local to a document ("e1") before the graph is built, global after.
public struct EntityID: Hashable, Sendable, Codable, Comparable, RawRepresentable,
  CustomStringConvertible
{
  /// The text of it.
  public var rawValue: String
  /// An identity by its text.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// An identity by its text.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// The text of it.
  public var description: String { rawValue }
  /// Orders by text.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The identity of an assertion within its document, or of a relation within a graph.
public struct AssertionID: Hashable, Sendable, Codable, Comparable, RawRepresentable,
  CustomStringConvertible
{
  /// The text of it.
  public var rawValue: String
  /// An identity by its text.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// An identity by its text.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// The text of it.
  public var description: String { rawValue }
  /// Orders by text.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The name of a relation of the schema, such as `hired`.
public struct RelationID: Hashable, Sendable, Codable, Comparable, RawRepresentable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The text of it.
  public var rawValue: String
  /// An identity by its text.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// An identity by its text.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// A relation by its name.
  public init(stringLiteral value: String) { rawValue = value }
  /// The text of it.
  public var description: String { rawValue }
  /// Orders by text.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The relation that keeps an open predicate without a type.
  public static let other: RelationID = "other"
}
