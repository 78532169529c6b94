import RelataCore
import RelataLanguage

/// How a clause is meant: whether it is stated, by whom, and whether it is denied.
struct Mood: Sendable {
  var isNegated = false
  var status: AssertionStatus = .asserted
  var isFormer = false
  var attribution: Attribution?
  /// Whether the text says that it does not know: "no evidence that they met".
  var isVoid = false
  /// The status that the relation head put in place of the rules'.
  var revision: CandidateExplanation.Revision?
  /// The words that decided, in order of reading; nil where nobody wants to know.
  var cues: [MoodCue]?

  /// Keeps the less certain of two statuses; a claim about a plan stays a plan with a claimant.
  mutating func weaken(to other: AssertionStatus, by token: Int? = nil) {
    let order: [AssertionStatus] = [.asserted, .claimed, .planned, .hypothetical]
    func rank(_ status: AssertionStatus) -> Int { order.firstIndex(of: status) ?? 0 }
    note(CueEffect(other), token)
    if rank(other) > rank(status) { status = other }
  }

  /// Turns a statement into its denial and back.
  mutating func negate(by token: Int?) {
    isNegated.toggle()
    note(.negates, token)
  }

  /// The first claimant stays: the one nearest to the clause. Who claims that they claim it passes it on.
  mutating func attribute(to claimant: Attribution?, by token: Int?) {
    guard let claimant else { return }
    if let first = attribution {
      let reporter = Attribution.Reporter(
        entity: claimant.entity, text: claimant.text, cue: claimant.cue)
      let isSame =
        first.entity == claimant.entity && first.text == claimant.text
        || first.via.contains { $0.entity == claimant.entity && $0.text == claimant.text }
      guard !isSame else { return }
      attribution?.via.append(reporter)
    } else {
      attribution = claimant
    }
    note(.attributes, token)
  }

