/// A part of a text that stands by itself: a paragraph, a heading, an item of a list, a row of a table.
///
/// No sentence reaches beyond its block.
public struct Block: Hashable, Sendable {
  /// What a block is, as its file says or as its marks show.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case heading, paragraph
    /// Of a list.
    case item
    /// Of a table: its cells stand between bars or tabs.
    case row
    /// Words of somebody else than the writer, without marks of quotation.
    case quotation
    /// Words below a picture or a table.
    case caption
    /// What one of several speakers says, behind a label: "KERN: I never met him."
    case turn
    /// The same, of who asks and who answers: "Q: Who owns it?"
    case question, answer
    /// What is explained, and what explains it: "Owner", "Milo Hartwell".
    case term, definition
  }

  /// Without white space at the edges.
  public var span: Span
  /// What it is.
  public var kind: Kind
  /// Of a heading, from 1 for the highest; nil where it is not known.
  public var level: Int?
  /// The words before the colon of a turn; nil elsewhere.
  public var speaker: Span?
  /// Whether it goes on with what the block before began: the next item of one list, the next row of one table, what
  /// explains a term.
  public var continues: Bool

  /// A block with its fields.
  public init(
    span: Span, kind: Kind, level: Int? = nil, speaker: Span? = nil, continues: Bool = false
  ) {
    self.span = span
    self.kind = kind
    self.level = level
    self.speaker = speaker
    self.continues = continues
  }
}

/// The published form: `span` is written as `start` and `end`.
extension Block: Codable {
  private enum CodingKeys: String, CodingKey { case kind, level, speaker, continues }

  /// Reads the published form; a kind of a later version is a paragraph.
  ///
  /// - Throws: `DecodingError`, also where a span is no range.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      span: try Span(from: decoder),
      kind: Kind(rawValue: try container.decode(String.self, forKey: .kind)) ?? .paragraph,
      level: try container.decodeIfPresent(Int.self, forKey: .level),
      speaker: try container.decodeIfPresent(Span.self, forKey: .speaker),
      continues: try container.decodeIfPresent(Bool.self, forKey: .continues) ?? false)
  }

  /// Writes the published form.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try span.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(level, forKey: .level)
    try container.encode(speaker, forKey: .speaker)
    try container.encode(continues, forKey: .continues)
  }
}

extension Document {
  /// The number of the block in which a scalar of the text stands; nil between blocks.
  ///
  /// - Complexity: O(log blocks).
  public func blockIndex(at offset: Int) -> Int? {
    let next = blocks.partitioningIndex { $0.span.end > offset }
    return next < blocks.count && blocks[next].span.contains(offset) ? next : nil
  }
}
