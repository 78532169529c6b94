/// What a rule reads, in words.
enum RuleWords {
  /// "rule.passive.v1 (a passive verb with its arguments)"; the bare name of a rule without words.
  static func of(_ rule: String) -> String {
    let parts = rule.split(separator: ".")
    guard parts.count >= 2, let words = meanings[String(parts[1])] else { return rule }
    return "\(rule) (\(words))"
  }

  private static let meanings = [
    "verb": "a verb with its arguments", "passive": "a passive verb with its arguments",
    "title": "a title before a name", "apposition": "a description beside a name",
    "copula": "somebody is or becomes something", "event": "a noun for what happens between two",
    "attended": "somebody takes part in what a noun names",
    "compound": "a hyphenated adjective", "adjective": "an adjective with a preposition",
    "organ": "a body named after its state", "owner": "a genitive or adjective of a body",
    "company": "the nationality of a company", "state-run": "a state-run company",
    "nationality": "the nationality of a person", "party": "the party of a person",
    "body-place": "a body with its place", "presence-noun": "people with their place",
    "presence-verb": "where somebody acts", "place": "a place in a place",
    "address": "a place and the bigger place after a comma",
    "place-description": "a place described by the bigger one",
    "place-genitive": "a place with the genitive of the bigger one",
    "pattern": "a pattern of the user's", "trade": "the nationality of a firm",
    "calling": "the nationality of a person",
    "countryman": "a nationality right before a name", "people": "the people somebody belongs to",
    "of-place": "a firm of a place", "copula-place": "somebody is in a place",
    "person-place": "somebody with their place",
  ]
}
