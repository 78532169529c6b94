/// A page as a flat list of its nodes in order, so that no step recurses.
///
/// The descendants of node `i` are the nodes from `i + 1` up to `nodes[i].end`.
struct PageTree {
  struct Node {
    /// Of the element, in lower case; "" for text.
    var name = ""
    var attributes: [String: String] = [:]
    /// Of text nodes.
    var text = ""
    /// Of the root -1.
    var parent = -1
    /// One past the last descendant.
    var end = 0

    var isText: Bool { name.isEmpty }
    subscript(attribute: String) -> String? { attributes[attribute] }
  }

  private(set) var nodes: [Node] = []
  /// Scripts that hold linked data, in order.
  private(set) var linkedData: [String] = []

  /// The page's tree, nil for what is no HTML.
  ///
  /// Without `encoding` the page's own declaration decides.
  init?(_ bytes: [UInt8], encoding: String?) {
    var open: [Int] = []
    var nodes: [Node] = []
    var data: [String] = []
    func close(to depth: Int) {
      while open.count > depth { nodes[open.removeLast()].end = nodes.count }
    }
    let isPage = HTMLTree.parse(bytes, encoding: encoding) { node, depth in
      close(to: depth)
      let parent = open.last ?? -1
      switch node {
      case .element(let name, let attributes):
        open.append(nodes.count)
        nodes.append(Node(name: name, attributes: attributes, parent: parent))
      case .text(let words):
        nodes.append(Node(text: words, parent: parent, end: nodes.count + 1))
      case .script(let words):
        if parent >= 0, nodes[parent]["type"]?.lowercased() == "application/ld+json" {
          data.append(words)
        }
      }
    }
    guard isPage, !nodes.isEmpty else { return nil }
    close(to: 0)
    (self.nodes, linkedData) = (nodes, data)
  }

  /// Whether one node is the other, or lies below it.
  func holds(_ outer: Int, _ inner: Int) -> Bool { outer <= inner && inner < nodes[outer].end }

  /// The nodes above one, nearest first.
  func ancestors(_ i: Int) -> some Sequence<Int> {
    sequence(state: nodes[i].parent) { next -> Int? in
      guard next >= 0 else { return nil }
      defer { next = nodes[next].parent }
      return next
    }
  }

  /// The elements right below one.
  func children(_ i: Int) -> some Sequence<Int> {
    sequence(state: i + 1) { next -> Int? in
      while next < nodes[i].end {
        defer { next = max(nodes[next].end, next + 1) }
        if !nodes[next].isText { return next }
      }
      return nil
    }
  }

  /// Whether a text begins or follows an element that is shown apart, as far as names of elements tell.
  private func isApart(_ text: Int) -> Bool {
    func isShownApart(_ i: Int) -> Bool {
      !["b", "i", "em", "strong", "sup", "sub", "font", "u", "mark", "wbr", "small", "q"]
        .contains(nodes[i].name)
    }
    guard text > 0 else { return false }
    if nodes[text].parent == text - 1 { return isShownApart(text - 1) }
    // The element that ended right before it.
    var before = text - 1
    while nodes[before].parent != nodes[text].parent, nodes[before].parent >= 0 {
      before = nodes[before].parent
    }
    return !nodes[before].isText && isShownApart(before)
  }

  /// The lines below a node that the page breaks by hand, white space collapsed.
  func lines(_ i: Int) -> [String] {
    var lines = [""]
    for inner in i..<max(nodes[i].end, i + 1) {
      if nodes[inner].isText {
        lines[lines.count - 1] += isApart(inner) ? " " + nodes[inner].text : nodes[inner].text
      } else if nodes[inner].name == "br" {
        lines.append("")
      }
    }
    return lines.compactMap(\.collapsedWords)
  }

  /// The words below a node, white space collapsed; nil if there are none.
  func words(_ i: Int) -> String? {
    var text = ""
    for inner in i..<max(nodes[i].end, i + 1) {
      if nodes[inner].isText {
        text += isApart(inner) ? " " + nodes[inner].text : nodes[inner].text
      } else if nodes[inner].name == "br" {
        text += " "
      }
    }
    return text.collapsedWords
  }
}
