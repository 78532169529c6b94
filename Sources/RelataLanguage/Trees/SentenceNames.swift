import RelataCore

/// The names of one sentence on its tree: which word belongs to which mention, and which word each hangs by.
///
/// Pronouns are left out, descriptions that were taken for names ("Iraqi police") are in. Building costs
/// O(words of all mentions), every query O(1).
package struct SentenceNames: Sendable {
  package let tree: SentenceTree
  /// The mentions with their heads, in the order they were given.
  package let names: [(mention: Mention, head: Int)]
  /// For each word the one of ``names`` that covers it.
  private let nameAt: [Int?]

  /// The names of a sentence on its tree.
  ///
  /// - Parameters:
  ///   - tree: Of the sentence.
  ///   - mentions: Those of the sentence, in order of the text; what reaches beyond the tree's words is left
  ///     out.
  package init(_ tree: SentenceTree, _ mentions: [Mention]) {
    let names = mentions.filter { $0.kind != .pronoun && $0.tokens.upperBound <= tree.count }
      .map { (mention: $0, head: Self.head(of: $0.tokens, in: tree)) }
    var nameAt = [Int?](repeating: nil, count: tree.count)
    // A name inside a longer one ("U.S." in "U.S. Senate") keeps its own words.
    let byLength = names.indices.sorted { a, b in
      let (first, second) = (names[a].mention.tokens, names[b].mention.tokens)
      if first.count != second.count { return first.count > second.count }
      return (first.lowerBound, a) < (second.lowerBound, b)
    }
    for n in byLength { for i in names[n].mention.tokens { nameAt[i] = n } }
    self.tree = tree
    self.names = names
    self.nameAt = nameAt
  }

  /// The first word of the range whose head lies outside it; the first of an empty one.
  package static func head(of range: Range<Int>, in tree: SentenceTree) -> Int {
    for i in range {
      guard let head = tree.head(i) else { return i }
      if !range.contains(head) { return i }
    }
    return range.lowerBound
  }

  /// The mention that covers a word, the innermost of several.
  package func mention(at token: Int) -> Mention? { nameAt[token].map { names[$0].mention } }

  /// The word by which the mention that covers a word hangs on the tree.
  package func head(ofMentionAt token: Int) -> Int? { nameAt[token].map { names[$0].head } }
}
