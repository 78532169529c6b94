import Foundation
import RelataTestSupport
import Testing

/// Lists, tables, quotations and terms say the same in every format, with marks in the text or without.
@Suite(.serialized) struct BlockReadingTests {
  private static let story =
    "The port authority published the papers of the harbour deal on Monday, after a court h"
    + "ad ordered it"
    + " to do so within a week of its judgment, and said that it had nothing to hide."

  private static func page(_ body: String) -> String {
    "<html><head><title>Harbour deal</title></head><body><article><h1>Harbour deal</h1>"
      + "<p>\(story)</p>\(body)<p>\(story)</p></article></body></html>"
  }

  private static func plain(_ body: String) -> String { "\(story)\n\n\(body)\n\n\(story)\n" }

  private static func package(_ members: [(String, String)]) -> [UInt8] {
    PackedBytes.zip(
      ([("[Content_Types].xml", "<Types/>")] + members).map { ($0.0, Array($0.1.utf8)) })
  }

  /// What is said of whom in a file, and by whom: "Anna Kern | owns | Karst Bank | said by Rosa Quint".
  private func edges(_ name: String, _ bytes: Data) throws -> Set<String> {
    let place = try Workplace()
    try place.write(name, bytes)
    let run = try Tool.run("extract", name, in: place)
    #expect(run.status == 0, "\(run.err)")
    let object = try #require(try run.objects().first)
    var names: [String: String] = [:]
    for entity in object["entities"] as? [[String: Any]] ?? [] {
      if let id = entity["id"] as? String { names[id] = entity["name"] as? String }
    }
    return Set(
      (object["assertions"] as? [[String: Any]] ?? []).map { assertion in
        let ends = ["subject", "relation", "object"].map { key in
          let value = assertion[key] as? String ?? ""
          return names[value] ?? value
        }
        let claim = assertion["attribution"] as? [String: Any]
        let claimant = (claim?["entity"] as? String).flatMap { names[$0] }
        return ends.joined(separator: " | ") + (claimant.map { " | said by \($0)" } ?? "")
      })
  }

  private func edges(_ name: String, _ text: String) throws -> Set<String> {
    try edges(name, Data(text.utf8))
  }

  @Test func `a list of a page gives what its plain text with bullets gives`() throws {
    let plain = try edges(
      "a.txt",
      Self.plain("Directors of Karst Bank:\n- Anna Kern\n- Milo Hartwell\n- Karl Denby"))
    let marked = try edges(
      "a.html",
      Self.page(
        "<h3>Directors of Karst Bank:</h3><ul><li>Anna Kern</li><li>Milo Hartwell</li>"
          + "<li>Karl Denby</li></ul>"))
    #expect(marked == plain && plain.count >= 3, "\(marked) \(plain)")
  }

  @Test func `a table is read by its first row in every format`() throws {
    let rows = [
      ["Company", "Owner"], ["Karst Bank", "Anna Kern"], ["Delta Gas", "Milo Hartwell"],
    ]
    let want: Set = ["Anna Kern | owns | Karst Bank", "Milo Hartwell | owns | Delta Gas"]
    func grid(_ row: String, _ cell: (String) -> String) -> String {
      rows.map { cells in "<\(row)>\(cells.map(cell).joined())</\(row)>" }.joined()
    }
    let table = grid("tr") { "<td>\($0)</td>" }
    let word = grid("w:tr") { "<w:tc><w:p><w:r><w:t>\($0)</w:t></w:r></w:p></w:tc>" }
    let sheet = grid("row") { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }
    let values: [String] = rows.map { $0.joined(separator: ",") }
    let bars: [String] = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    var files: [(String, [UInt8])] = []
    files.append(("a.csv", Array(values.joined(separator: "\n").utf8)))
    files.append(("a.html", Array(Self.page("<table>\(table)</table>").utf8)))
    let marked = ([bars[0], "|---|---|"] + bars.dropFirst()).joined(separator: "\n")
    files.append(("a.md", Array(marked.utf8)))
    files.append(
      (
        "a.docx",
        Self.package([
          (
            "word/document.xml",
            "<w:document xmlns:w='w'><w:body><w:tbl>\(word)</w:tbl></w:body></w:document>"
          )
        ])
      ))
    files.append(
      (
        "a.xlsx",
        Self.package([
          (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name='a' sheetId='1'/></sheets></workbook>"
          ),
          ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(sheet)</sheetData></worksheet>"),
        ])
      ))
    for (name, bytes) in files {
      let found = try edges(name, Data(bytes))
      #expect(want.isSubset(of: found), "\(name): \(found)")
    }
  }

  @Test func `what a page sets apart as quoted is its speaker's to answer for`() throws {
    let quoted = try edges(
      "a.html",
      Self.page(
        "<p>Rosa Quint said:</p><blockquote><p>Anna Kern bribed Milo Hartwell. Milo Hartwell"
          + " hired Karl Denby.</p></blockquote>"))
    #expect(
      quoted == [
        "Anna Kern | paid | Milo Hartwell | said by Rosa Quint",
        "Milo Hartwell | hired | Karl Denby | said by Rosa Quint",
      ], "\(quoted)")
    let own = try edges(
      "a.html", Self.page("<p>Rosa Quint said:</p><p>Anna Kern bribed Milo Hartwell.</p>"))
    #expect(own.allSatisfy { !$0.hasSuffix("said by Rosa Quint") }, "\(own)")
  }

  @Test func `terms label what explains them`() throws {
    let found = try edges(
      "a.html",
      Self.page(
        "<dl><dt>Company</dt><dd>Karst Bank</dd><dt>Owner</dt><dd>Anna Kern</dd><dt>Directors</dt>"
          + "<dd>Milo Hartwell</dd><dd>Karl Denby</dd></dl>"))
    let labelled = try edges(
      "a.txt",
      Self.plain("Company: Karst Bank\nOwner: Anna Kern\nDirectors: Milo Hartwell and Karl Denby"))
    #expect(
      found == labelled && found.contains("Anna Kern | owns | Karst Bank"), "\(found) \(labelled)")
  }

  @Test func `blocks are published, and no sentence reaches beyond one`() throws {
    let place = try Workplace()
    try place.write(
      "a.html",
      Self.page("<h3>Board of Karst Bank</h3><ul><li>Anna Kern</li><li>Milo Hartwell</li></ul>"))
    let object = try #require(try Tool.run("extract", "a.html", in: place).objects().first)
    let blocks = try #require(object["blocks"] as? [[String: Any]])
    #expect(
      blocks.compactMap { $0["kind"] as? String } == [
        "paragraph", "heading", "item", "item", "paragraph",
      ])
    #expect(blocks.compactMap { $0["continues"] as? Bool } == [false, false, false, true, false])
    let spans = blocks.compactMap { block -> Range<Int>? in
      guard let start = block["start"] as? Int, let end = block["end"] as? Int else { return nil }
      return start..<end
    }
    for sentence in object["sentences"] as? [[String: Int]] ?? [] {
      let start = try #require(sentence["start"])
      let end = try #require(sentence["end"])
      #expect(spans.contains { $0.lowerBound <= start && end <= $0.upperBound })
    }
  }
}
