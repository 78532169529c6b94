import RelataReading
import Testing

@testable import RelataParsing

/// What stands in RTF beside its paragraphs.
@Suite struct RichTextTests {
  private static func document(_ body: String) throws -> ParsedDocument {
    try #require(Fixture.report("{\\rtf1\\ansi \(body)}", as: .rtf).documents.first)
  }

  @Test(arguments: [
    "{\\super\\chftn}{\\*\\footnote\\chftn\\~\\plain\\pard {\\pard File of the court.\\par}}",
    "{\\super \\chftn{\\footnote \\chftn\\pard\\plain \\s30 File of the court.}}",
    "{\\*\\footnote\\ftnalt File of the court.\\par}",
  ])
  func `notes stand behind the text`(note: String) throws {
    #expect(
      try Self.document("\\pard Karl Denby\(note) owns Karst Bank.\\par Rosa Quint left.\\par").text
        == "Karl Denby owns Karst Bank.\n\nRosa Quint left.\n\nFile of the court.")
  }

  @Test func `text boxes stand behind their paragraph, once`() throws {
    let box =
      "{\\shp{\\*\\shpinst\\shpleft9{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt\\pard Falk left.\\par}}"
      + "{\\shprslt{\\*\\do\\dptxbx{\\dptxbxtext\\pard Falk left.\\par}}}}"
    #expect(
      try Self.document("Karl \(box)Denby owns Karst Bank.\\par Rosa Quint left.\\par").text
        == "Karl Denby owns Karst Bank.\n\nFalk left.\n\nRosa Quint left.")
    let old = "{\\*\\do\\dobxcolumn\\dptxbx{\\dptxbxtext Falk left.\\par}\\dpx1}"
    #expect(try Self.document("Karl\(old).\\par").text == "Karl.\n\nFalk left.")
    // In the head of a page, nothing is read.
    #expect(try Self.document("{\\header \(box)\(old){\\footnote x}}Karl.\\par").text == "Karl.")
  }

  @Test func `items of lists are lines of one block, without their bullets`() throws {
    let mark = "{\\listtext\\pard\\f3 \\'95\\tab}"
    #expect(
      try Self.document(
        "Owners:\\par \(mark)Karl Denby\\par {\\pntext 2.\\tab}Rosa Quint\\par End."
      ).text
        == "Owners:\n\n- Karl Denby\n- Rosa Quint\n\nEnd.")
  }

  @Test func `what a file says of itself is known, and none of the text`() throws {
    let document = try Self.document(
      "{\\info{\\title Bank sold}{\\author Ilse Dornberg}{\\creatim\\yr2023\\mo5\\dy2\\hr9}{\\author Desk}"
        + "{\\revtim\\yr2024\\mo1\\dy1}{\\operator Desk}{\\*\\company Karst}{\\nofpages3}}Karl left.\\par"
    )
    #expect(document.text == "Karl left." && document.title == "Bank sold")
    #expect(document.origin.author == "Ilse Dornberg" && document.published == "2023-05-02")
    #expect(try Self.document("{\\info{\\creatim\\yr0\\mo0\\dy0}}Karl.").published == nil)
  }

  @Test func `hidden text is told of, deleted text is not`() throws {
    let report = Fixture.report(
      "{\\rtf1 Karl {\\v hidden }left{\\deleted long ago}.\\par}", as: .rtf)
    #expect(report.documents.map(\.text) == ["Karl left."])
    #expect(report.notes == [ParsingNote("hidden text (1)")])
  }

  @Test(arguments: [
    "{\\footnote x", "}}}{\\shptxt x}", "\\footnote x\\par y", "{\\footnote{\\footnote x}y}",
  ])
  func `broken groups are survived`(body: String) {
    let report = Fixture.report("{\\rtf1 Karl left.\\par \(body)", as: .rtf)
    #expect(report.documents.first?.text.hasPrefix("Karl left.") == true)
  }
}
