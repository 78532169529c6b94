import RelataCore
import RelataPipeline
import RelataStore

/// A document of a graph as members of a JSON object.
enum DocumentMembers {
  /// A checksum; null for one that is not shown.
  static func checksum(_ digest: String) -> JSONValue {
    digest.isEmpty ? .null : .string(digest)
  }

  private static func file(_ file: SourceFile) -> JSONValue {
    .object([
      JSONMember("place", .string(file.place)), JSONMember("part", .optional(file.part)),
      JSONMember("sha256", checksum(file.sha256)), JSONMember("size", .integer(file.size)),
      JSONMember("read", .optional(file.read)),
    ])
  }

  /// Id, source, title, day, author, outlet, address, language, checksum and producer; before the checksum how many relations rest
  /// on it, at the end the report that it prints, and the ids of the others that print it, as far as they are given.
  static func of(
    _ document: StoredDocument, language: String?, relations: Int? = nil,
    copies: [String]? = nil
  ) -> JSONValue {
    .object(
      [
        JSONMember("id", .string(document.id.rawValue)),
        JSONMember("source", .string(document.source)),
        JSONMember("title", .optional(document.title)),
        JSONMember("published", .optional(document.published)),
        JSONMember("author", .optional(document.author)),
        JSONMember("outlet", .optional(document.outlet)),
        JSONMember("url", .optional(document.address)), JSONMember("language", .optional(language)),
      ] + (relations.map { [JSONMember("relations", .integer($0))] } ?? []) + [
        JSONMember("sha256", checksum(document.sha256)),
        JSONMember("producer", .string(document.producer)),
        JSONMember("places", .array(document.files.map { .string($0.description) })),
        JSONMember("files", .array(document.files.map(Self.file))),
        JSONMember("build", document.build.map { .integer($0) } ?? .null),
        JSONMember("report", .string(document.report.rawValue)),
        JSONMember("confidential", .bool(document.isConfidential)),
      ] + (copies.map { [JSONMember("copies", .strings($0))] } ?? []))
  }
}
