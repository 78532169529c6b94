import Foundation

/// Lists of strings in one column, as JSON so that `json_each` reads them.
enum JSONList {
  static func text(_ strings: [String]) throws -> String {
    if strings.isEmpty { return "[]" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: try encoder.encode(strings), as: UTF8.self)
  }

  static func parse(_ text: String) throws -> [String] {
    if text == "[]" { return [] }
    return try JSONDecoder().decode([String].self, from: Data(text.utf8))
  }
}