  mutating func note(_ effect: CueEffect, _ token: Int?) {
    guard let token, cues != nil else { return }
    let cue = MoodCue(effect: effect, token: token)
    if cues?.contains(cue) == false { cues?.append(cue) }
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

  /// - Parameter recordsCues: Whether the mood keeps the words that decided it.
  func mood(of token: Int, recordsCues: Bool = false) -> Mood {
    var mood = Mood()
    if recordsCues { mood.cues = [] }
    readOwn(token, into: &mood)
    readConstructions(token, into: &mood)
    climb(from: token, into: &mood)
    mood.attribute(
      to: attributions.phrase(covering: token) ?? attributions.closing(covering: token)
        ?? (mood.attribution == nil ? context.quoted : nil), by: nil)
    if mood.attribution != nil { mood.weaken(to: .claimed) }
    if let mark = tree.tokens.indices.suffix(2).last(where: { tree.form($0) == "?" }) {
      mood.weaken(to: .hypothetical, by: mark)
    }
    return mood
  }

  // MARK: The clause itself

  private func readOwn(_ token: Int, into mood: inout Mood) {
    let negators = negators(of: token)
    if !negators.count.isMultiple(of: 2) {
      for word in negators { mood.note(.negates, word) }
      mood.isNegated = true
    }
    if let auxiliary = auxiliaryStatus(token) {
      mood.weaken(to: auxiliary.status, by: auxiliary.token)
    }
    if let word = futureWord(of: token) { mood.weaken(to: .planned, by: word) }
    if let adverb = tree.children(token, "advmod").first(where: {
      cues.hearsayAdverbs.contains(tree.lemma($0))
    }) {
      let word = tree.form(adverb).lowercased()
      mood.weaken(to: .claimed, by: adverb)
      mood.attribution = Attribution(entity: nil, text: word, cue: word)
    }
    let past =
      tree.children(token, "aux").first { tree.lemma($0) == "use" }
      ?? tree.children(token, "advmod").first {
        ["once", "formerly", "previously"].contains(tree.lemma($0))
      }
    if hasEnded(token) { mood.isFormer = true }
    if let past {
      mood.isFormer = true
      mood.note(.ends, past)
    }
    if let mark = tree.children(token, "mark").first(where: {
      cues.conditional.contains(tree.form($0).lowercased())
    }) {
      mood.weaken(to: .hypothetical, by: mark)
    }
  }

  /// "is to meet", "visits Norway later this week", "a trip next month": what lies ahead is planned.
  private func futureWord(of token: Int) -> Int? {
    let isVerb = tree.token(token).upos == .verb
    if isVerb, let be = tree.children(token, "aux", "cop").first(where: { tree.lemma($0) == "be" }),
      let to = tree.children(token, "mark", "aux").first(where: {
        tree.form($0).lowercased() == "to"
      }),
      be < to, to < token
    {
      return to
    }
    let past: Set<String> = ["VBD", "VBN"]
    guard isVerb || tree.token(token).upos == .noun, !past.contains(tree.token(token).xpos) else {
      return nil
    }
    for child in tree.children(token, "obl", "nmod", "advmod") where child > token {
      let words = tree.subtree(child) { tree.relation($0) != "acl" }.map {
        tree.form($0).lowercased()
      }
      let isAhead =
        words == ["tomorrow"] || words.starts(with: ["later", "this"])
        || (words.first == "next" && words.count == 2)
      if isAhead { return child }
    }
    return nil
  }

  func isNegated(_ token: Int) -> Bool { !negators(of: token).count.isMultiple(of: 2) }

  /// Negation by adverb, by "no" on a dependent, by "neither" or by "without"; two cancel out.
  private func negators(of token: Int) -> [Int] {
    var found: [Int] = []
    for child in tree.children(token) {
      let word = tree.form(child).lowercased()
      switch tree.relation(child) {
      case "advmod", "aux":
        if ["not", "never", "n't", "n’t", "nor", "neither", "hardly", "scarcely"].contains(word) {
          // "not only" affirms.
          let isOnly = tree.children(token, "advmod").contains { tree.lemma($0) == "only" }
          if !isOnly { found.append(child) }
        }
        if word == "longer",
          tree.children(child).contains(where: { tree.form($0).lowercased() == "no" })
        {
          found.append(child)
        }
        if word == "cannot" { found.append(child) }
      case "obj", "nsubj", "obl", "nmod":
        if isNegativeNominal(child) { found.append(child) }
      case "det":
        if word == "no" || word == "neither" { found.append(child) }
      case "mark", "case":
        if word == "without" { found.append(child) }
      case "cc:preconj", "cc":
        if word == "neither" || (word == "nor" && tree.relation(token) == "conj") {
          found.append(child)
        }
      default: break
      }
    }
    return found
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

  private func auxiliaryStatus(_ token: Int) -> (status: AssertionStatus, token: Int)? {
    var found: (AssertionStatus, Int)?
    for child in tree.children(token, "aux") {
      let word = tree.form(child).lowercased()
      let lemma = tree.lemma(child)
      if cues.futureAuxiliaries.contains(word) || lemma == "will" && word != "would" {
        found = (.planned, child)
      } else if cues.modalAuxiliaries.contains(word) {
        found = (.hypothetical, child)
      }
    }
    // "is going to meet" has the verb below "go".
    return found
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
      case "advcl" where isHabitOfThePast(current):
        mood.isFormer = true
      case "advcl":
        adverbial(current, of: parent, into: &mood)
        if relation == "advcl:relcl" { return }
      case "acl":
        if relation == "acl:relcl" || isReducedRelative(current, of: parent) {
          return relative(current, into: &mood)
        }
        clauseOfNoun(current, noun: parent, into: &mood)
      case "conj":
        shareWithConjunct(current, first: parent, into: &mood)
      case "parataxis":
        if let attribution = attributions.byParataxis(current) {
          mood.attribution = attribution
          mood.note(.attributes, parent)
        }
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
        mood.negate(by: parent)
        mood.attribute(to: attributions.speaker(of: parent), by: parent)
        mood.weaken(to: .claimed)
        return
      }
      if cues.saying.contains(lemma) {
        if parentNegated {
          mood.weaken(to: .hypothetical, by: parent)
        } else {
          mood.attribute(to: attributions.speaker(of: parent), by: parent)
        }
        if let auxiliary = auxiliaryStatus(parent), auxiliary.status == .hypothetical {
          mood.weaken(to: .hypothetical, by: auxiliary.token)
        }
        return
      }
      if cues.doubting.contains(lemma) || cues.unreal.contains(lemma) {
        mood.weaken(to: .hypothetical, by: parent)
        return
      }
      if cues.planning.contains(lemma) { mood.weaken(to: .planned, by: parent) }
      if parentNegated { mood.weaken(to: .hypothetical, by: parent) }
      return
    }
    openComplement(under: parent, lemma: lemma, isNegated: parentNegated, into: &mood)
  }

