import RelataCore
import Testing

@testable import RelataReading

@Suite struct HTMLReaderTests {
  private static let page = """
    <!DOCTYPE html><html><head><title>Minister quits | The Courier</title>
    <meta property="og:site_name" content="The Courier">
    <meta property="article:published_time" content="2021-09-25T10:00:00Z">
    <style>p { color: red }</style><script>var a = "<p>No</p>";</script></head>
    <body><header><p>The Courier</p></header><nav><ul><li><a href="/">Home</a></li></ul></nav>
    <article><header><h1>Minister quits</h1></header>
    <p>The minister &amp; his <b>sister</b>,<br>Jane Do&euml;, resigned.</p>
    <aside><p>Buy now</p></aside>
    <div class="newsletter-box"><p>Weekly post</p></div>
    <ul><li><a href="/1">Another story</a></li><li><a href="/2">One more</a></li></ul>
    <figure><img src="x"><figcaption>Jane Doë leaves. Photo: Otto Roe/Reuters</figcaption></figure>
    <ul><li>She owned the firm.</li><li>He <a href="/x">ran</a> it.</li></ul>
    <p hidden>Secret</p><p>The
       police   said so.</p></article>
    <footer><p>Imprint</p></footer></body></html>
    """

  @Test func `author, outlet and address come from linked data, meta tags and links`() throws {
    let page = """
      <html><head><title>Bank sold - Port Herald</title>
      <link rel="canonical" href="https://example.org/bank">
      <script type="application/ld+json">
      {"@graph": [{"@type": "WebSite", "name": "No"}, {"@type": ["NewsArticle"], "headline": "Bank sold",
       "datePublished": "2023-05-02T10:00:00Z", "author": [{"@type": "Person", "name": "Anna Kern"}, "Karl Denby"],
       "publisher": {"@type": "Organization", "name": "The Port Herald"}}]}
      </script><script type="application/ld+json">{broken</script></head>
      <body><article><p>Rosa Quint sold her bank on Monday, she said in Oslo.</p></article></body></html>
      """
    let document = try #require(Outcome(page, name: "a.html").documents.first)
    #expect(document.author == "Anna Kern, Karl Denby" && document.outlet == "The Port Herald")
    #expect(document.address == "https://example.org/bank" && document.title == "Bank sold")
    #expect(document.published?.hasPrefix("2023-05-02") == true)
    let plain = """
      <html><head><meta name="author" content="By Anna Kern"><meta property="article:author"
      content="https://example.org/people/kern"><meta property="og:url" content="https://example.org/x"></head>
      <body><p>Rosa Quint sold her bank on Monday, she said in Oslo.</p></body></html>
      """
    let other = try #require(Outcome(plain, name: "b.html").documents.first)
    #expect(other.author == "Anna Kern" && other.address == "https://example.org/x")
    #expect(other.outlet == nil)
  }

  @Test func `the article's paragraphs stay in order and the page around them goes`() throws {
    let outcome = Outcome(Self.page, name: "page.html")
    let document = try #require(outcome.documents.first)
    #expect(
      document.text.string
        == """
        The minister & his sister,
        Jane Doë, resigned.

        Jane Doë leaves. Photo: Otto Roe/Reuters

        She owned the firm.

        He ran it.

        The police said so.
        """)
    #expect(document.title == "Minister quits")
    #expect(document.published == "2021-09-25T10:00:00Z")
    #expect(document.source == "The Courier")
    #expect(document.furniture.map { document.text[$0] } == ["Photo: Otto Roe/Reuters"])
    #expect(outcome.codes == [])
  }

  @Test func `a page without article element gives its body`() {
    let outcome = Outcome(
      "<html><body><div>One met two.<p>Three<br><br>four</div></body></html>", name: "x.htm")
    #expect(outcome.documents.first?.text.string == "One met two.\n\nThree\n\nfour")
    #expect(outcome.documents.first?.source == "x.htm")
  }

  @Test func `a sign on the block that holds the article does not drop it`() {
    let outcome = Outcome(
      "<body><div class='social-policy'><p>The minister met the envoy.</p></div></body>",
      name: "x.html")
    #expect(outcome.documents.first?.text.string == "The minister met the envoy.")
  }

  @Test func `the page's own encoding is respected`() {
    let page =
      Array("<html><head><meta charset=\"iso-8859-1\"></head><body><p>Caf".utf8) + [0xE9]
      + Array(" owner.</p></body></html>".utf8)
    let outcome = Outcome(bytes: page, name: "x.html")
    #expect(outcome.documents.first?.text.string == "Café owner.")
    #expect(outcome.codes == [])
    let utf8 = "<html><body><p>Café owner.</p></body></html>"
    #expect(Outcome(utf8, name: "x.html").documents.first?.text.string == "Café owner.")
  }

  @Test(arguments: [
    "<", "<p", "<p>a<p>b</div></span>", "&#0;&#xD800;&bogus;", "<![CDATA[x]]>",
    "<script>never ends",
    String(repeating: "<div>", count: 5000) + "deep", "<!-- open",
  ])
  func `broken pages never trap`(page: String) {
    let outcome = Outcome(page, name: "x.html")
    #expect(outcome.documents.count + outcome.codes.count >= 1)
  }

  @Test func `a page without text gives a warning`() {
    #expect(
      Outcome("<html><body><script>1</script></body></html>", name: "x.html").codes == ["RL1101"])
  }
}
