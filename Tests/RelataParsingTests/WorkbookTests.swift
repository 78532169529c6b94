import RelataReading
import Testing

@testable import RelataParsing

/// What a reader sees in the cells of a workbook.
@Suite struct WorkbookTests {
  @Test func `numbers are read as the cells show them, and what is hidden is not`() throws {
    let report = try Fixture.report("payments.xlsx")
    #expect(
      report.documents.first?.text == "Payments\n\nPayments of Karst Bank\n\n"
        + "To | Day | Share | Sum | Fee | Number\n"
        + "Karl Denby | 2023-05-02 | 40.5 % | $1,250,000 | -88.50 | 0042\n"
        + "Rosa Quint | 1999-12-31 14:30 | 100 % | 1,000.00 € | 0.3 | 7")
    #expect(
      report.notes.map(\.what) == [
        "hidden column (1); hidden row (1); hidden sheet (2): Prices, Bribes"
      ])
  }

  @Test func `days of old Macintoshes are counted from 1904`() throws {
    #expect(try Fixture.text("mac.xlsx") == "Day | Anselm Vogt\n2001-02-28 | left")
  }

  @Test(arguments: [
    ("General", 1234.5, "1234.5"), ("0", 2.5, "3"), ("#,##0.0", -1234567.25, "-1,234,567.3"),
    ("#,##0,", 1_250_000, "1,250"), ("0.0,,\" million\"", 1_250_000, "1.3 million"),
    ("[$£-809]#,##0", 12, "£12"), ("0.00E+00", 12.5, "12.5"), ("# ?/?", 0.5, "0.5"),
    ("_-* #,##0.00 _€_-", 5, "5.00 "), ("00000", 815, "00815"), ("@", 7, "7"),
    ("dd.mm.yyyy", 45_048, "2023-05-02"), ("mmmm yyyy", 45_048, "2023-05"),
    ("yyyy", 45_048, "2023"), ("e", 45_048, "2023"), ("E", 45_048, "2023"),
    ("[$-F800]dddd, mmmm dd, yyyy", 45_048.75, "2023-05-02"), ("h:mm AM/PM", 0.75, "18:00"),
    ("[h]:mm", 1.5, "36:00:00"), ("d.m.yy", 59, "1900-02-28"), ("d.m.yy", 61, "1900-03-01"),
    ("d.m.yy", -1, "-1"), ("0.000%", 0.285, "28.500 %"), ("0%", 0.285, "29 %"),
  ])
  func `a format says how a number is shown`(code: String, value: Double, text: String) {
    let written = value == value.rounded() && value >= 0 ? "\(Int(value))" : "\(value)"
    #expect(CellFormatCode.format(code).text(written, is1904: false) == text)
  }

  @Test(arguments: [
    "0\"", "[", "\\", "*", String(repeating: "0", count: 9_999),
    "0.\(String(repeating: "0", count: 200))",
  ])
  func `any code is survived`(code: String) {
    #expect(!CellFormatCode.format(code).text("1e300", is1904: false).isEmpty)
    #expect(!CellFormatCode.format(code).text("12.5", is1904: false).isEmpty)
  }
}
