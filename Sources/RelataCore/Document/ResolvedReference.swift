/// A word that stands for entities named elsewhere: "he", "the company", "the two men".
public struct ResolvedReference: Hashable, Sendable {
  /// What decided whom the word means.
  public enum Method: String, Sendable, Codable, CaseIterable {
    /// A rule over the trees: the one subject in reach, the one holder of an office.
    case rule
    /// The coreference head of the model.
    case head
  }

  /// Index into the document's sentences.
  public var sentence: Int
  /// Index of the word, the head of its phrase, in that sentence.
  public var token: Int
  /// Whom it means: one entity, or the members of a group in the order they were named; never none.
  public var entities: [EntityID]
  public var method: Method
  /// How surely, 0…1: the head's probability; what a rule decides is right seven times in ten.
  public var score: Double

  public init(
    sentence: Int, token: Int, entities: [EntityID], method: Method, score: Double
  ) {
    self.sentence = sentence
    self.token = token
    self.entities = entities
    self.method = method
    self.score = score
  }
}
