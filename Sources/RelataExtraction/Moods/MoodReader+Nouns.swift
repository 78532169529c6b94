import RelataCore
import RelataLanguage

/// What nouns make of the clause below them, and what a clause makes of the nominal relation in it.
extension MoodReader {
  /// "the council led by Quiroga" holds whatever is said of the council; "no council led by him" does not.
  func isReducedRelative(_ clause: Int, of noun: Int) -> Bool {
    ["VBN", "VBG"].contains(tree.token(clause).xpos) && tree.children(clause, "mark").isEmpty
      && clause > noun && !cues.knowledge.contains(tree.lemma(noun)) && !isReport(noun)
      && !negation.isNegativeNominal(noun)
  }

  private func isReport(_ noun: Int) -> Bool {
    cues.reportNouns.contains(tree.lemma(noun))
  }

  private static let prospects: Set<String> = [
    "possibility", "prospect", "idea", "hope", "chance", "risk", "likelihood", "threat",
  ]

  /// "a plan to attack", "the possibility of attacking", "reports that they attacked".
  func clauseOfNoun(_ clause: Int, noun: Int, into mood: inout Mood) {
    let lemma = tree.lemma(noun)
    let marks = tree.children(clause, "mark").map { tree.form($0).lowercased() }
    let isDenied = negation.isNegativeNominal(noun)
    if cues.knowledge.contains(lemma) || isDenied && isReport(noun) {
      readKnowledge(of: noun, into: &mood)
    } else if isDenied {
      // "no plan to attack", "no council led by him".
      mood.negate(by: noun)
    }
    if marks.contains("to") {
      if cues.negating.contains(lemma) { mood.negate(by: noun) }
      mood.weaken(to: cues.planning.contains(lemma) ? .planned : .hypothetical, by: noun)
    } else if marks.contains("of"), Self.prospects.contains(lemma) {
      mood.weaken(to: .hypothetical, by: noun)
    } else if isReport(noun) {
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

  /// "evidence that …" is a claim, "no evidence that …" says nothing either way.
  func readKnowledge(of noun: Int, into mood: inout Mood) {
    let isAbsent =
      negation.isNegativeNominal(noun)
      || (tree.head(noun).map { isNegated($0) || cues.negating.contains(tree.lemma($0)) } ?? false)
    if isAbsent {
      mood.isVoid = true
      mood.note(.voids, noun)
    } else {
      mood.weaken(to: .claimed, by: noun)
    }
  }

  private static let truths: Set<String> = ["true", "correct", "case", "accurate", "fact", "right"]

  /// "It is false that", "it is not true that", "it is a lie that".
  func isFalsehood(_ predicate: Int) -> Bool {
    let lemma = tree.lemma(predicate)
    guard !tree.children(predicate, "cop").isEmpty else { return false }
    return cues.falsehoods.contains(lemma) && !isNegated(predicate)
      || Self.truths.contains(lemma) && isNegated(predicate)
  }

  /// "falsely claimed that", "it is wrong to say that".
  func isFalselySaid(_ verb: Int) -> Bool {
    tree.children(verb, "advmod").contains { cues.wrongly.contains(tree.lemma($0)) }
      || tree.head(verb).map { isFalsehood($0) } == true
        && tree.children(verb, "mark").contains { tree.form($0).lowercased() == "to" }
  }

  /// "Rumours that they had married turned out to be false", also where the parser hung the verb on the noun.
  func isFalseReport(_ token: Int) -> Bool {
    guard tree.relation(token) == "acl", let noun = tree.head(token) else { return false }
    var predicates = tree.children(noun, "acl").filter { $0 > token }
    if tree.relation(noun) == "nsubj", let head = tree.head(noun) { predicates.append(head) }
    return predicates.contains { predicate in
      ([predicate] + tree.children(predicate, "xcomp")).contains { word in
        cues.falsehoods.contains(tree.lemma(word)) && !isNegated(word) && !isNegated(predicate)
      }
    }
  }

  /// The mood of the clause around a nominal relation ("talks with Iran").
  func inheritClause(_ verb: Int, from nominal: Int, into mood: inout Mood) {
    guard tree.token(verb).upos == .verb else { return }
    let lemma = tree.lemma(verb)
    let isObject = tree.relation(nominal) == "obj"
    let isDenied = isNegated(verb)
    if isObject, cues.negating.contains(lemma) || cues.denying.contains(lemma) {
      setAside(by: verb, isNegated: isDenied, into: &mood)
    } else {
      if isDenied && !negation.isNegativeNominal(nominal) { mood.negate(by: verb) }
      if cues.planning.contains(lemma),
        isObject
          || tree.deprel(nominal) == "nsubj:pass" && !tree.children(verb, "xcomp").isEmpty
      {
        mood.weaken(to: .planned, by: verb)
      } else if isObject, cues.unreal.contains(lemma) {
        mood.weaken(to: .hypothetical, by: verb)
      }
    }
    if let auxiliary = modality.auxiliary(of: verb) {
      mood.weaken(to: auxiliary.status, by: auxiliary.token)
    }
  }

  /// "halted talks", "denied links": the verb denies its object, unless it is denied itself.
  ///
  /// Who did not deny a thing that others claim leaves it claimed; who did not halt it let it be.
  private func setAside(by verb: Int, isNegated: Bool, into mood: inout Mood) {
    let isDenial = cues.denying.contains(tree.lemma(verb))
    if isNegated {
      if isDenial, mood.attribution == nil { mood.weaken(to: .hypothetical, by: verb) }
      return
    }
    mood.isNegated = true
    mood.note(.negates, verb)
    if isDenial { mood.attribute(to: attributions.speaker(of: verb), by: verb) }
  }
}
