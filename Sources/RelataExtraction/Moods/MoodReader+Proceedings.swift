import RelataCore
import RelataLanguage

/// What charges, verdicts and confessions make of the act below them.
extension MoodReader {
  func pass(_ verdict: Proceedings.Verdict, on act: Int, by word: Int, into mood: inout Mood) {
    mood.isSettled = true
    switch verdict {
    case .charged: charge(by: word, into: &mood)
    case .convicted:
      // "guilty of the charge that": what was claimed is proven.
      if proceedings.isCharge(act) { (mood.status, mood.attribution) = (.asserted, nil) }
      if let auxiliary = modality.auxiliary(of: word) {
        mood.weaken(to: auxiliary.status, by: auxiliary.token)
      }
    case .confessed:
      mood.attribute(to: confessor(word), by: word)
      mood.weaken(to: .claimed, by: word)
    case .disowned:
      mood.isNegated.toggle()
      mood.note(.negates, word)
      mood.attribute(to: confessor(word), by: word)
      mood.weaken(to: .claimed, by: word)
    case .cleared:
      // Whatever was claimed before, the text says that it is not so.
      mood.isNegated = true
      (mood.status, mood.attribution) = (.asserted, nil)
      mood.note(.negates, word)
    case .dropped:
      mood.isVoid = true
      mood.note(.voids, word)
    }
  }

  /// Whether a word of law or press stands right above: "mistaken for a member of".
  func isUnderProceedings(_ token: Int) -> Bool {
    tree.head(token).map { proceedings.verdict(on: token, under: $0, isItself: true) != nil }
      ?? false
  }

  /// The authority where it is named, else the words of the charge.
  private func charge(by governor: Int, into mood: inout Mood) {
    // "is awaiting trial": the trial lays it to him.
    let word =
      proceedings.isCharge(governor)
      ? governor : proceedings.stateOfAffairs(governor) ?? governor
    defer { mood.weaken(to: .claimed, by: mood.attribution == nil ? word : nil) }
    // Who sues somebody for what he said does not say it.
    guard mood.attribution == nil else { return }
    if tree.token(word).upos == .verb {
      let isPassive = context.predication(of: word).isPassive
      mood.attribute(
        to: isPassive ? attributions.hearsay(word) : attributions.speaker(of: word), by: word)
    } else if let verb = tree.head(word), ["obj", "iobj"].contains(tree.relation(word)),
      cues.denying.contains(tree.lemma(verb)), !isNegated(verb)
    {
      // "denied charges of", "rejected claims that": who does denies it.
      mood.isNegated = true
      mood.note(.negates, verb)
      mood.attribute(to: attributions.speaker(of: verb), by: verb)
    } else {
      mood.attribute(
        to: Attribution(
          entity: nil, text: context.words(tree.nominalSpan(word)),
          cue: tree.form(word).lowercased()),
        by: word)
    }
  }

  /// Who admits it: the subject of the verb, the owner of the noun.
  private func confessor(_ word: Int) -> Attribution? {
    if tree.token(word).upos == .verb { return attributions.speaker(of: word) }
    let cue = tree.form(word).lowercased()
    if let owner = tree.children(word, "nmod:poss").first {
      return attributions.attribution(to: owner, cue: cue)
    }
    return tree.head(word).flatMap {
      tree.token($0).upos == .verb ? attributions.speaker(of: $0) : nil
    }
  }
}
