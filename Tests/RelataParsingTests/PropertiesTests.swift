import RelataReading
import Testing

@testable import RelataParsing

/// What the properties of files say of author and day.
@Suite struct PropertiesTests {
  @Test func `who began a file of OpenDocument is its author, not who changed it last`() throws {
    #expect(try Fixture.report("hidden.odt").documents.first?.origin.author == "Ilse Dornberg")
  }

  @Test(arguments: ["payments.xlsx", "hidden.docx"])
  func `programs are no authors`(name: String) throws {
    #expect(try Fixture.report(name).documents.first?.origin.author == nil)
  }

  @Test(arguments: [
    ("Microsoft Office User", nil), ("LibreOffice", nil), ("Windows User", nil), (" ", nil),
    ("Ilse  Dornberg", "Ilse Dornberg"), ("Admin Gashi", "Admin Gashi"),
  ])
  func `nobody is no author`(written: String, author: String?) {
    #expect(AuthorName.written(written) == author)
  }

  @Test(arguments: [
    ("Skia/PDF m126", "Mozilla/5.0 (X11) HeadlessChrome/126.0 Safari/537.36"),
    ("macOS Version 14 Quartz PDFContext", "Word"), ("GPL Ghostscript 10.0", nil),
    ("cairo 1.15", "Mozilla Firefox 115"),
    ("Microsoft: Print To PDF", nil), ("Qt 4.8.7", "wkhtmltopdf 0.12.4"),
  ])
  func `a day of printing is no day of publication`(producer: String?, creator: String?) {
    #expect(PrintDriver.made(producer: producer, creator: creator))
  }

  @Test func `other programs write files when these are published`() throws {
    #expect(!PrintDriver.made(producer: "LibreOffice 7.4", creator: "Writer"))
    #expect(!PrintDriver.made(producer: "Adobe PDF Library 15.0", creator: "Adobe InDesign CC"))
    #expect(!PrintDriver.made(producer: nil, creator: nil))
    #expect(try Fixture.report("notes-apart.pdf").documents.first?.published != nil)
    #expect(try Fixture.report("printed.pdf").documents.first?.published == nil)
  }
}
