/// Title, date and outlet as a page's head gives them.
struct HTMLMetadata {
  private(set) var title: String?
  /// ISO 8601.
  private(set) var published: String?
  private(set) var siteName: String?

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
    page.visit { node in
      switch node.name {
      case "meta":
        guard let content = Self.words(node["content"] ?? "") else { return }
        for attribute in ["property", "name", "itemprop"] {
          guard let key = node[attribute]?.lowercased() else { continue }
          meta[key] = meta[key] ?? content
        }
      case "h1": heading = heading ?? Self.words(Self.text(of: node))
      case "title": pageTitle = pageTitle ?? Self.words(Self.text(of: node))
      case "time": time = time ?? node["datetime"].flatMap(PublicationDate.normalized)
      default: return
      }
    }
    siteName = Self.siteKeys.lazy.compactMap { meta[$0] }.first
    title =
      Self.titleKeys.lazy.compactMap { meta[$0] }.first ?? heading
      ?? pageTitle.map { Self.withoutSite($0, site: siteName) }
    published =
      Self.dateKeys.lazy.compactMap { meta[$0].flatMap(PublicationDate.normalized) }.first ?? time
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

  private static func words(_ string: String) -> String? {
    let words = string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }
}