  private func openComplement(
    under parent: Int, lemma: String, isNegated: Bool, into mood: inout Mood
  ) {
    let isPassive = !tree.children(parent, "aux:pass", "nsubj:pass").isEmpty
    if cues.negating.contains(lemma) {
      if !isNegated { mood.negate(by: parent) }
      if lemma == "deny" { mood.attribute(to: attributions.speaker(of: parent), by: parent) }
    } else if cues.planning.contains(lemma) {
      if isNegated { mood.negate(by: parent) }
      mood.weaken(to: .planned, by: parent)
    } else if isPassive && cues.hearsay.contains(lemma) {
      mood.attribute(to: attributions.hearsay(parent), by: parent)
      if isNegated { mood.negate(by: parent) }
    } else if cues.unreal.contains(lemma) {
      if isNegated { mood.negate(by: parent) }
      mood.weaken(to: .hypothetical, by: parent)
    } else if isNegated {
      mood.negate(by: parent)
    }
    if let auxiliary = auxiliaryStatus(parent) {
      mood.weaken(to: auxiliary.status, by: auxiliary.token)
    }
  }

  private func adverbial(_ clause: Int, of parent: Int, into mood: inout Mood) {
    let markers = tree.children(clause, "mark")
    let marks = markers.map { tree.form($0).lowercased() }
    if marks.contains(where: { cues.conditional.contains($0) }) {
      mood.weaken(to: .hypothetical, by: markers.first)
    }
    if marks.contains("to") {
      // A purpose is not a fact; what a failed purpose served did not happen either.
      mood.weaken(to: .planned, by: markers.first)
    }
    let isTemporal = marks.contains {
      ["after", "before", "while", "when", "as", "since", "because"].contains($0)
    }
    if !marks.isEmpty, !isTemporal, cues.unreal.contains(tree.lemma(parent)) {
      mood.weaken(to: .hypothetical, by: parent)
    }
    let isAccusation =
      !tree.children(parent, "aux:pass", "nsubj:pass").isEmpty
      && ["accuse", "suspect", "charge", "convict"].contains(tree.lemma(parent))
      && marks.contains("of")
    if isAccusation { mood.attribute(to: attributions.hearsay(parent), by: parent) }
    if ["accuse", "suspect"].contains(tree.lemma(parent)), marks.contains("of"), !isAccusation {
      mood.attribute(to: attributions.speaker(of: parent), by: parent)
    }
    if let auxiliary = auxiliaryStatus(parent), marks.isEmpty {
      mood.weaken(to: auxiliary.status, by: auxiliary.token)
    }
  }

  private func relative(_ clause: Int, into mood: inout Mood) {
    // A relative clause is the writer's, or the speaker's where a speaker's clause holds it all.
    if let attribution = attributions.phrase(covering: clause) { mood.attribution = attribution }
    if mood.attribution == nil { mood.attribution = attributions.enclosing(clause) }
  }

  /// "the council led by Quiroga" holds whatever is said of the council; "no council led by him" does not.
  private func isReducedRelative(_ clause: Int, of noun: Int) -> Bool {
    let lemma = tree.lemma(noun)
    return ["VBN", "VBG"].contains(tree.token(clause).xpos) && tree.children(clause, "mark").isEmpty
      && clause > noun && !cues.knowledge.contains(lemma) && !cues.reportNouns.contains(lemma)
      && !isNegativeNominal(noun) && !["claim", "allegation"].contains(lemma)
  }

