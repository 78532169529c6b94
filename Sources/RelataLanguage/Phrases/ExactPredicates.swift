import RelataCore

/// Words of texts that say a relation more exactly than the label of its type.
///
/// "Criticised" is less than "accused", "is vice president of" is less than "leads": where the
/// text's own word is listed here, it is shown. Only words whose subject is the relation's subject
/// are listed; any other predicate leaves the label as it is.
enum ExactPredicates {
  /// The phrase to show for a predicate of the text in any of its forms ("criticizing", "fled to",
  /// "vice president"); nil if it is not listed.
  static func phrase(_ predicate: String, for relation: RelationID) -> String? {
    let words = predicate.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    if let base = VerbForms.base(of: first) {
      let key = ([base] + words.dropFirst()).joined(separator: " ")
      if let phrase = verbs[relation]?[key] { return phrase }
    }
    return noun(words, for: relation)
  }

  // MARK: Verbs

  private static let verbs: [RelationID: [String: String]] = phrases.mapValues { phrases in
    var table: [String: String] = [:]
    for phrase in phrases {
      var words = phrase.split(separator: " ").map(String.init)
      if words.first == "was" { words.removeFirst() }
      if let first = words.first, let base = VerbForms.base(of: first) { words[0] = base }
      table[words.joined(separator: " ")] = phrase
    }
    return table
  }

  /// In the tense in which the plain statement is made.
  private static let phrases: [RelationID: [String]] = [
    "accused": [
      "blamed", "criticised", "criticized", "condemned", "denounced", "faulted", "rebuked",
      "implicated",
    ],
    "prosecuted": ["charged", "tried", "convicted", "sued", "indicted", "sentenced"],
    "detained": [
      "arrested", "jailed", "imprisoned", "kidnapped", "abducted", "captured", "apprehended",
    ],
    "attacked": [
      "bombed", "shelled", "raided", "ambushed", "invaded", "stormed", "assaulted", "bombarded",
    ],
    "killed": ["assassinated", "murdered", "executed", "beheaded"],
    "fights": ["battled", "clashed with"],
    "sanctioned": ["blacklisted", "fined"],
    "hired": ["engaged", "retained", "recruited"],
    "appointed": ["named", "nominated"],
    "successor_of": ["replaced"],
    "founded": ["established", "created", "co-founded"],
    "owns": ["bought", "acquired", "purchased"],
    "leads": ["heads", "chairs", "commands", "governs", "rules", "presides over"],
    "member_of": ["joined", "belongs to"],
    "represents": ["lobbies for", "acts for"],
    "left": [
      "fled", "quit", "resigned from", "withdrew from", "retired from", "defected from",
      "fled from",
      "was expelled from", "was deported from", "was evacuated from",
    ],
    "travelled_to": [
      "fled to", "arrived in", "visited", "moved to", "returned to", "flew to", "escaped to",
      "entered",
      "toured", "was deported to", "was extradited to", "was evacuated to",
    ],
    "controls": [
      "seized", "captured", "occupied", "conquered", "annexed", "recaptured", "rules", "governs",
    ],
    "funds": ["finances", "sponsors", "bankrolled", "donated to"],
    "paid": ["bribed"],
    "supplies": ["armed", "equipped"],
    "supports": [
      "backs", "endorsed", "praised", "defended", "helped", "aided", "assisted", "protected",
      "sheltered",
      "hailed", "welcomed",
    ],
    "opposes": [
      "rejected", "resisted", "boycotted", "defied", "undermined", "overthrew", "ousted", "toppled",
    ],
    "communicated_with": ["spoke with", "talked with"],
    "participated_in": ["attended", "joined", "hosted"],
    "based_in": ["lives in", "resides in", "operates from"],
    "educated_at": ["graduated from", "attended"],
  ]

  // MARK: Nouns

  private struct Nouns {
    var heads: Set<String>
    var preposition: String
    /// Whether one says "is a lawyer for" rather than "is president of".
    var takesArticle = true
  }

  private static func noun(_ words: [String], for relation: RelationID) -> String? {
    guard let nouns = nouns[relation], let head = words.last, nouns.heads.contains(head) else {
      return nil
    }
    // Of other modifiers one cannot know whether they repeat the other party: "French president".
    let modifiers = words.dropLast().filter { titleModifiers.contains($0) }
    let title = (modifiers + [head]).joined(separator: " ")
    let vowel = title.first.map { "aeiou".contains($0) } == true
    let article = nouns.takesArticle ? (vowel ? "an " : "a ") : ""
    return "is \(article)\(title) \(nouns.preposition)"
  }

  private static let titleModifiers: Set<String> = [
    "vice", "deputy", "assistant", "prime", "foreign", "defense", "defence", "finance", "interior",
    "home", "supreme", "chief", "executive", "secretary", "military", "political", "acting",
    "interim",
    "managing", "opposition", "rebel", "spiritual", "religious", "regional", "provincial",
    "attorney",
    "press", "senior", "top",
  ]

  private static let nouns: [RelationID: Nouns] = [
    "leads": Nouns(
      heads: [
        "president", "chairman", "chairwoman", "chair", "director", "commander",
        "governor", "mayor", "minister", "premier", "chancellor", "king", "queen", "emperor",
        "emir",
        "sultan", "ceo", "secretary", "secretary-general", "administrator", "commissioner",
        "principal",
        "rector", "dean", "general", "executive", "prime_minister",
      ], preposition: "of", takesArticle: false),
    // "Director" alone is not here: what stands before it ("sales") decides, and it may not be shown.
    "employed_by": Nouns(
      heads: [
        "president", "vice-president", "minister", "secretary", "governor", "mayor", "chairman",
        "chairwoman",
      ], preposition: "of", takesArticle: false),
    "represents": Nouns(
      heads: ["lawyer", "attorney", "lobbyist", "solicitor", "barrister", "advocate", "agent"],
      preposition: "for"),
    "spokesperson_for": Nouns(
      heads: ["spokesman", "spokeswoman", "spokesperson"], preposition: "for"),
    "advises": Nouns(
      heads: ["adviser", "advisor", "aide", "consultant", "counselor", "counsellor"],
      preposition: "to"),
    "founded": Nouns(heads: ["co-founder", "cofounder"], preposition: "of"),
    "owns": Nouns(heads: ["shareholder", "co-owner"], preposition: "of"),
    "child_of": Nouns(
      heads: ["son", "daughter", "stepson", "stepdaughter"], preposition: "of"),
    "relative_of": Nouns(heads: ["cousin"], preposition: "of"),
    "affiliated_with": Nouns(
      heads: ["associate", "friend", "partner", "companion", "accomplice"], preposition: "of"),
    "opposes": Nouns(heads: ["critic", "rival", "opponent"], preposition: "of"),
    "supports": Nouns(heads: ["supporter", "backer", "donor"], preposition: "of"),
  ]
}
