import Foundation
import RelataReading
import Testing

@testable import RelataParsing

/// Office files of 1997 to 2003 say the same as those of today.
@Suite struct OldOfficeTests {
  /// Presentations are large and nearly empty, and so stand there pressed.
  private static func bytes(_ name: String) throws -> [UInt8] {
    name.hasSuffix(".ppt")
      ? try PackedFiles.unpacked(Fixture.bytes(name + ".gz")) : try Fixture.bytes(name)
  }

  private static func report(_ name: String) throws -> ParsingReport {
    let bytes = try bytes(name)
    let format = try #require(ContentFormat.format(name: name, head: bytes))
    return Fixture.parse(bytes, as: format, name: name)
  }

  @Test(arguments: [
    ("hidden.doc", "hidden.docx"), ("payments.xls", "payments.xlsx"), ("hidden.ppt", "hidden.pptx"),
  ])
  func `the same file in two formats is read alike`(old: String, new: String) throws {
    let (old, new) = (try Self.report(old), try Fixture.report(new))
    #expect(old.problems.isEmpty && old.notes.count == 1)
    #expect(old.documents.map(\.text) == new.documents.map(\.text))
  }

  @Test func `tables on slides are rows`() throws {
    let text = try #require(try Self.report("table.ppt").documents.first).text
    #expect(
      text.contains("Company | Owner\nPort Herald | Amira Khoury\nPolaris Freight | Yusuf Demirel"))
  }

  @Test func `what is hidden is told of`() throws {
    #expect(
      try Self.report("payments.xls").notes.map(\.what) == [
        "hidden column (1); hidden row (1); hidden sheet (2): Prices, Bribes"
      ])
    #expect(try Self.report("hidden.ppt").notes.map(\.what) == ["hidden slide (1)"])
  }

  @Test func `a story with a table, lists and a note is read whole`() throws {
    let document = try #require(try Self.report("harbour.doc").documents.first)
    let blocks = document.text.components(separatedBy: "\n\n")
    #expect(
      blocks.contains(
        "Karl Denby, the owner of Karst Bank, paid Anselm Vogt $2 million, prosecutors said on Monday. "
          + "He denied it."))
    #expect(
      blocks.contains(
        "Company | Owner\nPort Herald | Amira Khoury\nPolaris Freight | Yusuf Demirel"))
    #expect(blocks.contains("- Karl Denby\n- Rosa Quint"))
    #expect(blocks.contains { $0.hasPrefix("The last paragraph says") && $0.hasSuffix("again.") })
    #expect(!document.text.contains("Delmar Foods.") && !document.text.contains("example.org"))
    #expect(document.title == "Harbour deal under review")
    #expect(document.origin.author == "Ilse Dornberg")
  }

  @Test(arguments: [
    "hidden.doc", "payments.xls", "hidden.ppt", "table.ppt", "locked.xlsx", "letter.msg",
  ])
  func `damaged files are survived`(name: String) throws {
    let whole = try Self.bytes(name)
    var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    for round in 0..<40 {
      var bytes = whole
      for _ in 0..<(1 + bytes.count / (round < 20 ? 2_000 : 100)) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // The heads of streams are hit more often than what lies between.
        let at = Int(seed >> 33) % bytes.count
        bytes[round.isMultiple(of: 2) ? at : at / 512 * 512 + at % 32] = UInt8(
          truncatingIfNeeded: seed >> 24)
      }
      // The head of the compound file stays whole, so that the streams are reached.
      bytes.replaceSubrange(0..<512, with: whole[0..<512])
      let report = Fixture.parse(bytes, as: .outlook, name: name)
      #expect(report.documents.count + report.problems.count <= 200)
    }
  }
}
