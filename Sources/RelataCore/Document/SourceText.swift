/// A document's text with constant-time access by Unicode scalar offset.
///
/// Holds the scalars once (4 bytes each). Two texts are equal when their scalars are equal; canonical
/// equivalence is deliberately not applied, because offsets would no longer mean the same.
public struct SourceText: Hashable, Sendable {
  /// The text itself.
  public let scalars: ContiguousArray<Unicode.Scalar>

  /// The text of a string.
  public init(_ string: String) { scalars = ContiguousArray(string.unicodeScalars) }

  /// A text of scalars.
  public init(scalars: some Sequence<Unicode.Scalar>) { self.scalars = ContiguousArray(scalars) }

  /// Number of Unicode scalars.
  public var count: Int { scalars.count }
  /// All of it.
  public var span: Span { Span(0, scalars.count) }

  /// All of it as a string.
  public var string: String { self[span] }

  /// The words of a span.
  ///
  /// - Precondition: `span.end ≤ count`.
  /// - Complexity: O(`span.count`).
  public subscript(span: Span) -> String { String(scalars: scalars[span.start..<span.end]) }

  /// The 1-based line and column, in scalars, of an offset; used for messages only.
  ///
  /// - Complexity: O(`offset`).
  public func lineAndColumn(at offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for scalar in scalars.prefix(max(0, offset)) {
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }
}

extension SourceText: Codable {
  /// Reads a string.
  ///
  /// - Throws: `DecodingError` if it is none.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes a string.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(string)
  }
}
