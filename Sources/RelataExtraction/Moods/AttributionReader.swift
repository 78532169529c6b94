import RelataCore
import RelataLanguage

/// Finds who is made responsible for a clause: speakers, "according to", unnamed sources.
struct AttributionReader: Sendable {
  let context: SentenceContext
  private let arguments: ArgumentFinder
  /// For each word whether it stands in quotation marks.
  private let inside: [Bool]
  /// Words of a pleading, which claims all that the sentence says; nil in other texts.
  let pleading: Attribution?
  private var tree: SentenceTree { context.tree }
  private var cues: CueWords { context.lexicon.cues }

  init(_ context: SentenceContext) {
    self.context = context
    arguments = ArgumentFinder(context)
    inside = QuotationScanner.inside(context.tree.tokens.map(\.form))
    pleading = Self.pleading(in: context)
  }

  /// The subject of a verb of saying, or nil words where it has none.
  func speaker(of verb: Int) -> Attribution? {
    let cue = tree.form(verb).lowercased()
    let predication = context.predication(of: verb)
    // "The front killed the mayor, the army said": of two subjects the nearer one speaks.
    let subjects = tree.children(verb, "nsubj").filter { $0 < verb }
    guard let subject = subjects.count > 1 ? subjects.last : predication.agents.first else {
      return Attribution(entity: nil, text: cue, cue: cue)
    }
    return attribution(to: subject, cue: cue)
  }

  /// Whether nobody makes the claim: "anyone who claims that …", "no one said that …".
  func isNobodys(_ verb: Int) -> Bool {
    let clause = tree.relation(verb) == "conj" ? tree.head(verb) ?? verb : verb
    let subject =
      tree.children(verb, "nsubj").first { $0 < verb }
      ?? tree.children(clause, "nsubj").first { $0 < clause }
    guard let subject else {
      // "anyone claiming that …"
      return tree.relation(verb) == "acl" && tree.head(verb).map(isAnybody) == true
    }
    if isAnybody(subject) { return true }
    guard ["who", "that", "which"].contains(tree.form(subject).lowercased()),
      tree.deprel(clause) == "acl:relcl", let antecedent = tree.head(clause)
    else { return false }
    return isAnybody(antecedent)
  }

  private static let anybody: Set<String> = [
    "anyone", "anybody", "whoever", "whomever", "everyone", "everybody", "nobody", "no-one", "none",
    "those", "any", "all",
  ]

  private func isAnybody(_ word: Int) -> Bool {
    // "all of the witnesses" are witnesses.
    if tree.children(word, "nmod").isEmpty, Self.anybody.contains(tree.form(word).lowercased()) {
      return true
    }
    return tree.children(word, "det").contains {
      ["no", "any", "whichever", "whatever"].contains(tree.form($0).lowercased())
    }
  }

  func attribution(to nominal: Int, cue: String) -> Attribution {
    if let argument = arguments.single(nominal).first, argument.reference != .agent {
      return Attribution(entity: argument.entity, text: nil, cue: cue)
    }
    // "a reporter who claims": the reporter does.
    let named = arguments.antecedent(ofRelative: nominal) ?? nominal
    return Attribution(
      entity: nil, text: context.words(tree.nominalSpan(named)), cue: cue)
  }

  /// "is accused of", "is believed to": a claim without a claimant, in the text's words.
  func hearsay(_ verb: Int) -> Attribution {
    let predication = context.predication(of: verb)
    let cue = tree.form(verb).lowercased()
    if let agent = predication.agents.first, predication.isPassive {
      return attribution(to: agent, cue: cue)
    }
    let auxiliaries = tree.children(verb, "aux", "aux:pass")
    let words = (auxiliaries + [verb]).sorted().map { tree.form($0) }.joined(separator: " ")
    return Attribution(entity: nil, text: words, cue: cue)
  }

  /// "…, officials said": the speech verb hangs below the clause it reports.
  func speech(beside clause: Int) -> Int? {
    tree.children(clause, "parataxis").first { child in
      // "Karst sued Kern; Weiss testified": a clause of its own.
      guard let start = tree.subtree(child).first, tree.form(start) != ";" else { return false }
      return isSpeech(child) && (start == 0 || tree.form(start - 1) != ";")
    }
  }

