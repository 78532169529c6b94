extension HostileFile {
  private static let head = "From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"

  /// Messages and mailboxes.
  static func mails(_ size: Int) -> [HostileFile] {
    let many = 10_000 * size
    let parts = (0..<1_000).map {
      "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n"
    }.joined()
    let messages = (0..<1_000).map { _ in "Content-Type: message/rfc822\n\n\(head)" }.joined()
    return [
      HostileFile("parts.eml", head + parts + "Content-Type: text/plain\n\nAnna Kern"),
      HostileFile("messages.eml", head + messages + "\nAnna Kern"),
      HostileFile("boundary.eml", head + "Content-Type: multipart/mixed\n\n--\nAnna Kern"),
      HostileFile("header.eml", "Subject: " + String(repeating: "a", count: many * 10) + "\n\nx"),
      HostileFile("headers.eml", String(repeating: "X-A: b\n", count: many) + "\nx"),
      HostileFile(
        "words.eml", "Subject: " + String(repeating: "=?utf-8?q?=ff?= ", count: many) + "\n\nx"),
      HostileFile("charset.eml", head + "Content-Type: text/plain; charset=nonsense\n\n\u{FF}Anna"),
      HostileFile(
        "base64.eml",
        head + "Content-Transfer-Encoding: base64\n\n" + String(repeating: "=", count: many)),
      HostileFile("quotes.eml", head + "\n" + String(repeating: "> On a, b wrote:\n", count: many)),
      HostileFile(
        "introductions.eml",
        head + "\n" + String(repeating: "On 2 May, a wrote:\n", count: many / 10)),
      HostileFile(
        "attachments.eml",
        head + "Content-Type: multipart/mixed; boundary=b\n\n"
          + String(
            repeating: "--b\nContent-Disposition: attachment; filename=../../a.zip\n\nPK\n",
            count: 500)),
      HostileFile(
        "box.mbox", String(repeating: "From a Thu Jan 1 00:00:00 2023\n\n", count: many / 10)),
      HostileFile(
        "blockquotes.eml",
        head + "Content-Type: text/html\n\n"
          + String(repeating: "<blockquote type=cite>x", count: many)),
    ]
  }

  /// PDF files whose parts lead in circles.
  static func portable(_ size: Int) -> [HostileFile] {
    func file(_ name: String, _ objects: [String], trailer: String = "<</Root 1 0 R>>")
      -> HostileFile
    {
      let body = objects.enumerated().map { "\($0 + 1) 0 obj\n\($1)\nendobj\n" }.joined()
      return HostileFile(name, "%PDF-1.4\n\(body)trailer\n\(trailer)\n%%EOF\n")
    }
    let catalog = "<</Type/Catalog/Pages 2 0 R>>"
    return [
      file("pages.pdf", [catalog, "<</Type/Pages/Count 1/Kids[2 0 R]>>"]),
      file(
        "kids.pdf",
        [
          catalog, "<</Type/Pages/Count 2147483647/Kids[3 0 R]>>",
          "<</Type/Pages/Parent 2 0 R/Kids[2 0 R]>>",
        ]),
      file(
        "contents.pdf",
        [
          catalog, "<</Type/Pages/Count 1/Kids[3 0 R]>>",
          "<</Type/Page/Parent 2 0 R/Contents 3 0 R/MediaBox[0 0 9e99 -9e99]>>",
        ]),
      file(
        "forms.pdf",
        [
          catalog, "<</Type/Pages/Count 1/Kids[3 0 R]>>",
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<<"
            + "/A 5 0 R>>>>>>",
          "<</Length 5>>stream\n/A Do\nendstream",
          "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>/Len"
            + "gth 5>>stream\n/A Do\nendstream",
        ]),
      file(
        "length.pdf",
        [
          catalog, "<</Type/Pages/Count 1/Kids[3 0 R]>>",
          "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
          "<</Length 4 0 R/Filter[/FlateDecode/FlateDecode/LZWDecode]>>stream\nx\nendstream",
        ]),
      file("nested.pdf", [String(repeating: "[", count: 20_000 * size)]),
      HostileFile(
        "previous.pdf",
        "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Prev 9/Size 99999999999/Root"
          + " 1 0 R>>\nstartxref\n9\n%%EOF"
      ),
      HostileFile("start.pdf", "%PDF-1.7\nstartxref\n-99999999999999999999\n%%EOF"),
      HostileFile("only.pdf", "%PDF-"),
    ]
  }
}
