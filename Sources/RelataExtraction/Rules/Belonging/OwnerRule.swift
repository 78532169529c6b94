import RelataCore
import RelataLanguage

extension Rule {
  static let organ = Rule(
    "rule.organ.v1", "a body named after its state",
    reads: [
      (
        "The U.S. Treasury Department blacklisted Gazprom.",
        "U.S. Treasury Department | part_of | United States"
      )
    ],
    not: [("The Bank of China opened a branch in Paris.", "Bank of China | part_of | Paris")])

  static let owner = Rule(
    "rule.owner.v1", "a genitive or adjective of a body",
    reads: [
      ("Germany's Siemens closed a plant.", "Siemens | based_in | Germany"),
      ("CNN's Anderson Cooper reported it.", "Anderson Cooper | employed_by | CNN"),
    ],
    not: [("Germany praised Siemens.", "Siemens | based_in | Germany")])
}

/// Whose a body or reporter is: "Iraq's Interior Ministry", "Germany's Siemens", "VOA's Melinda Smith".
struct OwnerRule: Proposer {
  let rules: [Rule] = [.organ, .owner]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let reader = BelongingReader(context)
    let owned = reader.bearers(.organization).flatMap { bodies($0, reader) }
    // "VOA's Melinda Smith".
    let people = reader.bearers(.person).flatMap { bearer in
      reader.tree.children(bearer.token, "nmod:poss").flatMap { reader.finder.single($0) }
        .filter { $0.type == .organization && $0.reference == .name }
        .map {
          reader.candidate(
            bearer, "employed_by", $0, "of", trigger: [$0.token], rule: .owner)
        }
    }
    return owned + people
  }

  private func bodies(_ bearer: Argument, _ reader: BelongingReader) -> [Candidate] {
    let tree = reader.tree
    let isBody = reader.isStateBody(bearer)
    // "the U.S. Treasury Department": the state may hang on the word before the last.
    let modifiers = tree.children(bearer.token, "nmod:poss", "amod", "compound")
    let inner = modifiers.filter { bearer.span.contains(tree.token($0).span) }
      .flatMap { tree.children($0, "amod", "compound") }
    return (modifiers + inner).filter { $0 < bearer.token }.flatMap { word in
      reader.finder.single(word).filter {
        $0.reference == .name && $0.entity != bearer.entity
      }.compactMap { owned(bearer, by: $0, at: word, isBody: isBody, reader) }
    }
  }

  private func owned(
    _ bearer: Argument, by owner: Argument, at word: Int, isBody: Bool, _ reader: BelongingReader
  ) -> Candidate? {
    if bearer.span.contains(owner.span) {
      guard isOrgan(bearer, of: owner, in: reader.context) else { return nil }
      return reader.candidate(
        bearer, "part_of", owner, "part of", trigger: [bearer.token], rule: .organ)
    }
    if owner.type == .location, !isBody {
      return reader.candidate(bearer, "based_in", owner, "based in", trigger: [word], rule: .owner)
    }
    guard
      owner.type == .location
        || owner.type == .organization
          && (isBody || reader.tree.deprel(word) == "nmod:poss")
    else { return nil }
    return reader.candidate(bearer, "part_of", owner, "part of", trigger: [word], rule: .owner)
  }

  /// Whether a name that begins with a state or body is that of one of its organs.
  private func isOrgan(_ bearer: Argument, of owner: Argument, in context: SentenceContext) -> Bool
  {
    if owner.type == .organization { return true }
    let words = context.words(Span(owner.span.end, bearer.span.end)).lowercased()
      .split(separator: " ").map(String.init)
    if words == ["congress"] { return true }
    return words.contains { context.lexicon.cues.stateOrgans.contains($0) }
  }
}
