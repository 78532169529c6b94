import RelataCore

/// How a clause is meant: whether it is stated, by whom, and whether it is denied.
struct Mood: Sendable {
  var isNegated = false
  var status: AssertionStatus = .asserted
  var isFormer = false
  var attribution: Attribution?
  /// Whether the text says that it does not know: "no evidence that they met".
  var isVoid = false

  /// Keeps the less certain of two statuses; a claim about a plan stays a plan with a claimant.
  mutating func weaken(to other: AssertionStatus) {
    let order: [AssertionStatus] = [.asserted, .claimed, .planned, .hypothetical]
    func rank(_ status: AssertionStatus) -> Int { order.firstIndex(of: status) ?? 0 }
    if rank(other) > rank(status) { status = other }
  }
}

/// Decides the mood of a token by reading its own auxiliaries and adverbs and then climbing the tree.
///
/// Follows the scope rules of factuality work (Saurí & Pustejovsky 2009): each embedding word
/// passes on, flips or weakens the commitment of the clause below it.
struct MoodReader: Sendable {
  let context: SentenceContext
  private let attributions: AttributionReader
  private var tree: SentenceTree { context.tree }
  private var cues: CueWords { context.lexicon.cues }

  init(_ context: SentenceContext) {
    self.context = context
    attributions = AttributionReader(context)
  }

  func mood(of token: Int) -> Mood {
    var mood = Mood()
    readOwn(token, into: &mood)
    readConstructions(token, into: &mood)
    climb(from: token, into: &mood)
    if mood.attribution == nil {
      mood.attribution = attributions.phrase(covering: token) ?? attributions.closing(covering: token)
    }
    if mood.attribution != nil { mood.weaken(to: .claimed) }
    if tree.form(tree.count - 1) == "?" || tree.tokens.suffix(2).contains(where: { $0.form == "?" })
    {
      mood.weaken(to: .hypothetical)
    }
    return mood
  }

  // MARK: The clause itself

  private func readOwn(_ token: Int, into mood: inout Mood) {
    if isNegated(token) { mood.isNegated = true }
    if let status = auxiliaryStatus(token) { mood.weaken(to: status) }
    if let adverb = tree.children(token, "advmod").first(where: {
      cues.hearsayAdverbs.contains(tree.lemma($0))
    }) {
      let word = tree.form(adverb).lowercased()
      mood.weaken(to: .claimed)
      mood.attribution = Attribution(entity: nil, text: word, cue: word)
    }
    if tree.children(token, "aux").contains(where: { tree.lemma($0) == "use" }) {
      mood.isFormer = true
    }
    if tree.children(token, "advmod").contains(where: {
      ["once", "formerly", "previously"].contains(tree.lemma($0))
    }) {
      mood.isFormer = true
    }
    if tree.children(token, "mark").contains(where: {
      cues.conditional.contains(tree.form($0).lowercased())
    }) {
      mood.weaken(to: .hypothetical)
    }
  }

  /// Negation by adverb, by "no" on a dependent, by "neither" or by "without".
  func isNegated(_ token: Int) -> Bool {
    var count = 0
    for child in tree.children(token) {
      let word = tree.form(child).lowercased()
      switch tree.relation(child) {
      case "advmod", "aux":
        if ["not", "never", "n't", "n’t", "nor", "neither", "hardly", "scarcely"].contains(word) {
          // "not only" affirms.
          let isOnly = tree.children(token, "advmod").contains { tree.lemma($0) == "only" }
          if !isOnly { count += 1 }
        }
        if word == "longer",
          tree.children(child).contains(where: { tree.form($0).lowercased() == "no" })
        {
          count += 1
        }
        if word == "cannot" { count += 1 }
      case "obj", "nsubj", "obl", "nmod":
        if isNegativeNominal(child) { count += 1 }
      case "det":
        if word == "no" || word == "neither" { count += 1 }
      case "mark", "case":
        if word == "without" { count += 1 }
      case "cc:preconj", "cc":
        if word == "neither" || (word == "nor" && tree.relation(token) == "conj") { count += 1 }
      default: break
      }
    }
    return count % 2 == 1
  }

  /// "no ties", "nobody", "neither Massoud nor Saleh", "none of them".
  private func isNegativeNominal(_ token: Int) -> Bool {
    let word = tree.form(token).lowercased()
    if ["nobody", "none", "nothing", "neither", "no-one"].contains(word) { return true }
    return tree.children(token).contains { child in
      let form = tree.form(child).lowercased()
      return (form == "no" || form == "neither")
        && ["det", "cc", "cc:preconj", "advmod"].contains(tree.deprel(child))
    }
  }

