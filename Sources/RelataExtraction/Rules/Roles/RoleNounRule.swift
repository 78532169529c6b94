import RelataCore
import RelataLanguage

/// Nouns that give somebody a role or kinship: titles, appositions, copulas, genitives.
///
/// For every role noun the first construction that knows who bears the role decides; the other party is
/// found around the noun. "The leader met a spokesman for the Taliban" names no bearer and yields nothing.
struct RoleNounRule: Proposer {
  let rules: [Rule] = [.title, .apposition, .copula, .listed]

  /// Where the bearer of a role may stand, in the order in which they are asked.
  private static let constructions: [any BearerConstruction] = [
    ListedBearers(), CopulaBearers(), TitleBearers(), AppositionBearers(), PredicativeBearers(),
  ]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let finder = ArgumentFinder(context)
    let mutual = MutualKin(context: context, finder: finder)
    var found: [Candidate] = []
    for i in context.tree.tokens.indices {
      guard let frames = frames(at: i, in: context) else { continue }
      found += mutual.candidates(at: i)
      let noun = RoleNoun(index: i, context: context, finder: finder)
      guard let bearers = bearers(of: noun), !bearers.arguments.isEmpty else { continue }
      for frame in frames { found += related(frame, noun, bearers) }
    }
    return found
  }

  /// Role nouns; inside a longer name ("Central Bank Governor Trust") the word is not a role.
  private func frames(at i: Int, in context: SentenceContext) -> [NounFrame]? {
    let token = context.tree.token(i)
    guard token.upos == .noun || token.upos == .propn else { return nil }
    if let mention = context.mention(at: i), mention.type != .person { return nil }
    return context.lexicon.roles(at: i, in: context.tree)
  }

  private func bearers(of noun: RoleNoun) -> Bearers? {
    for construction in Self.constructions {
      if let found = construction.bearers(of: noun) { return found }
    }
    return nil
  }

  /// Everybody with everybody, but of several with several each with his own: "the ministers of Laos and Nepal, Kern
  /// and Weiss".
  private func matched(_ bearers: [Argument], _ others: [Argument]) -> [(Argument, Argument)] {
    guard bearers.count > 1, others.count > 1 else { return pairs(bearers, others) }
    return bearers.count == others.count ? Array(zip(bearers, others)) : []
  }

  private func related(
    _ frame: NounFrame, _ noun: RoleNoun, _ bearers: Bearers
  ) -> [Candidate] {
    let tree = noun.tree
    let others = RoleParties(noun: noun, bearers: bearers).parties(of: frame)
    let isFormer = bearers.isPast || noun.isFormer(titled: bearers.titled)
    let relation = RoleRelation(noun: noun)
    return matched(bearers.arguments, others.arguments).map { bearer, other in
      var candidate = Candidate(
        subject: frame.isReversed ? other : bearer, relation: relation.relation(frame, of: other),
        object: frame.isReversed ? bearer : other, predicate: noun.predicate,
        trigger: [noun.index] + others.cases, anchor: bearers.anchor ?? noun.index,
        isPresupposed: bearers.anchor == nil, precision: frame.confidence, rule: bearers.rule)
      candidate.isFormer = isFormer
      if tree.isElect(noun.index) { candidate.status = .planned }
      return candidate
    }
  }
}
