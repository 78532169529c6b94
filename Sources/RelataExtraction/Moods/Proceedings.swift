import RelataCore
import RelataLanguage

/// What a word of law or of the press says of the act that is named below it: that somebody is charged with
/// it, cleared of it, convicted of it, or that the charge was taken back.
///
/// The act is a clause or a noun: "acquitted of killing", "charges that he paid", "on trial for the murder
/// of". Being charged is no guilt: the act is then claimed.
struct Proceedings: Sendable {
  /// What is said of the act.
  enum Verdict: Sendable {
    /// Somebody lays it to him: it is claimed.
    case charged
    /// He did it, says a court.
    case convicted
    /// He says himself that he did it.
    case confessed
    /// He says himself that he did not.
    case disowned
    /// He did not do it.
    case cleared
    /// Whatever was said of it is taken back, or nobody says it.
    case dropped
  }

  let context: SentenceContext
  let negation: Negation
  var tree: SentenceTree { context.tree }
  var cues: CueWords { context.lexicon.cues }

  init(_ context: SentenceContext) {
    self.context = context
    negation = Negation(tree: context.tree)
  }

  /// What the word above an act says of it, nil where that word is none of law or press.
  ///
  /// - Parameters:
  ///   - act: The head of a clause or noun phrase.
  ///   - parent: Its head.
  ///   - isItself: Whether the act is the relation in question and not something on the way to it.
  /// - Returns: The verdict; the outermost word decides where several stand above each other.
  func verdict(on act: Int, under parent: Int, isItself: Bool) -> Verdict? {
    if isTakenBack(act, by: parent, isItself: isItself) { return .dropped }
    guard isNamed(act, under: parent) else { return nil }
    let found =
      plainVerdict(on: act, under: parent)
      ?? stateOfAffairs(parent).flatMap { plainVerdict(on: act, under: $0) }
    guard let found, found == .charged || found == .convicted else { return found }
    if isWrong(parent) { return .cleared }
    return isEnded(parent) || isEndedLater(parent) ? .dropped : found
  }

  private func plainVerdict(on act: Int, under parent: Int) -> Verdict? {
    let lemma = tree.lemma(parent)
    let isDenied = negation.isNegated(parent) || negation.isNegativeNominal(parent)
    if lemma == "plead" || tree.head(parent).map({ tree.lemma($0) }) == "plead" {
      return plea(parent)
    }
    if lemma == "denial" { return isDenied ? nil : .disowned }
    if lemma == "guilty" || lemma == "innocent" {
      return isDenied == (lemma == "innocent") ? .convicted : .cleared
    }
    if cues.mistaking.contains(lemma) { return isDenied ? nil : .cleared }
    if cues.clearing.contains(lemma) { return isDenied ? .dropped : .cleared }
    if cues.convicting.contains(lemma), lemma != "sentence" || tree.token(parent).upos == .verb {
      return isDenied ? .dropped : .convicted
    }
    if cues.confessing.contains(lemma), isNounOrGerund(act) {
      return isDenied ? .disowned : .confessed
    }
    // "some suspicion that": grounds to believe something, read as such.
    guard isCharge(parent), !cues.knowledge.contains(lemma) || isGerund(act) else { return nil }
    return isDenied ? .dropped : .charged
  }

  /// Words that lay an act to somebody only as nouns: "a claim of", not "claims for".
  private static let onlyNouns: Set<String> = [
    "count", "claim", "report", "case", "warrant", "rumor", "rumour", "suit", "complaint",
  ]

  /// Whether a verb or noun lays an act to somebody.
  func isCharge(_ word: Int) -> Bool {
    let lemma = tree.lemma(word)
    return cues.charging.contains(lemma)
      && (tree.token(word).upos == .noun || !Self.onlyNouns.contains(lemma))
  }

  /// "is awaiting trial for", "went on trial for": the noun of the verb, where the act hangs on the verb.
  func stateOfAffairs(_ verb: Int) -> Int? {
    guard tree.token(verb).upos == .verb else { return nil }
    return tree.children(verb, "obj", "obl").first { noun in
      guard tree.token(noun).upos == .noun,
        isCharge(noun) || cues.convicting.contains(tree.lemma(noun))
      else { return false }
      return tree.relation(noun) == "obj"
        ? cues.facing.contains(tree.lemma(verb)) || tree.lemma(verb) == "serve"
        : ["on", "under", "to"].contains(tree.preposition(noun))
    }
  }

  private func plea(_ parent: Int) -> Verdict {
    let words = tree.subtree(parent) { tree.relation($0) != "advcl" }.map {
      tree.form($0).lowercased()
    }
    return words.contains("not") || words.contains("innocent") ? .disowned : .convicted
  }

