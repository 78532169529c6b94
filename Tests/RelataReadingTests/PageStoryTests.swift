import RelataCore
import Testing

@testable import RelataReading

/// What is taken from a page and what is left: each construction of real content systems alone.
@Suite struct PageStoryTests {
  private static let story = """
    <p>Anna Kern, who runs the harbour bank, sold her shares on Monday, the bank said in a statement.</p>
    <p>Her brother, Paul Kern, bought a third of them, and the rest went to a fund in Oslo, it added.</p>
    """
  private static let comment = """
    <p>I worked for the bank for twenty years, and everybody knew that Karl Denby, its cashier, took money.</p>
    <p>He bought a boat with it, a house, and a field, and nobody asked, least of all the mayor, Rosa Quint.</p>
    <p>When I wrote to the paper, it sent Igor Lenski, who asked nothing, drank tea, and went home again.</p>
    """

  private func read(_ body: String, head: String = "") -> Document? {
    Outcome("<html><head>\(head)</head><body>\(body)</body></html>", name: "page.html")
      .documents.first
  }

  private func isStory(_ document: Document?) -> Bool {
    guard let text = document?.text.string else { return false }
    return text.hasPrefix("Anna Kern, who runs") && text.contains("Paul Kern, bought")
  }

  private func isOnlyStory(_ document: Document?) -> Bool {
    isStory(document) && document?.text.string.hasSuffix("fund in Oslo, it added.") == true
  }

  @Test(arguments: [
    "<div class='post'>STORY</div><section id='comments'><article>COMMENT</article></section>",
    "<article>STORY</article><div class='article-comments'>COMMENT</div>",
    "<div>STORY<h3>Have your say</h3><div>COMMENT</div></div>",
    "<div>STORY<h3>14 comments</h3><div>COMMENT</div></div>",
    "<form id='aspnetForm'><input type='hidden' name='v'><div>STORY</div></form><div class='sidebar'>COMMENT</div>",
    "<div aria-hidden='true'><h1>Bank sold to a fund</h1>STORY</div><div role='dialog'>COMMENT</div>",
    "<div class='paywall'>STORY</div><aside>COMMENT</aside>",
    "<section class='social-care-story'>STORY</section><nav>COMMENT</nav>",
    "<div id='content'>STORY</div><div style='visibility: hidden'>COMMENT</div>",
    "<div id='content'>STORY<div hidden>COMMENT</div></div>",
    "<td>STORY</td>",
  ])
  func `the story is read whole and alone`(body: String) {
    let page = body.replacing("STORY", with: Self.story).replacing("COMMENT", with: Self.comment)
    #expect(isOnlyStory(read(page)), "\(read(page)?.text.string ?? "nothing")")
  }

  @Test func `cards that lead to other stories are left out, entries of a live blog are not`() {
    func cards(_ link: String) -> String {
      (1...4).map { n in
        "<div class='card'><h3><a href='\(link)'>Mayor number \(n) denies taking money</a></h3>"
          + "<p>The mayor, Rosa Quint \(n), told reporters, twice, that she had nothing to hide.</p></div>"
      }.joined()
    }
    #expect(isOnlyStory(read("<main><div>\(Self.story)</div>\(cards("/quint"))</main>")))
    let live = read("<main><h1>The bank: live</h1>\(cards("#entry-1"))</main>")
    #expect(live?.text.string.contains("Quint 3") == true)
  }

  @Test func `a second story on the page is not the first one's`() {
    let head = "<title>Bank sold to a fund in Oslo</title>"
    let page =
      "<div class='s'><h1>Bank sold to a fund in Oslo</h1><p>By Vera Holt</p>\(Self.story)</div>"
      + "<div class='s'><h1>Boat found off the coast</h1><p>By Nils Berg</p>\(Self.comment)</div>"
    let document = read(page, head: head)
    #expect(document.map { $0.text.string.contains("Anna Kern, who") } == true)
    #expect(document.map { $0.text.string.contains("Karl Denby") } == false)
    #expect(document?.author == "Vera Holt")
  }

  @Test func `a wall and a missing page give no document`() {
    let wall =
      "<h1>We value your privacy</h1><p>We and our 812 partners use cookies to store your preferences, "
      + "measure advertising and share consent with vendors. Partners such as Denby Media may use cookies.</p>"
    #expect(read(wall) == nil)
    #expect(
      read("<h1>Page not found</h1><p>The page moved. Karl Denby looks after lost pages.</p>")
        == nil)
  }

