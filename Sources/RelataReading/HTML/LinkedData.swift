import Foundation

/// What a page says of its article as linked data (schema.org in JSON-LD): headline, day, authors, outlet, address.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var author: String?
  private(set) var outlet: String?
  private(set) var address: String?
  /// The text of the article.
  private(set) var body: String?

  /// Objects within objects beyond this depth are not looked at.
  private static let deepest = 8

  /// Adds a script's words; what is no JSON is passed over, and what was known stays.
  mutating func add(_ json: String) {
    guard let value = try? JSONSerialization.jsonObject(with: Data(json.utf8)) else { return }
    visit(value, depth: 0)
  }

  private mutating func visit(_ value: Any, depth: Int) {
    guard depth < Self.deepest else { return }
    if let list = value as? [Any] {
      for item in list { visit(item, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      let types = (object["@type"] as? [String]) ?? (object["@type"] as? String).map { [$0] } ?? []
      if types.contains(where: {
        $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report"
      }) {
        read(object)
      }
      if let graph = object["@graph"] { visit(graph, depth: depth + 1) }
    }
  }

  private mutating func read(_ article: [String: Any]) {
    headline = headline ?? Self.words(article["headline"])
    published = published ?? Self.words(article["datePublished"])
    author = author ?? Self.names(article["author"])
    outlet = outlet ?? Self.names(article["publisher"])
    body = body ?? article["articleBody"] as? String
    address =
      address ?? Self.words(article["url"])
      ?? (article["mainEntityOfPage"] as? [String: Any]).flatMap { Self.words($0["@id"]) }
  }

  /// The names of people or bodies, given as words or as objects.
  private static func names(_ value: Any?) -> String? {
    let list = (value as? [Any]) ?? value.map { [$0] } ?? []
    let names = list.compactMap { words($0) ?? words(($0 as? [String: Any])?["name"]) }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private static func words(_ value: Any?) -> String? {
    guard let words = (value as? String)?.collapsedWords else { return nil }
    return words.contains("://") && words.contains(" ") ? nil : words
  }
}
