/// Which elements of a page are not its story: what is not shown, and what surrounds it.
struct PageSurroundings {
  private static let invisible: Set<String> = [
    "script", "style", "noscript", "template", "title", "svg", "math", "iframe", "object", "embed",
    "canvas", "audio", "video", "map", "link", "meta", "del", "s", "strike",
  ]
  private static let controls: Set<String> = [
    "button", "select", "input", "textarea", "option", "label", "fieldset",
  ]
  private static let around: Set<String> = ["nav", "aside", "footer", "form", "dialog", "menu"]
  private static let roles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog",
    "toolbar", "menu", "menubar", "tablist",
  ]

  let tree: PageTree
  let signs: ElementSigns
  /// The element of the headline, where one is found.
  let headline: Int?
  private let controls: NodeCount

  init(tree: PageTree, signs: ElementSigns, headline: Int?) {
    (self.tree, self.signs, self.headline) = (tree, signs, headline)
    controls = NodeCount(tree) {
      ["input", "select", "textarea", "button"].contains(tree.nodes[$0].name)
        && tree.nodes[$0]["type"]?.lowercased() != "hidden"
    }
  }

  /// Of each node whether it is never shown.
  static func hidden(in tree: PageTree) -> [Bool] {
    tree.nodes.enumerated().map { i, node in
      if node.isText { return false }
      if invisible.contains(node.name) || node["hidden"] != nil { return true }
      if isNoteMark(i, in: tree) { return true }
      guard let style = node["style"]?.lowercased().filter({ $0 != " " }) else { return false }
      return style.contains("display:none") || style.contains("visibility:hidden")
    }
  }

  /// "general¹": a raised number, or a link to a note, is no part of the word before it.
  private static func isNoteMark(_ i: Int, in tree: PageTree) -> Bool {
    let node = tree.nodes[i]
    let isAnchor =
      node.name == "a" && node["href"]?.hasPrefix("#") == true && node["href"] != "#"
    guard node.name == "sup" || isAnchor, node.end - i < 8, let words = tree.words(i),
      words.count < 6
    else { return false }
    // "10⁶", "m²": a number is no note.
    let before = i > 0 && tree.nodes[i - 1].isText ? tree.nodes[i - 1].text : ""
    let isBehindWord = before.suffix(3).allSatisfy { $0.isLetter || $0.isPunctuation }
    let isLink = isAnchor || (i..<node.end).contains { tree.nodes[$0].name == "a" }
    guard isLink || before.count > 2 && isBehindWord else { return false }
    let mark = words.filter { !"[]()".contains($0) }
    return !mark.isEmpty && (mark.allSatisfy(\.isNumber) || mark.allSatisfy { "*†‡§".contains($0) })
      && !(isAnchor && node["class"]?.contains("page") == true)
  }

  /// Of each node whether it is none of the story; what lies below such a node is marked too.
  ///
  /// For each node is given how many letters of passages stand below it, how many of these in links and in
  /// sentences, and whether the page's linked data give it as text of the story.
  func marks(
    letters: [Int], linked: [Int], prose: [Int], confirmed: [Bool]
  ) -> [Bool] {
    var marks = [Bool](repeating: false, count: tree.nodes.count)
    var i = 0
    let total = max(prose.first ?? 0, 1)
    let cards = teasers(letters, prose)
    while i < tree.nodes.count {
      let node = tree.nodes[i]
      guard !node.isText, node.name != "body", node.name != "html",
        headline.map({ !tree.holds(i, $0) }) ?? (prose[i] * 10 < total * 9), !confirmed[i],
        cards.contains(i)
          || isAround(i, letters: letters[i], linked: linked[i], prose: prose[i], of: total)
      else {
        i += 1
        continue
      }
      for inner in i..<node.end { marks[inner] = true }
      i = node.end
    }
    return marks
  }

  private func isAround(
    _ i: Int, letters: Int, linked: Int, prose: Int, of total: Int
  ) -> Bool {
    let node = tree.nodes[i]
    if Self.controls.contains(node.name) { return node.name != "label" || letters < 200 }
    let kinds = signs[i]
    // A fact box or a standfirst may stand in an aside, and be called a teaser.
    let isKept =
      kinds.contains(.keep) || kinds.contains(.lead) && linked == 0 && prose < 700 && prose > 0
    if isKept, node.name != "form", node.name != "nav" { return false }
    if Self.around.contains(node.name) { return !(node.name == "form" && prose * 4 > total) }
    if node["aria-hidden"]?.lowercased() == "true" { return prose * 4 <= total }
    if let role = node["role"]?.lowercased(), Self.roles.contains(role) { return true }
    // As LibreOffice writes the heads and feet of pages.
    if node.name == "div", let title = node["title"], ["header", "footer"].contains(title) {
      return true
    }
    let isList = node.name == "ul" || node.name == "ol"
    if isList, letters > 0, linked * 10 >= letters * 9 { return true }
    guard PassageReader.isBlock(node.name) || ["a", "span", "figure"].contains(node.name)
    else { return false }
    if node.name == "main" { return false }
    if kinds.contains(.aside) { return true }
    guard kinds.contains(.perhaps) else { return false }
    let isStory =
      (prose >= 250 || prose * 4 > total) && linked * 4 < letters && controls.below(i) == 0
    return !isStory
  }

  /// Cards: short pieces alike under one parent, each of which begins with a link to another page.
  private func teasers(_ letters: [Int], _ prose: [Int]) -> Set<Int> {
    let links = LeadingLinks(tree)
    var siblings: [String: (all: Int, leading: [Int])] = [:]
    for (i, node) in tree.nodes.enumerated()
    where ["article", "div", "li", "section", "td", "tr", "a", "figure", "p"].contains(node.name)
      && letters[i] > 15
    {
      let key = "\(node.parent) \(node.name) \(node["class"] ?? "")"
      siblings[key, default: (0, [])].all += 1
      if letters[i] < 700, links.leadAway(i) { siblings[key]?.leading.append(i) }
    }
    return siblings.values.reduce(into: []) { found, group in
      if group.leading.count > 2, group.leading.count * 5 >= group.all * 3 {
        found.formUnion(group.leading)
      }
    }
  }

  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
}
