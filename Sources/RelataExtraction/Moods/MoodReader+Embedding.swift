import RelataCore
import RelataLanguage

/// What a governing verb or adjective makes of the clause below it.
extension MoodReader {
  /// Effects of a governing verb, noun or adjective on its complement.
  func embed(under parent: Int, clause: Int, isFinite: Bool, into mood: inout Mood) {
    let lemma = tree.lemma(parent)
    if cues.knowledge.contains(lemma), tree.token(parent).upos == .noun {
      return readKnowledge(of: parent, into: &mood)
    }
    let parentNegated = isNegated(parent)
    guard isFinite else {
      return openComplement(under: parent, lemma: lemma, isNegated: parentNegated, into: &mood)
    }
    if isFalsehood(parent) {
      mood.negate(by: parent)
      mood.isSettled = true
    } else if cues.saying.contains(lemma), isFalselySaid(parent) {
      // The text itself says that it is not so.
      mood.negate(by: parent)
      (mood.status, mood.attribution) = (.asserted, nil)
      mood.isSettled = true
    } else if cues.denying.contains(lemma), !parentNegated {
      mood.negate(by: parent)
      mood.attribute(to: attributions.speaker(of: parent), by: parent)
      mood.weaken(to: .claimed)
    } else if cues.saying.contains(lemma) {
      if attributions.isNobodys(parent) {
        mood.isVoid = true
        mood.note(.voids, parent)
      } else if parentNegated {
        mood.weaken(to: .hypothetical, by: parent)
      } else {
        mood.attribute(to: attributions.speaker(of: parent), by: parent)
      }
      if let auxiliary = modality.auxiliary(of: parent), auxiliary.status == .hypothetical {
        mood.weaken(to: .hypothetical, by: auxiliary.token)
      }
    } else if cues.doubting.contains(lemma) || cues.unreal.contains(lemma) || parentNegated {
      mood.weaken(to: .hypothetical, by: parent)
    } else if cues.planning.contains(lemma) {
      mood.weaken(to: .planned, by: parent)
    }
  }

  /// An infinitive or gerund: "failed to pay", "is said to pay", "denied paying".
  private func openComplement(
    under parent: Int, lemma: String, isNegated: Bool, into mood: inout Mood
  ) {
    if lemma == "deny" {
      deny(by: parent, isNegated: isNegated, into: &mood)
    } else if cues.negating.contains(lemma) {
      if !isNegated { mood.negate(by: parent) }
      mood.isSettled = true
    } else {
      if isNegated { mood.negate(by: parent) }
      let isPassive = !tree.children(parent, "aux:pass", "nsubj:pass").isEmpty
      if cues.planning.contains(lemma) {
        mood.weaken(to: .planned, by: parent)
      } else if isPassive && cues.hearsay.contains(lemma) {
        mood.attribute(to: attributions.hearsay(parent), by: parent)
      } else if cues.unreal.contains(lemma) {
        mood.weaken(to: .hypothetical, by: parent)
      }
    }
    if let auxiliary = modality.auxiliary(of: parent) {
      mood.weaken(to: auxiliary.status, by: auxiliary.token)
    }
  }

  /// Who denies something claims that it is not so; who does not deny it says neither.
  func deny(by verb: Int, isNegated: Bool, into mood: inout Mood) {
    guard !isNegated else { return mood.weaken(to: .hypothetical, by: verb) }
    mood.negate(by: verb)
    mood.attribute(to: attributions.speaker(of: verb), by: verb)
  }

  /// Purposes, conditions, and what somebody is accused of.
  func adverbial(_ clause: Int, of parent: Int, into mood: inout Mood) {
    let markers = tree.children(clause, "mark")
    let marks = markers.map { tree.form($0).lowercased() }
    if let mark = modality.conditionMark(of: clause) { mood.weaken(to: .hypothetical, by: mark) }
    // "resorted to bribing" has no purpose.
    let purpose =
      tree.token(clause).xpos == "VBG"
      ? nil : markers.first { tree.form($0).lowercased() == "to" }
    // "voted to confirm": done.
    if purpose != nil, tree.lemma(parent) == "vote", tree.token(parent).xpos == "VBD" { return }
    if let purpose {
      // A purpose is not a fact; what a failed purpose served did not happen either.
      mood.weaken(to: .planned, by: purpose)
    }
    let isTemporal = marks.contains {
      ["after", "before", "while", "when", "as", "since", "because"].contains($0)
    }
    let lemma = tree.lemma(parent)
    if !marks.isEmpty, !isTemporal, cues.unreal.contains(lemma) {
      mood.weaken(to: .hypothetical, by: parent)
    }
    if let auxiliary = modality.auxiliary(of: parent), marks.isEmpty {
      mood.weaken(to: auxiliary.status, by: auxiliary.token)
    }
  }

  /// A relative clause is the writer's, or the speaker's where a speaker's clause holds it all.
  func relative(_ clause: Int, into mood: inout Mood) {
    if let attribution = attributions.phrase(covering: clause) { mood.attribution = attribution }
    if mood.attribution == nil { mood.attribution = attributions.enclosing(clause) }
  }

  /// A conjunct without its own subject shares auxiliaries and the denial of an "or".
  func shareWithConjunct(_ conjunct: Int, first: Int, into mood: inout Mood) {
    guard tree.token(conjunct).upos == .verb || tree.token(conjunct).upos == .adj,
      tree.children(conjunct, "nsubj", "nsubj:pass").isEmpty
    else { return }
    if tree.children(conjunct, "aux").isEmpty, let auxiliary = modality.auxiliary(of: first) {
      mood.weaken(to: auxiliary.status, by: auxiliary.token)
    }
    if isNegated(first), negation.isShared(with: conjunct, of: first) { mood.negate(by: first) }
  }
}
