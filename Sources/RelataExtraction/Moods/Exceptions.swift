import RelataLanguage

/// Ends that are named because they are not of those of whom something is said: "every airline except Gulf
/// Star", "nobody but Kern", "Karst, unlike Bergbahn,".
struct Exceptions: Sendable {
  let tree: SentenceTree

  private static let prepositions: Set<String> = [
    "except", "except for", "excepting", "excluding", "bar", "barring", "save", "save for",
    "unlike", "other than", "apart from", "aside from", "with the exception of",
  ]
  private static let all: Set<String> = [
    "all", "every", "each", "everyone", "everybody", "everything", "any", "anyone", "anybody",
  ]

  /// Whether a nominal is excepted from what the words above it mean.
  func isExcepted(_ end: Int) -> Bool {
    var word = end
    while ["appos", "flat"].contains(tree.relation(word)) || tree.deprel(word) == "nmod:desc",
      let head = tree.head(word)
    {
      word = head
    }
    let preposition = tree.preposition(word)
    if Self.prepositions.contains(preposition) { return true }
    guard let head = tree.head(word) else { return false }
    switch preposition {
    case "than":
      return tree.children(head, "amod", "advmod").contains {
        tree.form($0).lowercased() == "other"
      }
    case "from": return ["apart", "aside"].contains(tree.form(head).lowercased())
    case "of":
      return tree.lemma(head) == "exception" && tree.preposition(head) == "with"
    case "but": return isQuantified(head)
    // "all but Kern", which the parser takes for two that are joined.
    case "":
      return tree.relation(word) == "conj" && isQuantified(head)
        && tree.children(word, "cc").contains { tree.form($0).lowercased() == "but" }
    default: return false
    }
  }

  /// The exceptions that a noun names of all it means or denies: of "all suppliers except Karst" Karst.
  func named(of noun: Int) -> [Int] {
    guard isQuantified(noun) else { return [] }
    return tree.subtree(noun) { ["nmod", "conj", "obl", "advmod"].contains(tree.relation($0)) }
      .filter { $0 > noun && isExcepted($0) }
  }

  /// Whether a noun means all of a kind, or none.
  private func isQuantified(_ noun: Int) -> Bool {
    Self.all.contains(tree.form(noun).lowercased())
      || Negation(tree: tree).isNegativeNominal(noun)
      || tree.children(noun, "det", "amod").contains {
        Self.all.contains(tree.form($0).lowercased())
      }
  }
}
