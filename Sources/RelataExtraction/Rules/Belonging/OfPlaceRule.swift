import RelataCore
import RelataLanguage

extension Rule {
  static let ofPlace = Rule(
    "rule.of-place.v1", "a firm of a place",
    reads: [("Siemens of Munich closed a plant.", "Siemens | based_in | Munich")],
    not: [("Angela Merkel of Berlin closed a plant.", "Angela Merkel | based_in | Berlin")])
}

/// A firm of a place: "Saline AG of Leipzig"; a person "of Nevada" may as well represent it.
struct OfPlaceRule: Proposer {
  let rules: [Rule] = [.ofPlace]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let reader = BelongingReader(context)
    let tree = context.tree
    return reader.bearers(.organization).flatMap { bearer in
      tree.children(bearer.token, "nmod").filter {
        tree.deprel($0) == "nmod" && tree.preposition($0) == "of" && $0 > bearer.token
      }.flatMap { reader.states($0) }
        .filter { !bearer.span.overlaps($0.span) }
        .map {
          reader.candidate(
            bearer, "based_in", $0, "based in", trigger: [bearer.token], rule: .ofPlace)
        }
    }
  }
}
