import RelataCore
import RelataLanguage

extension Rule {
  static let placeGenitive = Rule(
    "rule.place-genitive.v1", "a place with the genitive of the bigger one",
    reads: [("The bomb went off in Iraq's Mosul.", "Mosul | located_in | Iraq")],
    not: [("Iraq's president visited Paris.", "Paris | located_in | Iraq")])
}

/// A place with the genitive of the bigger one: "Iraq's Mosul".
struct PlaceGenitiveRule: Proposer {
  let rules: [Rule] = [.placeGenitive]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let reader = PlaceReader(context)
    return reader.names.flatMap { inner in
      context.tree.children(inner.token, "nmod:poss").flatMap { reader.finder.single($0) }
        .filter { $0.isPlaceName && $0.token < inner.token }
        .compactMap { reader.located(inner, in: $0, trigger: [], rule: .placeGenitive) }
    }
  }
}
