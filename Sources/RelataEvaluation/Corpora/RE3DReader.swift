import Foundation
import RelataCore

/// Reads re3d: folders of sources, each with `documents.json` and `relations.json`, one object a line.
public struct RE3DReader: Sendable {
  private struct Row: Decodable {
    var _id: String
    var text: String
  }
  private struct Relation: Decodable {
    var documentId: String
    var type: String
    var source: String
    var sourceBegin: Int
    var sourceEnd: Int
    var target: String
    var targetBegin: Int
    var targetEnd: Int
  }

  /// A reader without state.
  public init() {}

  /// The last fifth of all documents ordered by id: the part that training leaves aside.
  ///
  /// - Parameter sources: The contents of the two files of each source.
  /// - Returns: In order of their ids.
  /// - Throws: `RelataError` RL8006 with the line that cannot be decoded.
  public func documents(
    in sources: [(documents: Data, relations: Data, name: String)]
  ) throws(RelataError) -> [FactDocument] {
    var rows: [Row] = []
    var relations: [String: [Relation]] = [:]
    for source in sources {
      rows += try Self.decode(Row.self, source.documents, "\(source.name)/documents.json")
      for relation in try Self.decode(
        Relation.self, source.relations, "\(source.name)/relations.json")
      {
        relations[relation.documentId, default: []].append(relation)
      }
    }
    rows.sort { $0._id.utf8.lexicographicallyPrecedes($1._id.utf8) }
    return rows[(rows.count * 8 / 10)...].map { Self.document($0, relations[$0._id] ?? []) }
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, _ data: Data, _ file: String
  ) throws(RelataError) -> [Value] {
    try JSONLines.decode(type, from: data, file: file) { location in
      RelataError(
        .badInput, code: "RL8006", "not a line of re3d", at: location,
        hint:
          "give the folder that holds re3d's sources, each with documents.json and relations.json")
    }
  }

  private static func document(_ row: Row, _ relations: [Relation]) -> FactDocument {
    let length = row.text.unicodeScalars.count
    let facts = relations.compactMap { relation -> FactDocument.Fact? in
      guard let subject = Span(pair: [relation.sourceBegin, relation.sourceEnd]),
        let object = Span(pair: [relation.targetBegin, relation.targetEnd]),
        max(subject.end, object.end) <= length
      else { return nil }
      return FactDocument.Fact(
        label: relation.type, subject: subject, object: object,
        group: [relation.type, NameKey.folded(relation.source), NameKey.folded(relation.target)]
          .joined(separator: "\t"))
    }
    let labels = Set(CorpusRelationTable.re3d.labels.values.joined().map(\.name))
    return FactDocument(
      id: "re3d-\(row._id)", text: row.text,
      passages: [FactDocument.Passage(span: Span(0, length), labels: labels, facts: facts)])
  }
}
