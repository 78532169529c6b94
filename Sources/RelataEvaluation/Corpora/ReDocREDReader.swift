import Foundation
import RelataCore

/// Reads Re-DocRED as gold articles: entities by their names, relations by Wikidata property.
public struct ReDocREDReader: Sendable {
  private struct Row: Decodable {
    struct Mention: Decodable {
      var name: String
      var type: String
    }
    struct Label: Decodable {
      var h: Int
      var t: Int
      var r: String
    }
    var title: String
    var sents: [[String]]
    var vertexSet: [[Mention]]
    var labels: [Label]?
  }

  /// How many documents at the end of the file are read; the others may be trained on.
  public static let heldOut = 100

  /// A reader without state.
  public init() {}

  /// The last ``heldOut`` documents of a file.
  ///
  /// Their text is put together from words. Dates and numbers are no entities; relations that
  /// our schema does not have are left out.
  ///
  /// - Throws: `RelataError` RL8007 if the file is no such array.
  public func articles(in data: Data, file: String) throws(RelataError) -> [GoldArticle] {
    let rows: [Row]
    do {
      rows = try JSONDecoder().decode([Row].self, from: data)
    } catch {
      throw RelataError(
        .badInput, code: "RL8007", "not a file of Re-DocRED", at: InputLocation(file: file),
        hint: "one JSON array of documents with title, sents, vertexSet and labels")
    }
    return rows.suffix(Self.heldOut).map(Self.article)
  }

  /// Of a document's assertions those that the corpus could have: positive, not planned or hypothetical,
  /// of a relation in the mapping.
  public static func counted(_ extracted: ExtractedDocument) -> ExtractedDocument {
    var counted = extracted
    counted.assertions = extracted.assertions.filter {
      $0.polarity == .positive && [.asserted, .claimed].contains($0.status)
        && CorpusRelationTable.reDocRED.labels[$0.relation] != nil
    }
    return counted
  }

  private static let types = [
    "PER": EntityType.person, "ORG": .organization, "LOC": .location, "MISC": .other,
  ]

  private static func article(_ row: Row) -> GoldArticle {
    var entities: [GoldArticle.Entity] = []
    for (index, mentions) in row.vertexSet.enumerated() {
      guard let type = mentions.lazy.compactMap({ types[$0.type] }).first else { continue }
      let names = mentions.map {
        RunningText.joined($0.name.split(separator: " ").map(String.init))
      }
      let fullest = names.max { ($0.count, $1) < ($1.count, $0) } ?? ""
      entities.append(
        GoldArticle.Entity(
          id: "e\(index)", name: fullest, type: type.rawValue, aliases: Set(names).sorted()))
    }
    let ids = Set(entities.map(\.id))
    var relations: [GoldArticle.Relation] = []
    for label in row.labels ?? [] {
      for (relation, isInverse) in CorpusRelationTable.reDocRED.relations(of: label.r) {
        let ends = isInverse ? ("e\(label.t)", "e\(label.h)") : ("e\(label.h)", "e\(label.t)")
        guard ids.contains(ends.0), ids.contains(ends.1) else { continue }
        relations.append(
          GoldArticle.Relation(
            subject: ends.0, relation: relation.rawValue, object: ends.1, polarity: "positive",
            status: "asserted", tense: "current"))
      }
    }
    return GoldArticle(
      id: "redocred \(row.title)", text: row.sents.map(RunningText.joined).joined(separator: " "),
      entities: entities, relations: relations)
  }
}