  private func isSpeech(_ verb: Int) -> Bool {
    (cues.saying.contains(tree.lemma(verb)) || tree.lemma(verb) == "show")
      && tree.token(verb).upos == .verb
      && !tree.children(verb, "nsubj").isEmpty && tree.children(verb, "ccomp", "obj").isEmpty
  }

  /// "…, two officials said on Monday." at the end of a sentence speaks for all that stands before,
  /// however the parser joined it.
  func closing(covering token: Int) -> Attribution? {
    if let quoted = quotation(covering: token) { return quoted }
    let words = tree.tokens.indices.filter { tree.token($0).upos != .punct }
    for verb in words.suffix(5).reversed() {
      guard verb != token, isSpeech(verb),
        ["conj", "parataxis", "dep"].contains(tree.relation(verb)),
        let subject = tree.children(verb, "nsubj").first, subject < verb,
        let start = tree.subtree(subject).first, start > 0, tree.form(start - 1) == ",",
        token < start,
        !words.contains(where: { $0 > verb && tree.token($0).upos == .verb })
      else { continue }
      return speaker(of: verb)
    }
    return nil
  }

  /// “…,” she said: who speaks outside the quotation that a word stands in, however the parser joined it.
  private func quotation(covering token: Int) -> Attribution? {
    guard inside[token] else { return nil }
    let verbs = tree.tokens.indices.filter { verb in
      !inside[verb] && tree.token(verb).upos == .verb && cues.saying.contains(tree.lemma(verb))
        && tree.children(verb, "nsubj").contains { !inside[$0] }
    }
    guard verbs.count == 1, let verb = verbs.first, !isNobodys(verb) else { return nil }
    return speaker(of: verb)
  }

  /// "according to X", wherever the parser put it, for the clause it hangs in and all below that.
  func phrase(covering token: Int) -> Attribution? {
    let path = Set([token] + tree.ancestors(token))
    for source in tree.tokens.indices where isAccordingTo(source) {
      let phrase = Set(tree.subtree(source))
      guard !phrase.contains(token) else { continue }
      // At either end of a sentence it is said of the whole.
      let words = tree.tokens.indices.filter { tree.token($0).upos != .punct }
      let isAtEdge =
        words.last.map(phrase.contains) == true || words.first.map(phrase.contains) == true
      let clause =
        isAtEdge
        ? tree.root
        : tree.ancestors(source).first { tree.token($0).upos == .verb } ?? tree.root
      if path.contains(clause) { return attribution(to: source, cue: "according to") }
    }
    return nil
  }

  /// "Upon information and belief", "Defendant Dorn owns": words of a pleading, which claims what it says.
  private static func pleading(in context: SentenceContext) -> Attribution? {
    let tree = context.tree
    let words = tree.tokens.map { $0.form.lowercased() }
    for i in words.indices.dropLast(3)
    where ["on", "upon"].contains(words[i])
      && words[(i + 1)...].starts(with: ["information", "and", "belief"])
    {
      return Attribution(
        entity: nil, text: "information and belief", cue: "information and belief")
    }
    let party = tree.tokens.indices.first { i in
      context.lexicon.cues.pleadingParties.contains(tree.form(i))
        && tree.children(i, "det", "nmod:poss").isEmpty
        && i + 1 < tree.count && tree.token(i + 1).upos == .propn
    }
    return party.map { Attribution(entity: nil, text: tree.form($0), cue: words[$0]) }
  }

  private func isAccordingTo(_ token: Int) -> Bool {
    if tree.preposition(token) == "according to" { return true }
    return tree.children(token, "case").contains { tree.form($0).lowercased() == "according" }
  }

  /// The speaker of the clause that encloses a relative clause.
  func enclosing(_ clause: Int) -> Attribution? {
    var current = clause
    while let parent = tree.head(current) {
      if tree.relation(current) == "ccomp", cues.saying.contains(tree.lemma(parent)) {
        return speaker(of: parent)
      }
      current = parent
    }
    return speech(beside: current).flatMap { speaker(of: $0) }
  }
}
