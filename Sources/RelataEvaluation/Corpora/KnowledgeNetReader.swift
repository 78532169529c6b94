import Foundation
import RelataCore

/// Reads KnowledgeNet as flat rows: a fact, or a passage and a property that it has no fact of.
///
/// Rows are JSON objects with `fold`, `doc`, `passage_start`, `property`, `passage`, and for facts
/// `subject` and `object` as `[start, end]` in scalars of the passage, `subject_text`, `object_text`,
/// `subject_uri`, `object_uri`.
public struct KnowledgeNetReader: Sendable {
  private struct Row: Decodable {
    var fold: Int
    var doc: Int
    var passageStart: Int
    var property: String
    var passage: String
    var subject: [Int]?
    var object: [Int]?
    var subjectText: String?
    var objectText: String?
    var subjectURI: String?
    var objectURI: String?

    enum CodingKeys: String, CodingKey {
      case fold, doc, property, passage, subject, object
      case passageStart = "passage_start"
      case subjectText = "subject_text"
      case objectText = "object_text"
      case subjectURI = "subject_uri"
      case objectURI = "object_uri"
    }
  }

  /// A reader without state.
  public init() {}

  /// The documents of the highest fold in the files, by number; the passages of one document are joined
  /// by blanks in their order, so that pronouns find their names.
  ///
  /// - Throws: `RelataError` RL8005 with the line that is no such row.
  public func documents(in files: [(name: String, data: Data)]) throws(RelataError)
    -> [FactDocument]
  {
    var rows: [Row] = []
    for file in files {
      rows += try JSONLines.decode(Row.self, from: file.data, file: file.name) { location in
        RelataError(
          .badInput, code: "RL8005", "not a row of KnowledgeNet", at: location,
          hint: "one JSON object a line with fold, doc, passage_start, property and passage")
      }
    }
    let fold = rows.map(\.fold).max()
    let byDocument = Dictionary(grouping: rows.filter { $0.fold == fold }, by: \.doc)
    return byDocument.sorted { $0.key < $1.key }.map { Self.document($0.key, $0.value) }
  }

  private static func document(_ id: Int, _ rows: [Row]) -> FactDocument {
    let passages = Dictionary(grouping: rows, by: \.passageStart).sorted { $0.key < $1.key }
    var document = FactDocument(id: "knowledgenet-\(id)", text: "", passages: [])
    var length = 0
    for (_, rows) in passages {
      guard let text = rows.first?.passage else { continue }
      if length > 0 {
        document.text += " "
        length += 1
      }
      let start = length
      document.text += text
      length += text.unicodeScalars.count
      let facts = rows.compactMap { row -> FactDocument.Fact? in
        guard let subject = Span(pair: row.subject), let object = Span(pair: row.object) else {
          return nil
        }
        let ends = [
          row.subjectURI ?? NameKey.folded(row.subjectText ?? ""),
          row.objectURI ?? NameKey.folded(row.objectText ?? ""),
        ]
        return FactDocument.Fact(
          label: row.property, subject: Span(start + subject.start, start + subject.end),
          object: Span(start + object.start, start + object.end),
          group: ([row.property] + ends).joined(separator: "\t"))
      }
      document.passages.append(
        FactDocument.Passage(
          span: Span(start, length), labels: Set(rows.map(\.property)), facts: facts))
    }
    return document
  }
}
