import RelataLanguage

extension Lexicon {
  /// The frames of the role noun at a word; nil for a word that is no role.
  func roles(at i: Int, in tree: SentenceTree) -> [NounFrame]? { roles.frames(at: i, in: tree) }

  /// Whether a noun has a second party of its own in a phrase: "ambassador to", "visit to".
  func takesPhrase(_ noun: Int, in tree: SentenceTree) -> Bool {
    roles(at: noun, in: tree) != nil || eventNouns[tree.lemma(noun)] != nil
  }

  /// "deputy prime minister", "vice president": whose bearer is not at the head of what he serves.
  func isSubordinate(_ noun: Int, in tree: SentenceTree) -> Bool {
    tree.children(noun, "amod", "compound").contains { cues.subordinate.contains(tree.lemma($0)) }
  }
}