  private func clauseOfNoun(_ clause: Int, noun: Int, into mood: inout Mood) {
    let lemma = tree.lemma(noun)
    let marks = tree.children(clause, "mark").map { tree.form($0).lowercased() }
    if cues.knowledge.contains(lemma) { readKnowledge(of: noun, into: &mood) }
    if marks.contains("to") {
      if cues.negating.contains(lemma) { mood.negate(by: noun) }
      mood.weaken(to: cues.planning.contains(lemma) ? .planned : .hypothetical, by: noun)
    } else if marks.contains("of"), Self.prospects.contains(lemma) {
      mood.weaken(to: .hypothetical, by: noun)
    } else if cues.reportNouns.contains(lemma) || lemma == "claim" || lemma == "allegation" {
      mood.attribute(
        to: Attribution(
          entity: nil, text: context.words(tree.nominalSpan(noun)),
          cue: tree.form(noun).lowercased()),
        by: noun)
      // "dismissed reports that …": who dismisses them denies it.
      if let verb = tree.head(noun), ["obj", "iobj"].contains(tree.relation(noun)),
        cues.denying.contains(tree.lemma(verb)), !isNegated(verb)
      {
        mood.negate(by: verb)
        mood.attribution = attributions.speaker(of: verb) ?? mood.attribution
      }
    }
  }

  private static let prospects: Set<String> = [
    "possibility", "prospect", "idea", "hope", "chance", "risk", "likelihood", "threat",
  ]

  /// "evidence that …" is a claim, "no evidence that …" says nothing either way.
  private func readKnowledge(of noun: Int, into mood: inout Mood) {
    let isAbsent =
      isNegativeNominal(noun)
      || (tree.head(noun).map { isNegated($0) || cues.negating.contains(tree.lemma($0)) } ?? false)
    if isAbsent {
      mood.isVoid = true
      mood.note(.voids, noun)
    } else {
      mood.weaken(to: .claimed, by: noun)
    }
  }

  /// A conjunct without its own subject shares auxiliaries; every conjunct shares the claimant.
  private func shareWithConjunct(_ conjunct: Int, first: Int, into mood: inout Mood) {
    guard tree.token(conjunct).upos == .verb || tree.token(conjunct).upos == .adj else { return }
    let hasSubject = !tree.children(conjunct, "nsubj", "nsubj:pass").isEmpty
    guard !hasSubject else { return }
    if tree.children(conjunct, "aux").isEmpty, let auxiliary = auxiliaryStatus(first) {
      mood.weaken(to: auxiliary.status, by: auxiliary.token)
    }
    let conjunction = tree.children(conjunct, "cc").map { tree.lemma($0) }.first
    if conjunction == "or", isNegated(first) { mood.negate(by: first) }
  }

  /// The mood of the clause around a nominal relation.
  private func inheritClause(_ parent: Int, from child: Int, into mood: inout Mood) {
    guard tree.token(parent).upos == .verb else { return }
    let isDirect = ["obj", "obl", "nsubj"].contains(tree.relation(child))
    guard isDirect else { return }
    let lemma = tree.lemma(parent)
    if isNegated(parent) && !isNegativeNominal(child) { mood.negate(by: parent) }
    if cues.negating.contains(lemma) || cues.denying.contains(lemma),
      tree.relation(child) == "obj"
    {
      mood.isNegated = true
      mood.note(.negates, parent)
      if cues.denying.contains(lemma) {
        mood.attribute(to: attributions.speaker(of: parent), by: parent)
      }
    } else if cues.planning.contains(lemma),
      tree.relation(child) == "obj"
        || (tree.deprel(child) == "nsubj:pass" && !tree.children(parent, "xcomp").isEmpty)
    {
      mood.weaken(to: .planned, by: parent)
    } else if tree.relation(child) == "obj", cues.unreal.contains(lemma) {
      mood.weaken(to: .hypothetical, by: parent)
    }
    if let auxiliary = auxiliaryStatus(parent) {
      mood.weaken(to: auxiliary.status, by: auxiliary.token)
    }
  }
}
