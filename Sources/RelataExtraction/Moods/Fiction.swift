import RelataCore
import RelataLanguage

/// Clauses that nobody means: what happens in novels and films, what actors play, jokes, imagined worlds.
struct Fiction: Sendable {
  let tree: SentenceTree
  let cues: CueWords

  /// The word that makes a clause fiction, nil for what is meant.
  func word(covering token: Int) -> Int? {
    let way = [token] + tree.ancestors(token)
    for (i, word) in way.enumerated() {
      if let work = work(in: word, way) { return work }
      guard i + 1 < way.count else { continue }
      let parent = way[i + 1]
      if isPart(word, of: parent) || isPretended(word, under: parent) || isPlot(word, of: parent) {
        return parent
      }
    }
    return nil
  }

  /// "In the novel, X kills Y"; not "X starred in the film".
  private func work(in clause: Int, _ way: [Int]) -> Int? {
    tree.children(clause, "obl", "nmod").first { phrase in
      guard cues.fiction.contains(tree.lemma(phrase)),
        ["in", "throughout"].contains(tree.preposition(phrase)),
        !way.contains(phrase)
      else { return false }
      let isFirst = phrase < clause && tree.children(clause, "nsubj").allSatisfy { phrase < $0 }
      return isFirst
        || !cues.performing.contains(tree.lemma(clause)) && tree.token(clause).upos == .verb
    }
  }

  /// "plays Marek Dorn, who murders Ilse": what a part does.
  private func isPart(_ clause: Int, of name: Int) -> Bool {
    guard ["acl", "appos"].contains(tree.relation(clause)), let verb = tree.head(name),
      ["obj", "obl"].contains(tree.relation(name)), cues.portraying.contains(tree.lemma(verb))
    else { return false }
    return tree.token(verb).upos == .verb
  }

  /// "joked that", "imagines a world where".
  private func isPretended(_ clause: Int, under parent: Int) -> Bool {
    guard ["ccomp", "obj"].contains(tree.relation(clause)),
      cues.pretending.contains(tree.lemma(parent))
    else { return false }
    return tree.relation(clause) != "obj" || tree.token(clause).upos == .noun
  }

  /// "a novel about X killing Y", "a film in which X kills Y".
  private func isPlot(_ clause: Int, of noun: Int) -> Bool {
    guard cues.fiction.contains(tree.lemma(noun)) || Self.worlds.contains(tree.lemma(noun)),
      tree.token(noun).upos == .noun, tree.token(clause).upos == .verb
    else { return false }
    if tree.deprel(clause) == "acl:relcl" {
      return tree.children(clause, "obl", "advmod", "mark").contains { word in
        tree.subtree(word).contains { ["where", "which"].contains(tree.form($0).lowercased()) }
          && (tree.lemma(word) == "where" || tree.preposition(word) == "in")
      }
    }
    return tree.relation(clause) == "acl"
      && tree.children(clause, "mark").contains { tree.form($0).lowercased() == "about" }
  }

  private static let worlds: Set<String> = ["world", "universe", "timeline", "reality", "scenario"]
}
