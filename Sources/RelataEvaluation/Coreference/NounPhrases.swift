import RelataCore

/// The noun phrases and pronouns of a parsed document, as coreference counts them.
struct NounPhrases {
  struct Phrase {
    var span: Span
    /// The head word, lower-cased lemma.
    var head: String
    var isPronoun: Bool
  }

  /// In order of the head word.
  let phrases: [Phrase]

  init(_ sentences: [Sentence]) {
    phrases = sentences.filter { !$0.isFurniture }.flatMap(Self.phrases)
  }

  /// Relations whose dependants are words of another phrase or of the clause around it.
  private static let outside: Set<String> = [
    "case", "cc", "conj", "punct", "mark", "cop", "aux", "nsubj", "csubj", "advcl", "parataxis",
    "discourse", "vocative", "orphan", "expl", "reparandum", "obl", "advmod",
  ]

  private static func phrases(_ sentence: Sentence) -> [Phrase] {
    let tokens = sentence.tokens
    // First and last word of each phrase, grown from the leaves: dependants before heads.
    var first = Array(tokens.indices)
    var last = Array(tokens.indices)
    for i in byDepth(tokens).reversed() {
      let head = tokens[i].head
      guard tokens.indices.contains(head) else { continue }
      let relation = tokens[i].deprel.prefix { $0 != ":" }
      if outside.contains(String(relation)) { continue }
      first[head] = min(first[head], first[i])
      last[head] = max(last[head], last[i])
    }
    return tokens.indices.compactMap { i in
      let token = tokens[i]
      let isPronoun = token.upos == .pron && token.xpos.hasPrefix("PRP")
      let isNoun = token.upos == .noun || token.upos == .propn
      let relation = String(token.deprel.prefix { $0 != ":" })
      guard isPronoun || isNoun, !["compound", "flat", "fixed", "goeswith"].contains(relation)
      else { return nil }
      return Phrase(
        span: Span(tokens[first[i]].span.start, tokens[last[i]].span.end),
        head: token.lemma.lowercased(), isPronoun: isPronoun)
    }
  }

  /// Words by their distance from the root.
  private static func byDepth(_ tokens: [Token]) -> [Int] {
    let depth = tokens.indices.map { i in
      var (depth, word) = (0, i)
      while tokens.indices.contains(tokens[word].head), depth <= tokens.count {
        word = tokens[word].head
        depth += 1
      }
      return depth
    }
    return tokens.indices.sorted { (depth[$0], $0) < (depth[$1], $1) }
  }
}
