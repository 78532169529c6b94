import RelataCore
import RelataLanguage

/// Charges that a later sentence ends: "Kern was accused of bribing Weiss. He was acquitted in May."
extension Proceedings {
  /// How many sentences behind a charge its end is looked for.
  static let reach = 3

  /// Whom the sentence tells to be cleared, without a word of what he is cleared of but the charges: what was said
  /// of him before is meant.
  func cleared() -> Set<EntityID> {
    let finder = ArgumentFinder(context)
    var found: Set<EntityID> = []
    for verb in tree.tokens.indices where tree.token(verb).upos == .verb {
      guard !negation.isNegated(verb), !isOpen(verb), !isHypothetical(verb), !namesAct(verb) else {
        continue
      }
      let persons = endedFor(verb).flatMap { finder.arguments($0) }
      found.formUnion(
        persons.filter { $0.type == .person || $0.type == .organization }.map(\.entity))
    }
    return found
  }

  /// Whose charges a verb ends.
  private func endedFor(_ verb: Int) -> [Int] {
    if let cleared = cleared(by: verb) { return cleared }
    return droppedCharges(by: verb).flatMap { charge in
      (tree.children(charge, "nmod", "nmod:poss") + tree.children(verb, "obl")).filter {
        tree.deprel($0) == "nmod:poss"
          || ["against", "of"].contains(tree.preposition($0))
            && [.propn, .pron].contains(tree.token($0).upos)
      }
    }
  }

  /// "acquitted of bribing Weiss": that act alone, which its own reading tells.
  private func namesAct(_ verb: Int) -> Bool {
    tree.children(verb, "advcl", "obl", "acl", "ccomp", "xcomp").contains { act in
      if tree.token(act).upos == .verb {
        return tree.children(act, "mark").contains { tree.form($0) == "of" }
      }
      return tree.preposition(act) == "of" && !isCharge(act) && tree.token(act).upos == .noun
        && !["count", "wrongdoing", "crime", "offence", "offense"].contains(tree.lemma(act))
    }
  }

  private func isHypothetical(_ verb: Int) -> Bool {
    MoodReader(context).mood(of: verb).status != .asserted
  }

  /// Whether the one who is charged is cleared soon after.
  func isEndedLater(_ charge: Int) -> Bool {
    guard !context.clearedLater.isEmpty else { return false }
    let predication = context.predication(of: charge)
    let finder = ArgumentFinder(context)
    return (predication.patients.isEmpty ? predication.agents : predication.patients)
      .flatMap { finder.arguments($0) }.contains { context.clearedLater.contains($0.entity) }
  }
}

extension [SentenceContext] {
  /// Notes for each sentence whom the next ones clear.
  mutating func noteClearances() {
    let cleared = map { Proceedings($0).cleared() }
    guard cleared.contains(where: { !$0.isEmpty }) else { return }
    for i in indices {
      let next = cleared[(i + 1)..<Swift.min(i + 1 + Proceedings.reach, count)]
      self[i].clearedLater = next.reduce(into: []) { $0.formUnion($1) }
    }
  }
}
