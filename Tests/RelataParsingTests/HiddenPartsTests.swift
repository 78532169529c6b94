import RelataReading
import Testing

@testable import RelataParsing

/// What a file hides from its readers is not read, and told of.
@Suite struct HiddenPartsTests {
  @Test(arguments: [
    (
      "hidden.docx", "Karl Denby owns Karst Bank. He is rich.\n\nshown all the same.\n\nThe end.",
      "hidden text (4)"
    ),
    ("hidden.odt", "Karl Denby owns Karst Bank. He is rich.\n\nThe end.", "hidden text (3)"),
    (
      "hidden.ods",
      "Owners\n\nWho | Since\nKarl Denby | 2023-05-02\n\nTrusts\n\nRosa Quint | 2023-05-02 14:30",
      "hidden column (2); hidden row (1); hidden sheet (1): Prices"
    ),
  ])
  func `what styles and sheets hide is left out`(name: String, text: String, note: String) throws {
    #expect(try Fixture.text(name) == text)
    #expect(try Fixture.report(name).notes == [ParsingNote(note)])
  }

  @Test func `slides are read as they are shown`() throws {
    #expect(
      try Fixture.text("hidden.pptx")
        == "Rosa Quint sued it.\n\nNotes: No comment.\n\nKarl Denby owns Karst Bank.\n\n"
        + "Notes: Ask Amira Khoury.\n\nShe knows.")
    #expect(try Fixture.report("hidden.pptx").notes == [ParsingNote("hidden slide (1)")])
  }

  @Test func `slides of OpenDocument are read with the notes under them`() throws {
    #expect(
      try Fixture.text("slides.odp")
        == "Rosa Quint sued it.\n\nNotes: No comment.\n\nKarl Denby owns Karst Bank.\n\n"
        + "Notes: Ask Amira Khoury.\n\nShe knows.")
    #expect(
      try Fixture.report("slides.odp").notes.map(\.what) == ["hidden slide (1): Hidden slide."])
  }

  @Test func `in OpenDocument the nearest style counts, and shapes are none of their paragraph`() {
    let text = """
      <office:document xmlns:office="o" xmlns:style="s" xmlns:text="t" xmlns:draw="d"><office:automatic-styles>
      <style:style style:name="H" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
      <style:style style:name="S" style:family="text"><style:text-properties text:display="true"/></style:style>
      </office:automatic-styles><office:body><office:text>
      <text:p text:style-name="H">Hidden,<text:span text:style-name="S">shown.</text:span></text:p>
      <text:p>Karl left.<draw:custom-shape><text:p>Falk stayed.</text:p></draw:custom-shape></text:p>
      <text:p>The end.</text:p></office:text></office:body></office:document>
      """
    let report = Fixture.report(text, as: .odf)
    #expect(report.documents.map(\.text) == ["shown.\n\nKarl left.\n\nThe end.\n\nFalk stayed."])
    #expect(report.notes == [ParsingNote("hidden text (1)")])
  }

  @Test func `styles that are based on each other hide nothing`() {
    let styles = WordStyles(
      Array(
        """
        <w:styles xmlns:w="w"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>
        <w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>
        """.utf8))
    #expect(!styles.hides("a") && !styles.hides("c") && !styles.hides(nil))
  }
}
