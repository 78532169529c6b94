/// The text of a page's article: paragraphs in order, separated by blank lines.
struct HTMLArticle {
  let text: String

  private static let blocks: Set<String> = [
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt",
    "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li",
    "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr",
    "ul",
  ]

  init(_ page: HTMLNode, signs: Set<String>) {
    let root = Self.articleElement(of: page)
    let boilerplate = HTMLBoilerplate(
      signs: signs, keepsHeaders: root.name == "article", totalLength: root.textLength)
    var collector = ParagraphCollector()
    Self.collect(root, isRoot: true, boilerplate: boilerplate, into: &collector)
    collector.endParagraph()
    text = collector.paragraphs.joined(separator: "\n\n")
  }

  /// The `article` element with most text, else `main`, else the page; an element with under a tenth of
  /// the page's text is a teaser, not the article.
  private static func articleElement(of page: HTMLNode) -> HTMLNode {
    var article = Candidate()
    var main = Candidate()
    page.visit { node in
      if node.name == "article" {
        article.consider(node)
      } else if node.name == "main" || node["role"] == "main" {
        main.consider(node)
      }
    }
    let total = page.textLength
    for candidate in [article, main] {
      if let node = candidate.node, candidate.length * 10 >= total { return node }
    }
    return page
  }

  /// The longest element of its kind so far.
  private struct Candidate {
    var node: HTMLNode?
    var length = 0

    mutating func consider(_ other: HTMLNode) {
      let otherLength = other.textLength
      if otherLength > length { (node, length) = (other, otherLength) }
    }
  }

  private static func collect(
    _ node: HTMLNode, isRoot: Bool, boilerplate: HTMLBoilerplate,
    into collector: inout ParagraphCollector
  ) {
    if node.isText {
      collector.append(node.content)
      return
    }
    guard node.isElement, isRoot || !boilerplate.drops(node) else { return }
    let name = node.name
    if name == "br" {
      collector.breakLine()
      return
    }
    let isBlock = blocks.contains(name)
    if isBlock { collector.endParagraph() }
    for child in node.children {
      collect(child, isRoot: false, boilerplate: boilerplate, into: &collector)
    }
    if isBlock { collector.endParagraph() }
  }
}

/// Joins pieces of text to paragraphs, white space collapsed.
private struct ParagraphCollector {
  private(set) var paragraphs: [String] = []
  private var current = String.UnicodeScalarView()
  private var needsSpace = false
  private var breaks = 0

  mutating func append(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        needsSpace = true
        continue
      }
      if breaks > 1 { endParagraph() }
      if !current.isEmpty {
        if breaks == 1 { current.append("\n") } else if needsSpace { current.append(" ") }
      }
      breaks = 0
      needsSpace = false
      current.append(scalar)
    }
  }

  /// One break ends the line, two end the paragraph.
  mutating func breakLine() { breaks += 1 }

  mutating func endParagraph() {
    if !current.isEmpty { paragraphs.append(String(current)) }
    current = String.UnicodeScalarView()
    needsSpace = false
    breaks = 0
  }
}