  private func isNounOrGerund(_ act: Int) -> Bool {
    tree.token(act).upos != .verb || isGerund(act)
      || tree.children(act, "mark").contains { tree.form($0).lowercased() == "to" }
  }

  private func isGerund(_ act: Int) -> Bool {
    tree.token(act).upos == .verb
      && (tree.token(act).xpos == "VBG" || tree.form(act).lowercased().hasSuffix("ing"))
  }

  private static let joining: Set<String> = ["of", "for", "over", "from", "in", "on", "with", "to"]

  /// Whether the act is what the word is about: "acquitted of it", "accused of", "charges that", "admitted
  /// paying"; not its place or time.
  private func isNamed(_ act: Int, under parent: Int) -> Bool {
    switch tree.relation(act) {
    case "advcl", "acl", "ccomp":
      if tree.deprel(act) == "acl:relcl" { return isContent(act, of: parent) }
      guard tree.deprel(act) != "advcl:relcl", tree.relation(act) != "ccomp" || isGerund(act) else {
        return false
      }
      let marks = tree.children(act, "mark", "case").map { tree.form($0).lowercased() }
      let isNoun = tree.token(parent).upos == .noun
      if marks.isEmpty { return isNoun && isGerund(act) && act < parent }
      // "Far from helping her, he sued": before the verb it is no charge.
      if !isNoun, act < parent { return false }
      return marks.contains { Self.joining.contains($0) || isNoun && $0 == "that" }
        && (!marks.contains("to") || cues.confessing.contains(tree.lemma(parent))
          || ["plead", "guilty", "innocent"].contains(tree.lemma(parent)))
    case "obl", "nmod":
      guard tree.deprel(act) == "obl" || tree.deprel(act) == "nmod" else { return false }
      if cues.mistaking.contains(tree.lemma(parent)) {
        return ["for", "as", "with"].contains(tree.preposition(act))
      }
      let preposition =
        isGerund(act)
        ? tree.children(act, "mark", "case").first.map { tree.form($0).lowercased() } ?? ""
        : tree.preposition(act)
      return Self.joining.contains(preposition)
        || ["in connection with", "because of", "due to", "in relation to"].contains(preposition)
    // "accused of paying", whatever the parser calls it.
    case "xcomp"
    where isGerund(act) && tree.token(parent).upos == .verb && isCharge(parent)
      && tree.children(act, "mark", "case").contains { tree.form($0).lowercased() == "of" }:
      return true
    case "xcomp", "obj":
      return cues.confessing.contains(tree.lemma(parent)) && isGerund(act)
        || tree.lemma(parent) == "plead"
    default: return false
    }
  }

  /// "charges that he had paid her", where the parser took the clause for a relative one: it has a subject and an
  /// object of its own, so that "that" stands for neither.
  private func isContent(_ clause: Int, of noun: Int) -> Bool {
    guard tree.token(noun).upos == .noun,
      isCharge(noun) || cues.reportNouns.contains(tree.lemma(noun)),
      let that = tree.subtree(clause).first, tree.form(that).lowercased() == "that"
    else { return false }
    let subjects = tree.children(clause, "nsubj", "nsubj:pass").filter { $0 != that }
    return !subjects.isEmpty
      && (!tree.children(clause, "iobj", "cop").isEmpty
        || tree.children(clause, "obj").contains { $0 != that } || tree.head(that) != clause)
  }

  /// "a story that said", "the lawsuit that accused": what the clause says is what the noun says.
  func isReport(_ clause: Int, of noun: Int) -> Bool {
    guard tree.token(noun).upos == .noun, tree.deprel(clause) == "acl:relcl",
      isCharge(noun) || cues.reportNouns.contains(tree.lemma(noun))
    else { return false }
    return cues.saying.contains(tree.lemma(clause)) || isCharge(clause)
  }

  /// "wrongly convicted", "falsely accused", "a false accusation".
  private func isWrong(_ word: Int) -> Bool {
    tree.children(word, "advmod", "amod").contains {
      cues.wrongly.contains(tree.lemma($0)) || ["false", "wrongful"].contains(tree.lemma($0))
    }
  }

