/// How a mention refers.
public enum MentionKind: String, Sendable, Codable, CaseIterable {
  case name
  /// A description: "the group", "the former vice president".
  case nominal
  case pronoun
}

/// A span of the text that refers to something.
public struct Mention: Hashable, Sendable {
  /// Local to the document: "m1", in order of the text.
  public var id: String
  public var span: Span
  /// Index into the document's sentences.
  public var sentence: Int
  /// Indices of its words in that sentence.
  public var tokens: Range<Int>
  public var type: EntityType
  public var kind: MentionKind
  /// The entity it refers to; nil for values (dates, amounts, titles) and unresolved mentions.
  public var entity: EntityID?
  /// Calibrated probability, 0…1.
  public var score: Double

  public init(
    id: String, span: Span, sentence: Int, tokens: Range<Int>, type: EntityType,
    kind: MentionKind = .name, entity: EntityID? = nil, score: Double = 1
  ) {
    self.id = id
    self.span = span
    self.sentence = sentence
    self.tokens = tokens
    self.type = type
    self.kind = kind
    self.entity = entity
    self.score = score
  }
}

/// Somebody or something that one document names.
public struct DocumentEntity: Hashable, Sendable {
  /// Local to the document: "e1", in order of first mention.
  public var id: EntityID
  /// The fullest name the document gives, titles and possessives stripped.
  public var name: String
  public var type: EntityType
  /// Every other written form, sorted, without duplicates.
  public var aliases: [String]
  /// Titles and roles the document gives ("former vice president"), in order of the text.
  public var roles: [String]

  public init(
    id: EntityID, name: String, type: EntityType, aliases: [String] = [], roles: [String] = []
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.aliases = aliases
    self.roles = roles
  }
}