  private func auxiliaryStatus(_ token: Int) -> AssertionStatus? {
    var status: AssertionStatus?
    for child in tree.children(token, "aux") {
      let word = tree.form(child).lowercased()
      let lemma = tree.lemma(child)
      if cues.futureAuxiliaries.contains(word) || lemma == "will" && word != "would" {
        status = .planned
      } else if cues.modalAuxiliaries.contains(word) {
        status = .hypothetical
      }
    }
    // "is going to meet" has the verb below "go".
    return status
  }

  // MARK: What embeds it

  private func climb(from token: Int, into mood: inout Mood) {
    var current = token
    var steps = 0
    while let parent = tree.head(current), steps < 24 {
      steps += 1
      let relation = tree.deprel(current)
      switch tree.relation(current) {
      case "xcomp":
        embed(under: parent, clause: current, isFinite: false, into: &mood)
      case "ccomp", "csubj":
        embed(under: parent, clause: current, isFinite: true, into: &mood)
      case "advcl":
        adverbial(current, of: parent, into: &mood)
        if relation == "advcl:relcl" { return }
      case "acl":
        if relation == "acl:relcl" { return relative(current, into: &mood) }
        clauseOfNoun(current, noun: parent, into: &mood)
      case "conj":
        shareWithConjunct(current, first: parent, into: &mood)
      case "parataxis":
        if let attribution = attributions.byParataxis(current) { mood.attribution = attribution }
      case "obj", "obl", "nsubj", "nmod", "appos", "compound", "amod":
        // A nominal relation ("talks with Iran") takes the mood of the clause it is in.
        if tree.token(parent).upos == .verb || tree.token(parent).upos == .noun {
          inheritClause(parent, from: current, into: &mood)
        }
      default: break
      }
      current = parent
    }
    if mood.attribution == nil { mood.attribution = attributions.byParataxis(current) }
  }

  /// Effects of a governing verb, noun or adjective on its complement.
  private func embed(under parent: Int, clause: Int, isFinite: Bool, into mood: inout Mood) {
    let lemma = tree.lemma(parent)
    if cues.knowledge.contains(lemma), tree.token(parent).upos == .noun {
      return readKnowledge(of: parent, into: &mood)
    }
    let parentNegated = isNegated(parent)
    if tree.deprel(clause).hasPrefix("ccomp") || isFinite {
      if cues.denying.contains(lemma), !parentNegated {
        mood.isNegated.toggle()
        mood.attribution = mood.attribution ?? attributions.speaker(of: parent)
        mood.weaken(to: .claimed)
        return
      }
      if cues.saying.contains(lemma) {
        if parentNegated {
          mood.weaken(to: .hypothetical)
        } else if mood.attribution == nil {
          mood.attribution = attributions.speaker(of: parent)
        }
        if let status = auxiliaryStatus(parent), status == .hypothetical {
          mood.weaken(to: .hypothetical)
        }
        return
      }
      if cues.doubting.contains(lemma) || cues.unreal.contains(lemma) {
        mood.weaken(to: .hypothetical)
        return
      }
      if cues.planning.contains(lemma) { mood.weaken(to: .planned) }
      if parentNegated { mood.weaken(to: .hypothetical) }
      return
    }
    openComplement(under: parent, lemma: lemma, isNegated: parentNegated, into: &mood)
  }

  private func openComplement(
    under parent: Int, lemma: String, isNegated: Bool, into mood: inout Mood
  ) {
    let isPassive = !tree.children(parent, "aux:pass", "nsubj:pass").isEmpty
    if cues.negating.contains(lemma) {
      if !isNegated { mood.isNegated.toggle() }
      if lemma == "deny" {
        mood.attribution = mood.attribution ?? attributions.speaker(of: parent)
      }
    } else if cues.planning.contains(lemma) {
      if isNegated { mood.isNegated.toggle() }
      mood.weaken(to: .planned)
    } else if isPassive && cues.hearsay.contains(lemma) {
      mood.attribution = mood.attribution ?? attributions.hearsay(parent)
      if isNegated { mood.isNegated.toggle() }
    } else if cues.unreal.contains(lemma) {
      if isNegated { mood.isNegated.toggle() }
      mood.weaken(to: .hypothetical)
    } else if isNegated {
      mood.isNegated.toggle()
    }
    if let status = auxiliaryStatus(parent) { mood.weaken(to: status) }
  }