  /// Whose act it is: the accused, the acquitted, who confesses; heads of nominals.
  ///
  /// Empty where the word above is none of law, or the charge was dropped.
  func doers(of act: Int) -> [Int] {
    guard let parent = tree.head(act) else { return [] }
    // "of any role in the murder": whose role it is.
    if Self.parts.contains(tree.lemma(parent)), tree.preposition(act) == "in" {
      return doers(of: parent)
    }
    switch verdict(on: act, under: parent, isItself: true) {
    case nil, .dropped: return []
    case .confessed where tree.token(parent).upos == .verb,
      .disowned where tree.token(parent).upos == .verb:
      return context.predication(of: parent).agents
    default: break
    }
    let reader = PredicationReader(tree: tree)
    switch tree.token(parent).upos {
    case .verb:
      let predication = context.predication(of: parent)
      // "will stand trial for the killing": the verb's subject.
      let isOfNoun = plainVerdict(on: act, under: parent) == nil
      return isOfNoun && !predication.isPassive ? predication.agents : predication.patients
    case .adj:
      let subjects = tree.children(parent, "nsubj")
      return subjects.isEmpty ? reader.read(parent).agents : subjects
    default: return reader.chargedParty(of: parent)
    }
  }

  private static let parts: Set<String> = [
    "role", "part", "involvement", "complicity", "participation", "hand", "connection",
  ]

  // MARK: Taken back

  /// "charges that … were dropped", "quashed his conviction for …", "withdrew her claim that …", "apologised for
  /// saying that …", "the purchase of … was blocked".
  private func isTakenBack(_ act: Int, by parent: Int, isItself: Bool) -> Bool {
    let lemma = tree.lemma(act)
    guard !negation.isNegated(parent) else { return false }
    // "threw out the case against him for paying": where the act hangs on the verb.
    if isListed(parent, in: cues.dropping), isGerund(act), isNamed(act, under: parent),
      tree.children(parent, "obj", "nsubj:pass").contains(where: {
        isCharge($0) || cues.convicting.contains(tree.lemma($0))
      })
    {
      return true
    }
    if isListed(parent, in: cues.failing), tree.token(parent).upos == .verb {
      // "failed to convince" is another failure.
      if cues.transactions.contains(lemma), isSubjectOrObject(act, of: parent),
        tree.children(parent, "xcomp").isEmpty
      {
        return true
      }
      // "was stopped from buying", "blocked it from buying"
      let isBarred = tree.children(act, "mark", "case").contains {
        tree.form($0).lowercased() == "from"
      }
      if isBarred, isItself, isChangeOfOwner(act) { return true }
    }
    if isListed(parent, in: cues.apologizing) {
      let isForSaying = cues.saying.contains(lemma) || cues.charging.contains(lemma)
      if isForSaying, !isItself, tree.relation(act) != "nsubj" { return true }
    }
    guard !isItself || Self.words.contains(lemma),
      cues.charging.contains(lemma) || cues.convicting.contains(lemma)
        || cues.reportNouns.contains(lemma) || cues.saying.contains(lemma),
      tree.token(act).upos == .noun
    else { return false }
    return isDropping(parent) && isSubjectOrObject(act, of: parent)
  }

  /// Whether a verb takes a charge back: "dropped", "threw out"; not the accused who dismisses it.
  func isDropping(_ verb: Int) -> Bool { isListed(verb, in: cues.dropping) && !isDenial(by: verb) }

  /// "buying": a verb after which somebody else owns it.
  func isChangeOfOwner(_ verb: Int) -> Bool {
    let lemma = tree.lemma(verb)
    return !["own", "have", "hold", "belong", "receive"].contains(lemma)
      && (context.lexicon.verbFrames[lemma] ?? []).contains { $0.relation == "owns" }
  }

  /// Who dismisses or rejects a report denies it; a court or an authority that does ends the matter.
  private func isDenial(by verb: Int) -> Bool {
    guard cues.denying.contains(tree.lemma(verb)), !context.predication(of: verb).isPassive else {
      return false
    }
    return !context.predication(of: verb).agents.contains { agent in
      tree.subtree(agent).contains {
        cues.benches.contains(tree.lemma($0))
      }
    }
  }

  /// What is only said: gone when it is withdrawn; a trial that is stopped has been.
  private static let words: Set<String> = [
    "allegation", "accusation", "claim", "rumor", "rumour", "suspicion", "story", "report",
  ]

  private func isSubjectOrObject(_ act: Int, of verb: Int) -> Bool {
    switch tree.relation(act) {
    case "obj", "nsubj": true
    case "obl": ["from", "on", "for", "of"].contains(tree.preposition(act))
    default: false
    }
  }

  /// Whether a verb, alone or with its particle ("walk away"), is one of a list.
  private func isListed(_ word: Int, in list: Set<String>) -> Bool {
    let lemma = tree.lemma(word)
    if list.contains(lemma) { return true }
    return tree.children(word, "compound:prt", "advmod", "compound").contains {
      list.contains("\(lemma)_\(tree.form($0).lowercased())")
    }
  }
}
