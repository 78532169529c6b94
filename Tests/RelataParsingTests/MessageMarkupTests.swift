import RelataReading
import Testing

@testable import RelataParsing

/// Of the HTML of a message, what its writer wrote.
@Suite struct MessageMarkupTests {
  private static let quoted = "<p>Walburga Stein bought the island.</p>"

  private static func text(_ html: String, subject: String = "Island") -> String? {
    let mail =
      "From: Ilse Dornberg <ilse@example.org>\r\nSubject: \(subject)\r\nMIME-Version: 1.0\r\n"
      + "Content-Type: text/html; charset=utf-8\r\n\r\n<html><body>\(html)</body></html>\r\n"
    return Fixture.report(mail, as: .mail).documents.first?.text
  }

  @Test(arguments: [
    // Gmail, with and without a class for the line before the quote.
    "<div class=gmail_quote><div class=gmail_attr>On Tue, Kiran Oberoi wrote:</div>"
      + "<blockquote class=gmail_quote>\(quoted)</blockquote></div>",
    "<div class=gmail_quote>On Tue, Kiran Oberoi wrote:<br><blockquote class=gmail_quote>\(quoted)"
      + "</blockquote></div>",
    // Apple Mail, Thunderbird, Proton.
    "<div><br><blockquote type=cite><div>On Tue, Kiran Oberoi wrote:</div>\(quoted)</blockquote></div>",
    "<div class=moz-cite-prefix>On 5.3.24, Kiran Oberoi wrote:</div><blockquote type=cite>\(quoted)"
      + "</blockquote>",
    "<div class=protonmail_quote>On Tuesday, Kiran Oberoi wrote:<blockquote type=cite>\(quoted)"
      + "</blockquote></div>",
    // Yahoo.
    "<div id=yahoo_quoted_1 class=yahoo_quoted><div>On Tuesday, Kiran Oberoi wrote:</div>\(quoted)</div>",
    // Outlook on the web, its mobile program, and on a desk.
    "<hr><div id=divRplyFwdMsg><b>From:</b> Kiran Oberoi<br><b>Subject:</b> Island</div>\(quoted)",
    "<div id=ms-outlook-mobile-reference-message><hr>From: Kiran Oberoi \(quoted)</div>",
    "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p>"
      + "<b>From:</b> Kiran Oberoi<br><b>Sent:</b> Tuesday</p></div></div>\(quoted)",
    // Anybody who says so.
    "<p>On Tue, Kiran Oberoi wrote:</p><blockquote>\(quoted)</blockquote>",
    "<div class=gmail_signature>Kiran Oberoi</div>",
  ])
  func `what a writer answers to is not his`(html: String) {
    #expect(Self.text("<div>Karl Denby sold it.</div>" + html) == "Karl Denby sold it.")
  }

  @Test func `answers between the lines of a quote are read`() {
    let html =
      "<div class=gmail_quote><div class=gmail_attr>On Tue, Kiran Oberoi wrote:</div><blockquote class="
      + "gmail_quote>\(Self.quoted)</blockquote><div>She did not.</div><blockquote class=gmail_quote>"
      + "Why?</blockquote><div>No money.</div></div>"
    #expect(Self.text(html) == "She did not.\n\nNo money.")
  }

