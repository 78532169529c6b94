/// The exact words that say so.
public struct Evidence: Hashable, Sendable {
  /// Index of the sentence in the document.
  public var sentence: Int
  /// The quoted span, normally the whole sentence.
  public var span: Span
  /// The words that stand for each end; nil where the sentence has none for it.
  public var subject: Span?
  /// As `subject`, for the other end.
  public var object: Span?
  /// The words that carry the relation.
  public var trigger: Span?
  /// The words that say when, where and how much, where they belong to the same predicate.
  public var time: Span?
  /// See ``time``.
  public var place: Span?
  /// See ``time``.
  public var amount: Span?

  /// Evidence with its spans.
  public init(
    sentence: Int, span: Span, subject: Span?, object: Span?, trigger: Span?, time: Span? = nil,
    place: Span? = nil, amount: Span? = nil
  ) {
    self.sentence = sentence
    self.span = span
    self.subject = subject
    self.object = object
    self.trigger = trigger
    self.time = time
    self.place = place
    self.amount = amount
  }
}

extension Evidence {
  /// All its spans, in the order of its fields.
  package var spans: [Span] {
    [span] + [subject, object, trigger, time, place, amount].compactMap { $0 }
  }
}

/// The published form: `span` is written as `start` and `end` beside the other fields.
extension Evidence: Codable {
  private enum CodingKeys: String, CodingKey {
    case sentence, subject, object, trigger, time, place, amount
  }

  /// Reads the published form.
  ///
  /// - Throws: `DecodingError`, also where a span is no range.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func span(_ key: CodingKeys) throws -> Span? {
      try container.decodeIfPresent(Span.self, forKey: key)
    }
    self.init(
      sentence: try container.decode(Int.self, forKey: .sentence), span: try Span(from: decoder),
      subject: try span(.subject), object: try span(.object), trigger: try span(.trigger),
      time: try span(.time), place: try span(.place), amount: try span(.amount))
  }

  /// Writes the published form.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(sentence, forKey: .sentence)
    try span.encode(to: encoder)
    try container.encode(subject, forKey: .subject)
    try container.encode(object, forKey: .object)
    try container.encode(trigger, forKey: .trigger)
    try container.encode(time, forKey: .time)
    try container.encode(place, forKey: .place)
    try container.encode(amount, forKey: .amount)
  }
}
