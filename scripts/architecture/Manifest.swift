/// What of `swift package dump-package` is drawn.
struct Manifest: Decodable {
  struct Target: Decodable {
    var name: String
    var type: String
    /// Only where it is not the usual one.
    var path: String?
    var dependencies: [Dependency]
  }

  /// A target of this package, or a product of another one: an object of one key, whose value is a list
  /// that begins with the name.
  struct Dependency: Decodable {
    var name: String

    init(from decoder: any Decoder) throws {
      let kinds = try decoder.singleValueContainer().decode([String: [Part?]].self)
      guard let name = kinds.values.first?.first??.text else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "a dependency without name"))
      }
      self.name = name
    }
  }

  /// A part of a dependency's list: the name, a package, nothing, or a condition.
  private struct Part: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }

  var targets: [Target]
}