  private func adverbial(_ clause: Int, of parent: Int, into mood: inout Mood) {
    let marks = tree.children(clause, "mark").map { tree.form($0).lowercased() }
    if marks.contains(where: { cues.conditional.contains($0) }) {
      mood.weaken(to: .hypothetical)
    }
    if marks.contains("to") {
      // A purpose is not a fact; what a failed purpose served did not happen either.
      mood.weaken(to: .planned)
    }
    let isTemporal = marks.contains { ["after", "before", "while", "when", "as", "since", "because"].contains($0) }
    if !marks.isEmpty, !isTemporal, cues.unreal.contains(tree.lemma(parent)) {
      mood.weaken(to: .hypothetical)
    }
    let isAccusation =
      !tree.children(parent, "aux:pass", "nsubj:pass").isEmpty
      && ["accuse", "suspect", "charge", "convict"].contains(tree.lemma(parent))
      && marks.contains("of")
    if isAccusation { mood.attribution = mood.attribution ?? attributions.hearsay(parent) }
    if ["accuse", "suspect"].contains(tree.lemma(parent)), marks.contains("of"), !isAccusation {
      mood.attribution = mood.attribution ?? attributions.speaker(of: parent)
    }
    if let status = auxiliaryStatus(parent), marks.isEmpty { mood.weaken(to: status) }
  }

  private func relative(_ clause: Int, into mood: inout Mood) {
    // A relative clause is the writer's, or the speaker's where a speaker's clause holds it all.
    if let attribution = attributions.phrase(covering: clause) { mood.attribution = attribution }
    if mood.attribution == nil { mood.attribution = attributions.enclosing(clause) }
  }

  private func clauseOfNoun(_ clause: Int, noun: Int, into mood: inout Mood) {
    let lemma = tree.lemma(noun)
    let marks = tree.children(clause, "mark").map { tree.form($0).lowercased() }
    if cues.knowledge.contains(lemma) { readKnowledge(of: noun, into: &mood) }
    if marks.contains("to") {
      if cues.negating.contains(lemma) { mood.isNegated.toggle() }
      mood.weaken(to: cues.planning.contains(lemma) ? .planned : .hypothetical)
    } else if cues.reportNouns.contains(lemma) || lemma == "claim" || lemma == "allegation" {
      mood.attribution =
        mood.attribution
        ?? Attribution(
          entity: nil, text: context.words(tree.nominalSpan(noun)), cue: tree.form(noun).lowercased())
      // "dismissed reports that …": who dismisses them denies it.
      if let verb = tree.head(noun), ["obj", "iobj"].contains(tree.relation(noun)),
        cues.denying.contains(tree.lemma(verb)), !isNegated(verb)
      {
        mood.isNegated.toggle()
        mood.attribution = attributions.speaker(of: verb) ?? mood.attribution
      }
    }
  }

  /// "evidence that …" is a claim, "no evidence that …" says nothing either way.
  private func readKnowledge(of noun: Int, into mood: inout Mood) {
    let isAbsent =
      isNegativeNominal(noun)
      || (tree.head(noun).map { isNegated($0) || cues.negating.contains(tree.lemma($0)) } ?? false)
    if isAbsent { mood.isVoid = true } else { mood.weaken(to: .claimed) }
  }

  /// A conjunct without its own subject shares auxiliaries; every conjunct shares the claimant.
  private func shareWithConjunct(_ conjunct: Int, first: Int, into mood: inout Mood) {
    guard tree.token(conjunct).upos == .verb || tree.token(conjunct).upos == .adj else { return }
    let hasSubject = !tree.children(conjunct, "nsubj", "nsubj:pass").isEmpty
    guard !hasSubject else { return }
    if tree.children(conjunct, "aux").isEmpty, let status = auxiliaryStatus(first) {
      mood.weaken(to: status)
    }
    let conjunction = tree.children(conjunct, "cc").map { tree.lemma($0) }.first
    if conjunction == "or", isNegated(first) { mood.isNegated.toggle() }
  }

  /// The mood of the clause around a nominal relation.
  private func inheritClause(_ parent: Int, from child: Int, into mood: inout Mood) {
    guard tree.token(parent).upos == .verb else { return }
    let isDirect = ["obj", "obl", "nsubj"].contains(tree.relation(child))
    guard isDirect else { return }
    let lemma = tree.lemma(parent)
    if isNegated(parent) && !isNegativeNominal(child) { mood.isNegated.toggle() }
    if cues.negating.contains(lemma) || cues.denying.contains(lemma),
      tree.relation(child) == "obj"
    {
      mood.isNegated = true
      if cues.denying.contains(lemma) {
        mood.attribution = mood.attribution ?? attributions.speaker(of: parent)
      }
    } else if tree.relation(child) == "obj", cues.planning.contains(lemma) {
      mood.weaken(to: .planned)
    } else if tree.relation(child) == "obj", cues.unreal.contains(lemma) {
      mood.weaken(to: .hypothetical)
    }
    if let status = auxiliaryStatus(parent) { mood.weaken(to: status) }
  }
}
