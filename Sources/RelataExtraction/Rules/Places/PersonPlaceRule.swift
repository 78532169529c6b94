import RelataCore
import RelataLanguage

extension Rule {
  static let copulaPlace = Rule(
    "rule.copula-place.v1", "somebody is in a place",
    reads: [("Angela Merkel is in Moscow.", "Angela Merkel | located_in | Moscow")],
    not: [("Angela Merkel is Moscow's critic.", "Angela Merkel | located_in | Moscow")])

  static let personPlace = Rule(
    "rule.person-place.v1", "somebody with their place",
    reads: [
      (
        "Egyptian Foreign Minister Ahmed Aboul Gheit in Cairo said talks would resume.",
        "Ahmed Aboul Gheit | located_in | Cairo"
      )
    ],
    not: [("Reporters called Angela Merkel about Moscow.", "Angela Merkel | located_in | Moscow")])
}

/// People where a phrase of their own puts them: "Singh is in Kashmir", "Aboul Gheit in Cairo".
struct PersonPlaceRule: Proposer {
  let rules: [Rule] = [.copulaPlace, .personPlace]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let tree = context.tree
    let reader = PlaceReader(context)
    return tree.tokens.indices.flatMap { phrase -> [Candidate] in
      guard ["in", "at", "near"].contains(tree.preposition(phrase)) else { return [] }
      let places = reader.places(phrase)
      if places.isEmpty { return [] }
      return tree.children(phrase, "cop").isEmpty
        ? beside(phrase, places, in: context, reader) : stated(phrase, places, in: tree, reader)
    }
  }

  private func stated(
    _ phrase: Int, _ places: [Argument], in tree: SentenceTree, _ reader: PlaceReader
  ) -> [Candidate] {
    let present = tree.children(phrase, "nsubj").flatMap { reader.finder.arguments($0) }
      .filter(\.isMovable)
    return pairs(present, places).map { person, place in
      Candidate(
        subject: person, relation: "located_in", object: place,
        predicate: "is \(tree.preposition(phrase))",
        trigger: tree.children(phrase, "cop") + tree.children(phrase, "case"), anchor: phrase,
        isPresupposed: false, rule: .copulaPlace)
    }
  }

  private func beside(
    _ phrase: Int, _ places: [Argument], in context: SentenceContext, _ reader: PlaceReader
  ) -> [Candidate] {
    let tree = context.tree
    guard tree.deprel(phrase) == "nmod", let head = tree.head(phrase), head < phrase,
      let mention = context.mention(at: head), mention.type == .person
    else { return [] }
    let present = reader.finder.single(head).filter { $0.reference == .name }
    return pairs(present, places).map { person, place in
      Candidate(
        subject: person, relation: "located_in", object: place,
        predicate: tree.preposition(phrase), trigger: tree.children(phrase, "case"),
        anchor: tree.ancestors(head).first { tree.token($0).upos == .verb } ?? head,
        isPresupposed: false, rule: .personPlace)
    }
  }
}
