/// What a page says of its story: headline, day, authors, outlet, address.
///
/// Linked data and meta elements speak first; what the page shows (headlines, bylines, days) is read where they
/// are silent or name a desk, and decides which of their headlines is printed.
struct PageMetadata {
  private(set) var title: String?
  /// ISO 8601.
  private(set) var published: String?
  private(set) var outlet: String?
  private(set) var author: String?
  private(set) var address: String?
  /// The text of the story as linked data give it.
  private(set) var body: String?
  /// The element of the headline.
  private(set) var headline: Int?
  /// Whether the headline says what the page calls itself, rather than being its first heading.
  private(set) var isSureOfHeadline = false

  /// Author, outlet and address.
  var origin: DocumentOrigin { DocumentOrigin(author: author, outlet: outlet, address: address) }

  private static let authorKeys = [
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "citation_author",
  ]
  private static let titleKeys = ["og:title", "twitter:title", "dc.title", "headline"]
  private static let siteKeys = ["og:site_name", "application-name", "dc.publisher", "publisher"]
  private static let dateKeys = [
    "article:published_time", "og:published_time", "datepublished", "publication_date", "pubdate",
    "publishdate", "publish-date", "date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date", "dcterms.date", "sailthru.date", "parsely-pub-date", "article.published",
    "article:published", "created", "citation_publication_date",
  ]

  init(_ tree: PageTree, signs: ElementSigns) {
    var meta: [String: String] = [:]
    var pageTitle: String?
    var canonical: String?
    var data = LinkedData()
    for script in tree.linkedData { data.add(script) }
    for (i, node) in tree.nodes.enumerated() {
      switch node.name {
      case "link":
        if node["rel"]?.lowercased() == "canonical" {
          canonical = canonical ?? node["href"]?.collapsedWords
        }
      case "meta":
        guard let content = node["content"]?.collapsedWords else { continue }
        for attribute in ["property", "name", "itemprop"] {
          guard let key = node[attribute]?.lowercased() else { continue }
          meta[key] = meta[key] ?? content
        }
      case "title": pageTitle = pageTitle ?? tree.words(i)
      default: continue
      }
    }
    let site = Self.siteKeys.lazy.compactMap { meta[$0] }.first
    outlet = data.outlet ?? site
    body = data.body
    address = [canonical, meta["og:url"], data.address].lazy.compactMap { $0 }
      .first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    let given =
      [data.headline].compactMap { $0 } + Self.titleKeys.compactMap { meta[$0] }
      + [pageTitle].compactMap { $0 }
    let headlines = PageHeadline(tree: tree, signs: signs)
    (headline, isSureOfHeadline) = headlines.element(like: given)
    let shown = headline.flatMap { tree.words($0) }
    title = headlines.title(given: given, shown: shown, outlet: outlet ?? site)
    if outlet == nil, let pageTitle { outlet = headlines.outlet(of: pageTitle, title: title) }
    let byline = PageByline(tree: tree, signs: signs, headline: headline)
    let named =
      data.author
      ?? Self.authorKeys.lazy.compactMap { meta[$0].flatMap(PageByline.person) }.first
    let isNobody = named.map { PageByline.isDesk($0, outlet: outlet) } ?? true
    // The byline may name more of them.
    let isPart = named.map { byline.author?.contains($0) == true } ?? false
    author = isNobody || isPart ? byline.author : named
    published =
      data.published.flatMap(PublicationDate.normalized)
      ?? Self.dateKeys.lazy.compactMap { meta[$0].flatMap(PublicationDate.normalized) }.first
      ?? byline.day
  }
}
