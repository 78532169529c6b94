import RelataCore
import RelataLanguage

extension Rule {
  static let adjective = Rule(
    "rule.adjective.v1", "an adjective with a preposition",
    trust: .stated(
      0.8, because: "as sure as a copula with a noun; too few cases in the training split"),
    reads: [
      ("Ivan Orlov is loyal to Elena Petrova.", "Ivan Orlov | affiliated_with | Elena Petrova")
    ],
    not: [
      (
        "Ivan Orlov is loyal, said Elena Petrova.", "Ivan Orlov | affiliated_with | Elena Petrova"
      )
    ])
}

/// Adjectives that relate their noun to a phrase: "loyal to Saleh", "a group close to Hezbollah".
struct AdjectiveRule: Proposer {
  let rules: [Rule] = [.adjective]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let tree = context.tree
    let finder = ArgumentFinder(context)
    return tree.tokens.indices.filter { tree.token($0).upos == .adj }.flatMap { i in
      (context.lexicon.adjectives[tree.lemma(i)] ?? []).flatMap {
        candidates($0, at: i, in: tree, finder)
      }
    }
  }

  private func candidates(
    _ frame: AdjectiveFrame, at i: Int, in tree: SentenceTree, _ finder: ArgumentFinder
  ) -> [Candidate] {
    var bearers: [Argument] = []
    if !tree.children(i, "cop").isEmpty {
      bearers = tree.children(i, "nsubj").flatMap { finder.arguments($0) }
    } else if tree.relation(i) == "amod", let noun = tree.head(i) {
      bearers = finder.arguments(noun)
    }
    var objects: [Argument] = []
    var cases: [Int] = []
    for child in tree.children(i, "obl") where frame.prepositions.contains(tree.preposition(child))
    {
      objects += finder.arguments(child)
      cases += tree.children(child, "case")
    }
    return pairs(bearers, objects).map { bearer, object in
      Candidate(
        subject: bearer, relation: frame.relation, object: object,
        predicate: ([i] + cases).map { tree.form($0).lowercased() }.joined(separator: " "),
        trigger: [i] + cases, anchor: i, isPresupposed: false, precision: frame.confidence,
        rule: .adjective)
    }
  }
}
