extension HostileFile {
  private static let sentence = "Anna Kern hired Karl Denby in Oslo. "

  /// Texts, tables and records without marks.
  static func texts(_ size: Int) -> [HostileFile] {
    let line = String(repeating: sentence, count: 1_000 * size)
    let nothing = [
      "txt", "html", "csv", "jsonl", "docx", "pdf", "odt", "eml", "rtf", "zip", "epub", "doc",
      "msg",
    ].map { HostileFile("nothing.\($0)", "") }
    return nothing + [
      HostileFile("blank.txt", String(repeating: " \n\t", count: 1_000)),
      HostileFile("line.txt", String(repeating: "a", count: 500_000 * size)),
      HostileFile("line.csv", line.replacingOccurrences(" ", with: ",")),
      HostileFile("columns.csv", String(repeating: "a,", count: 50_000 * size)),
      HostileFile("quoted.csv", "a,\"" + line),
      HostileFile("nul.txt", [UInt8](repeating: 0, count: 100_000)),
      HostileFile("controls.txt", (0..<4_000).map { UInt8($0 % 32) }),
      HostileFile("odd.txt", [0xFF, 0xFE, 0x41]),
      HostileFile(
        "halves.txt", [0xFF, 0xFE] + (0..<500).flatMap { _ in [0x00, 0xD8] as [UInt8] }),
      HostileFile("broken.txt", [UInt8](repeating: 0xC3, count: 5_000)),
      HostileFile(
        "marks.txt",
        String(
          repeating: "a" + String(repeating: "\u{301}", count: 2_000) + " ", count: 20 * size)),
      HostileFile(
        "signs.txt",
        String(
          repeating:
            "\u{FFFA}h2\u{FFFB}\u{FFF9}9\u{FFFB}\u{FFFA}f\u{FFFB}Kern. ", count: 500)),
      HostileFile("deep.jsonl", String(repeating: "[", count: 100_000)),
      HostileFile("objects.jsonl", String(repeating: "{\"a\":", count: 50_000)),
      HostileFile("number.jsonl", "{\"id\": 1e999999, \"text\": 99999999999999999999999}\n"),
      HostileFile("surrogate.jsonl", "{\"text\": \"\\ud800 \\udc00\\ud800\"}\n"),
      HostileFile("open.jsonl", "{\"text\": \"" + line),
      HostileFile("array.json", "[{\"text\":\"a\"},{\"text\":"),
      HostileFile("quotes.md", String(repeating: ">", count: 50_000 * size) + " a"),
      HostileFile(
        "lists.md",
        (0..<2_000).map { String(repeating: " ", count: $0 % 400) + "- a" }
          .joined(separator: "\n")),
      HostileFile("links.md", String(repeating: "[", count: 50_000 * size)),
      HostileFile("stars.md", String(repeating: "*a **b ", count: 5_000 * size)),
      HostileFile("head.md", "---\n" + String(repeating: "a: b\n", count: 10_000)),
      HostileFile("table.md", "|a|\n|-|\n" + String(repeating: "|", count: 50_000 * size)),
    ]
  }

  /// HTML, RTF and feeds.
  static func marked(_ size: Int) -> [HostileFile] {
    let many = 20_000 * size
    let entities =
      "<!DOCTYPE a [<!ENTITY a0 \"aaaaaaaaaa\">"
      + (1...12).map { n in
        "<!ENTITY a\(n) \"\(String(repeating: "&a\(n - 1);", count: 10))\">"
      }.joined() + "]>"
    return [
      HostileFile("nested.html", String(repeating: "<div>", count: many) + "Anna Kern"),
      HostileFile("tables.html", String(repeating: "<table><tr><td>", count: many / 4) + "x"),
      HostileFile("lists.html", String(repeating: "<ul><li>", count: many / 2) + "x"),
      HostileFile("quotations.html", String(repeating: "<blockquote>", count: many) + "x"),
      HostileFile(
        "attributes.html", "<p " + String(repeating: "class='a b c' ", count: many) + ">x"),
      HostileFile("classes.html", "<p class='\(String(repeating: "aSide-", count: many))'>x</p>"),
      HostileFile("open.html", String(repeating: "<", count: many)),
      HostileFile("comment.html", "<html><!--" + String(repeating: "-", count: many)),
      HostileFile(
        "references.html", "<p>" + String(repeating: "&#x110000;&#0;&#55296;&a", count: many / 10)),
      HostileFile("charset.html", "<meta charset='nonsense'><p>\u{FF}Anna Kern hired Karl Denby."),
      HostileFile(
        "script.html",
        "<script type='application/ld+json'>" + String(repeating: "[", count: many)
          + "</script><p>x"),
      HostileFile(
        "entities.rss", entities + "<rss><channel><item><title>&a12;</title></item></channel></rss>"
      ),
      HostileFile(
        "external.rss",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><descrip"
          + "tion>&x;</description></item></channel></rss>"
      ),
      HostileFile("nested.rss", "<rss>" + String(repeating: "<a>", count: many)),
      HostileFile(
        "items.rss",
        "<rss><channel>"
          + String(repeating: "<item><description>x</description></item>", count: many / 10)),
      HostileFile("groups.rtf", "{\\rtf1" + String(repeating: "{", count: many)),
      HostileFile("ends.rtf", "{\\rtf1" + String(repeating: "}", count: many)),
      HostileFile("binary.rtf", "{\\rtf1 \\bin99999999999999999999 a \\bin-5 b \\bin999999999 c"),
      HostileFile(
        "numbers.rtf",
        "{\\rtf1 \\u99999999999999999999 a\\u-9223372036854775808 \\uc-1 \\u1114112 \\uc999"
          + "99 \\u65 b\\yr9223372036854775807"
      ),
      HostileFile("cells.rtf", "{\\rtf1 " + String(repeating: "a\\cell ", count: many) + "\\row}"),
      HostileFile("notes.rtf", "{\\rtf1 " + String(repeating: "{\\footnote ", count: many / 4)),
      HostileFile(
        "flat.fodt",
        entities
          + "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
          + "><office:body>&a12;</office:body></office:document>"
      ),
      HostileFile(
        "page.mhtml",
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Typ"
          + "e: text/html\n\n<p>"
          + String(repeating: "<b>", count: many)),
      HostileFile(
        "lengths.warc",
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx\r\n\r\nWARC/1.0\r\n"
          + "Content-Length: 99999999999999999999\r\n\r\nx"
      ),
      HostileFile(
        "long.warc",
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9223372036854775807\r\n\r\nHTTP"
          + "/1.1 200 OK\r\n\r\n<p>x"
      ),
    ]
  }
}

extension String {
  fileprivate func replacingOccurrences(_ old: Character, with new: String) -> String {
    map { $0 == old ? new : String($0) }.joined()
  }
}
