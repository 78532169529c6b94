import RelataCore
import RelataLanguage

/// Words and constructions that say that something is over.
struct PastTime: Sendable {
  let tree: SentenceTree

  /// "used" before the verb, "once", "formerly".
  func word(of token: Int) -> Int? {
    tree.children(token, "aux").first { tree.lemma($0) == "use" }
      ?? tree.children(token, "advmod").first {
        ["once", "formerly", "previously"].contains(tree.lemma($0))
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
  func isHabit(_ token: Int) -> Bool {
    guard ["xcomp", "advcl"].contains(tree.relation(token)), let head = tree.head(token) else {
      return false
    }
    return tree.form(head).lowercased() == "used" && ["VBD", "VBN"].contains(tree.token(head).xpos)
      && head + 1 < tree.count && tree.form(head + 1).lowercased() == "to"
      && tree.children(head, "aux:pass").isEmpty
  }
}
