import Foundation
import RelataCore

/// One hand-annotated article in the JSONL format of the relation corpus.
///
/// `{"id", "text", "sentences": [[start, end]], "furniture"?: [sentence indexes],
/// "entities": [{"id", "name", "type", "aliases"}],
/// "relations": [{"subject", "relation", "object", "polarity", "status", "tense", "attribution",
/// "evidence": {"sentence", "subject", "object", "trigger"}}]}`; offsets are Unicode scalars, ends
/// exclusive. `Tests/Benchmark/ANNOTATION.md` is the guide.
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
      /// `[start, end]` of the words for each end; nil where the sentence has none.
      public var subject: [Int]?
      public var object: [Int]?
      public var trigger: [Int]?
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
  /// Indexes of sentences that are page furniture.
  public var furniture: [Int]?
  public var entities: [Entity]
  public var relations: [Relation]

  /// Reads one article a line; blank lines are skipped.
  ///
  /// - Throws: ``RelataError`` RL8001 with the line that cannot be decoded.
  public static func read(jsonl data: Data, file: String) throws(RelataError) -> [GoldArticle] {
    try JSONLines.decode(GoldArticle.self, from: data, file: file) { location in
      RelataError(
        .badInput, code: "RL8001", "not an annotated article", at: location,
        hint: "one JSON object a line with id, text, entities and relations")
    }
  }
}

extension Span {
  /// A span from `[start, end]`; nil if it is not a range.
  init?(pair: [Int]?) {
    guard let pair, pair.count == 2, 0 <= pair[0], pair[0] <= pair[1] else { return nil }
    self.init(pair[0], pair[1])
  }
}
