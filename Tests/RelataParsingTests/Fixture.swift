import Foundation
import RelataCore
import RelataReading
import Synchronization
import Testing

@testable import RelataParsing

/// A file of `Fixtures`, and what the parsers make of it.
enum Fixture {
  static func bytes(_ name: String) throws -> [UInt8] {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures"))
    return [UInt8](try Data(contentsOf: url))
  }

  /// As `relata-read` would answer.
  static func report(_ name: String) throws -> ParsingReport {
    let format = try #require(InputFormat(fileName: name))
    return parse(try bytes(name), as: format, name: name)
  }

  /// The text of the first document without marks of pages; nothing may be wrong with the file.
  static func text(_ name: String) throws -> String {
    let report = try report(name)
    #expect(report.problems.isEmpty)
    let text = try #require(report.documents.first).text
    return PageMarks.taken(from: SourceText(text)).text.string
  }

  /// What is made of a file that the test wrote itself.
  static func report(
    _ content: String, as format: InputFormat, name: String = "file"
  ) -> ParsingReport {
    parse(Array(content.utf8), as: format, name: name)
  }

  /// The libraries in C are made for `relata-read`, which has one thread.
  private static let turn = Mutex(())

  static func parse(
    _ bytes: [UInt8], as format: InputFormat, name: String, recognizer: TextRecognizer? = nil
  ) -> ParsingReport {
    let request = ParsingRequest(format: format, name: name, recognizer: recognizer)
    return turn.withLock { _ in Parser.parse(request, bytes) }
  }
}
