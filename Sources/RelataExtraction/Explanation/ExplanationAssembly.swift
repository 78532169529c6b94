import RelataCore
import RelataLanguage

/// Puts together what was seen in each sentence and what became of every candidate.
struct ExplanationAssembly {
  let annotated: AnnotatedDocument
  /// The final assertions, with their ids.
  let assertions: [Assertion]

  func sentences(
    _ contexts: [SentenceContext], candidates: [Int: [CandidateExplanation]]
  ) -> [SentenceExplanation] {
    let byIndex = Dictionary(
      contexts.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    return annotated.sentences.indices.map { index in
      let sentence = annotated.sentences[index]
      guard let context = byIndex[index] else {
        return SentenceExplanation(
          sentence: index, span: sentence.span, isFurniture: sentence.isFurniture, names: [],
          references: [], triggers: [], candidates: [])
      }
      return SentenceExplanation(
        sentence: index, span: sentence.span, isFurniture: false, names: names(in: context),
        references: references(in: context), triggers: triggers(in: context),
        candidates: (candidates[index] ?? []).map(numbered))
    }
  }

  /// The candidate with the id that its assertion has in the document.
  private func numbered(_ candidate: CandidateExplanation) -> CandidateExplanation {
    guard case .kept(var assertion) = candidate.outcome else { return candidate }
    let final = assertions.first {
      $0.evidence == assertion.evidence && $0.subject == assertion.subject
        && $0.relation == assertion.relation && $0.object == assertion.object
    }
    if let final { assertion.id = final.id }
    var changed = candidate
    changed.outcome = .kept(assertion)
    return changed
  }

  private func names(in context: SentenceContext) -> [SentenceExplanation.Reference] {
    context.names.filter { $0.mention.type.isNode }.map {
      .init(span: $0.mention.span, entities: [$0.mention.entity].compactMap { $0 })
    }.sorted { $0.span < $1.span }
  }

  /// What stands for a name: whatever was resolved, and personal pronouns that were not.
  private func references(in context: SentenceContext) -> [SentenceExplanation.Reference] {
    let tree = context.tree
    let personal: Set<String> = [
      "he", "she", "him", "her", "his", "they", "them", "their", "it", "its",
    ]
    return tree.tokens.indices.compactMap { i in
      let entities = context.references[i] ?? []
      let isPersonal = tree.token(i).upos == .pron && personal.contains(tree.form(i).lowercased())
      guard !entities.isEmpty || isPersonal else { return nil }
      return .init(span: tree.token(i).span, entities: entities)
    }
  }

  private func triggers(in context: SentenceContext) -> [SentenceExplanation.Trigger] {
    let tree = context.tree
    let lexicon = context.lexicon
    let predications = context.predications
    var found: [SentenceExplanation.Trigger] = predications.compactMap { predication in
      guard let frames = lexicon.verbFrames[predication.lemma] else { return nil }
      let places =
        predication.agents + predication.patients + predication.recipients
        + predication.obliques.map(\.token)
      return trigger(predication.verb, frames.map(\.relation), places, in: context)
    }
    for i in tree.tokens.indices where context.mention(at: i) == nil {
      let lemma = tree.lemma(i)
      let relations =
        (lexicon.nouns[lemma] ?? []).map(\.relation)
        + (lexicon.eventNouns[lemma] ?? []).map(\.relation)
      guard !relations.isEmpty, tree.token(i).upos == .noun || tree.token(i).upos == .propn else {
        continue
      }
      let places = tree.children(
        i, "nmod", "nmod:poss", "compound", "amod", "appos", "nsubj", "flat")
      found.append(trigger(i, relations, places, in: context))
    }
    return found.sorted { $0.span < $1.span }
  }

  private func trigger(
    _ token: Int, _ relations: [RelationID], _ places: [Int], in context: SentenceContext
  ) -> SentenceExplanation.Trigger {
    let finder = ArgumentFinder(context)
    var seen: Set<Int> = []
    return SentenceExplanation.Trigger(
      span: context.tree.token(token).span, relations: Set(relations).sorted(),
      arguments: places.filter { seen.insert($0).inserted }.sorted().map { place in
        .init(
          span: context.tree.nominalSpan(place),
          entities: finder.arguments(place).map(\.entity))
      })
  }
}

extension CandidateExplanation {
  init(
    _ candidate: Candidate, mood: Mood?, score: ConfidenceScore?, outcome: CandidateOutcome,
    gate: String?, in context: SentenceContext
  ) {
    let tree = context.tree
    self.init(
      relation: candidate.relation, subject: End(candidate.subject), object: End(candidate.object),
      predicate: candidate.predicate, rule: candidate.rule.id,
      trigger: candidate.trigger.sorted().map { tree.token($0).span },
      path: TreePath(from: candidate.subject.token, to: candidate.object.token, in: tree),
      isPresupposed: candidate.isPresupposed,
      cues: (mood?.cues ?? []).map { Cue(effect: $0.effect, span: tree.token($0.token).span) },
      revision: mood?.revision, score: score, outcome: outcome, gate: gate)
  }
}

extension CandidateExplanation.End {
  init(_ argument: Argument) {
    self.init(
      entity: argument.entity, type: argument.type, span: argument.span,
      reference: "\(argument.reference)")
  }
}

extension [CandidateExplanation] {
  /// Changes what became of the candidate that gave an assertion.
  mutating func replace(_ assertion: Assertion, with outcome: CandidateOutcome) {
    guard let i = firstIndex(where: { $0.outcome == .kept(assertion) }) else { return }
    self[i].outcome = outcome
    self[i].gate = Gate.duplicates.name
  }
}
