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
    JSONValue(encoding: ExtractionLine(extracted))
  }
}
