import Foundation
import GRDB
import RelataCore
import RelataGraph

// How the field's values stand in columns: by their raw text. A value that is none of a closed list, such
// as an unknown polarity, fails to decode; ``StoreErrors`` tells that as damage.

extension DocumentID: DatabaseValueConvertible, StatementColumnConvertible {}
extension EntityID: DatabaseValueConvertible, StatementColumnConvertible {}
extension AssertionID: DatabaseValueConvertible, StatementColumnConvertible {}
extension RelationID: DatabaseValueConvertible, StatementColumnConvertible {}
extension EntityType: DatabaseValueConvertible, StatementColumnConvertible {}
extension Polarity: DatabaseValueConvertible, StatementColumnConvertible {}
extension AssertionStatus: DatabaseValueConvertible, StatementColumnConvertible {}
extension TenseClass: DatabaseValueConvertible, StatementColumnConvertible {}

/// A key of names, which stands in columns and in JSON as one text.
package protocol TextKey: DatabaseValueConvertible, Codable {
  /// Nil for a text that is no such key.
  init?(text: String)
  var text: String { get }
}

extension NameKey: TextKey {}
extension BearerKey: TextKey {}

extension TextKey {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let key = Self(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a key of names begins with its type")
    }
    self = key
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package var databaseValue: DatabaseValue { text.databaseValue }

  package static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
    String.fromDatabaseValue(value).flatMap { Self(text: $0) }
  }
}

/// A list of strings in one column, as a JSON array so that `json_each` reads it.
struct JSONList: Codable, Equatable, DatabaseValueConvertible {
  var items: [String]

  init(_ items: [String]) { self.items = items }

  /// The array as text; equal lists give equal bytes.
  var text: String {
    if items.isEmpty { return "[]" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // Encoding strings cannot fail.
    return (try? encoder.encode(items)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  var databaseValue: DatabaseValue { text.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> JSONList? {
    guard let text = String.fromDatabaseValue(value) else { return nil }
    if text == "[]" { return JSONList([]) }
    return (try? JSONDecoder().decode([String].self, from: Data(text.utf8))).map { JSONList($0) }
  }
}

/// Numbers of a file, checked before anything is computed with them.
enum StoredNumber {
  /// The greatest offset, sentence or count that is believed: no text is longer, and sums stay small.
  static let limit = Int(Int32.max)

  /// An offset, an index or a count.
  ///
  /// - Throws: What says that the file is damaged, if it is negative or beyond the limit.
  static func checked(_ number: Int, _ what: String) throws -> Int {
    guard 0...limit ~= number else { throw damaged("\(what) \(number)") }
    return number
  }

  /// A probability.
  static func probability(_ number: Double) throws -> Double {
    guard 0...1 ~= number else { throw damaged("confidence \(number)") }
    return number
  }

  /// A span of two columns; nil where both are empty.
  static func span(_ start: Int?, _ end: Int?) throws -> Span? {
    if start == nil, end == nil { return nil }
    guard let start, let end else { throw damaged("half a span") }
    guard 0 <= start, start <= end, end <= limit else { throw damaged("span \(start)…\(end)") }
    return Span(start, end)
  }

  /// What SQLite says of a file it cannot make sense of, in our words.
  static func damaged(_ what: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: what)
  }
}
