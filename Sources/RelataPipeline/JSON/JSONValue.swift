/// A JSON value whose members keep the order they were given in.
///
/// Written by hand instead of through `Codable` because published formats fix the order of keys and the
/// number of decimals, and the same value must always give the same bytes.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Rounded to four decimals when written, trailing zeros dropped; not-a-number and infinities become null.
  case decimal(Double)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// The string, or null.
  public static func optional(_ string: String?) -> JSONValue {
    string.map { .string($0) } ?? .null
  }

  /// An array of strings.
  public static func strings(_ strings: some Sequence<String>) -> JSONValue {
    .array(strings.map { .string($0) })
  }

  /// The value of a member of an object; nil if this is no object or has no such member.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

/// One key with its value in an object.
public struct JSONMember: Hashable, Sendable {
  /// Stands before the colon.
  public var key: String
  /// Stands after it.
  public var value: JSONValue

  /// A member of an object.
  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral
{
  /// Members in the order in which they are written.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }
  /// Elements in the order in which they are written.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
}
