import RelataCore
import RelataLanguage

extension Lexicon {
  /// The frames of the role noun at a word, alone or as the last word of a longer entry ("press
  /// secretary", "brother-in-law"); nil for a word that is no role.
  func roles(at i: Int, in tree: SentenceTree) -> [NounFrame]? {
    let lemma = tree.lemma(i)
    if i > 0, let frames = nouns[tree.lemma(i - 1) + " " + lemma] { return frames }
    if let hyphenated = Self.hyphenated(i, in: tree), let frames = nouns[hyphenated] {
      return frames
    }
    return nouns[lemma]
  }

  /// "deputy prime minister", "vice president": whose bearer is not at the head of what he serves.
  func isSubordinate(_ noun: Int, in tree: SentenceTree) -> Bool {
    tree.children(noun, "amod", "compound").contains { cues.subordinate.contains(tree.lemma($0)) }
  }

  /// "brother - in - law" and "secretary - general" as one word, ending at `i` or starting there.
  private static func hyphenated(_ i: Int, in tree: SentenceTree) -> String? {
    if i >= 2, tree.form(i - 1) == "-" {
      var words = [tree.lemma(i)]
      var j = i
      while j >= 2, tree.form(j - 1) == "-" {
        words.insert(tree.lemma(j - 2), at: 0)
        j -= 2
      }
      return words.joined(separator: "-")
    }
    if i + 2 < tree.count, tree.form(i + 1) == "-" {
      var words = [tree.lemma(i)]
      var j = i
      while j + 2 < tree.count, tree.form(j + 1) == "-" {
        words.append(tree.lemma(j + 2))
        j += 2
      }
      return words.joined(separator: "-")
    }
    return nil
  }
}
