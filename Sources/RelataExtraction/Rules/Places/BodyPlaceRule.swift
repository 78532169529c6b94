import RelataCore
import RelataLanguage

extension Rule {
  static let bodyPlace = Rule(
    "rule.body-place.v1", "a body with its place",
    reads: [("The Red Cross in Baghdad was attacked.", "Red Cross | located_in | Baghdad")],
    not: [("Hamas was praised in Tehran.", "Hamas | located_in | Tehran")])
}

/// A body or event with its place: "the American embassy in Tehran", "the G-8 summit in Berlin".
struct BodyPlaceRule: Proposer {
  let rules: [Rule] = [.bodyPlace]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let tree = context.tree
    let reader = PlaceReader(context)
    var found: [Candidate] = []
    for name in context.names
    where name.mention.type == .organization || name.mention.type == .event {
      guard let body = reader.finder.single(name.head).first(where: { $0.reference == .name })
      else { continue }
      for child in tree.children(name.head, "nmod")
      where ["in", "at"].contains(tree.preposition(child)) && child > name.head {
        for place in reader.places(child) {
          found.append(
            Candidate(
              subject: body, relation: "located_in", object: place,
              predicate: tree.preposition(child), trigger: tree.children(child, "case"),
              anchor: body.token, isPresupposed: true, rule: .bodyPlace))
        }
      }
    }
    return found
  }
}
