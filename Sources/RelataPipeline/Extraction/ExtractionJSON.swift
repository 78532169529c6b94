import RelataCore

/// The published JSON form of one extracted document: one line of `relata extract`.
///
/// Offsets count Unicode scalars of `text`, end exclusive. Keys stand in a fixed order and numbers are
/// rounded to four decimals, so equal documents give equal bytes.
public enum ExtractionJSON {
  /// Raised when a field is renamed or removed; adding fields does not raise it.
  public static let schemaVersion = 1

  /// One document as a JSON object.
  public static func object(_ extracted: ExtractedDocument) -> JSONValue {
    let annotated = extracted.annotated
    let document = annotated.document
    return [
      "schemaVersion": .integer(schemaVersion),
      "document": [
        "id": .string(document.id.rawValue), "source": .string(document.source),
        "title": .optional(document.title), "published": .optional(document.published),
        "sha256": .string(document.sha256),
      ],
      "text": .string(document.text.string),
      "furniture": .array(document.furniture.map(span)),
      "sentences": .array(annotated.sentences.map { span($0.span) }),
      "mentions": .array(
        (annotated.mentions + annotated.references).enumerated()
          .sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
          .map { mention($0.element) }),
      "entities": .array(annotated.entities.map(entity)),
      "assertions": .array(extracted.assertions.map(assertion)),
    ]
  }

  static func span(_ span: Span) -> JSONValue {
    ["start": .integer(span.start), "end": .integer(span.end)]
  }

  private static func span(_ optional: Span?) -> JSONValue { optional.map(span) ?? .null }

  private static func mention(_ mention: Mention) -> JSONValue {
    [
      "id": .string(mention.id), "start": .integer(mention.span.start),
      "end": .integer(mention.span.end), "type": .string(mention.type.rawValue),
      "kind": .string(mention.kind.rawValue), "entity": .optional(mention.entity?.rawValue),
      "score": .decimal(mention.score),
    ]
  }

  private static func entity(_ entity: DocumentEntity) -> JSONValue {
    [
      "id": .string(entity.id.rawValue), "name": .string(entity.name),
      "type": .string(entity.type.rawValue), "aliases": .strings(entity.aliases),
      "roles": .strings(entity.roles),
    ]
  }

  static func assertion(_ assertion: Assertion) -> JSONValue {
    [
      "id": .string(assertion.id.rawValue), "subject": .string(assertion.subject.rawValue),
      "relation": .string(assertion.relation.rawValue),
      "object": .string(assertion.object.rawValue), "predicate": .string(assertion.predicate),
      "polarity": .string(assertion.polarity.rawValue),
      "status": .string(assertion.status.rawValue), "tense": .string(assertion.tense.rawValue),
      "attribution": assertion.attribution.map(attribution) ?? .null,
      "time": .optional(assertion.time), "place": .optional(assertion.place),
      "amount": .optional(assertion.amount),
      "confidence": .decimal(assertion.confidence), "extractor": .string(assertion.extractor),
      "support": assertion.support.map(support) ?? .null,
      "evidence": evidence(assertion.evidence),
    ]
  }

  private static func support(_ support: Assertion.Support) -> JSONValue {
    [
      "rule": support.rule.map(JSONValue.decimal) ?? .null,
      "head": support.head.map(JSONValue.decimal) ?? .null,
    ]
  }

  private static func attribution(_ attribution: Attribution) -> JSONValue {
    [
      "entity": .optional(attribution.entity?.rawValue), "text": .optional(attribution.text),
      "cue": .string(attribution.cue),
      "via": .array(
        attribution.via.map {
          [
            "entity": .optional($0.entity?.rawValue), "text": .optional($0.text),
            "cue": .string($0.cue),
          ]
        }),
    ]
  }

  private static func evidence(_ evidence: Evidence) -> JSONValue {
    [
      "sentence": .integer(evidence.sentence), "start": .integer(evidence.span.start),
      "end": .integer(evidence.span.end), "subject": span(evidence.subject),
      "object": span(evidence.object), "trigger": span(evidence.trigger),
      "time": span(evidence.time), "place": span(evidence.place), "amount": span(evidence.amount),
    ]
  }
}
