import RelataCore

/// Words of texts that say a relation more exactly than the label of its type.
///
/// "Criticised" is less than "accused", "is vice president of" is less than "leads": where the
/// text's own word is one of the relation's ``RelationType/phrases`` or ``RelationType/nouns``, it is
/// shown. Any other predicate leaves the label as it is.
struct ExactPredicates {
  /// Phrase by the base form of its verb with what follows: "flee to" → "fled to".
  private let verbs: [String: String]
  private let nouns: RelationType.Nouns?
  private let heads: Set<String>
  /// What the tables were made of.
  private let phrases: [String]

  private init(_ relation: RelationType) {
    var table: [String: String] = [:]
    for phrase in relation.phrases {
      var words = phrase.split(separator: " ").map(String.init)
      if words.first == "was" { words.removeFirst() }
      if let first = words.first, let base = VerbForms.base(of: first) { words[0] = base }
      table[words.joined(separator: " ")] = phrase
    }
    verbs = table
    phrases = relation.phrases
    nouns = relation.nouns
    heads = Set(relation.nouns?.words ?? [])
  }

  /// Made once for the relations that ship: a figure asks for every edge.
  private static let shipped: [RelationID: Self] = Dictionary(
    uniqueKeysWithValues: RelationSchema.standard.relations.map { ($0.id, Self($0)) })

  private static func table(of relation: RelationType) -> Self {
    if let known = shipped[relation.id], known.phrases == relation.phrases,
      known.nouns == relation.nouns
    {
      return known
    }
    return Self(relation)
  }

  /// The phrase to show for a predicate of the text in any of its forms ("criticizing", "fled to",
  /// "vice president"); nil if it is not listed.
  static func phrase(_ predicate: String, for relation: RelationType) -> String? {
    let words = predicate.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    let table = table(of: relation)
    let base = VerbForms.base(of: first) ?? first
    let key = ([base] + words.dropFirst()).joined(separator: " ")
    return table.verbs[key] ?? table.noun(words)
  }

  private func noun(_ words: [String]) -> String? {
    guard let nouns, let head = words.last, heads.contains(head) else { return nil }
    // Of other modifiers one cannot know whether they repeat the other party: "French president".
    let modifiers = words.dropLast().filter { Titles.shown.contains($0) }
    let title = (modifiers + [head]).joined(separator: " ")
    let vowel = title.first.map { "aeiou".contains($0) } == true
    let article = nouns.takesArticle ? (vowel ? "an " : "a ") : ""
    return "is \(article)\(title) \(nouns.preposition)"
  }

}
