import Foundation
import RelataCore
import RelataGraph
import RelataReport
import Testing

@Suite struct PandocFilterTests {
  private let filter = PandocFilter(renderer: PortStory.figures)

  private func fence(_ text: String, id: String = "", attributes: [String: String] = [:]) -> String
  {
    let pairs = attributes.sorted { $0.key < $1.key }.map { "[\"\($0.key)\",\"\($0.value)\"]" }
    let escaped = text.replacing("\n", with: "\\n")
    return
      "{\"t\":\"CodeBlock\",\"c\":[[\"\(id)\",[\"relata\"],[\(pairs.joined(separator: ","))]],\"\(escaped)\"]}"
  }

  private func document(_ blocks: String..., version: String = "1,22,2", meta: String = "") -> Data
  {
    let text =
      "{\"pandoc-api-version\":[\(version)],\"meta\":{\(meta)},"
      + "\"blocks\":[\(blocks.joined(separator: ","))]}"
    return Data(text.utf8)
  }

  private func fill(_ document: Data, _ format: String) throws -> PandocFilter.Result {
    try filter.fill(document, format: format, folder: "media") { _ in PortStory.graph }
  }

  private func blocks(_ result: PandocFilter.Result) throws -> [[String: Any]] {
    let root = try #require(
      try JSONSerialization.jsonObject(with: result.document) as? [String: Any])
    return try #require(root["blocks"] as? [[String: Any]])
  }

  @Test func `a page gets the figure itself`() throws {
    let result = try fill(
      document(fence("focus: Harborline\ncaption: Who <b> works\nalt: A & B")), "html5+smart")
    let blocks = try blocks(result)
    #expect(blocks.count == 1 && blocks[0]["t"] as? String == "RawBlock")
    let content = try #require(blocks[0]["c"] as? [String])
    #expect(content[0] == "html")
    #expect(
      content[1].hasPrefix(
        "<figure class=\"relata\" id=\"relata-figure-harborline\" aria-label=\"A &amp; B\"><svg"))
    #expect(
      content[1].hasSuffix("<figcaption dir=\"auto\">Who &lt;b&gt; works</figcaption></figure>"))
    #expect(result.files.isEmpty && result.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("docx", "media/harborline.png", [0x89, 0x50] as [UInt8]),
    ("latex", "media/harborline.pdf", Array("%PDF".utf8)),
    ("gfm", "media/harborline.svg", Array("<svg".utf8)),
    ("docbook", "media/harborline.svg", Array("<svg".utf8)),
  ])
  func `other formats get files`(format: String, path: String, start: [UInt8]) throws {
    let result = try fill(document(fence("focus: Harborline")), format)
    #expect(result.files.map(\.path) == [path])
    #expect(result.files[0].data.starts(with: start))
    let text = String(decoding: result.document, as: UTF8.self)
    #expect(text.contains("\"\(path)\""))
    // The description stands there word by word.
    #expect(
      text.contains("{\"c\":\"Diagram:\",\"t\":\"Str\"}") || text.contains("Diagram: Harborline"))
  }

  @Test func `pandoc from version 3 gets figures with caption and description apart`() throws {
    let result = try fill(
      document(fence("focus: Osei\ncaption: Short\nalt: Long words", id: "fig-1"), version: "1,23"),
      "docx")
    let block = try #require(try blocks(result).first)
    #expect(block["t"] as? String == "Figure")
    let text = String(decoding: result.document, as: UTF8.self)
    #expect(
      text.contains("[\"fig-1\",[],[]]") && text.contains("\"Short\"") && text.contains("\"Long\""))
  }

  @Test func `fences are found wherever blocks are, and the rest stays as it is`() throws {
    let other =
      "{\"t\":\"Unknown\",\"c\":[0.30000000000000004,12345678901,true,null,{\"t\":\"Str\",\"c\":\"a/b é \\\"\"}]}"
    let quote = "{\"t\":\"BlockQuote\",\"c\":[\(fence("focus: Osei"))]}"
    let list = "{\"t\":\"BulletList\",\"c\":[[\(fence("focus: Osei")),\(other)]]}"
    let code = "{\"t\":\"CodeBlock\",\"c\":[[\"\",[\"python\"],[]],\"relata\"]}"
    let result = try fill(document(other, quote, list, code), "html")
    let blocks = try blocks(result)
    #expect(
      blocks.map { $0["t"] as? String } == ["Unknown", "BlockQuote", "BulletList", "CodeBlock"])
    let text = String(decoding: result.document, as: UTF8.self)
    #expect(
      text.contains(
        "[0.30000000000000004,12345678901,true,null,{\"c\":\"a/b é \\\"\",\"t\":\"Str\"}]"))
    #expect(text.contains("relata-figure-kwame-osei") == false)
    #expect(
      text.contains("id=\\\"relata-figure-osei\\\"")
        && text.contains("id=\\\"relata-figure-osei-2\\\""))
    // Ids inside the drawings differ too.
    #expect(text.contains("\\\"relata-osei-e1\\\"") && text.contains("\\\"relata-osei-2-e1\\\""))
  }

  @Test func `an error stands beneath its fence and the rest is done`() throws {
    let result = try fill(
      document(
        fence("focus: Harbourline"), fence("focus: Osei"), fence("", attributes: ["fokus": "x"])),
      "html")
    let blocks = try blocks(result)
    #expect(
      blocks.map { $0["t"] as? String } == ["CodeBlock", "Div", "RawBlock", "CodeBlock", "Div"])
    #expect(result.diagnostics.map(\.code) == ["RL6002", "RL6001"])
    #expect(result.diagnostics.map { $0.location?.file } == ["fence 1", "fence 3"])
    #expect(String(decoding: result.document, as: UTF8.self).contains("\"relata-error\""))
  }

  @Test func `attributes of the fence are keys too`() throws {
    let result = try fill(
      document(
        fence("depth: 2", id: "fig:Ports", attributes: ["focus": "Osei", "table": "yes"]),
        fence("focus: Osei", attributes: ["focus": "Harborline"])), "html")
    #expect(result.diagnostics.isEmpty)
    let blocks = try blocks(result)
    #expect(blocks.map { $0["t"] as? String } == ["RawBlock", "Table", "RawBlock"])
    // References in the document lead to the id as written.
    #expect(String(decoding: result.document, as: UTF8.self).contains("id=\\\"fig:Ports\\\""))
  }

  @Test func `a document without fences comes back byte for byte and needs no graph`() throws {
    let json = document("{\"t\":\"Para\",\"c\":[]}")
    let result = try filter.fill(json, format: "html", folder: "x") { _ throws(RelataError) in
      throw RelataError(.noInput, code: "RL4001", "not to be called")
    }
    #expect(result.document == json)
  }

  @Test func `the document's metadata may name the graph`() throws {
    let meta =
      "\"relata-graph\":{\"t\":\"MetaInlines\",\"c\":[{\"t\":\"Str\",\"c\":\"my\"},{\"t\":\"Space\"},{\"t\":\"Str\",\"c\":\"ports.relata\"}]}"
    var named: String?
    _ = try filter.fill(document(fence("focus: Osei"), meta: meta), format: "html", folder: "x") {
      named = $0
      return PortStory.graph
    }
    #expect(named == "my ports.relata")
  }

  @Test(arguments: [
    "", "x", "[]", "{}", "{\"blocks\":[]}", "{\"pandoc-api-version\":[1],\"blocks\":[]}",
  ])
  func `what is no document is refused`(text: String) {
    let error = #expect(throws: RelataError.self) { try fill(Data(text.utf8), "html") }
    #expect(error?.code == "RL6201")
  }
}
