import RelataReading
import RelataTestSupport
import Testing

@testable import RelataParsing

/// What becomes of the files in an archive, and of their names.
@Suite struct ArchiveTests {
  @Test func `names in any letters are kept, and their files read`() throws {
    let report = try Fixture.report("names.zip")
    #expect(report.problems.isEmpty)
    #expect(
      report.documents.map(\.part) == ["Übergabe/Größe.txt", "Übergabe/Смета.txt", "ångström.txt"])
  }

  @Test(arguments: [
    ([0x9A, 0x62], "Üb"), ([0x63, 0x61, 0x66, 0xE9], "café"), ([0x4D, 0x81, 0x6C], "Mül"),
    ([0x4D, 0xFC, 0x6C], "Mül"), ([0xC3, 0xA9], "é"),
  ])
  func `names that are not marked are read as what they are likely to be`(
    bytes: [UInt8], name: String
  ) {
    #expect(MemberName.decoded(bytes, isZip: true) == name)
  }

  @Test func `names of a tar file that are no UTF-8 are of Windows`() {
    #expect(MemberName.decoded([0xDC, 0x62], isZip: false) == "Üb")
  }

  @Test func `a damaged file in an archive costs only itself and is named`() throws {
    let report = try Fixture.report("one-damaged.zip")
    #expect(report.documents.map(\.part) == ["good.txt"])
    #expect(report.problems.map(\.part) == ["schlüssel.txt"])
    #expect(report.problems.map(\.kind) == [.damaged])
  }

  @Test func `archives in archives are read down to a depth`() throws {
    let report = try Fixture.report("deep.zip")
    #expect(report.documents.count == 7)
    #expect(report.problems.map(\.kind) == [.tooLarge])
  }

  @Test func `an archive without a document says so, and what it holds instead`() throws {
    let report = try Fixture.report("pictures.zip")
    #expect(report.problems.map(\.kind) == [.empty])
    #expect(report.notes.map(\.what) == ["lock file (1): ~$a.docx", "picture (2): a.jpg, b.png"])
  }

  @Test func `an archive of more files than are read says so`() {
    func report(_ count: Int) -> ParsingReport {
      let members = (0..<count).map { (name: "\($0).txt", bytes: Array("Kern left.".utf8)) }
      return Fixture.parse(PackedBytes.zip(members), as: .archive, name: "a.zip")
    }
    let whole = report(10_000)
    #expect(whole.documents.count == 10_000 && whole.problems.isEmpty)
    let more = report(10_003)
    #expect(more.documents.count == 10_000 && more.problems.map(\.kind) == [.tooLarge])
  }

  @Test func `a feed without items says so`() {
    let report = Fixture.report("<rss><channel><title>News</title></channel></rss>", as: .feed)
    #expect(report.documents.isEmpty && report.problems.map(\.kind) == [.empty])
  }
}
