import RelataCore
import RelataLanguage

extension Rule {
  static let head = Rule("head.relation.v1", "what the relation head learnt", trust: .head)
}

/// Proposes what the relation head of the annotator finds, wherever no construction is known.
///
/// The head gives ends, relation and the word that says so; mood, claimant and types are decided as for
/// every other rule. A noun or adjective presupposes its relation where no verb stands between the ends
/// ("the mayor of Porto", not "hopes to become mayor of Porto").
struct RelationHeadRule: Proposer {
  let rules: [Rule] = [.head]

  /// Less probable relations are not proposed.
  private static let leastProbability = 0.2

  func candidates(in context: SentenceContext) -> [Candidate] {
    var seen: Set<[String]> = []
    // Of several mentions of a pair the first that nothing speaks against.
    return context.heads.relations.filter { $0.probability >= Self.leastProbability }
      .sorted { $0.probability > $1.probability }
      .compactMap { candidate($0, in: context) }
      .filter {
        $0.objection != nil
          || seen.insert([
            $0.subject.entity.rawValue, $0.relation.rawValue, $0.object.entity.rawValue,
          ]).inserted
      }
  }

  private func candidate(_ score: ScoredRelation, in context: SentenceContext) -> Candidate? {
    let tree = context.tree
    guard score.trigger < tree.count,
      var subject = argument(score.subject, score.subjectTokens, in: context),
      var object = argument(score.object, score.objectTokens, in: context)
    else { return nil }
    if context.schema[score.relation]?.isSymmetric == true, object.token < subject.token {
      swap(&subject, &object)
    }
    let isNominalRelation = context.schema[score.relation]?.isNominal == true
    let between = verbBetween(subject.token, object.token, in: tree)
    let said = anchor(score.trigger, ends: score, verb: between, in: tree)
    let giving = RoleGiving.verb(giving: said, in: tree)?.verb
    let anchor = giving ?? said
    // No word says what lasts, and the verb is denied: too little to say that it is not so.
    if anchor == between, score.trigger != between, isNominalRelation,
      MoodReader(context).mood(of: anchor).isNegated
    {
      return nil
    }
    let isNominal =
      tree.token(anchor).upos != .verb && isNominalRelation
      && (between == nil || [subject, object].contains { tree.describes(anchor, $0.token) })
    var candidate = Candidate(
      subject: subject, relation: score.relation, object: object,
      predicate: predicate(score, in: tree), trigger: [score.trigger], anchor: anchor,
      isPresupposed: isNominal,
      isFormer: isFormer(anchor, of: subject.token, in: context)
        || isCalledFormer(anchor, object.token, in: tree, context.lexicon.cues)
        || isPastState(score, in: context), rule: .head)
    if tree.isElect(anchor) { candidate.status = .planned }
    candidate.objection = HeadObjections(context)
      .objection(to: score.relation, subject, object, anchor: anchor)
    return candidate
  }

  private func argument(
    _ entity: EntityID, _ tokens: Range<Int>, in context: SentenceContext
  ) -> Argument? {
    guard let type = context.type(of: entity), tokens.upperBound <= context.tree.count else {
      return nil
    }
    let tree = context.tree
    let head = SentenceNames.head(of: tokens, in: tree)
    // Not by its first word, which may be a name of its own ("U.S. Treasury").
    if let name = context.names.first(where: {
      $0.mention.tokens == tokens && $0.mention.entity == entity
    }) {
      return Argument(
        entity: entity, type: type, span: name.mention.span, token: head, reference: .name)
    }
    let isPronoun = tree.token(head).upos == .pron
    return Argument(
      entity: entity, type: type,
      span: isPronoun || context.mention(at: head) != nil
        ? tree.span(Array(tokens)) ?? tree.token(head).span : tree.nominalSpan(head),
      token: head, reference: .pronoun)
  }

  /// The lowest verb on the way from one end to the other, the ends left out.
  private func verbBetween(_ subject: Int, _ object: Int, in tree: SentenceTree) -> Int? {
    tree.way(from: subject, to: object).filter {
      ![subject, object].contains($0) && tree.token($0).upos == .verb
    }
    .max { tree.ancestors($0).count < tree.ancestors($1).count }
  }

  /// The verb or noun whose mood counts: the trigger, or what it belongs to, or where that is one of the
  /// ends the verb between them.
  private func anchor(
    _ trigger: Int, ends: ScoredRelation, verb: Int?, in tree: SentenceTree
  ) -> Int {
    let anchor = predicate(above: trigger, in: tree)
    guard let verb, ends.subjectTokens.contains(anchor) || ends.objectTokens.contains(anchor) else {
      return anchor
    }
    return verb
  }

  private func predicate(above trigger: Int, in tree: SentenceTree) -> Int {
    var token = trigger
    while ![.verb, .noun, .propn, .adj].contains(tree.token(token).upos)
      || tree.relation(token) == "case",
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

  /// "Once a director of Karst, Kern", "Kern, formerly of Karst": the adverb opens the description.
  private func isCalledFormer(
    _ anchor: Int, _ object: Int, in tree: SentenceTree, _ cues: CueWords
  ) -> Bool {
    let opening = [anchor, object].filter { tree.token($0).upos != .verb }
      .compactMap { word in tree.subtree(word).first { tree.token($0).upos != .punct } }
    let above = tree.head(object).map { tree.token($0).upos == .adv ? [$0] : [] } ?? []
    return (opening + above).contains { word in
      let form = tree.form(word).lowercased()
      return ["once", "formerly", "previously", "erstwhile"].contains(form)
        && (word < object || above.contains(word)) && cues.former.contains(form)
    }
  }

  /// "spent six years at the bank": time that is told as past.
  private func isPastState(_ score: ScoredRelation, in context: SentenceContext) -> Bool {
    let tree = context.tree
    return context.schema[score.relation]?.lapses == true
      && tree.token(score.trigger).xpos == "VBD"
      && tree.children(score.trigger, "obj").contains {
        ["year", "decade", "month", "career", "time"].contains(tree.lemma($0))
      }
  }

  /// Whether the word that says it, or a title of the bearer where that is a role, is called former.
  private func isFormer(_ anchor: Int, of bearer: Int, in context: SentenceContext) -> Bool {
    let tree = context.tree
    let isRole =
      context.lexicon.nouns[tree.lemma(anchor)] != nil || tree.token(anchor).upos == .propn
    let titles = isRole ? tree.tokens.indices.filter { tree.describes($0, bearer) } : []
    return tree.isGivenUp(anchor)
      || ([anchor] + titles).contains { noun in
        tree.children(noun, "amod", "advmod", "compound").contains {
          context.lexicon.cues.former.contains(tree.form($0).lowercased())
        }
      }
  }
}
