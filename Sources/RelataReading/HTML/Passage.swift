/// A paragraph of a page as it is shown: words with no block border between them.
struct Passage {
  enum Kind { case heading, paragraph, item, row, quotation, caption }

  /// Lines are ended by line breaks of the page.
  var text: String
  var kind: Kind
  /// The first and one past the last node of its words.
  var nodes: Range<Int>
  /// The element whose block it is.
  var block: Int
  /// Letters and digits of its words, and of those that are links.
  var letters: Int
  var linked: Int
  /// Whether its first words are a link of some length.
  var startsWithLink = false

  /// Share of the letters that are links.
  var linkShare: Double { letters == 0 ? 0 : Double(linked) / Double(letters) }
  /// Whether it is a sentence, if a short one.
  var isSentence: Bool {
    letters >= 20 && linkShare < 0.3 && text.last.map { ".!?…”\"'’".contains($0) } == true
  }
  /// Whether it reads like a sentence rather than a label.
  var isProse: Bool {
    letters >= 60 && linkShare < 0.5
      && text.unicodeScalars.contains { ".!?…。".unicodeScalars.contains($0) }
  }
}

/// The passages of a page, in order; what is never shown is left out.
struct PassageReader {
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "option",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  /// Elements of a page's own making ("story-body") are blocks too.
  static func isBlock(_ name: String) -> Bool { blocks.contains(name) || name.contains("-") }

  private let tree: PageTree
  private let isHidden: [Bool]
  private let rows: Set<Int>
  private var found: [Passage] = []
  private var words = String.UnicodeScalarView()
  private var needsSpace = false
  private var breaks = 0
  private var first = 0
  private var letters = 0
  private var linked = 0
  /// Letters of the link that the passage begins with.
  private var leading = 0
  private var isLeading = false

  /// All that are shown: of each node `isHidden` says whether it is not, and `rows` are table rows that are one
  /// passage each, their cells apart.
  static func passages(of tree: PageTree, isHidden: [Bool], rows: Set<Int>) -> [Passage] {
    var reader = PassageReader(tree: tree, isHidden: isHidden, rows: rows)
    reader.read()
    return reader.found
  }

  private init(tree: PageTree, isHidden: [Bool], rows: Set<Int>) {
    (self.tree, self.isHidden, self.rows) = (tree, isHidden, rows)
  }

  private mutating func read() {
    // The open elements with their ends: what is a block, a link, a row.
    var open: [(node: Int, isBlock: Bool, isLink: Bool)] = []
    var block = 0
    var links = 0
    var row: Int?
    var i = 0
    while i < tree.nodes.count {
      while let last = open.last, tree.nodes[last.node].end <= i {
        open.removeLast()
        if last.isLink { links -= 1 }
        guard last.isBlock else { continue }
        if row == last.node { row = nil }
        if row == nil { end(block, at: i) }
        block = open.last { $0.isBlock }?.node ?? 0
      }
      let node = tree.nodes[i]
      if isHidden[i] {
        i = max(node.end, i + 1)
        continue
      }
      if node.isText {
        append(node.text, at: i, isLink: links > 0)
      } else if node.name == "br" {
        if row == nil { breakLine(block, at: i) } else { needsSpace = true }
      } else {
        let isBlock = Self.isBlock(node.name)
        if isBlock {
          if row == nil {
            end(block, at: i)
            block = i
            if rows.contains(i) { row = i }
          } else if node.name == "td" || node.name == "th", !words.isEmpty {
            words.append(contentsOf: " |".unicodeScalars)
            needsSpace = true
          } else {
            needsSpace = true
          }
        }
        let isLink = node.name == "a" && Self.isAway(node)
        open.append((i, isBlock, isLink))
        if isLink { links += 1 }
      }
      i += 1
    }
    end(block, at: tree.nodes.count)
  }

  /// Whether a link leads from the page, or may do so; "#note-3" stays on it.
  static func isAway(_ link: PageTree.Node) -> Bool {
    guard let target = link["href"] else { return false }
    return !target.hasPrefix("#") || target == "#"
  }

  private mutating func append(_ text: String, at i: Int, isLink: Bool) {
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        needsSpace = true
        continue
      }
      if words.isEmpty {
        (first, isLeading) = (i, isLink)
      } else if breaks == 1 {
        words.append("\n")
      } else if needsSpace {
        words.append(" ")
      }
      breaks = 0
      needsSpace = false
      words.append(scalar)
      letters += 1
      if isLink { linked += 1 }
      if isLeading, isLink { leading += 1 } else { isLeading = false }
    }
  }

  /// One break ends the line, two end the passage.
  private mutating func breakLine(_ block: Int, at i: Int) {
    breaks += 1
    if breaks > 1, !words.isEmpty { end(block, at: i) }
  }

  private mutating func end(_ block: Int, at i: Int) {
    defer {
      words = String.UnicodeScalarView()
      (needsSpace, breaks, letters, linked, leading) = (false, 0, 0, 0, 0)
    }
    guard !words.isEmpty else { return }
    found.append(
      Passage(
        text: String(words), kind: kind(block), nodes: first..<i, block: block, letters: letters,
        linked: linked, startsWithLink: leading >= 15))
  }

  private func kind(_ block: Int) -> Passage.Kind {
    for node in [block] + Array(tree.ancestors(block).prefix(3)) {
      switch tree.nodes[node].name {
      case "h1", "h2", "h3", "h4", "h5", "h6": return .heading
      case "li", "dd", "dt": return .item
      case "tr": return rows.contains(node) ? .row : .paragraph
      case "blockquote", "q": return .quotation
      case "figcaption", "caption": return .caption
      case "p", "div", "span":
        if tree.nodes[node]["class"]?.lowercased().contains("caption") == true { return .caption }
      default: continue
      }
    }
    return .paragraph
  }
}
