import RelataReading
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
}
