extension HostileFile {
  /// Files of word processors, sheets, slides and books.
  static func offices(_ size: Int) -> [HostileFile] {
    let runs = String(repeating: "<w:r/>", count: 20_000 * size)
    let cells = String(repeating: "<w:tc><w:p/></w:tc>", count: 10_000 * size)
    let rows = String(repeating: "<row><c t='b'><v>1</v></c></row>", count: 10_000 * size)
    let shapes = String(repeating: "<p:sp>", count: 10_000 * size)
    let kern = "<w:r><w:t>Anna Kern</w:t></w:r>"
    return [
      document("runs.docx", "<w:p>\(runs)\(kern)</w:p>"),
      document("nested.docx", String(repeating: "<w:sdt>", count: 20_000 * size)),
      document("boxes.docx", String(repeating: "<w:p><w:txbxContent>", count: 5_000 * size)),
      document("cells.docx", "<w:tbl><w:tr>\(cells)</w:tr></w:tbl>"),
      document(
        "levels.docx",
        "<w:p><w:pPr><w:outlineLvl w:val='99999999999999999999'/></w:pPr>\(kern)</w:p>"),
      document(
        "entities.docx", "&a;", head: "<!DOCTYPE a [<!ENTITY a '&b;&b;'><!ENTITY b '&a;&a;'>]>"),
      document(
        "styles.docx", "<w:p><w:pPr><w:pStyle w:val='A'/></w:pPr>\(kern)</w:p>",
        styles: """
          <w:styles xmlns:w='w'><w:style w:styleId='A'><w:basedOn w:val='B'/></w:style>
          <w:style w:styleId='B'><w:basedOn w:val='A'/></w:style></w:styles>
          """),
      sheet(
        "columns.xlsx",
        """
        <cols><col min='1' max='9223372036854775807' hidden='1'/>
        <col min='-9223372036854775808' max='3' hidden='1'/></cols><sheetData><row>
        <c r='ZZZZZZZZZZZZ1'><v>1</v></c><c r='@@@@'><v>1e308</v></c><c r='1' t='s'><v>-1</v></c>
        </row></sheetData>
        """),
      sheet(
        "dates.xlsx",
        """
        <sheetData><row><c s='99999999999999999999'><v>-1e300</v></c><c s='-1'><v>nan</v></c>
        <c t='s'><v>99999999999999999999</v></c></row></sheetData>
        """),
      sheet("rows.xlsx", "<sheetData>\(rows)</sheetData>"),
      package(
        "repeated.ods",
        [
          ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
          ("META-INF/manifest.xml", "<m/>"),
          (
            "content.xml",
            """
            <o:d xmlns:o='o'><o:body><o:spreadsheet><o:table>
            <o:table-column o:number-columns-repeated='9223372036854775807' o:visibility='collapse'/>
            <o:table-row o:number-rows-repeated='9223372036854775807'>
            <o:table-cell o:number-columns-repeated='9223372036854775807'><o:p>Kern</o:p></o:table-cell>
            <o:table-cell o:number-columns-repeated='-5' o:value-type='date' o:date-value=''>
            <o:p>x</o:p></o:table-cell></o:table-row></o:table></o:spreadsheet></o:body></o:d>
            """
          ),
        ]),
      package(
        "spine.epub",
        [
          ("mimetype", "application/epub+zip"),
          ("META-INF/container.xml", "<c><rootfile full-path='../../a.opf'/></c>"),
          (
            "../../a.opf",
            """
            <p><manifest><item id='a' href='%zz%2'/></manifest>
            <spine><itemref idref='a'/><itemref idref='a'/></spine></p>
            """
          ),
        ]),
      package(
        "slides.pptx",
        [
          types, ("ppt/slides/slide99999999999999999999.xml", "<a/>"),
          ("ppt/slides/slide1.xml", "<p:sld xmlns:p='p'>\(shapes)"),
        ]),
    ]
  }

  private static let types = ("[Content_Types].xml", "<Types/>")

  private static func package(_ name: String, _ members: [(String, String)]) -> HostileFile {
    HostileFile(name, PackedBytes.zip(members.map { ($0.0, Array($0.1.utf8)) }))
  }

  private static func document(
    _ name: String, _ content: String, head: String = "", styles: String = "<w:styles/>"
  ) -> HostileFile {
    package(
      name,
      [
        types, ("word/styles.xml", styles),
        (
          "word/document.xml",
          "\(head)<w:document xmlns:w='w'><w:body>\(content)</w:body></w:document>"
        ),
      ])
  }

  private static func sheet(_ name: String, _ content: String) -> HostileFile {
    package(
      name,
      [
        types,
        ("xl/workbook.xml", "<workbook><sheets><sheet name='a' sheetId='1'/></sheets></workbook>"),
        ("xl/worksheets/sheet1.xml", "<worksheet>\(content)</worksheet>"),
      ])
  }
}
