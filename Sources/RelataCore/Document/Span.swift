/// A half-open range of Unicode scalars in a document's text.
///
/// Offsets count Unicode scalars from the start of ``SourceText``, end exclusive; this is the unit of
/// every published format. Spans order by start, then by end.
public struct Span: Hashable, Sendable, Codable, Comparable {
  /// The first scalar.
  public var start: Int
  /// One past the last scalar.
  public var end: Int

  /// - Precondition: `0 ≤ start ≤ end`.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a span needs 0 ≤ start ≤ end, got \(start)…\(end)")
    self.start = start
    self.end = end
  }

  /// Number of scalars.
  public var count: Int { end - start }
  /// Whether it holds no scalar.
  public var isEmpty: Bool { start == end }

  /// Whether the other span lies within this one; both may be equal.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  /// Whether a scalar lies within the span.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two spans share at least one scalar; empty spans overlap nothing.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  /// By start, then by end.
  public static func < (a: Span, b: Span) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }

  private enum CodingKeys: String, CodingKey { case start, end }

  /// Decodes a span and refuses offsets that are negative or reversed.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let start = try container.decode(Int.self, forKey: .start)
    let end = try container.decode(Int.self, forKey: .end)
    guard 0 <= start, start <= end else {
      throw DecodingError.dataCorruptedError(
        forKey: .end, in: container, debugDescription: "span \(start)…\(end) is not a range")
    }
    self.start = start
    self.end = end
  }
}
