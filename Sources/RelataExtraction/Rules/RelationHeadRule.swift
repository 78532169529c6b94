import RelataCore

/// Proposes what the relation head of the annotator finds, wherever no construction is known.
///
/// The head gives ends, relation and the word that says so; mood, claimant and types are decided as for
/// every other rule. A noun or adjective as trigger presupposes its relation ("the mayor of Porto").
struct RelationHeadRule: ExtractionRule {
  static let name = "head.relation.v1"
  /// Less probable relations are not proposed.
  private static let leastProbability = 0.2

  let schema: RelationSchema

  func candidates(in context: SentenceContext) -> [Candidate] {
    context.heads.relations.filter { $0.probability >= Self.leastProbability }
      .sorted { $0.probability > $1.probability }
      .compactMap { candidate($0, in: context) }
  }

  private func candidate(_ score: ScoredRelation, in context: SentenceContext) -> Candidate? {
    let tree = context.tree
    guard score.trigger < tree.count,
      var subject = argument(score.subject, score.subjectTokens, in: context),
      var object = argument(score.object, score.objectTokens, in: context)
    else { return nil }
    if schema[score.relation]?.isSymmetric == true, object.token < subject.token {
      swap(&subject, &object)
    }
    let anchor = anchor(score.trigger, in: tree)
    if anchor < object.token, ArgumentFinder(context).opensClause(object.token) { return nil }
    let isVerbal = tree.token(anchor).upos == .verb
    return Candidate(
      subject: subject, relation: score.relation, object: object,
      predicate: predicate(score, in: tree), trigger: [score.trigger], anchor: anchor,
      isPresupposed: !isVerbal && Self.nominal.contains(score.relation),
      isFormer: isFormer(anchor, in: context), rule: Self.name)
  }

  /// Relations that a noun or name phrase presupposes; events ("the arrest of") keep the mood of their clause.
  private static let nominal: Set<RelationID> = [
    "leads", "member_of", "employed_by", "spokesperson_for", "represents", "advises", "owns",
    "part_of", "affiliated_with", "citizen_of", "born_in", "based_in", "located_in", "child_of",
    "spouse_of", "sibling_of", "relative_of", "educated_at", "founded", "successor_of",
  ]

  private func argument(
    _ entity: EntityID, _ tokens: Range<Int>, in context: SentenceContext
  ) -> Argument? {
    guard let type = context.type(of: entity), tokens.upperBound <= context.tree.count else {
      return nil
    }
    let tree = context.tree
    let head = SentenceContext.head(of: tokens, in: tree)
    if let mention = context.mention(at: tokens.lowerBound), mention.entity == entity,
      mention.tokens == tokens
    {
      return Argument(
        entity: entity, type: type, span: mention.span, token: head, reference: .name)
    }
    let isPronoun = tree.token(head).upos == .pron
    return Argument(
      entity: entity, type: type,
      span: isPronoun || context.mention(at: head) != nil
        ? tree.span(Array(tokens)) ?? tree.token(head).span : tree.nominalSpan(head),
      token: head, reference: .pronoun)
  }

  /// The verb or noun whose mood counts: the trigger, or what it belongs to.
  private func anchor(_ trigger: Int, in tree: SentenceTree) -> Int {
    var token = trigger
    while ![.verb, .noun, .propn, .adj].contains(tree.token(token).upos) || tree.relation(token) == "case",
      let head = tree.head(token)
    {
      token = head
    }
    // "the group is based in Oslo": a participle under its own copula is the predicate already.
    return token
  }

  private func predicate(_ score: ScoredRelation, in tree: SentenceTree) -> String {
    let words = tree.form(score.trigger)
    guard score.relation == .other else { return words }
    let inner = Set(score.subjectTokens).union(score.objectTokens)
    guard tree.token(score.trigger).upos == .verb,
      let particle = tree.children(score.trigger, "compound").first(where: {
        tree.deprel($0) == "compound:prt" && !inner.contains($0)
      })
    else { return words }
    return "\(words) \(tree.form(particle))"
  }

  private func isFormer(_ anchor: Int, in context: SentenceContext) -> Bool {
    let tree = context.tree
    return tree.children(anchor, "amod", "advmod", "compound").contains {
      context.lexicon.cues.former.contains(tree.form($0).lowercased())
    }
  }
}
