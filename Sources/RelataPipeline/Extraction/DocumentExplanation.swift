import RelataCore
import RelataExtraction

/// A document with everything it asserts, and for each of its sentences why it was read so.
public struct DocumentExplanation: Sendable {
  /// The same as extraction without an explanation gives.
  public var document: ExtractedDocument
  /// One a sentence, in order.
  public var sentences: [SentenceExplanation]

  /// The name of an entity of the document; its id if it is unknown.
  public func name(of id: EntityID) -> String {
    document.annotated.entities.first { $0.id == id }?.name ?? id.rawValue
  }

  /// The words of a span, white space as one space.
  public func words(_ span: Span) -> String {
    document.annotated.words(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
