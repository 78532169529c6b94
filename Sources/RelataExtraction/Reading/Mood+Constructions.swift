import RelataCore
import RelataLanguage

/// Constructions that say what is meant by their shape, not by one cue word.
extension MoodReader {
  private var tree: SentenceTree { context.tree }

  /// Reads what the clause of a verb is by how it is put.
  func readConstructions(_ token: Int, into mood: inout Mood) {
    if isSetAside(token) { mood.isNegated.toggle() }
    if isHabitOfThePast(token) { mood.isFormer = true }
    if tree.children(token, "mark", "aux").contains(where: { tree.form($0).lowercased() == "due" })
    {
      mood.weaken(to: .planned)
    }
    if isInvertedCondition(token) {
      // "Had they not paid": they did.
      mood.isNegated = false
      mood.weaken(to: .hypothetical)
    }
    if isMerelyJudged(token) { mood.weaken(to: .hypothetical) }
    if isFalseReport(token) { mood.isVoid = true }
  }

  /// "far from supporting", "rather than sue", "instead of paying".
  private func isSetAside(_ token: Int) -> Bool {
    tree.children(token, "mark", "case", "advmod", "cc").contains { child in
      let word = tree.form(child).lowercased()
      let before = child > 0 ? tree.form(child - 1).lowercased() : ""
      let after = child + 1 < tree.count ? tree.form(child + 1).lowercased() : ""
      switch word {
      case "from": return before == "far"
      case "rather": return after == "than"
      case "instead": return after == "of"
      case "than": return before == "rather"
      case "of": return before == "instead"
      default: return false
      }
    }
  }

  /// "owned it until last year", "was married to him from 1990 to 2001".
  func hasEnded(_ token: Int) -> Bool {
    let isPast =
      tree.token(token).xpos == "VBD"
      || tree.children(token, "aux", "aux:pass", "cop").contains {
        ["was", "were", "had"].contains(tree.form($0).lowercased())
      }
    guard isPast else { return false }
    let phrases = tree.children(token, "obl", "nmod")
    let limits = phrases.filter { ["until", "till"].contains(tree.preposition($0)) && isTime($0) }
    let starts = phrases.filter { tree.preposition($0) == "from" && isTime($0) }
    let ends = (phrases + starts.flatMap { tree.children($0, "nmod") })
      .filter { ["to", "until", "till"].contains(tree.preposition($0)) && isTime($0) }
    return !limits.isEmpty || !starts.isEmpty && !ends.isEmpty
  }

  private func isTime(_ token: Int) -> Bool {
    tree.subtree(token).contains { i in
      tree.form(i).unicodeScalars.contains { (48...57).contains($0.value) }
        || ["last", "recently", "then", "death", "year", "month"].contains(tree.lemma(i))
    }
  }

  /// "used to advise".
  func isHabitOfThePast(_ token: Int) -> Bool {
    guard ["xcomp", "advcl"].contains(tree.relation(token)), let head = tree.head(token) else {
      return false
    }
    return tree.form(head).lowercased() == "used" && ["VBD", "VBN"].contains(tree.token(head).xpos)
      && head + 1 < tree.count && tree.form(head + 1).lowercased() == "to"
      && tree.children(head, "aux:pass").isEmpty
  }

  /// "fined not the driver but his employer": an end that is named in order to be left out; the "not" of a
  /// predicate ("is not in Kashmir") denies the clause.
  func isLeftOut(_ end: Int) -> Bool {
    guard tree.children(end, "cop", "aux").isEmpty else { return false }
    return tree.children(end, "advmod", "cc").contains { child in
      tree.form(child).lowercased() == "not" && child < end
        && !(child + 1 < tree.count
          && ["only", "just"].contains(tree.form(child + 1).lowercased()))
    }
  }

  /// "Had they known", "Should they agree": the auxiliary opens the clause, and nothing is asked.
  private func isInvertedCondition(_ token: Int) -> Bool {
    guard tree.form(tree.count - 1) != "?",
      let subject = tree.children(token, "nsubj", "nsubj:pass").first,
      let auxiliary = tree.children(token, "aux", "aux:pass", "cop").first, auxiliary < subject,
      ["had", "were", "should"].contains(tree.form(auxiliary).lowercased())
    else { return false }
    return auxiliary == 0 || tree.token(auxiliary - 1).upos == .punct
  }

  /// "It would be foolish for Botswana to attack": judged, not done.
  private func isMerelyJudged(_ token: Int) -> Bool {
    guard let head = tree.head(token), tree.token(head).upos == .adj else { return false }
    let marks = tree.children(token, "mark").map { tree.form($0).lowercased() }
    return marks.contains("for") && marks.contains("to")
  }

  private static let falsehoods: Set<String> = [
    "false", "untrue", "unfounded", "baseless", "groundless", "wrong",
  ]

  /// "Rumours that they had married turned out to be false", also where the parser hung the verb on the noun.
  private func isFalseReport(_ token: Int) -> Bool {
    guard tree.relation(token) == "acl", let noun = tree.head(token) else { return false }
    var predicates = tree.children(noun, "acl").filter { $0 > token }
    if tree.relation(noun) == "nsubj", let head = tree.head(noun) { predicates.append(head) }
    return predicates.contains { predicate in
      ([predicate] + tree.children(predicate, "xcomp")).contains { word in
        Self.falsehoods.contains(tree.lemma(word)) && !isNegated(word) && !isNegated(predicate)
      }
    }
  }
}
