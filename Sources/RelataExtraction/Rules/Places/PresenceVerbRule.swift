import RelataCore
import RelataLanguage

extension Rule {
  static let presenceVerb = Rule(
    "rule.presence-verb.v1", "where somebody acts",
    reads: [("Angela Merkel spoke in Moscow.", "Angela Merkel | located_in | Moscow")],
    not: [("Angela Merkel spoke of Moscow.", "Angela Merkel | located_in | Moscow")])
}

/// Where somebody acts: "spoke in Ottawa", "was kidnapped in Gaza".
struct PresenceVerbRule: Proposer {
  let rules: [Rule] = [.presenceVerb]

  func candidates(in context: SentenceContext) -> [Candidate] {
    context.predications
      .filter { context.lexicon.cues.presence.contains($0.lemma) }
      .flatMap { candidates(of: $0, in: context, PlaceReader(context)) }
  }

  private func candidates(
    of predication: Predication, in context: SentenceContext, _ reader: PlaceReader
  ) -> [Candidate] {
    let tree = context.tree
    var candidates: [Candidate] = []
    for oblique in predication.obliques where ["in", "at"].contains(oblique.preposition) {
      let places = reader.places(oblique.token)
      var present = predication.isPassive ? predication.patients : predication.agents
      // Whom one meets somewhere is there too.
      if predication.lemma == "meet" {
        present += predication.patients
        present += predication.obliques.filter { $0.preposition == "with" }.map(\.token)
      }
      let people = present.flatMap { reader.finder.arguments($0) }.filter(\.isMovable)
      for (person, place) in pairs(people, places) {
        candidates.append(
          Candidate(
            subject: person, relation: "located_in", object: place,
            predicate: tree.form(predication.verb).lowercased() + " " + oblique.preposition,
            trigger: [predication.verb] + tree.children(oblique.token, "case"),
            anchor: predication.verb, isPresupposed: false, rule: .presenceVerb))
      }
    }
    return candidates
  }
}
