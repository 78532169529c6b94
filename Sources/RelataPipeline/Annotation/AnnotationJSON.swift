import RelataCore

/// The published JSON form of one annotated document: one line of `relata annotate --format jsonl`.
///
/// Document, text, mentions and entities are those of ``ExtractionJSON``; sentences carry their words, and
/// `clusters` lists the spans that corefer, named or not.
public enum AnnotationJSON {
  /// Raised when a field is renamed or removed.
  public static let schemaVersion = 1

  /// One document as a JSON object.
  public static func object(_ annotated: AnnotatedDocument) -> JSONValue {
    let extraction = ExtractionJSON.object(ExtractedDocument(annotated: annotated, assertions: []))
    func member(_ key: String) -> JSONValue { extraction[key] ?? .null }
    return [
      "schemaVersion": .integer(schemaVersion), "document": member("document"),
      "text": member("text"), "furniture": member("furniture"),
      "sentences": .array(annotated.sentences.map(sentence)), "mentions": member("mentions"),
      "entities": member("entities"),
      "clusters": JSONValue(encoding: annotated.clusters),
    ]
  }

  private static func sentence(_ sentence: Sentence) -> JSONValue {
    [
      "start": .integer(sentence.span.start), "end": .integer(sentence.span.end),
      "furniture": .bool(sentence.isFurniture), "tokens": .array(sentence.tokens.map(token)),
    ]
  }

  private static func token(_ token: Token) -> JSONValue {
    [
      "start": .integer(token.span.start), "end": .integer(token.span.end),
      "form": .string(token.form), "lemma": .string(token.lemma),
      "upos": .string(token.upos.rawValue), "xpos": .string(token.xpos),
      "head": .integer(token.head), "deprel": .string(token.deprel),
    ]
  }
}
