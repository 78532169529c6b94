import RelataCore

/// One sentence's dependency tree with its children indexed; a value made once per sentence.
///
/// Token indices are positions in `sentence.tokens`. Building is O(n), every query O(size of the answer).
package struct SentenceTree: Sendable {
  /// The sentence whose tokens are the nodes.
  package let sentence: Sentence
  private let childIndex: [[Int]]
  /// The last token without a head in the sentence; 0 for a sentence without tokens.
  package let root: Int

  /// The nodes in order of the text.
  package var tokens: [Token] { sentence.tokens }
  /// How many nodes there are.
  package var count: Int { sentence.tokens.count }

  /// A tree of the heads that the tokens give; a head outside the sentence, or of itself, makes a root.
  package init(_ sentence: Sentence) {
    self.sentence = sentence
    var children = [[Int]](repeating: [], count: sentence.tokens.count)
    var root = 0
    for (i, token) in sentence.tokens.enumerated() {
      if token.head >= 0, token.head < children.count, token.head != i {
        children[token.head].append(i)
      } else {
        root = i
      }
    }
    childIndex = children
    self.root = root
  }

  /// The token at a position; another position traps.
  package func token(_ i: Int) -> Token { sentence.tokens[i] }
  /// The dictionary form in lower case.
  package func lemma(_ i: Int) -> String { sentence.tokens[i].lemma.lowercased() }
  /// The word as written.
  package func form(_ i: Int) -> String { sentence.tokens[i].form }
  /// The position of the head, nil for a root.
  package func head(_ i: Int) -> Int? {
    let head = sentence.tokens[i].head
    return head >= 0 && head < count && head != i ? head : nil
  }

  /// The relation to the head without its subtype: `nsubj:pass` → `nsubj`.
  package func relation(_ i: Int) -> Substring {
    sentence.tokens[i].deprel.prefix { $0 != ":" }
  }
  /// The relation to the head with its subtype: `nsubj:pass`.
  package func deprel(_ i: Int) -> String { sentence.tokens[i].deprel }

  /// Children in order of the sentence.
  package func children(_ i: Int) -> [Int] { childIndex[i] }

  /// Children whose relation, with or without subtype, is one of the names.
  package func children(_ i: Int, _ names: String...) -> [Int] {
    childIndex[i].filter { child in
      names.contains { $0 == sentence.tokens[child].deprel || $0 == relation(child) }
    }
  }

  /// The preposition of a nominal: the lemmas of its case words, joined ("according to").
  package func preposition(_ i: Int) -> String {
    var words: [String] = []
    for child in childIndex[i] where deprel(child) == "case" {
      words.append(sentence.tokens[child].form.lowercased())
      words += children(child, "fixed").map { sentence.tokens[$0].form.lowercased() }
    }
    return words.joined(separator: " ")
  }

  /// Whether a role is given up: "stepped down as chairman", "was dismissed as minister".
  package func isGivenUp(_ i: Int) -> Bool {
    guard preposition(i) == "as", let verb = head(i) else { return false }
    return [
      "step", "resign", "retire", "quit", "remove", "dismiss", "fire", "sack", "oust", "depose",
      "replace",
      "suspend", "withdraw",
    ].contains(lemma(verb))
  }

  /// Whether a role is still to come: "president-elect", "minister-designate".
  package func isElect(_ i: Int) -> Bool {
    func isComing(_ word: Substring) -> Bool { ["elect", "designate"].contains(word.lowercased()) }
    if let last = form(i).split(separator: "-").dropFirst().last { return isComing(last) }
    return i + 2 < count && form(i + 1) == "-" && isComing(form(i + 2)[...])
      || i >= 2 && form(i - 1) == "-" && isComing(form(i)[...])
  }

  /// Whether a noun is the title of a name, or stands in apposition to it.
  package func describes(_ noun: Int, _ name: Int) -> Bool {
    if head(noun) == name {
      return ["nmod:desc", "appos", "compound", "amod", "flat"].contains(deprel(noun))
    }
    return head(name) == noun && ["appos", "flat", "nmod:desc"].contains(deprel(name))
  }

  /// All tokens of a subtree in order, `i` included.
  package func subtree(_ i: Int) -> [Int] { subtree(i) { _ in true } }

  /// The subtree without the branches that `keep` refuses.
  package func subtree(_ i: Int, where keep: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var stack = [i]
    while let next = stack.popLast() {
      found.append(next)
      stack += childIndex[next].filter(keep)
    }
    return found.sorted()
  }

  /// Heads from the parent of `i` up to the root.
  package func ancestors(_ i: Int) -> [Int] {
    var found: [Int] = []
    var current = head(i)
    while let next = current, found.count <= count {
      found.append(next)
      current = head(next)
    }
    return found
  }

  /// The words from one to another, both included: up to the lowest common head, then down.
  ///
  /// - Complexity: O(depth²).
  package func way(from start: Int, to goal: Int) -> [Int] {
    let up = [start] + ancestors(start)
    let down = [goal] + ancestors(goal)
    guard let meeting = up.firstIndex(where: down.contains),
      let end = down.firstIndex(of: up[meeting])
    else { return [start] }
    return up[...meeting] + down[..<end].reversed()
  }

  /// The span of the text from the first to the last of the tokens, nil if there is none.
  package func span(_ indices: [Int]) -> Span? {
    guard let first = indices.min(), let last = indices.max() else { return nil }
    return Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)
  }

  /// The words of a nominal: its subtree without relative clauses, appositions, coordination and punctuation at the edges.
  package func nominalSpan(_ i: Int) -> Span {
    let dropped: Set<Substring> = [
      "acl", "appos", "conj", "cc", "parataxis", "punct", "nsubj", "cop", "advcl", "case", "mark",
      "advmod", "dep", "list", "obl", "aux", "expl", "ccomp",
    ]
    let kept = subtree(i) { !dropped.contains(relation($0)) || isInsideName($0) }
    // A genitive's own "'s" belongs to the modifier and is wanted only inside the span.
    return span(kept) ?? sentence.tokens[i].span
  }

  /// The last word of a nominal's own phrase: its name and modifiers before a comma.
  package func nominalEnd(_ i: Int) -> Int? {
    subtree(i) { ["flat", "compound", "conj", "cc", "det", "amod", "case"].contains(relation($0)) }
      .max()
  }

  private func isInsideName(_ i: Int) -> Bool {
    relation(i) == "punct" && sentence.tokens[i].form == "-" || sentence.tokens[i].form == "'s"
  }
}
