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
    let file: ExtractionFile
    do {
      file = try JSONDecoder().decode(ExtractionFile.self, from: Data(line))
    } catch {
      throw RelataError(
        .badInput, code: "RL7101", "not a line of 'relata extract': \(reason(error))", at: location,
        hint: "run 'relata extract' again and keep its output as it is, one object a line")
    }
    guard file.schemaVersion <= ExtractionJSON.schemaVersion else {
      throw RelataError(
        .badInput, code: "RL7102",
        "extraction of format \(file.schemaVersion), this program reads up to \(ExtractionJSON.schemaVersion)",
        at: location, hint: "update relata, or extract again with this version")
    }
    return try ExtractionAssembly(file: file, location: location).document()
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has the wrong type"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is out of range"
    default: "the JSON is malformed"
    }
  }
}

struct ExtractionFile: Decodable {
  struct Document: Decodable {
    var id: String
    var source: String
    var title: String?
    var published: String?
    var sha256: String
  }
  struct Mention: Decodable {
    var id: String
    var start: Int
    var end: Int
    var type: EntityType
    var kind: MentionKind
    var entity: String?
    var score: Double
  }
  struct Entity: Decodable {
    var id: String
    var name: String
    var type: EntityType
    var aliases: [String]
    var roles: [String]
  }
  struct Assertion: Decodable {
    var id: String
    var subject: String
    var relation: String
    var object: String
    var predicate: String
    var polarity: Polarity
    var status: AssertionStatus
    var tense: TenseClass
    var attribution: Attribution?
    var time: String?
    var place: String?
    var amount: String?
    var confidence: Double
    var extractor: String
    var support: Support?
    var evidence: Evidence
  }
  struct Support: Decodable {
    var rule: Double?
    var head: Double?
  }
  struct Attribution: Decodable {
    var entity: String?
    var text: String?
    var cue: String
    var via: [Reporter]?
  }
  struct Reporter: Decodable {
    var entity: String?
    var text: String?
    var cue: String
  }
  struct Evidence: Decodable {
    var sentence: Int
    var start: Int
    var end: Int
    var subject: Span?
    var object: Span?
    var trigger: Span?
    var time: Span?
    var place: Span?
    var amount: Span?
  }
  var schemaVersion: Int
  var document: Document
  var text: String
  var furniture: [Span]
  var sentences: [Span]
  var mentions: [Mention]
  var entities: [Entity]
  var assertions: [Assertion]
}
