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
  /// Somebody or something that the article names.
  public struct Entity: Decodable, Sendable {
    /// Unique in the article.
    public var id: String
    /// The fullest name.
    public var name: String
    /// As in `EntityType`, by its raw value.
    public var type: String
    /// Every written form in the text, the fullest name among them.
    public var aliases: [String]
  }
  /// An edge as the annotators drew it.
  public struct Relation: Decodable, Sendable {
    /// Who claims it; both are nil where the text says only that somebody does.
    public struct Claim: Decodable, Sendable {
      /// The claimant's id, if it is an entity of the article.
      public var entity: String?
      /// The claimant in the text's words.
      public var text: String?
      /// The word that says so: "said", "according to".
      public var cue: String?
    }
    /// Where the text says so, as pairs of offsets in scalars, end exclusive.
    public struct Place: Decodable, Sendable {
      /// Index into the article's sentences.
      public var sentence: Int
      /// `[start, end]` of the words for each end; nil where the sentence has none.
      public var subject: [Int]?
      /// Of the words that stand for the object.
      public var object: [Int]?
      /// Of the words that state the relation.
      public var trigger: [Int]?
    }
    /// The id of the one end.
    public var subject: String
    /// An id of the schema.
    public var relation: String
    /// The id of the other end.
    public var object: String
    /// As in `Polarity`.
    public var polarity: String
    /// As in `AssertionStatus`.
    public var status: String
    /// As in `TenseClass`.
    public var tense: String
    /// Nil where the text speaks in its own voice.
    public var attribution: Claim?
    /// The first place in the text that states it.
    public var evidence: Place?
  }
  /// Unique in the file.
  public var id: String
  /// As published; offsets count its scalars.
  public var text: String
  /// Half-open ranges of scalars.
  public var sentences: [[Int]]?
  /// Indexes of sentences that are page furniture.
  public var furniture: [Int]?
  /// In order of their first mention.
  public var entities: [Entity]
  /// All of them: a pair without one is a true negative.
  public var relations: [Relation]

  /// Reads one article a line; blank lines are skipped.
  ///
  /// - Throws: `RelataError` RL8001 with the line that cannot be decoded.
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
