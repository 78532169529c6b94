import RelataCore
import RelataLanguage

/// Hyphenated participles and predicate adjectives: "US-backed forces", "London-based firm", "loyal to Saleh".
///
/// Positive: "the Washington-based firm Vance & Guthrie" → based_in(Vance & Guthrie, Washington).
/// Negative: "a community-based project in Kabul" yields nothing.
struct CompoundAdjectiveRule: ExtractionRule {
  func candidates(in context: SentenceContext) -> [Candidate] {
    let tree = context.tree
    let finder = ArgumentFinder(context)
    var found: [Candidate] = []
    for i in tree.tokens.indices {
      if i >= 2, tree.form(i - 1) == "-",
        let frame = context.lexicon.compounds[tree.form(i).lowercased()]
      {
        found += compound(frame, at: i, in: context, finder: finder)
      }
      if i >= 2, tree.form(i - 1) == "-",
        let relation = Self.prefixes[tree.form(i - 2).lowercased()],
        context.headToken(ofMentionAt: i) == i
      {
        found += prefixed(relation, at: i, in: context, finder: finder)
      }
      if tree.token(i).upos == .adj, let frames = context.lexicon.adjectives[tree.lemma(i)] {
        for frame in frames { found += adjective(frame, at: i, in: context, finder: finder) }
      }
    }
    return found
  }

  private static let prefixes: [String: RelationID] = ["anti": "opposes", "pro": "supports"]

  /// "anti-Taliban fighter Ahmad Massoud".
  private func prefixed(
    _ relation: RelationID, at i: Int, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    guard let noun = tree.head(i), noun > i else { return [] }
    var bearers = finder.single(noun)
    if bearers.isEmpty, tree.deprel(noun) == "nmod:desc" || tree.relation(noun) == "compound",
      let named = tree.head(noun)
    {
      bearers = finder.single(named)
    }
    return pairs(bearers, finder.single(i)).map { bearer, other in
      Candidate(
        subject: bearer, relation: relation, object: other,
        predicate: tree.form(i - 2).lowercased(), trigger: [i - 2, i - 1], anchor: noun,
        isPresupposed: true, rule: "rule.compound.v1")
    }
  }

  private func compound(
    _ frame: CompoundFrame, at i: Int, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    guard let mention = context.mention(at: i - 2), let entity = mention.entity,
      let type = context.type(of: entity), let noun = tree.head(i)
    else { return [] }
    let modifier = Argument(
      entity: entity, type: type, span: mention.span, token: i - 2, reference: .name)
    var nouns = finder.arguments(noun)
    if nouns.isEmpty, tree.relation(noun) == "compound" || tree.deprel(noun) == "nmod:desc",
      let named = tree.head(noun)
    {
      nouns = finder.arguments(named)
    }
    let ends = frame.modifierIsSubject ? pairs([modifier], nouns) : pairs(nouns, [modifier])
    return ends.map { subject, object in
      Candidate(
        subject: subject, relation: frame.relation, object: object,
        predicate: tree.form(i).lowercased(), trigger: [i - 1, i], anchor: i, isPresupposed: true,
        rule: "rule.compound.v1")
    }
  }

  private func adjective(
    _ frame: AdjectiveFrame, at i: Int, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    var bearers: [Argument] = []
    if !tree.children(i, "cop").isEmpty {
      bearers = tree.children(i, "nsubj").flatMap { finder.arguments($0) }
    } else if tree.relation(i) == "amod", let noun = tree.head(i) {
      bearers = finder.arguments(noun)
    }
    var objects: [Argument] = []
    var cases: [Int] = []
    for child in tree.children(i, "obl") where frame.prepositions.contains(tree.preposition(child))
    {
      objects += finder.arguments(child)
      cases += tree.children(child, "case")
    }
    return pairs(bearers, objects).map { bearer, object in
      Candidate(
        subject: bearer, relation: frame.relation, object: object,
        predicate: ([i] + cases).map { tree.form($0).lowercased() }.joined(separator: " "),
        trigger: [i] + cases, anchor: i, isPresupposed: false, rule: "rule.adjective.v1")
    }
  }
}
