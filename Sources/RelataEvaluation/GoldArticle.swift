import Foundation
import RelataCore

/// One hand-annotated article in the JSONL format of the relation corpus.
///
/// `{"id", "text", "sentences": [[start, end]], "entities": [{"id", "name", "type", "aliases"}],
/// "relations": [{"subject", "relation", "object", "polarity", "status", "tense", "attribution",
/// "evidence": {"sentence", "subject", "object", "trigger"}}]}`; offsets are Unicode scalars.
public struct GoldArticle: Decodable, Sendable {
  public struct Entity: Decodable, Sendable {
    public var id: String
    public var name: String
    public var type: String
    public var aliases: [String]
  }
  public struct Relation: Decodable, Sendable {
    public struct Claim: Decodable, Sendable {
      public var entity: String?
      public var text: String?
      public var cue: String?
    }
    public struct Place: Decodable, Sendable {
      /// Index into the article's sentences.
      public var sentence: Int
    }
    public var subject: String
    public var relation: String
    public var object: String
    public var polarity: String
    public var status: String
    public var tense: String
    public var attribution: Claim?
    public var evidence: Place?
  }
  public var id: String
  public var text: String
  /// Half-open ranges of scalars.
  public var sentences: [[Int]]?
  public var entities: [Entity]
  public var relations: [Relation]

  /// Reads one article a line; blank lines are skipped.
  ///
  /// - Throws: ``RelataError`` RL8001 with the line that cannot be decoded.
  public static func read(jsonl data: Data, file: String) throws(RelataError) -> [GoldArticle] {
    var articles: [GoldArticle] = []
    let decoder = JSONDecoder()
    var number = 0
    for line in data.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 != 13 && $0 != 32 }) else { continue }
      do {
        articles.append(try decoder.decode(GoldArticle.self, from: Data(line)))
      } catch {
        throw RelataError(
          .badInput, code: "RL8001", "not an annotated article",
          at: InputLocation(file: file, line: number),
          hint: "one JSON object a line with id, text, entities and relations")
      }
    }
    return articles
  }
}
