import RelataCore
import RelataLanguage

/// Decides how a clause is meant: the order in which cues are heard, from the clause outwards.
///
/// Follows the scope rules of factuality work (Saurí & Pustejovsky 2009): each embedding word
/// passes on, flips or weakens the commitment of the clause below it.
struct MoodReader: Sendable {
  let context: SentenceContext
  let negation: Negation
  let modality: Modality
  let past: PastTime
  let attributions: AttributionReader
  let proceedings: Proceedings
  private let fiction: Fiction
  var tree: SentenceTree { context.tree }
  var cues: CueWords { context.lexicon.cues }

  init(_ context: SentenceContext) {
    self.context = context
    negation = Negation(tree: context.tree)
    modality = Modality(tree: context.tree, cues: context.lexicon.cues)
    past = PastTime(tree: context.tree)
    attributions = AttributionReader(context)
    proceedings = Proceedings(context)
    fiction = Fiction(tree: context.tree, cues: context.lexicon.cues)
  }

  /// Reads the clause's own words, its shape, what embeds it, and last what is said of the whole sentence.
  ///
  /// Later cues only weaken a status; the claimant nearest to the clause stays. The words that decided are
  /// kept where `recordsCues` asks for them.
  func mood(of token: Int, recordsCues: Bool = false) -> Mood {
    var mood = Mood()
    if recordsCues { mood.cues = [] }
    readOwn(token, into: &mood)
    readShape(token, into: &mood)
    climb(from: token, into: &mood)
    readSentence(around: token, into: &mood)
    // "refused to let Karst buy Bergbahn": a sale that did not come about says nothing of who owns it.
    if mood.isNegated, !negation.isNegated(token), !mood.isSettled,
      proceedings.isChangeOfOwner(token)
    {
      mood.isVoid = true
    }
    return mood
  }

  func isNegated(_ token: Int) -> Bool { negation.isNegated(token) }
  func isLeftOut(_ end: Int) -> Bool { negation.isLeftOut(end) }

  // MARK: The clause itself

  /// Negators, auxiliaries, adverbs and subordinators of the clause's own.
  private func readOwn(_ token: Int, into mood: inout Mood) {
    let negators = negation.negators(of: token)
    if !negators.count.isMultiple(of: 2) {
      for word in negators { mood.note(.negates, word) }
      mood.isNegated = true
    }
    if let auxiliary = modality.auxiliary(of: token) {
      mood.weaken(to: auxiliary.status, by: auxiliary.token)
    }
    if let word = modality.futureWord(of: token) { mood.weaken(to: .planned, by: word) }
    if let adverb = tree.children(token, "advmod").first(where: {
      cues.hearsayAdverbs.contains(tree.lemma($0))
    }) {
      let word = tree.form(adverb).lowercased()
      mood.weaken(to: .claimed, by: adverb)
      mood.attribution = Attribution(entity: nil, text: word, cue: word)
    }
    if past.hasEnded(token) { mood.isFormer = true }
    if let word = past.word(of: token) {
      mood.isFormer = true
      mood.note(.ends, word)
    }
    if let mark = modality.conditionMark(of: token) {
      mood.weaken(to: .hypothetical, by: mark)
    }
  }

  /// What is meant by how the clause is put, not by one cue word.
  private func readShape(_ token: Int, into mood: inout Mood) {
    if negation.isSetAside(token) { mood.isNegated.toggle() }
    if past.isHabit(token) { mood.isFormer = true }
    if modality.isDue(token) { mood.weaken(to: .planned) }
    if modality.isInvertedCondition(token) {
      // "Had they not paid": they did.
      mood.isNegated = false
      mood.weaken(to: .hypothetical)
    }
    if modality.isMerelyJudged(token) { mood.weaken(to: .hypothetical) }
    if isFalseReport(token) { mood.isVoid = true }
  }

  // MARK: What embeds it

  /// From the clause to the root, each word above it in turn.
  ///
  /// A relative clause ends the way: what is said of its noun is not said of it.
  private func climb(from token: Int, into mood: inout Mood) {
    var current = token
    var steps = 0
    while let parent = tree.head(current), steps < Self.highest {
      steps += 1
      let relation = tree.deprel(current)
      if let verdict = proceedings.verdict(on: current, under: parent, isItself: current == token) {
        pass(verdict, on: current, by: parent, into: &mood)
        current = parent
        continue
      }
      switch tree.relation(current) {
      case "xcomp":
        embed(under: parent, clause: current, isFinite: false, into: &mood)
      case "ccomp", "csubj":
        embed(under: parent, clause: current, isFinite: true, into: &mood)
      case "advcl" where past.isHabit(current):
        mood.isFormer = true
      case "advcl":
        adverbial(current, of: parent, into: &mood)
        if relation == "advcl:relcl" {
          if isCleft(parent), isNegated(parent) { mood.negate(by: parent) }
          return relative(current, into: &mood)
        }
      case "acl":
        if proceedings.isReport(current, of: parent) { break }
        if relation == "acl:relcl" || isReducedRelative(current, of: parent) {
          return relative(current, into: &mood)
        }
        clauseOfNoun(current, noun: parent, into: &mood)
      case "conj":
        shareWithConjunct(current, first: parent, into: &mood)
      case "parataxis":
        if let speech = attributions.speech(beside: current) {
          mood.attribution = attributions.speaker(of: speech)
          mood.note(.attributes, speech)
        }
      case "obj", "obl", "nsubj":
        // A nominal relation ("talks with Iran") takes the mood of the clause it is in.
        inheritClause(parent, from: current, into: &mood)
      default: break
      }
      current = parent
    }
    if mood.attribution == nil, let speech = attributions.speech(beside: current) {
      mood.attribute(to: attributions.speaker(of: speech), by: speech)
    }
  }

  /// "It was not Togo that attacked Benin": what is denied of the name is said by the clause behind it.
  private func isCleft(_ parent: Int) -> Bool {
    !tree.children(parent, "cop").isEmpty
      && tree.children(parent, "expl", "nsubj").contains { tree.lemma($0) == "it" }
  }

  /// Deeper trees are the work of a parser that lost its way.
  private static let highest = 24

  // MARK: The sentence

  /// "according to …", a closing "officials said", the quotation around it all, a question mark.
  private func readSentence(around token: Int, into mood: inout Mood) {
    if let answer = context.answer {
      if answer.isNegative { mood.isNegated.toggle() }
      mood.attribute(to: answer.attribution, by: nil)
      mood.weaken(to: .claimed)
      mood.isSettled = true
      return
    }
    mood.attribute(
      to: attributions.phrase(covering: token) ?? attributions.closing(covering: token)
        ?? (mood.attribution == nil ? context.quoted : nil), by: nil)
    if mood.attribution == nil, let pleading = attributions.pleading {
      mood.attribute(to: pleading, by: nil)
      mood.isSettled = true
    }
    if mood.attribution != nil { mood.weaken(to: .claimed) }
    if let work = fiction.word(covering: token) {
      mood.isVoid = true
      mood.note(.voids, work)
    }
    if let mark = modality.questionMark { mood.weaken(to: .hypothetical, by: mark) }
  }
}
