import Foundation

/// Finds the printed headline of a page, and takes the outlet's name from titles.
struct PageHeadline {
  let tree: PageTree
  let signs: ElementSigns

  /// The heading that says what the page's titles say; else the first `h1` of some words.
  ///
  /// `titles` is what the page calls itself, the surest first; sure is a heading that says one of them.
  func element(like titles: [String]) -> (node: Int?, isSure: Bool) {
    let wanted = titles.map { Set(Self.words($0)) }.filter { !$0.isEmpty }
    let parts = Set(titles.flatMap(Self.parts).map { Self.words($0).joined(separator: " ") })
    var best: (node: Int, likeness: Double)?
    var first: Int?
    var printed: Int?
    for (i, node) in tree.nodes.enumerated() {
      let isHeading = PageSurroundings.headings.contains(node.name) && node.name < "h5"
      if !isHeading, !node.isText, best == nil, node.end - i < 16, let text = tree.words(i),
        text.count < 200
      {
        let words = Self.words(text)
        if words.count > 2, parts.contains(words.joined(separator: " ")) { printed = printed ?? i }
      }
      guard isHeading || node["itemprop"]?.lowercased() == "headline" || isCalledTitle(node),
        node.end - i < 200,
        let text = tree.words(i), text.count < 400, !isInSurroundings(i)
      else { continue }
      let words = Self.words(text)
      if node.name == "h1", words.count > 1 { first = first ?? i }
      guard words.count > 1 else { continue }
      // A longer heading of the same words is the printed one; of equal ones the first.
      let likeness =
        wanted.map { Self.likeness(Set(words), $0) }.max() ?? 0
      let bonus = node.name == "h1" ? 0.02 : 0
      if likeness >= 0.5, likeness + bonus > (best?.likeness ?? 0) + 0.001 {
        best = (i, likeness + bonus)
      }
    }
    return (best?.node ?? printed ?? first, best != nil || printed != nil)
  }

  private func isCalledTitle(_ node: PageTree.Node) -> Bool {
    guard ["div", "span", "p", "td", "font", "b"].contains(node.name) else { return false }
    let names = "\(node["class"] ?? "") \(node["id"] ?? "")".lowercased()
    return names.contains("headline") || names.contains("title")
  }

  /// Headings of cards, menus and columns are no headlines.
  private func isInSurroundings(_ i: Int) -> Bool {
    tree.ancestors(i).prefix(8).contains {
      ["nav", "aside", "footer", "a", "li"].contains(tree.nodes[$0].name)
        || signs[$0].contains(.aside)
          && !["body", "main", "html"].contains(tree.nodes[$0].name)
    }
  }

  private static func likeness(_ one: Set<String>, _ other: Set<String>) -> Double {
    let common = Double(one.intersection(other).count)
    return common / Double(min(one.count, other.count)) * 0.9
      + common / Double(max(one.count, other.count)) * 0.1
  }

  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The printed headline where it is like a given title, else the first title, without the outlet.
  func title(given: [String], shown: String?, outlet: String?) -> String? {
    if let shown, given.isEmpty || isLike(shown, given) { return Self.withoutOutlet(shown, outlet) }
    if let first = given.first { return Self.withoutOutlet(first, outlet) }
    return shown
  }

  private func isLike(_ shown: String, _ given: [String]) -> Bool {
    let words = Set(Self.words(shown))
    return given.contains { Self.likeness(words, Set(Self.words($0))) >= 0.5 }
  }

  /// The pieces of "Outlet - Headline - Section".
  private static func parts(_ title: String) -> [String] {
    var parts = [title]
    for separator in separators { parts = parts.flatMap { $0.components(separatedBy: separator) } }
    return parts.count > 1 ? parts.compactMap(\.collapsedWords) : []
  }

  private static let separators = [
    " | ", " - ", " – ", " — ", " :: ", " : ", ": ", " » ", " · ", " • ",
  ]

  /// "Headline | Outlet" without the outlet, and "Outlet: Headline".
  static func withoutOutlet(_ title: String, _ outlet: String?) -> String {
    guard let outlet else { return title }
    let name = words(outlet)
    for separator in separators {
      let parts = title.components(separatedBy: separator)
      guard parts.count > 1, let last = parts.last, let first = parts.first else { continue }
      if isName(words(last), name) {
        return withoutOutlet(parts.dropLast().joined(separator: separator), outlet)
      }
      if isName(words(first), name) { return parts.dropFirst().joined(separator: separator) }
    }
    return title
  }

  private static func isName(_ words: [String], _ name: [String]) -> Bool {
    let (short, long) = (Set(words).subtracting(["the"]), Set(name).subtracting(["the"]))
    return !short.isEmpty && (short.isSubset(of: long) || long.isSubset(of: short))
      && short.count <= long.count + 2
  }

  /// "The Courier" of "Minister quits | The Courier", where the rest is the headline.
  func outlet(of pageTitle: String, title: String?) -> String? {
    guard let title, title != pageTitle else { return nil }
    let wanted = Set(Self.words(title))
    for separator in Self.separators {
      let parts = pageTitle.components(separatedBy: separator).compactMap(\.collapsedWords)
      guard parts.count > 1 else { continue }
      let others = parts.filter { Self.likeness(Set(Self.words($0)), wanted) < 0.5 }
      guard others.count < parts.count, let outlet = others.last, outlet.count < 60 else {
        continue
      }
      return outlet
    }
    return nil
  }
}
