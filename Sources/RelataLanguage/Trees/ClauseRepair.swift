import RelataCore

/// Mends what a parser often joins wrongly and the order of the words decides.
///
/// - In "Kern heads Karst Bank and Weiss runs Bergbahn" Weiss is joined to Kern or to the bank, so that "runs" has
///   no subject: a finite verb without one, right behind a nominal that "and" joins to a word on the other
///   side of a verb, takes that nominal as its subject.
/// - "Police arrested Kern and Weiss fled", "Kern paid Karst Bank and Weiss sued Bergbahn": two clauses, each with a
///   subject of its own.
/// - "Kern paid Vireo Capital" has two subjects, one behind the verb: that one is its object.
/// - "Kern, son of Weiss, fled" has two subjects before the verb: the one between commas describes the other.
/// - "Kern, chairman until 2019, was sued": the time belongs to the description between the commas.
/// - "Kern's late husband's brother": two genitives of one noun are a chain; "his father-in-law" is a kind of father.
/// - "Kern's Oslo-based firm Bergbahn won": a genitive is the owner of the noun behind it, no subject.
/// - "Kern, of Oslo, and Weiss, a citizen of Spain, were charged": a description in the singular belongs to the
///   name right before it.
/// - "It is Karst, whose chairman sued him": what stands before "whose" is neither subject nor object of "sued".
/// - "charged Kern with bribing Weiss": a noun in -ing with an object is a verb.
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
    mendGerunds()
    for verb in sentence.tokens.indices where isFinite(verb) {
      mendRelative(verb)
      mendSharedSubject(of: verb)
      if let subject = strayedSubject(of: verb) { attach(subject, to: verb) }
    }
    for i in sentence.tokens.indices {
      switch sentence.tokens[i].deprel {
      case "nsubj" where sentence.tokens[i].head >= 0 && sentence.tokens[i].head < i: mendObject(i)
      case "nsubj", "nsubj:pass": mendSecondSubject(i)
      case "appos": mendDescription(i)
      case "obl": mendTime(i)
      case "nmod:poss" where sentence.tokens[i].form.lowercased() == "whose": mendOwnedSubject(i)
      default: break
      }
      switch sentence.tokens[i].form {
      case "'s", "’s": mendGenitive(i)
      case "law", "Law": mendInLaw(i)
      default: break
      }
    }
  }

  /// Changes words; what is read next is read from the changed tree.
  ///
  /// A change that would leave no tree, since the parser hung a word below what is to hang below it, is
  /// not made.
  private mutating func change(_ edit: (inout [Token]) -> Void) {
    var tokens = sentence.tokens
    edit(&tokens)
    guard Self.isTree(tokens) else { return }
    sentence.tokens = tokens
    tree = SentenceTree(sentence)
  }

  /// Whether the way up from every word ends at a root.
  ///
  /// - Complexity: O(n): what was seen to end is not walked again.
  private static func isTree(_ tokens: [Token]) -> Bool {
    // The first word whose walk came by; each walk stops at words of earlier ones.
    var walks = [Int](repeating: -1, count: tokens.count)
    for start in tokens.indices {
      var word = start
      while tokens.indices.contains(word), walks[word] < 0 {
        walks[word] = start
        word = tokens[word].head
      }
      if tokens.indices.contains(word), walks[word] == start { return false }
    }
    return true
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

  /// "charged Kern with bribing Weiss": what has an object is a verb, whatever the tag.
  private mutating func mendGerunds() {
    for i in sentence.tokens.indices
    where sentence.tokens[i].upos == .noun && sentence.tokens[i].form.lowercased().hasSuffix("ing")
    {
      guard tree.children(i, "obj").contains(where: { $0 > i }), tree.children(i, "det").isEmpty
      else { continue }
      change { ($0[i].upos, $0[i].xpos) = (.verb, "VBG") }
    }
  }

  /// "It is Karst, whose chairman sued him": only what "whose" owns is the subject of the verb.
  private mutating func mendOwnedSubject(_ whose: Int) {
    guard let owned = tree.head(whose), let verb = tree.head(owned), tree.relation(owned) == "nsubj"
    else { return }
    let others = tree.children(verb, "nsubj", "obj").filter { $0 < whose }
    guard let antecedent = others.first else { return }
    // "Denby, whose wife is Rosa Quint, owns the bank": the clause of "whose" has a verb of its own.
    if let name = tree.children(owned, "appos").first(where: {
      $0 < verb && !tree.children($0, "cop").isEmpty
    }) {
      return change { tokens in
        (tokens[name].head, tokens[name].deprel) = (antecedent, "acl:relcl")
        (tokens[owned].head, tokens[owned].deprel) = (name, "nsubj")
      }
    }
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

  /// A second subject before the verb, between commas, describes the first; what "of" joins to it is its own.
  private mutating func mendSecondSubject(_ i: Int) {
    guard tree.token(i).upos == .noun, let verb = tree.head(i), i < verb,
      let first = tree.children(verb, "nsubj", "nsubj:pass").first, first < i, isNominal(first),
      let start = tree.subtree(i).first(where: { tree.token($0).upos != .punct }), start > first,
      tree.form(start - 1) == ",", tree.children(i, "conj").isEmpty,
      sentence.tokens[i..<verb].contains(where: { $0.form == "," })
    else { return }
    let own = tree.children(first).filter { child in
      child > i && tree.children(child, "case").contains(i + 1)
    }
    change { tokens in
      (tokens[i].head, tokens[i].deprel) = (first, "appos")
      for child in own { (tokens[child].head, tokens[child].deprel) = (i, "nmod") }
    }
  }

  /// "Kern, chairman until 2019, was sued": what stands between the commas of a description belongs to it.
  private mutating func mendTime(_ i: Int) {
    guard let verb = tree.head(i), i < verb,
      ["until", "till", "since", "from"].contains(tree.preposition(i))
        || tree.preposition(i) == "to" && tree.token(i).upos == .num,
      let start = tree.subtree(i).first, start > 0,
      let description = ([start - 1] + tree.ancestors(start - 1)).first(where: {
        tree.relation($0) == "appos"
      }), description < start, tree.token(description).upos == .noun,
      tree.head(description).map({ tree.subtree($0).contains(verb) }) == false,
      sentence.tokens[i..<verb].contains(where: { $0.form == "," }),
      !sentence.tokens[description..<i].contains(where: { $0.form == "," })
    else { return }
    change { ($0[i].head, $0[i].deprel) = (description, "nmod") }
  }

  /// The owner of what stands behind the "'s".
  private mutating func mendGenitive(_ mark: Int) {
    guard tree.token(mark).xpos == "POS" || tree.token(mark).upos == .part, mark + 1 < tree.count
    else { return }
    if let owner = owner(before: mark), let noun = tree.head(owner),
      tree.deprel(owner) == "nmod:poss",
      let next = tree.children(noun, "nmod:poss").first(where: { $0 > mark }),
      tree.subtree(next).first(where: { $0 > mark }) == mark + 1, tree.token(next).upos == .noun
    {
      // "Kern's son's wife": the son is Kern's, the wife the son's.
      return change { ($0[owner].head, $0[mark].head) = (next, owner) }
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

  /// Whose mark it is, also where the mark hangs on a word behind it.
  private func owner(before mark: Int) -> Int? {
    guard let head = tree.head(mark), head > mark, mark > 0 else { return tree.head(mark) }
    var owner = mark - 1
    while ["flat", "compound"].contains(tree.relation(owner)), let head = tree.head(owner),
      head < mark
    {
      owner = head
    }
    return owner
  }

  /// "father-in-law": a kind of father, whatever the parser took for its head.
  private mutating func mendInLaw(_ law: Int) {
    guard law >= 4, tree.form(law - 2).lowercased() == "in",
      tree.form(law - 1) == "-", tree.form(law - 3) == "-",
      PersonNouns.kin.contains(tree.lemma(law - 4)), tree.head(law) != law - 4
    else { return }
    let kin = law - 4
    change { tokens in
      (tokens[kin].head, tokens[kin].deprel) = (tokens[law].head, tokens[law].deprel)
      (tokens[law].head, tokens[law].deprel) = (kin, "nmod")
      (tokens[law - 2].head, tokens[law - 2].deprel) = (law, "case")
      for i in tokens.indices where tokens[i].head == law && i != law - 2 { tokens[i].head = kin }
      for hyphen in [law - 1, law - 3] {
        (tokens[hyphen].head, tokens[hyphen].deprel) = (law, "punct")
      }
    }
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
      tree.subtree(current).last == last, let join = conjunction(before: current, of: verb)
    else { return nil }
    // Joined to a word of the clause before, or to its verb.
    let isJoined =
      isNominal(first)
      ? hasVerb(before: join, otherThan: verb, joinedTo: first)
      : isFinite(first) && tree.head(verb) == first && first < join
    return isJoined ? current : nil
  }

  /// The "and" at the beginning of a conjunct, or right before it where it hangs on the verb behind.
  private func conjunction(before conjunct: Int, of verb: Int) -> Int? {
    guard let start = tree.subtree(conjunct).first else { return nil }
    if tree.children(conjunct, "cc").first == start { return start }
    let before = start - 1
    return before >= 0 && tree.relation(before) == "cc" && tree.head(before) == verb ? before : nil
  }

  /// Mends "Police arrested Kern and Weiss fled", where Kern and Weiss came out as subjects of "fled".
  ///
  /// Kern, right behind a verb that has a subject and no object, is its object, and Weiss alone fled; not so in
  /// "said that Kern and Weiss fled".
  private mutating func mendSharedSubject(of verb: Int) {
    guard ["advcl", "conj", "parataxis", "acl"].contains(tree.relation(verb)),
      let clause = tree.head(verb), clause < verb, isFinite(clause),
      tree.children(verb, "mark").isEmpty, tree.children(clause, "obj", "ccomp", "xcomp").isEmpty,
      !tree.children(clause, "nsubj").isEmpty,
      let subject = tree.children(verb, "nsubj").first, subject > clause, isNominal(subject),
      tree.subtree(subject).first == clause + 1,
      let other = tree.children(subject, "conj").last, isNominal(other),
      tree.subtree(other).last == verb - 1, let join = tree.children(other, "cc").first,
      tree.subtree(other).first == join
    else { return }
    change { tokens in
      (tokens[subject].head, tokens[subject].deprel) = (clause, "obj")
      (tokens[other].head, tokens[other].deprel) = (verb, "nsubj")
      tokens[join].head = verb
      tokens[verb].deprel = "conj"
    }
  }

  /// "Kern paid Karst Bank and Weiss sued Bergbahn": a finite verb with an object right behind a name is no relative
  /// clause of it, where a second name stands before the next verb.
  private mutating func mendRelative(_ verb: Int) {
    guard tree.deprel(verb) == "acl:relcl", let subject = tree.head(verb), subject < verb,
      tree.token(verb).xpos != "VBN", isFinite(verb),
      tree.children(verb, "nsubj", "nsubj:pass", "mark").isEmpty,
      tree.children(verb, "obj").contains(where: { $0 > verb }),
      (subject + 1..<verb).allSatisfy({ tree.deprel($0) == "flat" && tree.head($0) == subject }),
      let main = tree.head(subject), main > verb, isFinite(main), tree.relation(subject) == "nsubj",
      let other = tree.children(subject, "conj").last, other > verb, isNominal(other),
      tree.subtree(other).last == main - 1, let join = conjunction(before: other, of: main)
    else { return }
    change { tokens in
      (tokens[verb].head, tokens[verb].deprel) = (tokens[main].head, tokens[main].deprel)
      (tokens[main].head, tokens[main].deprel) = (verb, "conj")
      tokens[subject].head = verb
      (tokens[other].head, tokens[other].deprel) = (main, "nsubj")
      tokens[join].head = main
    }
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
        ? tree.head(verb)
        : ([first] + tree.ancestors(first)).first(where: { tree.token($0).upos == .verb })
    else { return }
    // What stands behind the second verb is its object, not one more of the first.
    let objects = tree.children(clause, "obj").filter { $0 > verb }
    let isFull = tree.children(clause, "obj", "nsubj").contains { clause < $0 && $0 < verb }
    let joins =
      tree.children(subject, "cc") + (conjunction(before: subject, of: verb).map { [$0] } ?? [])
    let relation = tree.children(verb, "aux:pass").isEmpty ? "nsubj" : "nsubj:pass"
    let isRoot = tree.relation(verb) == "root"
    change { tokens in
      for join in joins { tokens[join].head = verb }
      (tokens[subject].head, tokens[subject].deprel) = (verb, relation)
      if !isRoot { (tokens[verb].head, tokens[verb].deprel) = (clause, "conj") }
      if isFull { for object in objects { tokens[object].head = verb } }
    }
  }
}
