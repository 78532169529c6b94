import Foundation

/// Finds the passages of a page's story.
///
/// Passages give their weight to the elements around them, most to the nearest, so that the element whose
/// paragraphs hang together is the story's, and not the page's; its sideways neighbours join it where they
/// are prose too. The way of scoring goes back to the bookmarklet Readability (Arc90, 2009); linked data,
/// cards that lead to other stories and the headline's place come to it.
struct StoryFinder {
  let tree: PageTree
  let signs: ElementSigns
  let metadata: PageMetadata

  /// The passages of the story in order, furniture within them left out; none where the page has no story.
  func story() -> [Passage] {
    let hidden = PageSurroundings.hidden(in: tree)
    let rows = PageTables(tree: tree).dataRows(isHidden: hidden)
    let all = PassageReader.passages(of: tree, isHidden: hidden, rows: rows)
    guard !all.isEmpty else { return [] }
    let sums = Sums(tree: tree, all)
    let confirmed = confirmed(all)
    let surroundings = PageSurroundings(tree: tree, signs: signs, headline: metadata.headline)
    var marks = surroundings.marks(
      letters: sums.letters, linked: sums.linked, prose: sums.prose, confirmed: confirmed.nodes)
    markOtherStories(&marks, sums)
    let shown = PassageReader.passages(
      of: tree, isHidden: zip(hidden, marks).map { $0 || $1 }, rows: rows)
    let body = body(of: shown, all: all, confirmed: confirmed)
    guard let first = body.first else { return wholePage(all) }
    return StoryEdges(tree: tree, metadata: metadata).trimmed(lead(before: first, in: shown)) + body
  }

  /// All that a page of a few lines shows.
  private func wholePage(_ all: [Passage]) -> [Passage] {
    let letters = all.reduce(0) { $0 + $1.letters }
    let rest = all.filter { !isHeadline($0) }
    return letters < 500 && isStory(rest) ? rest : []
  }

  // MARK: Weights

  /// What stands below each node.
  private struct Sums {
    var letters: [Int]
    var linked: [Int]
    var prose: [Int]
    var sentences: [Int]

    init(tree: PageTree, _ passages: [Passage]) {
      let count = tree.nodes.count
      letters = [Int](repeating: 0, count: count)
      linked = letters
      prose = letters
      sentences = letters
      for passage in passages {
        letters[passage.block] += passage.letters
        linked[passage.block] += passage.linked
        if passage.isProse { prose[passage.block] += passage.letters }
        if passage.isSentence { sentences[passage.block] += passage.letters }
      }
      for i in tree.nodes.indices.reversed() where tree.nodes[i].parent >= 0 {
        letters[tree.nodes[i].parent] += letters[i]
        linked[tree.nodes[i].parent] += linked[i]
        prose[tree.nodes[i].parent] += prose[i]
        sentences[tree.nodes[i].parent] += sentences[i]
      }
    }
  }

  private func weight(_ passage: Passage) -> Double {
    // What begins with a link is told elsewhere.
    guard passage.letters >= 25, passage.linkShare < 0.5, !passage.startsWithLink else { return 0 }
    let commas = passage.text.unicodeScalars.count { $0 == "," || $0 == "，" || $0 == "、" }
    return (1 + Double(min(commas, 10)) + min(Double(passage.letters) / 100, 3))
      * (1 - passage.linkShare)
  }

