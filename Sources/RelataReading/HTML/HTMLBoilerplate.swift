/// Tells which elements of a page are not the article.
struct HTMLBoilerplate {
  static let invisible: Set<String> = [
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed",
    "canvas", "audio", "video", "map", "link", "meta",
  ]
  private static let surroundings: Set<String> = [
    "nav", "aside", "footer", "form", "button", "select", "input", "textarea", "dialog", "menu",
  ]
  private static let roles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog",
    "toolbar", "menu", "menubar",
  ]

  let signs: Set<String>
  /// Whether `header` elements are part of the article.
  let keepsHeaders: Bool
  /// Text length of the whole article element; a block with most of it is never dropped for its class.
  let totalLength: Int

  func drops(_ node: HTMLNode) -> Bool {
    let name = node.name
    if Self.invisible.contains(name) || Self.surroundings.contains(name) { return true }
    if name == "header", !keepsHeaders { return true }
    if node["hidden"] != nil || node["aria-hidden"]?.lowercased() == "true" { return true }
    if let style = node["style"]?.lowercased().filter({ $0 != " " }), style.contains("display:none")
    {
      return true
    }
    if let role = node["role"]?.lowercased(), Self.roles.contains(role) { return true }
    if hasSign(node), node.textLength * 2 < totalLength { return true }
    return (name == "ul" || name == "ol") && isLinkList(node)
  }

  /// Whether a class or the id is a sign, or has one among its parts: "article-related_links".
  private func hasSign(_ node: HTMLNode) -> Bool {
    let names = "\(node["class"] ?? "") \(node["id"] ?? "")".lowercased()
    return names.split(whereSeparator: \.isWhitespace).contains { name in
      signs.contains(String(name))
        || name.split(whereSeparator: { $0 == "-" || $0 == "_" }).contains {
          signs.contains(String($0))
        }
    }
  }

  /// A list that is nothing but links leads to other pages.
  private func isLinkList(_ node: HTMLNode) -> Bool {
    var linked = 0
    node.visit { if $0.name == "a" { linked += $0.textLength } }
    let total = node.textLength
    return total > 0 && linked * 10 >= total * 9
  }
}
