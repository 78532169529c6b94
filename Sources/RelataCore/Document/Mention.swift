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
  /// Where it stands in the text.
  public var span: Span
  /// Index into the document's sentences.
  public var sentence: Int
  /// Indices of its words in that sentence.
  public var tokens: Range<Int>
  /// What it refers to.
  public var type: EntityType
  /// How it refers.
  public var kind: MentionKind
  /// Whether it stands for what is named elsewhere ("he", "the group"), as all of a document's `references` do; a
  /// description that is itself the name of something, like "the Velmorian army", does not.
  public var isReference: Bool
  /// The entity it refers to; nil for values (dates, amounts, titles) and unresolved mentions.
  public var entity: EntityID?
  /// Calibrated probability, 0…1.
  public var score: Double

  /// A mention with its fields.
  public init(
    id: String, span: Span, sentence: Int, tokens: Range<Int>, type: EntityType,
    kind: MentionKind = .name, isReference: Bool = false, entity: EntityID? = nil,
    score: Double = 1
  ) {
    self.id = id
    self.span = span
    self.sentence = sentence
    self.tokens = tokens
    self.type = type
    self.kind = kind
    self.isReference = isReference
    self.entity = entity
    self.score = score
  }
}

/// The published form: `span` is written as `start` and `end`; sentence and words are left out.
extension Mention: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, type, kind
    case isReference = "reference"
    case entity, score
  }

  /// Reads the published form; `sentence` becomes 0 and `tokens` empty.
  ///
  /// What was written before `reference` was has it by the numbering of its time: m1, m2 … and r1, r2 …
  ///
  /// - Throws: `DecodingError`, also where the span is no range.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = try container.decode(String.self, forKey: .id)
    let kind = try container.decode(MentionKind.self, forKey: .kind)
    self.init(
      id: id, span: try Span(from: decoder),
      sentence: 0, tokens: 0..<0, type: try container.decode(EntityType.self, forKey: .type),
      kind: kind,
      isReference: try container.decodeIfPresent(Bool.self, forKey: .isReference)
        ?? (kind == .pronoun || id.hasPrefix("r")),
      entity: try container.decodeIfPresent(EntityID.self, forKey: .entity),
      score: try container.decode(Double.self, forKey: .score))
  }

  /// Writes the published form.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try span.encode(to: encoder)
    try container.encode(type, forKey: .type)
    try container.encode(kind, forKey: .kind)
    try container.encode(isReference, forKey: .isReference)
    try container.encode(entity, forKey: .entity)
    try container.encode(score, forKey: .score)
  }
}

/// Somebody or something that one document names.
public struct DocumentEntity: Hashable, Sendable, Codable {
  /// Local to the document: "e1", in order of first mention.
  public var id: EntityID
  /// The fullest name the document gives, titles and possessives stripped.
  public var name: String
  /// What it is.
  public var type: EntityType
  /// Every other written form, sorted, without duplicates.
  public var aliases: [String]
  /// Titles and roles the document gives ("former vice president"), in order of the text.
  public var roles: [String]

  /// An entity with its fields.
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
