import Foundation
import GRDB
import RelataCore
import RelataGraph

/// One row of the table `bearer`: what a document says of somebody, for telling whom it means.
struct BearerRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "bearer"

  var nameKey: BearerKey
  /// The name without its document.
  var name: NameKey
  var documentId: DocumentID
  /// What its profile states as facts, and what it shares with others: two parts of a `BearerProfile` as JSON with
  /// sorted keys, because many bearers of a name agree in the first.
  var facts: String
  var context: String
  /// Other names that decisions give it, as texts of keys.
  var decidedNames = JSONList([])

  init(_ bearer: Bearer, of document: DocumentID) throws {
    nameKey = bearer.key
    name = bearer.key.name
    documentId = document
    facts = try Self.text(bearer.profile.facts)
    context = try Self.text(bearer.profile.context)
  }

  func bearer() throws -> Bearer {
    let stated = try Self.value(facts, BearerProfile.Facts.self)
    let shared = try Self.value(context, BearerProfile.Context.self)
    return Bearer(key: nameKey, profile: BearerProfile(facts: stated, context: shared))
      .named(decidedNames.items.compactMap { NameKey(text: $0) })
  }

  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<T: Decodable>(_ text: String, _ type: T.Type) throws -> T {
    guard let value = try? JSONDecoder().decode(type, from: Data(text.utf8)) else {
      throw StoredNumber.damaged("a bearer's profile")
    }
    return value
  }
}

/// A name with facts that one bearer or more of an entity have.
struct StatedFacts: Codable, FetchableRecord {
  var name: NameKey
  var facts: String
  var decidedNames: JSONList
}
