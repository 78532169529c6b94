import Foundation
import RelataCore

/// JSON Lines, one document a line, or an array of such documents, read as they arrive.
///
/// A broken line is a failure event with file and line; reading goes on with the next one. Blank lines
/// are skipped. Line numbers count every line, also blank and broken ones.
struct JSONLinesReader {
  private struct Record: Decodable {
    var id: Identifier?
    var text: String?
    var title: String?
    var source: String?
    var published: String?
    var author: String?
    var outlet: String?
    var url: String?
    var language: String?
    var confidential: Bool?
  }

  /// An id may be written as a string or as an integer.
  private enum Identifier: Decodable {
    case value(String)
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int64.self) {
        self = .value(String(number))
      } else {
        self = .value(try container.decode(String.self))
      }
    }
  }

  private let input: String
  private let assembly: DocumentAssembly
  private var lines: LineSplitter
  /// Reads in place of `lines` where the documents are the elements of an array.
  private var elements: JSONElements?
  private var line = 0
  private let decoder = JSONDecoder()

  init(
    input: String, assembly: DocumentAssembly, isArray: Bool = false,
    next: @escaping () throws -> [UInt8]?
  ) {
    self.input = input
    self.assembly = assembly
    lines = LineSplitter(next: next)
    elements = isArray ? JSONElements(next: next) : nil
  }

  /// The events of the next line or element that has any; empty only at the end.
  ///
  /// - Throws: what the source of bytes throws.
  mutating func nextEvents() throws -> [ReadingEvent] {
    if elements != nil {
      guard let element = try elements?.nextElement() else { return [] }
      line = element.line
      return events(of: element.bytes)
    }
    while var bytes = try lines.nextLine() {
      line += 1
      if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      return events(of: bytes)
    }
    return []
  }

  /// Whether no line or element at all has been read.
  var isEmpty: Bool { line == 0 }

  private func events(of bytes: [UInt8]) -> [ReadingEvent] {
    let location = InputLocation(file: input, line: line)
    var events: [ReadingEvent] = []
    var data = Data(bytes)
    if String(validating: bytes, as: UTF8.self) == nil {
      do {
        let decoded = try TextDecoder.decode(bytes, file: input, line: line)
        events = decoded.diagnostics.map(ReadingEvent.diagnostic)
        data = Data(decoded.text.string.utf8)
      } catch {
        var error = error
        error.location = location
        return [.failure(error)]
      }
    }
    do {
      let record = try decoder.decode(Record.self, from: data)
      return events + document(of: record, at: location)
    } catch let error as DecodingError {
      return events + [.failure(Self.error(error, at: location))]
    } catch {
      return events + [.failure(ReadingError.brokenLine(location, "it cannot be parsed"))]
    }
  }

  private func document(of record: Record, at location: InputLocation) -> [ReadingEvent] {
    guard case .value(let id)? = record.id, !id.isEmpty else {
      return [.failure(ReadingError.badField(location, "the field \"id\" is missing or empty"))]
    }
    guard let text = record.text else {
      return [.failure(ReadingError.badField(location, "the field \"text\" is missing"))]
    }
    let decoded = TextDecoder.clean(text, at: location)
    return decoded.diagnostics.map(ReadingEvent.diagnostic)
      + assembly.events(
        text: decoded.text, id: id, title: record.title, source: record.source,
        published: record.published,
        origin: DocumentOrigin(
          author: record.author, outlet: record.outlet, address: record.url,
          language: record.language, isConfidential: record.confidential),
        at: location)
  }

  private static func error(_ error: DecodingError, at location: InputLocation) -> RelataError {
    switch error {
    case .typeMismatch(_, let context) where context.codingPath.isEmpty:
      return ReadingError.brokenLine(location, "it is another kind of JSON value")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let field = context.codingPath.first?.stringValue ?? "?"
      let kind = field == "confidential" ? "neither true nor false" : "not a string"
      return ReadingError.badField(location, "the field \"\(field)\" is \(kind)")
    case .keyNotFound(let key, _):
      return ReadingError.badField(location, "the field \"\(key.stringValue)\" is missing")
    case .dataCorrupted(let context):
      let detail = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
      return ReadingError.brokenLine(location, detail ?? "it cannot be parsed as JSON")
    @unknown default:
      return ReadingError.brokenLine(location, "it cannot be parsed as JSON")
    }
  }
}
