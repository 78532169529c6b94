import RelataCore
import RelataLanguage

extension Rule {
  static let presenceNoun = Rule(
    "rule.presence-noun.v1", "people with their place",
    reads: [("Hamas fighters in Gaza rejoiced.", "Hamas | located_in | Gaza")],
    not: [("Hamas fighters condemned a speech in Paris.", "Hamas | located_in | Paris")])
}

/// People of a body with their place: "NATO troops in Kabul".
///
/// A state's troops do not put the state there.
struct PresenceNounRule: Proposer {
  let rules: [Rule] = [.presenceNoun]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let tree = context.tree
    let reader = PlaceReader(context)
    var found: [Candidate] = []
    for i in tree.tokens.indices where tree.token(i).upos == .noun && context.mention(at: i) == nil
    {
      for child in tree.children(i, "nmod") where tree.preposition(child) == "in" && child > i {
        let places = reader.places(child)
        guard !places.isEmpty else { continue }
        for (body, place) in pairs(reader.finder.single(i), places) where body.type != .location {
          found.append(
            Candidate(
              subject: body, relation: "located_in", object: place, predicate: "in",
              trigger: tree.children(child, "case"), anchor: i, isPresupposed: true,
              rule: .presenceNoun))
        }
      }
    }
    return found
  }
}
