import RelataCore

/// Gives a coordinated clause back the subject that a parser took for one more name of the clause before.
///
/// In "Kern heads Karst Bank and Weiss runs Bergbahn" a parser may join Weiss to Kern or to the bank, so that
/// "runs" has no subject. A finite verb without one, right behind a nominal that "and" joins to a word on the
/// other side of a verb, takes that nominal as its subject.
package struct ClauseRepair {
  private var sentence: Sentence

  /// The sentence with its clauses repaired; the same where nothing is to repair. O(n²) at worst.
  package static func repaired(_ sentence: Sentence) -> Sentence {
    var repair = ClauseRepair(sentence: sentence)
    repair.run()
    return repair.sentence
  }

  private mutating func run() {
    // Every repair changes the tree, so that the next one is read from the changed one.
    for verb in sentence.tokens.indices where isFinite(verb) {
      let tree = SentenceTree(sentence)
      guard let subject = strayedSubject(of: verb, in: tree) else { continue }
      attach(subject, to: verb, in: tree)
    }
  }

  private func isFinite(_ i: Int) -> Bool {
    let token = sentence.tokens[i]
    return token.upos == .verb && ["VBD", "VBZ", "VBP"].contains(token.xpos)
  }

  private func strayedSubject(of verb: Int, in tree: SentenceTree) -> Int? {
    guard verb > 2, tree.children(verb, "nsubj", "csubj", "expl", "cop", "aux").isEmpty,
      ["conj", "advcl", "parataxis", "ccomp", "dep", "root", "acl"].contains(tree.relation(verb)),
      tree.children(verb, "mark").isEmpty
    else { return nil }
    var last = verb - 1
    while last > 0, tree.token(last).upos == .adv, tree.head(last) == verb { last -= 1 }
    // From the word before the verb up to the nominal that "and" joins to something before.
    var current = last
    while tree.relation(current) != "conj" {
      guard let head = tree.head(current), head < verb,
        ["flat", "compound", "nmod", "amod", "punct"].contains(tree.relation(current))
      else { return nil }
      current = head
    }
    guard let first = tree.head(current), first < current, isNominal(current, in: tree),
      isNominal(first, in: tree), let join = tree.children(current, "cc").first,
      tree.subtree(current).last == last,
      join == tree.subtree(current).first,
      hasVerb(before: join, otherThan: verb, joinedTo: first, in: tree)
    else { return nil }
    return current
  }

  private func isNominal(_ i: Int, in tree: SentenceTree) -> Bool {
    [.noun, .propn, .pron, .num].contains(tree.token(i).upos)
  }

  /// Whether the first of the two belongs to another verb, which stands before the "and": its subject or object.
  private func hasVerb(
    before join: Int, otherThan verb: Int, joinedTo first: Int, in tree: SentenceTree
  ) -> Bool {
    guard let clause = tree.ancestors(first).first(where: { tree.token($0).upos == .verb }) else {
      return false
    }
    return clause != verb && clause < join && !tree.ancestors(clause).contains(verb)
  }

  private mutating func attach(_ subject: Int, to verb: Int, in tree: SentenceTree) {
    guard let first = tree.head(subject),
      let clause = tree.ancestors(first).first(where: { tree.token($0).upos == .verb })
    else { return }
    for join in tree.children(subject, "cc") { sentence.tokens[join].head = verb }
    sentence.tokens[subject].head = verb
    sentence.tokens[subject].deprel =
      tree.children(verb, "aux:pass").isEmpty ? "nsubj" : "nsubj:pass"
    if tree.relation(verb) != "root" {
      sentence.tokens[verb].head = clause
      sentence.tokens[verb].deprel = "conj"
    }
  }
}