  @Test func `rows of data are lines, and tables of layout are none`() {
    let table =
      "<table><tr><th>Owner</th><th>Share</th></tr><tr><td>Karl Denby</td><td>40 %</td></tr>"
      + "<tr><td>Rosa Quint</td><td>60 %</td></tr></table>"
    let document = read("<article>\(Self.story)\(table)</article>")
    #expect(
      document?.text.string.hasSuffix("Owner | Share\n\nKarl Denby | 40 %\n\nRosa Quint | 60 %")
        == true)
    let layout =
      "<table><tr><td>\(Self.story)</td><td><table><tr><td>Home</td></tr></table></td></tr></table>"
    #expect(isOnlyStory(read(layout)))
  }

  @Test(arguments: [
    ("Monday<sup><a href='#n1'>1</a></sup>,", "Monday,"), ("Monday<sup>12</sup>,", "Monday,"),
    ("Monday<a href='#n1'>[1]</a>,", "Monday,"),
    ("for 10<sup>6</sup> dollars,", "for 106 dollars,"),
    ("Monday, see <a href='/n1'>3</a>,", "Monday, see 3,"),
  ])
  func `marks of notes are no part of a word`(words: String, read shown: String) {
    let page = Self.story.replacing("Monday,", with: words)
    #expect(read("<article>\(page)</article>")?.text.string.contains(shown) == true)
  }

  @Test func `heads and feet of printed pages are not read`() {
    let page = "<div title='header'><p>The Ledger, page 1</p></div>\(Self.story)"
    #expect(isOnlyStory(read(page + "<div title='footer'><p>Page 1 of 2</p></div>")))
  }

  @Test func `struck-out words are not read`() {
    let page = Self.story.replacing("her shares", with: "<del>his boat and</del> her shares")
    #expect(isOnlyStory(read("<article>\(page)</article>")))
    #expect(read("<article>\(page)</article>")?.text.string.contains("boat") == false)
  }

  @Test(arguments: [300, 20_000])
  func `depth hides nothing`(depth: Int) {
    let page =
      String(repeating: "<div>", count: depth) + Self.story
      + String(repeating: "</div>", count: depth)
    #expect(isOnlyStory(read(page)))
  }

  @Test(arguments: [
    ("By Vera Holt", "Vera Holt"), ("by VERA HOLT and Nils Berg", "Vera Holt, Nils Berg"),
    ("By Vera Holt, Harbour Correspondent", "Vera Holt"),
    ("Words by Vera Holt | Oslo", "Vera Holt"),
    ("By our staff", nil), ("By the end of the year", nil),
  ])
  func `bylines that are only shown name the author`(line: String, author: String?) {
    let page = "<h1>Bank sold to a fund</h1><p class='x'>\(line)</p><div>\(Self.story)</div>"
    #expect(read(page)?.author == author)
  }

  @Test(arguments: [
    ("<p>Published 2 May 2023</p>", "2023-05-02"),
    ("<p>Friday, October 14th, 2011</p>", "2011-10-14"),
    ("<time datetime='2020-01-05T10:00:00Z'>x</time>", "2020-01-05T10:00:00Z"),
    ("<p>Updated: <time datetime='2020-01-05'>x</time></p>", nil),
    ("<p>14.11.2019</p>", "2019-11-14"),
    ("<aside><time datetime='2020-01-05'>x</time></aside>", nil), ("<p>05/06/2019</p>", nil),
  ])
  func `days that are only shown are those of publication`(line: String, day: String?) {
    let page = "<h1>Bank sold to a fund</h1>\(line)<div>\(Self.story)</div>"
    #expect(read(page)?.published == day)
  }

  @Test(arguments: [
    ("Bank sold to a fund - The Port Herald", "The Port Herald", "Bank sold to a fund"),
    ("The Port Herald: Bank sold to a fund", "The Port Herald", "Bank sold to a fund"),
    ("Bank sold to a fund", "The Port Herald", "Bank sold to a fund"),
  ])
  func `titles are printed without the outlet`(title: String, site: String, expected: String) {
    let head = "<title>\(title)</title><meta property='og:site_name' content='\(site)'>"
    #expect(read("<div>\(Self.story)</div>", head: head)?.title == expected)
    let page =
      "<h1>Business</h1><h2>Bank sold to a fund, and the mayor is angry</h2><div>\(Self.story)</div>"
    let document = read(page, head: head)
    #expect(document?.title == "Bank sold to a fund, and the mayor is angry")
    #expect(document?.text.string.contains("the mayor is angry") == false)
  }

  @Test func `linked data say what the story is`() {
    let body =
      "Anna Kern, who runs the harbour bank, sold her shares on Monday, the bank said in a statement. "
      + "Her brother, Paul Kern, bought a third of them, and the rest went to a fund in Oslo, it added."
    let long = String(
      repeating: " The sale, the third in a year, was announced in Oslo and in Bergen.", count: 3)
    let head =
      "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"\(body)\(long)\"}</script>"
    let page =
      "<div><div class='related'>\(Self.story)<p>\(long)</p></div><div>\(Self.comment)\(Self.comment)</div></div>"
    #expect(isStory(read(page, head: head)))
    #expect(read(page, head: head)?.text.string.contains("Karl Denby") == false)
  }
}
