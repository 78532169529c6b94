import RelataCore

/// What words of no content of their own mostly are.
enum FunctionWord {
  private static let lists: [(tag: String, relation: String, words: String)] = [
    ("DT", "det", "the a an no this another both neither"),
    (
      "IN", "case",
      "of in with by from at on between for against after into near until till during outside inside as like"
    ),
    ("TO", "case", "to"), ("CC", "cc", "and or but nor"), ("RB", "advmod", "not n't never only"),
    ("MD", "aux", "will may would could might should must can shall"), ("POS", "case", "'s '"),
    ("IN", "mark", "that if unless whether because while without"),
  ]
  static let relations = Dictionary(
    uniqueKeysWithValues: lists.flatMap { list in
      list.words.split(separator: " ").map { (String($0), list.relation) }
    })
  private static let tags = Dictionary(
    uniqueKeysWithValues: lists.flatMap { list in
      list.words.split(separator: " ").map { (String($0), list.tag) }
    })
  private static let pronouns = Set(
    "he she it they him them we i you himself themselves both".split(separator: " ").map(
      String.init))

  static func tag(_ form: String) -> String {
    let word = form.lowercased()
    if let tag = tags[word] { return tag }
    if pronouns.contains(word) { return "PRP" }
    if ["his", "her", "its", "their"].contains(word) { return "PRP$" }
    if ["who", "which", "whom", "whose"].contains(word) { return "WP" }
    return form.unicodeScalars.allSatisfy { (48...57).contains($0.value) } ? "CD" : "NN"
  }

  static func upos(_ xpos: String) -> UPOS {
    switch xpos {
    case "NNP", "NNPS": .propn
    case _ where xpos.hasPrefix("NN"): .noun
    case "MD": .aux
    case _ where xpos.hasPrefix("VB"): .verb
    case _ where xpos.hasPrefix("JJ"): .adj
    case _ where xpos.hasPrefix("RB"): .adv
    case "IN": .adp
    case "DT": .det
    case "CC": .cconj
    case "CD": .num
    case "TO", "POS": .part
    case "WDT": .pron
    case _ where xpos.hasPrefix("PRP") || xpos.hasPrefix("WP"): .pron
    default: .punct
    }
  }
}
