import Foundation
import RelataReading
import Testing

@testable import RelataParsing

/// Scanned pages are read where that is asked for, and told of where it is not.
@Suite struct PicturePageTests {
  static let recognizer = TextRecognizer.find(in: ProcessInfo.processInfo.environment)

  @Test func `without a program to read them, pages that are pictures are told of`() throws {
    let scan = try Fixture.report("scan.pdf")
    #expect(scan.documents.isEmpty && scan.problems.map(\.kind) == [.scanned])
    let mixed = try Fixture.report("mixed.pdf")
    #expect(mixed.problems.isEmpty && mixed.documents.count == 1)
    #expect(mixed.notes.map(\.what) == ["page that is a picture (2): 2, 3"])
    #expect(mixed.documents.allSatisfy { $0.recognizer == nil })
  }

  @Test(.enabled(if: recognizer != nil, "tesseract is not installed"))
  func `with one, their words are read in paragraphs that run over pages`() throws {
    let recognizer = try #require(Self.recognizer)
    #expect(recognizer.name.hasPrefix("tesseract "))
    let report = Fixture.parse(
      try Fixture.bytes("scan.pdf"), as: .pdf, name: "scan.pdf", recognizer: recognizer)
    #expect(report.problems.isEmpty && report.notes.isEmpty)
    let document = try #require(report.documents.first)
    #expect(document.recognizer == recognizer.name)
    #expect(document.title == "Harbour deal under review")
    let blocks = document.text.components(separatedBy: "\n\n")
    #expect(blocks.count == 4, "\(blocks)")
    #expect(blocks[1].hasSuffix("heard on Monday. He had left Karst Bank a year before."))
    #expect(
      blocks[2].hasSuffix(
        "a copy of it at the har\(PageMarks.mark(2))bour office for more than a year."))
    #expect(blocks[3] == "Karst Bank sued Rosa Quint in April.")
  }

  @Test(.enabled(if: recognizer != nil, "tesseract is not installed"))
  func `only pages without text are read from their picture`() throws {
    let text = try #require(try Fixture.report("printed.pdf").documents.first).text
    let report = Fixture.parse(
      try Fixture.bytes("mixed.pdf"), as: .pdf, name: "mixed.pdf", recognizer: Self.recognizer)
    let document = try #require(report.documents.first)
    #expect(document.recognizer != nil && document.text.hasPrefix(PageMarks.mark(1) + text))
    #expect(document.text.contains("sued Rosa Quint") && report.notes.isEmpty)
    let blank = Fixture.parse(
      try Fixture.bytes("scanned.pdf"), as: .pdf, name: "scanned.pdf", recognizer: Self.recognizer)
    #expect(blank.documents.isEmpty && blank.problems.map(\.kind) == [.scanned])
  }

  @Test func `a program that is not there, or another one, is none`() {
    #expect(TextRecognizer.find(in: [:]) == nil)
    #expect(TextRecognizer.find(in: ["PATH": "/nowhere:relative"]) == nil)
  }
}
