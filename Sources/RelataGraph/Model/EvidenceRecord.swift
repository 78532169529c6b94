import RelataCore

/// One sentence that supports a relation, with everything needed to cite it.
///
/// Offsets count Unicode scalars of the document's text, end exclusive. Its fields are constant: a record
/// with other texts is made by rewriting (`KnowledgeGraph.rewritten(by:)`), which decides for each field.
public struct EvidenceRecord: Hashable, Sendable {
  /// The document that says so.
  public let document: DocumentID
  /// The document that stands for all that print the same report: of copies the first in order of their ids.
  public let report: DocumentID
  /// The outlet or file of that document.
  public let source: String
  /// Its headline, if it has one.
  public let title: String?
  /// Its date of publication as ISO 8601, if known.
  public let published: String?
  /// Who wrote it, if the document says so.
  public let author: String?
  /// The newspaper or site, if the document says so.
  public let outlet: String?
  /// Where it can be found on the web, if the document says so.
  public let address: String?
  /// The page on which the quote begins, as of `PageStart.page`; nil where the document has no pages.
  public let page: Int?
  /// Index of the sentence in the document, from 0.
  public let sentence: Int
  /// Where the quote stands.
  public let span: Span
  /// The words of `span`.
  public let quote: String
  /// What the sentence was read to say, as of `Assertion/predicate`; nil in JSON of before it was told.
  public let predicate: String?
  /// Who claims it; nil in the text's own voice.
  public let attribution: EvidenceAttribution?
  /// When, as ISO 8601; see `Assertion/time`.
  public let time: String?
  /// Where, as the document names the place.
  public let place: String?
  /// How much, in the text's words.
  public let amount: String?
  /// How surely it was read, 0…1.
  public let confidence: Double
  /// The rule or head that read it, with its version.
  public let extractor: String
  /// The words that stand for the relation's subject; nil where the sentence has none for it.
  public internal(set) var subject: Span?
  /// The words that stand for the relation's object.
  public internal(set) var object: Span?
  /// The words that carry the relation.
  public let trigger: Span?
}

extension EvidenceRecord {
  // In an extension, and in another order, so that the memberwise initialiser stays: it has no defaults,
  // and rewriting texts by it does not compile before a new field is decided.

  /// A piece of evidence with its fields; without `report`, of a document that has no copies.
  public init(
    document: DocumentID, report: DocumentID? = nil, source: String, title: String? = nil,
    published: String? = nil,
    author: String? = nil, outlet: String? = nil, address: String? = nil, page: Int? = nil,
    sentence: Int, span: Span, quote: String, predicate: String? = nil, subject: Span? = nil,
    object: Span? = nil,
    trigger: Span? = nil, attribution: EvidenceAttribution? = nil, time: String? = nil,
    place: String? = nil, amount: String? = nil, confidence: Double, extractor: String
  ) {
    self.init(
      document: document, report: report ?? document, source: source, title: title,
      published: published, author: author, outlet: outlet, address: address, page: page,
      sentence: sentence, span: span, quote: quote, predicate: predicate, attribution: attribution,
      time: time, place: place, amount: amount,
      confidence: confidence, extractor: extractor, subject: subject, object: object,
      trigger: trigger)
  }
}

/// The published form: `span` is written as `start` and `end` beside the other fields.
extension EvidenceRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case document, report, source, title, published, author, outlet
    case address = "url"
    case page, sentence, quote, predicate, attribution, time, place, amount
    case confidence, extractor, subject, object, trigger
  }

  /// Reads the published form.
  ///
  /// - Throws: `DecodingError`, also where a span is no range.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func optional<T: Decodable>(_ key: CodingKeys) throws -> T? {
      try container.decodeIfPresent(T.self, forKey: key)
    }
    let document = try container.decode(DocumentID.self, forKey: .document)
    self.init(
      document: document,
      // One of before copies were looked for has none.
      report: try optional(.report) ?? document,
      source: try container.decode(String.self, forKey: .source), title: try optional(.title),
      published: try optional(.published), author: try optional(.author),
      outlet: try optional(.outlet), address: try optional(.address),
      page: try optional(.page), sentence: try container.decode(Int.self, forKey: .sentence),
      span: try Span(from: decoder),
      quote: try container.decode(String.self, forKey: .quote),
      predicate: try optional(.predicate),
      attribution: try optional(.attribution), time: try optional(.time),
      place: try optional(.place), amount: try optional(.amount),
      confidence: try container.decode(Double.self, forKey: .confidence),
      extractor: try container.decode(String.self, forKey: .extractor),
      subject: try optional(.subject), object: try optional(.object),
      trigger: try optional(.trigger))
  }

  /// Writes the published form.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(document, forKey: .document)
    try container.encode(report, forKey: .report)
    try container.encode(source, forKey: .source)
    try container.encode(title, forKey: .title)
    try container.encode(published, forKey: .published)
    try container.encode(author, forKey: .author)
    try container.encode(outlet, forKey: .outlet)
    try container.encode(address, forKey: .address)
    try container.encode(page, forKey: .page)
    try container.encode(sentence, forKey: .sentence)
    try span.encode(to: encoder)
    try container.encode(quote, forKey: .quote)
    try container.encode(predicate, forKey: .predicate)
    try container.encode(attribution, forKey: .attribution)
    try container.encode(time, forKey: .time)
    try container.encode(place, forKey: .place)
    try container.encode(amount, forKey: .amount)
    try container.encode(confidence, forKey: .confidence)
    try container.encode(extractor, forKey: .extractor)
    try container.encode(subject, forKey: .subject)
    try container.encode(object, forKey: .object)
    try container.encode(trigger, forKey: .trigger)
  }
}

/// Who claims it, resolved to the graph.
public struct EvidenceAttribution: Hashable, Sendable, Codable {
  /// The word that attributes: "said", "according to".
  public let cue: String
  /// The claimant's entity, if it is one.
  public let entity: EntityID?
  /// The claimant as shown to readers: the entity's name or the text's words.
  public let name: String
  /// Who passes the claim on, in words, from the inside out.
  public let via: [String]

  /// Its members in the order in which they are published.
  private enum CodingKeys: String, CodingKey {
    case entity
    case name = "text"
    case cue, via
  }
}

extension EvidenceAttribution {
  /// A claimant; see ``EvidenceRecord`` for why this stands in an extension.
  public init(entity: EntityID?, name: String, cue: String, via: [String] = []) {
    self.init(cue: cue, entity: entity, name: name, via: via)
  }
}