  @Test(arguments: [
    (
      "Island",
      "<div class=gmail_quote><div class=gmail_attr>---------- Forwarded message ---------"
        + "</div>\(quoted)</div>"
    ),
    ("Island", "<blockquote type=cite><div>Begin forwarded message:</div>\(quoted)</blockquote>"),
    ("FW: Island", "<p>See below.</p><div id=divRplyFwdMsg>From: Kiran Oberoi</div>\(quoted)"),
    ("Island", "<div id=divRplyFwdMsg>From: Kiran Oberoi</div>\(quoted)"),
    ("Island", "<blockquote>\(quoted)</blockquote>"),
  ])
  func `what is passed on is read`(subject: String, html: String) {
    #expect(
      Self.text(html, subject: subject)?.contains("Walburga Stein bought the island.") == true)
  }

  @Test func `what nobody sees, and the foot of a newsletter, are not read`() {
    let html =
      "<div style='DISPLAY: none;max-height:0'>Preview of the week</div><table><tr><td>Karl Denby sold it."
      + "</td></tr></table><p>You get this as a reader of ours. <a href=x>Unsubscribe</a></p><table><tr>"
      + "<td><a href=y>View in browser</a></td><td>Our address</td></tr></table>"
    #expect(Self.text(html) == "Karl Denby sold it.")
  }

  @Test(arguments: [
    "On Tue, 5 Mar 2024 at 10:12, Kiran Oberoi\n<kiran@example.org> wrote:\n> Stein bought it.\n",
    "    On Tuesday, March 5, 2024, 10:12 AM, K <k@example.org> wrote:  \n \n Stein bought it.\n",
    "From: K Sent: Tuesday To: T Subject: Island\n\nStein bought it.\n",
    "On Tuesday, Kiran Oberoi wrote:\n\n> Stein bought it.\n",
  ])
  func `quotes of plain mail go with what introduces them`(quote: String) {
    #expect(MessageText("Denby sold it.\n\n" + quote).text.collapsed == "Denby sold it.")
  }

  @Test func `what somebody wrote elsewhere is the writer's to tell`() {
    let text = "On Monday, Stein wrote:\n\nI bought it."
    #expect(MessageText(text).text == text)
  }

  @Test func `heads of an older message end a plain one`() {
    let body =
      "Karl Denby sold it.\n\n________________________________\nFrom: Kiran Oberoi\nSent: Tuesday\n"
      + "To: Ilse Dornberg\nSubject: Island\n\nWalburga Stein bought the island.\n"
    #expect(MessageText(body).text.collapsed == "Karl Denby sold it.")
    #expect(MessageText("Nobody could unsubscribe, Denby said.").text.contains("Denby"))
    #expect(MessageText(body, isForward: true).text.contains("Walburga Stein"))
    #expect(
      MessageText("Karl Denby sold it.\n\nTo unsubscribe, write to us.").text.collapsed
        == "Karl Denby sold it.")
  }

  @Test func `lines that a mailbox marks are none of a quote`() {
    let head = "From a@example.org Thu Jan  1 00:00:00 2023\nFrom: a@example.org\n\n"
    let text = "Karl left.\n>From the archive we learned it.\n>>From Oslo, too.\n> Why?\n"
    #expect(
      Fixture.report(head + text, as: .mail).documents.map(\.text.collapsed) == [
        "Karl left. From the archive we learned it."
      ])
    // In a message of its own they are.
    #expect(
      Fixture.report("From: a@example.org\n\n" + text, as: .mail).documents.map(\.text.collapsed)
        == [
          "Karl left."
        ])
  }
}

/// What of a message is not the writer's own stays in its text, as furniture.
@Suite struct MessageFurnitureTests {
  private static let head =
    "From: Ilse Dornberg <ilse@example.org>\r\nSubject: Island\r\nMIME-Version: 1.0\r\n"

  /// Parts of the text with what they are: "f" for furniture.
  private func parts(_ mail: String) throws -> [String] {
    let marked = try #require(Fixture.report(mail, as: .mail).documents.first).marked
    return marked.split(separator: "\n").map { line in
      let (mark, rest) = BlockMark.split(line)
      return mark == .furniture ? "f: \(rest.collapsed)" : rest.collapsed
    }
  }

  @Test func `quotes and signatures of plain mail stay as furniture`() throws {
    let body =
      "Denby sold it.\n\nOn Tuesday, Kiran Oberoi wrote:\n> Stein bought it.\n>\n> When?\nIn May.\n"
      + "-- \nIlse Dornberg\n\nPort Herald\n"
    #expect(
      try parts(Self.head + "\r\n" + body) == [
        "Denby sold it.", "f: On Tuesday, Kiran Oberoi wrote:", "f: > Stein bought it.", "f: >",
        "f: > When?", "In May.", "f: --", "f: Ilse Dornberg", "f: Port Herald",
      ])
  }

  @Test func `quotes and signatures of marked mail stay as furniture`() throws {
    let html =
      "<div>Denby sold it.</div><div class=gmail_signature><p>Ilse Dornberg</p><ul><li>Port Herald</li>"
      + "</ul></div><div class=gmail_quote><div class=gmail_attr>On Tue, Kiran Oberoi wrote:</div>"
      + "<blockquote class=gmail_quote>Stein bought it.</blockquote><div>She did not.</div></div>"
      + "<div id=divRplyFwdMsg>From: A</div><p>Older.</p>"
    #expect(
      try parts(
        Self.head
          + "Content-Type: text/html; charset=utf-8\r\n\r\n<html><body>\(html)</body></html>"
      ) == [
        "Denby sold it.", "f: Ilse Dornberg", "f: Port Herald", "f: On Tue, Kiran Oberoi wrote:",
        "f: Stein bought it.", "She did not.", "f: From: A", "f: Older.",
      ])
  }

  @Test func `many quotes are read in time that grows with them`() throws {
    let body = String(repeating: "> Stein bought it.\n", count: 60_000)
    #expect(try parts(Self.head + "\r\nDenby sold it.\n" + body).count == 60_001)
  }
}
