import RelataCore
import RelataLanguage

extension Rule {
  static let compound = Rule(
    "rule.compound.v1", "a hyphenated adjective",
    reads: [
      (
        "The Washington-based firm Vance & Guthrie declined to comment.",
        "Vance & Guthrie | based_in | Washington"
      ), ("The Qatar-backed group Hamas denied it.", "Qatar | supports | Hamas"),
    ],
    not: [("A community-based project in Kabul helped Hamas.", "Hamas | based_in | Kabul")])
}

/// Hyphenated participles and prefixes: "US-backed forces", "London-based firm", "anti-Taliban fighter".
struct CompoundAdjectiveRule: Proposer {
  let rules: [Rule] = [.compound]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let tree = context.tree
    let finder = ArgumentFinder(context)
    var found: [Candidate] = []
    for i in tree.tokens.indices where i >= 2 && tree.form(i - 1) == "-" {
      if let frame = context.lexicon.compounds[tree.form(i).lowercased()] {
        found += compound(frame, at: i, in: context, finder: finder)
      }
      if let relation = Self.prefixes[tree.form(i - 2).lowercased()],
        context.headToken(ofMentionAt: i) == i
      {
        found += prefixed(relation, at: i, in: context, finder: finder)
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
        isPresupposed: true, rule: .compound)
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
        precision: frame.confidence, rule: .compound)
    }
  }
}