  /// The element in which the paragraphs hang together, with its prose neighbours.
  private func body(
    of shown: [Passage], all: [Passage], confirmed: (nodes: [Bool], passages: Set<Int>)
  ) -> [Passage] {
    var scores: [Int: Double] = [:]
    for passage in shown {
      let weight = weight(passage)
      guard weight > 0 else { continue }
      let isWhole = ["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "dd", "dt", "tr"]
        .contains(tree.nodes[passage.block].name)
      let chain = (isWhole ? [] : [passage.block]) + Array(tree.ancestors(passage.block).prefix(5))
      for (level, node) in chain.prefix(5).enumerated() {
        let share = level == 0 ? 1 : level == 1 ? 0.5 : 1 / Double(level * 3)
        scores[node, default: initial(node)] += weight * share
      }
    }
    let kept = confirmed.passages.isEmpty ? nil : common(confirmed.passages.map { all[$0].block })
    guard let top = kept ?? scores.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key
    else { return [] }
    let included = kept.map { [$0] } ?? included(around: top, scores, shown)
    let found = shown.filter { passage in
      included.contains { tree.holds($0, passage.block) } && !isHeadline(passage)
        && (kept == nil || !passage.isProse || passage.kind != .paragraph
          || confirmed.nodes[passage.block])
    }
    let story = StoryEdges(tree: tree, metadata: metadata).trimmed(found)
    return isStory(story) ? story : []
  }

  private func initial(_ node: Int) -> Double {
    var score =
      switch tree.nodes[node].name {
      case "article", "main": 10.0
      case "div", "section": 5.0
      case "pre", "td", "blockquote": 3.0
      case "form", "ol", "ul", "dl", "address": -3.0
      default: 0.0
      }
    if signs[node].contains(.story) { score += 10 }
    if tree.nodes[node]["itemprop"]?.lowercased() == "articlebody" { score += 40 }
    return score
  }

  /// The element with those beside it that belong to it, and beside the elements around it while these hold as
  /// much again.
  private func included(
    around top: Int, _ scores: [Int: Double], _ shown: [Passage]
  ) -> [Int] {
    let sums = Sums(tree: tree, shown)
    var included = [top]
    var node = top
    while true {
      let parent = tree.nodes[node].parent
      guard parent >= 0 else { break }
      included += neighbours(of: node, least: node == top ? 10 : 0, scores, sums)
      let siblings = tree.children(parent).filter { $0 != node && scores[$0] != nil }
      guard tree.nodes[parent].name != "body", tree.nodes[parent].name != "html",
        siblings.isEmpty || (scores[parent] ?? 0) > (scores[node] ?? 0)
      else { break }
      node = parent
    }
    return included
  }

  /// Elements beside one that are alike and full of prose, or paragraphs; headings and captions between them.
  private func neighbours(
    of node: Int, least: Double, _ scores: [Int: Double], _ sums: Sums
  ) -> [Int] {
    let best = scores[node] ?? 0
    let name = tree.nodes[node]["class"] ?? ""
    let siblings = Array(tree.children(tree.nodes[node].parent))
    let full = siblings.filter { sibling in
      guard sibling != node, sums.letters[sibling] > 0 else { return false }
      let other = tree.nodes[sibling]
      let isAlike = !name.isEmpty && other["class"] == name
      let score = (scores[sibling] ?? 0) + (isAlike ? best * 0.2 : 0)
      if ["p", "blockquote"].contains(other.name),
        max(sums.prose[sibling], sums.sentences[sibling]) * 2 > sums.letters[sibling]
      {
        return true
      }
      return score >= max(least, best * 0.2)
        && sums.prose[sibling] * 3 > sums.letters[sibling] * 2
    }
    let members = full + [node]
    guard let first = members.min(), let last = members.max() else { return full }
    let between = siblings.filter {
      first < $0 && $0 < last && !members.contains($0) && sums.letters[$0] < 300
        && sums.linked[$0] * 4 < sums.letters[$0]
    }
    return full + between
  }

  private func common(_ blocks: [Int]) -> Int? {
    guard let first = blocks.min(), let last = blocks.max() else { return nil }
    return ([first] + Array(tree.ancestors(first))).first { tree.holds($0, last) }
  }

  // MARK: What the page says itself

  /// Passages that the linked data give as text of the story, if these are most of it.
  private func confirmed(_ all: [Passage]) -> (nodes: [Bool], passages: Set<Int>) {
    var nodes = [Bool](repeating: false, count: tree.nodes.count)
    guard let body = metadata.body, body.count > 300 else { return (nodes, []) }
    let words = Self.folded(body)
    var found: Set<Int> = []
    var letters = 0
    for (i, passage) in all.prefix(4000).enumerated() where passage.letters >= 40 {
      let start = Self.folded(String(passage.text.prefix(160)))
      guard words.contains(start) else { continue }
      found.insert(i)
      letters += passage.letters
    }
    guard letters * 10 > words.count * 8 else { return (nodes, []) }
    for i in found {
      for node in [all[i].block] + Array(tree.ancestors(all[i].block)) { nodes[node] = true }
    }
    return (nodes, found)
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Stories that follow on the same page: elements behind the headline with a headline, and a byline or a day, of
  /// their own.
  private func markOtherStories(_ marks: inout [Bool], _ sums: Sums) {
    guard let headline = metadata.headline, metadata.isSureOfHeadline else { return }
    let headlines = NodeCount(tree) { tree.nodes[$0].name == "h1" }
    let bylines = NodeCount(tree) { i in
      let node = tree.nodes[i]
      return node.name == "time" || signs[i].contains(.byline)
        || node.isText && node.text.lowercased().split(whereSeparator: \.isWhitespace).first == "by"
    }
    var i = headline + 1
    while i < tree.nodes.count {
      let node = tree.nodes[i]
      guard PassageReader.isBlock(node.name), !marks[i], sums.prose[i] > 150,
        headlines.below(i) > 0, bylines.below(i) > 0
      else {
        i += 1
        continue
      }
      for inner in i..<node.end { marks[inner] = true }
      i = node.end
    }
  }

  private func isHeadline(_ passage: Passage) -> Bool {
    if let headline = metadata.headline, tree.holds(headline, passage.nodes.lowerBound) {
      return true
    }
    return passage.kind == .heading
      && metadata.title.map { Self.folded($0) == Self.folded(passage.text) } == true
  }

  // MARK: Edges

  /// Standfirst and the caption of the picture between headline and story.
  private func lead(before first: Passage, in shown: [Passage]) -> [Passage] {
    guard let headline = metadata.headline, headline < first.nodes.lowerBound else { return [] }
    return shown.filter { passage in
      passage.nodes.lowerBound >= tree.nodes[headline].end
        && passage.nodes.upperBound <= first.nodes.lowerBound && passage.linkShare < 0.3
        && !isHeadline(passage) && isLead(passage)
    }
  }

  private func isLead(_ passage: Passage) -> Bool {
    if passage.kind == .caption { return passage.letters >= 25 }
    let isSigned = ([passage.block] + Array(tree.ancestors(passage.block).prefix(2))).contains {
      signs[$0].contains(.lead)
    }
    let isItem = passage.kind == .item && passage.letters >= 50
    return passage.letters >= 25 && (isSigned || passage.isProse || isItem)
  }

  /// Whether the passages are a story: sentences, and not the words of a wall.
  private func isStory(_ found: [Passage]) -> Bool {
    !found.isEmpty && !PageWalls.isWall(found.map(\.text), title: metadata.title)
  }
}
