import RelataCore
import RelataLanguage

/// Words and constructions that deny a clause, or leave one of its ends out of it.
struct Negation: Sendable {
  let tree: SentenceTree

  /// Whether the clause's own words deny it; two negations cancel out.
  func isNegated(_ token: Int) -> Bool { !negators(of: token).count.isMultiple(of: 2) }

  private static let adverbs: Set<String> = [
    "not", "never", "n't", "n’t", "nor", "neither", "hardly", "scarcely",
  ]

  /// Negation by adverb, by "no" on a dependent, by "neither" or by "without", in order of the sentence.
  func negators(of token: Int) -> [Int] {
    tree.children(token).filter { child in
      let word = tree.form(child).lowercased()
      switch tree.relation(child) {
      case "advmod", "aux":
        if Self.adverbs.contains(word) {
          // "not only" affirms.
          return !tree.children(token, "advmod").contains { tree.lemma($0) == "only" }
        }
        let isNoLonger =
          word == "longer"
          && tree.children(child).contains { tree.form($0).lowercased() == "no" }
        return isNoLonger || word == "cannot"
      case "obj", "nsubj", "obl", "nmod": return isNegativeNominal(child)
      case "det": return word == "no" || word == "neither"
      case "mark", "case": return word == "without"
      case "cc":
        return word == "neither" || word == "nor" && tree.relation(token) == "conj"
      default: return false
      }
    }
  }

  private static let nobody: Set<String> = ["nobody", "none", "nothing", "neither", "no-one"]

  /// "no ties", "nobody", "neither Massoud nor Saleh", "none of them".
  func isNegativeNominal(_ token: Int) -> Bool {
    if Self.nobody.contains(tree.form(token).lowercased()) { return true }
    return tree.children(token).contains { child in
      let form = tree.form(child).lowercased()
      return (form == "no" || form == "neither")
        && ["det", "cc", "cc:preconj", "advmod"].contains(tree.deprel(child))
    }
  }

  /// "far from supporting", "rather than sue", "instead of paying".
  func isSetAside(_ token: Int) -> Bool {
    tree.children(token, "mark", "case", "advmod", "cc").contains { child in
      let before = child > 0 ? tree.form(child - 1).lowercased() : ""
      let after = child + 1 < tree.count ? tree.form(child + 1).lowercased() : ""
      switch tree.form(child).lowercased() {
      case "from": return before == "far"
      case "rather": return after == "than"
      case "instead": return after == "of"
      case "than": return before == "rather"
      case "of": return before == "instead"
      default: return false
      }
    }
  }

  /// "fined not the driver but his employer": an end that is named in order to be left out; the "not" of a
  /// predicate ("is not in Kashmir") denies the clause.
  func isLeftOut(_ name: Int) -> Bool {
    if Exceptions(tree: tree).isExcepted(name) || isDeniedByCleft(name) { return true }
    // "not the driver, Kofi Annor": said of the description beside the name.
    var end = name
    while ["appos", "flat"].contains(tree.relation(end)) || tree.deprel(end) == "nmod:desc",
      let head = tree.head(end)
    {
      end = head
    }
    guard tree.children(end, "cop", "aux").isEmpty else { return false }
    if tree.relation(end) == "conj", isSetAside(end) { return true }
    return tree.children(end, "advmod", "cc").contains { child in
      tree.form(child).lowercased() == "not" && child < end
        && !["only", "just"].contains(tree.form(child + 1).lowercased())
    }
  }

  /// "It was not Kern who paid him": the clause is true of somebody else.
  private func isDeniedByCleft(_ word: Int) -> Bool {
    guard ["who", "that", "which"].contains(tree.form(word).lowercased()),
      let verb = tree.head(word), ["acl:relcl", "advcl:relcl"].contains(tree.deprel(verb)),
      let focus = tree.head(verb), !tree.children(focus, "cop").isEmpty,
      tree.children(focus, "nsubj", "expl").contains(where: { tree.form($0).lowercased() == "it" })
    else { return false }
    return negators(of: focus).count == 1
  }

  /// Whether a conjunct without words of its own shares the denial of the first: "did not sign, ratify or
  /// keep it" denies all three, "did not sign but kept it" one.
  func isShared(with conjunct: Int, of first: Int) -> Bool {
    let members = tree.children(first, "conj").filter { $0 >= conjunct }
    let conjunction = members.lazy.compactMap { member in
      tree.children(member, "cc").first.map { (member, tree.lemma($0)) }
    }.first
    guard let (member, word) = conjunction else { return false }
    // Its own "nor" denies it already.
    return word == "or" || word == "nor" && member != conjunct
  }
}
