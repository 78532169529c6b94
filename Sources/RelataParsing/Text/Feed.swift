import RelataReading

/// Reads RSS and Atom: a document for each item.
enum Feed {
  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsingReport {
    guard let tree = XMLTree(bytes), let root = tree.root,
      ["rss", "feed", "RDF"].contains(root.name)
    else { throw ParsingProblem(.unknown, "it is XML, but no RSS or Atom feed") }
    return withExtendedLifetime(tree) {
      let items = root.all("item") + root.all("entry")
      let outlet = words((root.first("channel") ?? root).elements("title").first)
      return ParsingReport(
        documents: items.enumerated().map { number, item in
          ParsedDocument(
            part: "item \(number + 1)", text: text(of: item),
            title: words(item.elements("title").first),
            published: ["pubDate", "published", "date", "updated"].lazy
              .compactMap { words(item.elements($0).first) }.first,
            origin: DocumentOrigin(
              author: words(item.elements("creator").first ?? item.elements("author").first),
              outlet: outlet, address: address(of: item)))
        })
    }
  }

  private static func address(of item: XMLNode) -> String? {
    let links = item.elements("link")
    let link = links.first { $0["rel"] == nil || $0["rel"] == "alternate" } ?? links.first
    return link.flatMap { $0["href"] ?? words($0) }
  }

  /// Titles and texts are marked up as HTML, escaped.
  private static func text(of item: XMLNode) -> String {
    let bodies = ["encoded", "content", "description", "summary"].compactMap {
      item.elements($0).first
    }
    guard let body = bodies.first(where: { !$0.text.isEmpty }) else { return "" }
    return marked(body)
  }

  private static func marked(_ node: XMLNode) -> String {
    guard node.children.allSatisfy(\.isText) else { return MarkedText(node).text }
    return MarkedText.text(ofHTML: node.text.utf8) ?? ""
  }

  private static func words(_ node: XMLNode?) -> String? {
    node.flatMap { BlockMark.removed(from: marked($0)).collapsedWords }
  }
}
