import RelataCore
import RelataLanguage

/// Charges that the same sentence ends: "Kern, who was accused of it, was acquitted", "accused of it but
/// cleared", "dropped the case against Kern, who was charged with it".
extension Proceedings {
  /// Whether the sentence says of the one who is charged or convicted that nothing came of it.
  ///
  /// The end stands above the charge where that describes somebody or gives the circumstances, or behind it, joined
  /// to it. What only may end ("could be cleared", "if he is cleared", "was not acquitted") has not.
  func isEnded(_ charge: Int) -> Bool {
    guard [.verb, .adj].contains(tree.token(charge).upos) else { return false }
    let predication = context.predication(of: charge)
    let finder = ArgumentFinder(context)
    var charged = (predication.patients.isEmpty ? predication.agents : predication.patients).map {
      finder.antecedent(ofRelative: $0) ?? $0
    }
    // "acquitted Kern, sentenced to a year for it": joined to the verb, whoever it describes.
    if tree.relation(charge) == "advcl",
      tree.children(charge, "nsubj", "nsubj:pass", "aux", "cop").isEmpty
    {
      charged = []
    }
    return possibleEnds(of: charge).contains { end in
      guard !negation.isNegated(end), !isOpen(end) else { return false }
      return isEnd(end, ofChargeAgainst: charged)
    }
  }

  private func possibleEnds(of charge: Int) -> [Int] {
    var heads: [Int] = []
    var current = charge
    // Up: from a description of somebody to the verb that he stands with, from circumstances to what they are of.
    for _ in 0..<6 {
      guard let parent = tree.head(current) else { break }
      let relation = tree.relation(current)
      if tree.token(parent).upos == .verb, relation != "conj" || current < parent {
        let isAround = ["nsubj", "obj", "obl", "advcl", "parataxis"].contains(relation)
        if isAround { heads.append(parent) }
        break
      }
      guard ["acl", "appos", "conj", "nmod", "xcomp"].contains(relation) else { break }
      current = parent
    }
    let sisters = heads.flatMap { tree.children($0, "conj") }
    return heads + sisters + clauses(behind: charge)
  }

  /// What is joined to a charge behind it, or to the act that it names: parsers take either.
  private func clauses(behind charge: Int) -> [Int] {
    let near = tree.children(charge, "conj", "advcl", "parataxis", "obl", "xcomp").filter {
      $0 > charge && tree.token($0).upos == .verb
    }
    return near + near.flatMap { tree.children($0, "conj", "advcl", "parataxis") }
  }

  /// What has not happened yet, or perhaps not at all.
  func isOpen(_ verb: Int) -> Bool {
    tree.children(verb, "mark").contains {
      ["if", "unless", "whether", "to", "lest"].contains(tree.form($0).lowercased())
    } || tree.children(verb, "aux").contains { tree.token($0).xpos == "MD" }
  }

  private func isEnd(_ verb: Int, ofChargeAgainst charged: [Int]) -> Bool {
    let predication = context.predication(of: verb)
    // "Although he was accused of it, Kern was cleared": one pronoun is enough.
    let isHis = { (persons: [Int]) in
      persons.isEmpty || charged.isEmpty
        || (persons + charged).contains { tree.token($0).upos == .pron }
        || persons.contains(where: charged.contains)
    }
    if let cleared = cleared(by: verb) { return isHis(cleared) }
    let objects = tree.children(verb, "obj", "nsubj", "nsubj:pass").filter {
      tree.token($0).upos == .noun
    }
    if cues.achieving.contains(tree.lemma(verb)),
      objects.contains(where: { cues.clearing.contains(tree.lemma($0)) })
    {
      return isHis(predication.isPassive ? predication.patients : predication.agents)
    }
    return droppedCharges(by: verb).contains { noun in
      let named = (tree.children(noun, "nmod") + tree.children(verb, "obl")).filter {
        ["against", "of", "for", "over"].contains(tree.preposition($0))
          && [.propn, .pron].contains(tree.token($0).upos)
      }
      return isHis(named)
    }
  }

  /// Whom a verb clears, "was released without charge" among them; nil where it clears nobody.
  func cleared(by verb: Int) -> [Int]? {
    let predication = context.predication(of: verb)
    if cues.clearing.contains(tree.lemma(verb)) || isFoundInnocent(verb) {
      return predication.patients.isEmpty ? predication.agents : predication.patients
    }
    let isWithoutCharge = predication.obliques.contains {
      $0.preposition == "without" && isCharge($0.token)
    }
    return isWithoutCharge ? predication.patients : nil
  }

  /// The charges and convictions that a verb drops or quashes.
  func droppedCharges(by verb: Int) -> [Int] {
    guard isDropping(verb) else { return [] }
    return tree.children(verb, "obj", "nsubj", "nsubj:pass").filter {
      tree.token($0).upos == .noun && (isCharge($0) || cues.convicting.contains(tree.lemma($0)))
    }
  }

  /// "found not guilty", "declared innocent".
  private func isFoundInnocent(_ verb: Int) -> Bool {
    (tree.children(verb, "xcomp", "obj", "advcl", "ccomp", "obl") + [verb]).contains { word in
      switch tree.lemma(word) {
      case "innocent": !negation.isNegated(word)
      case "guilty":
        negation.isNegated(word) || word > 0 && tree.form(word - 1).lowercased() == "not"
      default: false
      }
    }
  }
}
