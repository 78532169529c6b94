/// Which elements begin with a link to another page, or have a headline that is one.
struct LeadingLinks {
  private let tree: PageTree
  /// For each node the first text with words from it on, and the link that this text stands in.
  private var nextText: [Int]
  private var linkAround: [Int]
  private let headings: NodeCount
  private let headingLinks: NodeCount

  init(_ tree: PageTree) {
    self.tree = tree
    let count = tree.nodes.count
    var next = [Int](repeating: count, count: count + 1)
    var link = [Int](repeating: -1, count: count)
    var isUnderHeading = [Bool](repeating: false, count: count)
    for i in 0..<count {
      let node = tree.nodes[i]
      guard node.parent >= 0 else { continue }
      let isLink = node.name == "a" && PassageReader.isAway(node)
      link[i] = isLink ? i : link[node.parent]
      isUnderHeading[i] =
        isUnderHeading[node.parent] || PageSurroundings.headings.contains(node.name)
    }
    for i in (0..<count).reversed() {
      let hasWords = tree.nodes[i].isText && tree.nodes[i].text.contains { !$0.isWhitespace }
      next[i] = hasWords ? i : next[i + 1]
    }
    let headings = NodeCount(tree) { PageSurroundings.headings.contains(tree.nodes[$0].name) }
    headingLinks = NodeCount(tree) { i in
      link[i] == i && (isUnderHeading[i] || headings.below(i) > 0)
    }
    (nextText, linkAround, self.headings) = (next, link, headings)
  }

  func leadAway(_ i: Int) -> Bool {
    let first = nextText[i]
    guard first < tree.nodes[i].end else { return false }
    let link = linkAround[first]
    if link >= i { return (tree.words(link)?.count ?? 0) >= 20 }
    if headingLinks.below(i) > 0 { return true }
    // A link without words lies over all of it.
    return headings.below(i) > 0
      && tree.children(i).contains {
        linkAround[$0] == $0 && nextText[$0] >= tree.nodes[$0].end
      }
  }
}
