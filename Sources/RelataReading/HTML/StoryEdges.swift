import Foundation
import RelataLanguage

/// What stands among the passages of a story and is none of it: labels, bylines, times, links, other stories.
struct StoryEdges {
  let tree: PageTree
  let metadata: PageMetadata
  var phrases = PagePhrases.standard

  /// The passages without them, in order.
  func trimmed(_ passages: [Passage]) -> [Passage] {
    var found = withoutOthers(passages)
    found = afterHeadline(found)
    let links = found.filter { $0.linkShare >= 0.8 }.count
    if links * 3 < found.count { found.removeAll { $0.linkShare >= 0.8 && $0.letters < 300 } }
    found = found.compactMap(withoutCredit)
    let firstProse = found.firstIndex { $0.isProse } ?? 0
    found = found.enumerated().filter { i, passage in
      !(i < firstProse && isByline(passage)) && !isTime(passage)
        && !phrases.isNotice(passage.text)
        && !(i + 5 >= found.count && i > 0 && isBiography(passage))
    }.map(\.element)
    while found.count > 1, let last = found.last, last.kind == .heading { found.removeLast() }
    return found
  }

  /// Labels before the headline go; where much stands before it, it is not the headline of all that.
  private func afterHeadline(_ passages: [Passage]) -> [Passage] {
    guard let headline = metadata.headline else { return passages }
    let before = passages.filter {
      $0.nodes.lowerBound < headline && !tree.holds(headline, $0.block)
    }
    let letters = before.reduce(0) { $0 + $1.letters }
    guard letters * 5 < passages.reduce(0, { $0 + $1.letters }) else { return passages }
    return passages.filter { $0.nodes.upperBound > headline }
  }

  /// "More obituaries", "You may also like", "12 comments": what follows in the same element goes with it.
  ///
  /// Among the paragraphs of the story only the links and cards right behind the heading do; behind what opens the
  /// readers' words, everything.
  private func withoutOthers(_ passages: [Passage]) -> [Passage] {
    var dropped = IndexSet()
    for (i, passage) in passages.enumerated() {
      guard passage.kind == .heading || passage.letters < 60, passage.kind != .caption
      else { continue }
      let text = passage.text
      guard
        phrases.opensReaders(text) || phrases.opensOthers(text) || phrases.mayOpenOthers(text)
      else { continue }
      let (element, rest) = section(of: i, in: passages)
      guard element != nil else { continue }
      let following = rest.filter { $0 > i }
      let links = following.filter { isLinkOrLabel(passages[$0]) }.count
      if phrases.opensReaders(passage.text) {
        if passages[..<i].contains(where: \.isProse) {
          dropped.formUnion(IndexSet(following + [i]))
        }
      } else if phrases.opensOthers(passage.text)
        || phrases.mayOpenOthers(passage.text) && links > 1 && links * 5 >= following.count * 4
      {
        let isOwn = !rest.contains { $0 < i && passages[$0].isProse }
        let gone = isOwn ? following : Array(following.prefix { isLinkOrLabel(passages[$0]) })
        let letters = gone.reduce(0) { $0 + passages[$1].letters }
        let before = passages[..<i].reduce(0) { $0 + $1.letters }
        guard letters <= max(before, 400) || links * 2 >= following.count else { continue }
        dropped.formUnion(IndexSet(gone + [i]))
      }
    }
    return passages.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  private func isLinkOrLabel(_ passage: Passage) -> Bool {
    passage.linkShare > 0.3 || passage.startsWithLink || !passage.isProse
  }

  /// The nearest element around a heading that holds more than it, and the passages in it.
  private func section(of i: Int, in passages: [Passage]) -> (element: Int?, passages: [Int]) {
    for node in tree.ancestors(passages[i].block).prefix(20) {
      let inner = passages.indices.filter { $0 != i && tree.holds(node, passages[$0].block) }
      if inner.contains(where: { $0 > i }) { return (node, inner) }
    }
    return (nil, [])
  }

  /// "By Anna Kern", "Published 2 May 2023 | 4 comments": before the first sentence.
  private func isByline(_ passage: Passage) -> Bool {
    guard passage.letters < 140, passage.kind != .caption else { return false }
    let lower = passage.text.lowercased()
    return ["by ", "by: ", "published", "posted", "updated", "last updated", "words by", "from "]
      .contains { lower.hasPrefix($0) }
      || PageByline.day(in: passage.text) != nil && passage.letters < 60
  }

  /// "Anna Kern has reported from Oslo since 2004." at the end.
  private func isBiography(_ passage: Passage) -> Bool {
    guard passage.letters < 350, let authors = metadata.author else { return false }
    return authors.components(separatedBy: ", ").contains { author in
      author.contains(" ") && passage.text.lowercased().hasPrefix(author.lowercased() + " ")
    }
  }

  /// "4.31pm BST": the hour of an entry, and nothing else.
  private func isTime(_ passage: Passage) -> Bool {
    guard passage.letters < 30, passage.text.contains(where: \.isNumber), passage.kind != .row
    else {
      return false
    }
    let words = passage.text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.allSatisfy { word in
      let letters = word.drop { $0.isNumber }
      return letters.isEmpty || phrases.isClock(String(letters))
        || CalendarWords.month(String(letters)) != nil
    }
  }

  /// A caption without who took the picture: "Kern in Oslo (Anna Lund/The Post)".
  private func withoutCredit(_ passage: Passage) -> Passage? {
    guard passage.kind == .caption, passage.text.hasSuffix(")"),
      let open = passage.text.lastIndex(of: "(")
    else { return passage }
    let inside = passage.text[open...].lowercased()
    guard inside.contains("/") || inside.contains("photo") || inside.contains(" via "),
      inside.count < 80
    else { return passage }
    guard let words = String(passage.text[..<open]).collapsedWords else { return nil }
    var shorter = passage
    shorter.text = words
    return shorter
  }
}
