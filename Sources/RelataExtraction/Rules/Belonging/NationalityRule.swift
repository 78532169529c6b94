import RelataCore
import RelataLanguage

extension Rule {
  static let countryman = Rule(
    "rule.countryman.v1", "a nationality right before a name",
    reads: [("Moroccan Paul Simon was arrested.", "Paul Simon | citizen_of | Morocco")],
    not: [("Morocco arrested Paul Simon.", "Paul Simon | citizen_of | Morocco")])

  static let nationality = Rule(
    "rule.nationality.v1", "the nationality of a person",
    reads: [
      (
        "American journalist Jill Carroll was kidnapped.",
        "Jill Carroll | citizen_of | United States"
      )
    ],
    not: [
      ("American troops met Jill Carroll.", "Jill Carroll | citizen_of | United States")
    ])

  static let calling = Rule(
    "rule.calling.v1", "the nationality of a person by what they do",
    reads: [("The Tunisian veteran Paul Simon was arrested.", "Paul Simon | citizen_of | Tunisia")],
    not: [("The Tunisian minister Paul Simon was arrested.", "Paul Simon | citizen_of | Tunisia")])
}

/// Where a person is from: "Moroccan Abdelmajid Bouchar", "American journalist Jill Carroll".
struct NationalityRule: Proposer {
  let rules: [Rule] = [.countryman, .nationality, .calling]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let reader = BelongingReader(context)
    return reader.bearers(.person).flatMap { countryman($0, reader) + described($0, reader) }
  }

  /// "Moroccan Abdelmajid Bouchar", "the Briton Neville Strand": the nationality right before the name.
  private func countryman(_ bearer: Argument, _ reader: BelongingReader) -> [Candidate] {
    let (context, tree) = (reader.context, reader.tree)
    guard let mention = context.mention(at: bearer.token), mention.tokens.lowerBound > 0,
      mention.tokens.count > 1
    else { return [] }
    let before = mention.tokens.lowerBound - 1
    guard ["amod", "compound", "nmod:desc"].contains(tree.deprel(before)),
      tree.head(before) == bearer.token
    else { return [] }
    return reader.states(before).filter {
      context.isNationality(before, $0.span)
        || context.name(of: $0.entity) != context.words($0.span)
    }
    .map {
      reader.candidate(bearer, "citizen_of", $0, "from", trigger: [before], rule: .countryman)
    }
  }

  private func described(_ bearer: Argument, _ reader: BelongingReader) -> [Candidate] {
    let (context, tree) = (reader.context, reader.tree)
    return descriptions(of: bearer, reader).flatMap { noun -> [Candidate] in
      let isListed = context.lexicon.cues.personNouns.contains(tree.lemma(noun))
      guard isListed || isCalling(noun, in: context), !isOfOther(noun, than: bearer, context)
      else { return [] }
      return tree.children(noun, "amod", "compound").flatMap { word in
        reader.states(word).map { state in
          // "American journalist" tells the nationality, "Florida man" where he is from.
          let isNationality = context.isNationality(word, state.span)
          return reader.candidate(
            bearer, isNationality ? "citizen_of" : "based_in", state,
            isNationality ? "from" : "based in", trigger: [word, noun],
            rule: isListed ? .nationality : .calling)
        }
      }
    }
  }

  /// "With Polish painter Lenski, Norwegian sculptor Kern, his wife": what stands right before a name says
  /// nothing of another.
  private func isOfOther(
    _ noun: Int, than bearer: Argument, _ context: SentenceContext
  ) -> Bool {
    guard context.tree.token(noun).xpos == "NN", noun + 1 < context.tree.count,
      let next = context.mention(at: noun + 1)
    else { return false }
    return next.type == .person && next.tokens.lowerBound == noun + 1
      && next.entity != bearer.entity
  }

  /// Its own, and the plural before the first of a list: "Scottish businessmen Dorn, Weiss and Kern".
  private func descriptions(of bearer: Argument, _ reader: BelongingReader) -> [Int] {
    let tree = reader.tree
    let own = reader.descriptions(of: bearer.token)
    guard tree.relation(bearer.token) == "conj", let first = tree.head(bearer.token) else {
      return own
    }
    return own
      + reader.descriptions(of: first).filter { $0 < first && tree.token($0).xpos == "NNS" }
  }

  private static let noCallings: Set<String> = [
    "counterpart", "minister", "firm", "trust", "town", "president-elect", "elect",
    "administration", "member", "candidate", "side", "ally", "chief",
  ]

  /// "the Tunisian magnate", "a retired American marine": what somebody is, where no body is served.
  private func isCalling(_ noun: Int, in context: SentenceContext) -> Bool {
    let lemma = context.tree.lemma(noun)
    let cues = context.lexicon.cues
    let frames = context.lexicon.nouns[lemma] ?? []
    return frames.allSatisfy { !$0.allowsModifier } && context.mention(at: noun) == nil
      && !cues.stateBodies.contains(lemma) && !cues.companyNouns.contains(lemma)
      && !Self.noCallings.contains(lemma)
  }
}
