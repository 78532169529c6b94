import Foundation
import RelataCore

/// Reads lines of `relata extract` back, so that a graph can be built from extractions made elsewhere.
///
/// The words of sentences are not part of the published form, so sentences come back without tokens.
public enum ExtractionRecord {
  /// Whether a line looks like an extraction and not like a plain document.
  public static func isExtraction(_ line: some Sequence<UInt8>) -> Bool {
    let head = String(decoding: Array(line.prefix(64)), as: UTF8.self)
    return head.drop { $0.isWhitespace }.hasPrefix("{\"schemaVersion\"")
  }

  /// Decodes one line and checks that everything it refers to exists.
  ///
  /// - Throws: RL7101 if the line is no extraction, RL7102 if it is of a newer version, RL7103 if an offset,
  ///   sentence, entity or checksum does not fit the text.
  public static func decode(
    _ line: some Sequence<UInt8>, at location: InputLocation
  ) throws(RelataError) -> ExtractedDocument {
    let decoded: ExtractionLine
    do {
      decoded = try JSONDecoder().decode(ExtractionLine.self, from: Data(line))
    } catch {
      throw unreadable(error, at: location)
    }
    guard decoded.schemaVersion <= ExtractionJSON.schemaVersion else {
      throw RelataError(
        .badInput, code: "RL7102",
        "extraction of format \(decoded.schemaVersion), this program reads up to \(ExtractionJSON.schemaVersion)",
        at: location, hint: "update relata, or extract again with this version")
    }
    return try ExtractionAssembly(line: decoded, location: location).document()
  }

  private static func unreadable(_ error: any Error, at location: InputLocation) -> RelataError {
    // What Span says of a range that is none.
    if case .dataCorrupted(let context)? = error as? DecodingError,
      context.codingPath.last?.stringValue == "end"
    {
      return ExtractionAssembly.misfit("'\(path(context))' ends no range", at: location)
    }
    return RelataError(
      .badInput, code: "RL7101", "not a line of 'relata extract': \(reason(error))", at: location,
      hint: "run 'relata extract' again and keep its output as it is, one object a line")
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "'\(path(context))' has the wrong type"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "'\(path(context))' is out of range"
    default: "the JSON is malformed"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map(\.stringValue).joined(separator: ".")
  }
}
