import Foundation
import RelataReading
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
    return Parser.parse(ParsingRequest(format: format, name: name), try bytes(name))
  }

  /// The text of the first document; nothing may be wrong with the file.
  static func text(_ name: String) throws -> String {
    let report = try report(name)
    #expect(report.problems.isEmpty)
    return try #require(report.documents.first).text
  }

  /// What is made of a file that the test wrote itself.
  static func report(_ content: String, as format: InputFormat, name: String = "file")
    -> ParsingReport
  {
    Parser.parse(ParsingRequest(format: format, name: name), Array(content.utf8))
  }
}
