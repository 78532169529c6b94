import RelataCore
import RelataLanguage

extension Rule {
  static let place = Rule(
    "rule.place.v1", "a place in a place",
    reads: [("Basra in southern Iraq was calm on Friday.", "Basra | located_in | Iraq")],
    not: [("Paris objected to London.", "Paris | located_in | London")])
}

/// A place in a place: "Basra in southern Iraq".
struct PlacePhraseRule: Proposer {
  let rules: [Rule] = [.place]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let reader = PlaceReader(context)
    let tree = context.tree
    return reader.names.flatMap { inner in
      tree.children(inner.token, "nmod").filter {
        $0 > inner.token && ["in", "of"].contains(tree.preposition($0))
      }.flatMap { phrase in
        reader.places(phrase).compactMap {
          reader.located(inner, in: $0, trigger: tree.children(phrase, "case"), rule: .place)
        }
      }
    }
  }
}
