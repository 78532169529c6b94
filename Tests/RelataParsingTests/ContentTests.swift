import RelataReading
import Testing

@testable import RelataParsing

/// What is in a file decides how it is read, whatever it is called.
@Suite struct ContentTests {
  @Test func `files under wrong names are read as what they are`() throws {
    let report = try Fixture.report("misnamed.zip")
    #expect(report.problems.isEmpty, "\(report.problems)")
    #expect(
      report.documents.map(\.part) == [
        "a.bin", "b.doc", "c.xml, item 1", "c.xml, item 2", "d.docx", "e.txt", "f", "g.txt",
        "i.txt",
        "i.txt, owners.csv",
      ])
    let texts = report.documents.map(\.text)
    #expect(texts[0].contains("Karl Denby, the owner of Karst Bank"))
    #expect(texts[1].hasPrefix("Karl Denby owns Karst Bank."))
    #expect(texts[4] == "a\n\nCompany | Owner\nKarst Bank | Karl Denby")
    #expect(texts[5].contains("Karl Denby bought Karst Bank on Monday") && !texts[5].contains("<"))
    #expect(texts[7] == "Amira Khoury left Oslo.\nShe is well.")
    #expect(
      report.notes == [
        ParsingNote("hidden text (1)", part: "b.doc"), ParsingNote("data (1): h.bin"),
      ])
  }

  @Test(arguments: ["locked.xlsx", "locked.docx"])
  func `an office file under a password says so`(name: String) throws {
    let report = Fixture.parse(
      try Fixture.bytes("locked.xlsx"),
      as: ContentFormat.format(
        name: name, head: try Fixture.bytes("locked.xlsx")) ?? .text, name: name)
    #expect(report.problems.map(\.kind) == [.encrypted])
  }

  @Test(arguments: [
    "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=x\n\n--x\n"
      + "Content-Type: application/pgp-encrypted\n\nVersion: 1\n--x\nContent-Type: "
      + "application/octet-stream\n\nabc\n--x--\n",
    "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n"
      + "Content-Transfer-Encoding: base64\n\nMIIB\n",
    "Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n",
  ])
  func `a message that nobody can read says so once`(message: String) {
    let report = Fixture.report("From: a@example.org\nMIME-Version: 1.0\n" + message, as: .mail)
    #expect(report.documents.isEmpty && report.problems.map(\.kind) == [.encrypted])
  }

  @Test func `the first bytes of markup tell its format`() {
    func proven(_ text: String) -> InputFormat? {
      ContentFormat.format(name: "a.q", head: Array(text.utf8))
    }
    #expect(proven("\u{FEFF}<?xml version='1.0'?><!-- a > b --><rss version='2.0'>") == .feed)
    #expect(proven("<feed xmlns='http://www.w3.org/2005/Atom'>") == .feed)
    #expect(proven("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>") == .feed)
    #expect(proven("<office:document xmlns:office='x'>") == .odf)
    #expect(proven("\n<!DOCTYPE HTML PUBLIC>") == .html)
    #expect(
      proven("<feed>") == nil && proven("<note>") == nil && proven("<!-- ") == nil
        && proven("") == nil)
  }
}
