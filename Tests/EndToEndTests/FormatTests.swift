import Foundation
import Testing

/// A folder of every format that is read, in one command.
@Suite struct FormatTests {
  private static let fixtures = Tool.checkout.appending(path: "Tests/RelataParsingTests/Fixtures")

  @Test func `a newsroom's folder is read whole, and what is not is named`() throws {
    let place = try Workplace()
    try FileManager.default.copyItem(
      atPath: Self.fixtures.path, toPath: place.path + "/folder")
    try Data("\u{89}PNG".utf8).write(to: URL(fileURLWithPath: place.path + "/folder/photo.png"))
    let run = try Tool.run("extract", "folder", in: place)
    #expect(run.status == 65 && !run.wasKilled)
    let documents = try run.objects().compactMap { $0["document"] as? [String: Any] }
    let sources = documents.compactMap { $0["source"] as? String }
    #expect(
      sources == [
        "README.md", "box.mbox, message 1", "box.mbox, message 2", "columns.pdf",
        "crawl.warc.gz, https://example.org/bank", "deep.zip, a.txt", "deep.zip, b.zip, a.txt",
        "deep.zip, b.zip, b.zip, a.txt", "deep.zip, b.zip, b.zip, b.zip, a.txt",
        "deep.zip, b.zip, b.zip, b.zip, b.zip, a.txt",
        "deep.zip, b.zip, b.zip, b.zip, b.zip, b.zip, a.txt",
        "deep.zip, b.zip, b.zip, b.zip, b.zip, b.zip, b.zip, a.txt", "harbour.doc", "harbour.docx",
        "harbour.epub", "harbour.md", "harbour.odt", "harbour.pptx", "hidden.doc", "hidden.docx",
        "hidden.ods", "hidden.odt", "hidden.ppt.gz, hidden.ppt", "hidden.pptx", "holdings.ods",
        "holdings.xlsx", "letter.eml", "letter.eml, owners.csv", "letter.msg",
        "letter.msg, owners.csv", "mac.xlsx", "misnamed.zip, a.bin", "misnamed.zip, b.doc",
        "misnamed.zip, c.xml, item 1", "misnamed.zip, c.xml, item 2", "misnamed.zip, d.docx",
        "misnamed.zip, e.txt", "misnamed.zip, f", "misnamed.zip, g.txt", "misnamed.zip, i.txt",
        "misnamed.zip, i.txt, owners.csv", "mixed.pdf", "names.zip, Übergabe/Größe.txt",
        "names.zip, Übergabe/Смета.txt", "names.zip, ångström.txt", "news.rss, item 1",
        "news.rss, item 2", "note.rtf", "notes-apart.pdf", "notes-columns.pdf", "notes.pdf",
        "one-damaged.zip, good.txt", "packed.zip, a.txt", "packed.zip, b/owners.csv", "page.mhtml",
        "payments.xls", "payments.xlsx", "printed.pdf", "slides.odp", "table.ppt.gz, table.ppt",
        "tracked.docx",
      ])
    for name in [
      "bomb.txt.bz2", "locked.pdf", "locked.xlsx", "scan.pdf", "scanned.pdf", "odd.xyz",
      "photo.png",
      "schlüssel.txt", "hidden sheet (1): Prices",
    ] {
      #expect(run.err.contains(name), "\(name)")
    }
    // The story says the same in every format.
    for object in try run.objects() {
      let document = try #require(object["document"] as? [String: Any])
      guard (document["source"] as? String)?.hasPrefix("harbour.") == true else { continue }
      #expect(document["title"] as? String == "Harbour deal under review")
      let entities = try #require(object["entities"] as? [[String: Any]])
      let names = Dictionary(
        entities.compactMap { entity -> (String, String)? in
          guard let id = entity["id"] as? String, let name = entity["name"] as? String else {
            return nil
          }
          return (id, name)
        }, uniquingKeysWith: { first, _ in first })
      let assertions = try #require(object["assertions"] as? [[String: Any]])
      let edges = assertions.map { assertion in
        ["subject", "relation", "object"].map { key in
          let value = assertion[key] as? String ?? ""
          return names[value] ?? value
        }.joined(separator: " | ")
      }
      for edge in [
        "Karl Denby | owns | Karst Bank", "Rosa Quint | hired | Ruben Castellanos",
        "Amira Khoury | owns | Port Herald", "Yusuf Demirel | owns | Polaris Freight",
      ] {
        #expect(edges.contains(edge), "\(document["source"] ?? ""): \(edge)")
      }
    }
  }

  @Test func `what Relata wrote is no source`() throws {
    let place = try Workplace()
    try place.write("a.txt", "Anna Kern hired Karl Denby in Oslo.\n")
    #expect(try Tool.run("build", "a.txt", in: place).status == 0)
    #expect(try Tool.run("report", "--output", "report.html", in: place).status == 0)
    let extracted = try Tool.run("extract", "a.txt", in: place)
    try place.write("extracted.jsonl", extracted.text)
    let run = try Tool.run("extract", ".", in: place)
    #expect(run.status == 0, "\(run.err)")
    #expect(try run.objects().count == 1)
    for name in ["report.html", "extracted.jsonl", "graph.relata"] {
      #expect(run.err.contains(name), "\(name): \(run.err)")
    }
  }

  @Test func `without its parser the program says how to get it`() throws {
    let place = try Workplace()
    // A copy of the program that stands alone.
    let alone = place.path + "/alone"
    try FileManager.default.createDirectory(atPath: alone, withIntermediateDirectories: true)
    for name in ["relata", "relata_RelataAnnotation.resources"] {
      let source = URL(fileURLWithPath: Tool.path).deletingLastPathComponent().appending(path: name)
      try FileManager.default.copyItem(atPath: source.path, toPath: alone + "/" + name)
    }
    try FileManager.default.copyItem(
      atPath: Self.fixtures.appending(path: "harbour.docx").path, toPath: place.path + "/a.docx")
    let process = Tool.process(
      alone + "/relata", ["extract", "a.docx"], in: place.path, environment: [:])
    let errors = Pipe()
    (process.standardError, process.standardOutput) = (errors, FileHandle.nullDevice)
    try process.run()
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 65)
    #expect(message.contains("RL1019") && message.contains("relata-read"))
  }
}
