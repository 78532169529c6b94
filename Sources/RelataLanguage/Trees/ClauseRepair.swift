import RelataCore

/// Mends what a parser often joins wrongly and the order of the words decides.
///
/// - In "Kern heads Karst Bank and Weiss runs Bergbahn" Weiss is joined to Kern or to the bank, so that "runs" has
///   no subject: a finite verb without one, right behind a nominal that "and" joins to a word on the other
///   side of a verb, takes that nominal as its subject.
/// - "Kern paid Vireo Capital" has two subjects, one behind the verb: that one is its object.
/// - "Kern's Oslo-based firm Bergbahn won": a genitive is the owner of the noun behind it, no subject.
/// - "Kern, of Oslo, and Weiss, a citizen of Spain, were charged": a description in the singular belongs to the
///   name right before it.
/// - "It is Karst, whose chairman sued him": what stands before "whose" is neither subject nor object of "sued".
/// - "Kern and Weiss own Bergbahn": an adjective with a subject and an object is a verb.
package struct ClauseRepair {
  private var sentence: Sentence
  /// Of the sentence as it is now.
  private var tree: SentenceTree

  private init(_ sentence: Sentence) {
    self.sentence = sentence
    tree = SentenceTree(sentence)
  }

  /// The sentence with its clauses repaired; the same where nothing is to repair.
  ///
  /// - Complexity: O(n²) at worst.
  package static func repaired(_ sentence: Sentence) -> Sentence {
    var repair = ClauseRepair(sentence)
    repair.run()
    return repair.sentence
  }

  private mutating func run() {
    mendVerbs()
    for verb in sentence.tokens.indices where isFinite(verb) {
      if let subject = strayedSubject(of: verb) { attach(subject, to: verb) }
    }
    for i in sentence.tokens.indices {
      switch sentence.tokens[i].deprel {
      case "nsubj" where sentence.tokens[i].head >= 0 && sentence.tokens[i].head < i: mendObject(i)
      case "appos": mendDescription(i)
      case "nmod:poss" where sentence.tokens[i].form.lowercased() == "whose": mendOwnedSubject(i)
      default: break
      }
      if ["'s", "’s"].contains(sentence.tokens[i].form) { mendGenitive(i) }
    }
  }

  /// Changes words; what is read next is read from the changed tree.
  private mutating func change(_ edit: (inout [Token]) -> Void) {
    edit(&sentence.tokens)
    tree = SentenceTree(sentence)
  }

  /// "Ruth and George own the firm": an adjective with a subject and an object is a verb.
  private mutating func mendVerbs() {
    for i in sentence.tokens.indices where sentence.tokens[i].upos == .adj {
      guard tree.children(i, "cop").isEmpty, !tree.children(i, "nsubj").isEmpty,
        tree.children(i, "obj").contains(where: { $0 > i })
      else { continue }
      change { ($0[i].upos, $0[i].xpos) = (.verb, "VBP") }
    }
  }

  /// "It is Karst, whose chairman sued him": only what "whose" owns is the subject of the verb.
  private mutating func mendOwnedSubject(_ whose: Int) {
    guard let owned = tree.head(whose), let verb = tree.head(owned), tree.relation(owned) == "nsubj"
    else { return }
    let others = tree.children(verb, "nsubj", "obj").filter { $0 < whose }
    guard !others.isEmpty else { return }
    change { for other in others { $0[other].deprel = "dep" } }
  }

  /// A second subject, behind its verb, is the object.
  private mutating func mendObject(_ i: Int) {
    guard let verb = tree.head(i), tree.token(verb).upos == .verb,
      isFinite(verb) || !tree.children(verb, "aux").isEmpty,
      tree.children(verb, "obj", "expl", "aux:pass").isEmpty,
      tree.children(verb, "nsubj").contains(where: { $0 < verb })
    else { return }
    change { $0[i].deprel = "obj" }
  }

  /// The owner of what stands behind the "'s".
  private mutating func mendGenitive(_ mark: Int) {
    guard tree.token(mark).xpos == "POS" || tree.token(mark).upos == .part, mark + 1 < tree.count
    else { return }
    if let owner = tree.head(mark), let noun = tree.head(owner), tree.deprel(owner) == "nmod:poss",
      let next = tree.children(noun, "nmod:poss").first(where: { $0 > mark }),
      tree.subtree(next).first == mark + 1, tree.token(next).upos == .noun
    {
      // "Kern's son's wife": the son is Kern's, the wife the son's.
      return change { $0[owner].head = next }
    }
    guard
      let owner = tree.head(mark), owner < mark, tree.deprel(mark) == "case",
      ["nsubj", "obj", "obl", "nsubj:pass"].contains(tree.deprel(owner)),
      tree.subtree(owner).last == mark
    else { return }
    var noun = mark + 1
    while let head = tree.head(noun), head > noun, tree.subtree(head).first == mark + 1 {
      noun = head
    }
    guard [.noun, .propn].contains(tree.token(noun).upos), noun > mark else { return }
    change { ($0[owner].head, $0[owner].deprel) = (noun, "nmod:poss") }
  }

  /// "a citizen of Spain" describes the last of two names, not the first.
  private mutating func mendDescription(_ i: Int) {
    guard let first = tree.head(i), first < i, tree.token(i).upos == .noun,
      tree.token(i).xpos == "NN",
      tree.children(i, "det").contains(where: { ["a", "an"].contains(tree.form($0).lowercased()) }),
      let last = tree.children(first, "conj").last(where: { $0 < i }),
      tree.token(last).upos == .propn, tree.token(first).upos == .propn
    else { return }
    change { $0[i].head = last }
  }

  private func isFinite(_ i: Int) -> Bool {
    let token = sentence.tokens[i]
    return token.upos == .verb && ["VBD", "VBZ", "VBP"].contains(token.xpos)
  }

  private func strayedSubject(of verb: Int) -> Int? {
    guard verb > 2, tree.children(verb, "nsubj", "csubj", "expl", "cop", "aux").isEmpty,
      ["conj", "advcl", "parataxis", "ccomp", "dep", "root", "acl"].contains(tree.relation(verb)),
      tree.children(verb, "mark").isEmpty
    else { return nil }
    var last = verb - 1
    while last > 0, tree.token(last).upos == .adv, tree.head(last) == verb { last -= 1 }
    // "…, and Karst Bank hired Weiss": joined as part of a name to what stands behind the verb.
    if let head = tree.head(last), head > verb,
      ["flat", "compound", "nmod:desc"].contains(tree.deprel(last)),
      isNominal(last), let start = tree.subtree(last).first, start > 0,
      tree.token(start - 1).upos == .cconj
    {
      return last
    }
    // From the word before the verb up to the nominal that "and" joins to something before.
    var current = last
    while tree.relation(current) != "conj" {
      guard let head = tree.head(current), head < verb,
        ["flat", "compound", "nmod", "amod", "punct"].contains(tree.relation(current))
      else { return nil }
      current = head
    }
    guard let first = tree.head(current), first < current, isNominal(current),
      isNominal(first), let join = tree.children(current, "cc").first,
      tree.subtree(current).last == last,
      join == tree.subtree(current).first,
      hasVerb(before: join, otherThan: verb, joinedTo: first)
    else { return nil }
    return current
  }

  private func isNominal(_ i: Int) -> Bool {
    [.noun, .propn, .pron, .num].contains(tree.token(i).upos)
  }

  /// Whether the first of the two belongs to another verb, which stands before the "and": its subject or object.
  private func hasVerb(
    before join: Int, otherThan verb: Int, joinedTo first: Int
  ) -> Bool {
    guard let clause = tree.ancestors(first).first(where: { tree.token($0).upos == .verb }) else {
      return false
    }
    return clause != verb && clause < join && !tree.ancestors(clause).contains(verb)
  }

  private mutating func attach(_ subject: Int, to verb: Int) {
    let strayed = tree.head(subject).map { $0 > verb } ?? false
    guard let first = tree.head(subject),
      let clause = strayed
        ? tree.head(verb) : tree.ancestors(first).first(where: { tree.token($0).upos == .verb })
    else { return }
    let joins = tree.children(subject, "cc")
    let relation = tree.children(verb, "aux:pass").isEmpty ? "nsubj" : "nsubj:pass"
    let isRoot = tree.relation(verb) == "root"
    change { tokens in
      for join in joins { tokens[join].head = verb }
      (tokens[subject].head, tokens[subject].deprel) = (verb, relation)
      if !isRoot { (tokens[verb].head, tokens[verb].deprel) = (clause, "conj") }
    }
  }
}
