/// Title, date and outlet as a page's head gives them.
struct HTMLMetadata {
  private(set) var title: String?
  /// ISO 8601.
  private(set) var published: String?
  private(set) var siteName: String?
  private(set) var author: String?
  private(set) var address: String?

  /// Author, outlet and address.
  var origin: DocumentOrigin { DocumentOrigin(author: author, outlet: siteName, address: address) }

  private static let authorKeys = [
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author",
    "byl",
  ]
  private static let titleKeys = ["og:title", "twitter:title", "dc.title", "headline"]
  private static let siteKeys = ["og:site_name", "application-name", "dc.publisher", "publisher"]
  private static let dateKeys = [
    "article:published_time", "og:published_time", "datepublished", "publication_date", "pubdate",
    "publishdate", "publish-date", "date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date", "dcterms.date", "sailthru.date", "parsely-pub-date", "article.published",
    "article:published",
  ]

  init(_ page: HTMLNode) {
    var meta: [String: String] = [:]
    var heading: String?
    var pageTitle: String?
    var time: String?
    var canonical: String?
    var data = LinkedData()
    page.visit { node in
      switch node.name {
      case "link":
        if node["rel"]?.lowercased() == "canonical" {
          canonical = canonical ?? node["href"]?.collapsedWords
        }
      case "script":
        if node["type"]?.lowercased() == "application/ld+json" { data.add(node.script) }
      case "meta":
        guard let content = node["content"]?.collapsedWords else { return }
        for attribute in ["property", "name", "itemprop"] {
          guard let key = node[attribute]?.lowercased() else { continue }
          meta[key] = meta[key] ?? content
        }
      case "h1": heading = heading ?? Self.text(of: node).collapsedWords
      case "title": pageTitle = pageTitle ?? Self.text(of: node).collapsedWords
      case "time": time = time ?? node["datetime"].flatMap(PublicationDate.normalized)
      default: return
      }
    }
    siteName = Self.siteKeys.lazy.compactMap { meta[$0] }.first ?? data.outlet
    author =
      data.author
      ?? Self.authorKeys.lazy.compactMap { meta[$0].flatMap(Self.person) }.first
    address = [canonical, meta["og:url"], data.address].lazy.compactMap { $0 }
      .first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    title =
      Self.titleKeys.lazy.compactMap { meta[$0] }.first ?? data.headline ?? heading
      ?? pageTitle.map { Self.withoutSite($0, site: siteName) }
    published =
      data.published.flatMap(PublicationDate.normalized)
      ?? Self.dateKeys.lazy.compactMap { meta[$0].flatMap(PublicationDate.normalized) }.first
      ?? time
  }

  /// "By Anna Kern" is Anna Kern; an address is nobody.
  private static func person(_ words: String) -> String? {
    guard !words.contains("://") else { return nil }
    let name = words.lowercased().hasPrefix("by ") ? String(words.dropFirst(3)) : words
    return name.isEmpty ? nil : name
  }

  /// "Headline | Outlet" without the outlet, if that is the site's name.
  private static func withoutSite(_ title: String, site: String?) -> String {
    guard let site else { return title }
    for separator in [" | ", " - ", " – ", " — ", " : "] where title.hasSuffix(separator + site) {
      return String(title.dropLast(separator.count + site.count))
    }
    return title
  }

  private static func text(of node: HTMLNode) -> String {
    var text = ""
    node.visit { if $0.isText { text += $0.content } }
    return text
  }
}
