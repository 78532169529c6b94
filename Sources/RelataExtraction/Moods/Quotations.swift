import RelataCore
import RelataLanguage

/// Sentences that somebody else than the writer says as a whole.
enum Quotations {
  /// For each sentence who says all of it, nil where it is the writer's own.
  ///
  /// “…,” Petrescu told the court. “He works for Cobalt.” — the second sentence is hers as well. What
  /// stands in quotation marks without a speaker is a claim all the same.
  static func speakers(_ contexts: [SentenceContext]) -> [Attribution?] {
    guard let document = contexts.first?.annotated.document else { return [] }
    let speeches = Speeches(
      contexts.map { context in
        context.annotated.sentences[context.index].isFurniture || context.tree.count == 0
          ? nil : SentenceNames(context.tree, context.names.map(\.mention))
      }, of: document)
    return contexts.enumerated().map { i, context in
      guard let word = whole(i, context, speeches) else { return nil }
      guard let speaker = speeches.speaker(i, word) else {
        return speeches.isClosed(i, word) ? unnamed : nil
      }
      let attributions = AttributionReader(contexts[speaker.sentence])
      return speaker.verb.map { attributions.speaker(of: $0) }
        ?? attributions.attribution(to: speaker.token, cue: "quoted")
    }
  }

  private static let unnamed = Attribution(entity: nil, text: "quoted", cue: "quoted")

  /// The first word of a sentence whose words all are speech, but for who signs them.
  private static func whole(
    _ i: Int, _ context: SentenceContext, _ speeches: Speeches
  ) -> Int? {
    let label = SpeakerFinder.turn(context.tree) ?? -1
    let words = context.tree.tokens.indices.filter {
      $0 > label && context.tree.token($0).upos != .punct
    }
    guard let first = words.first(where: { speeches.isQuoted(i, $0) }) else { return nil }
    let speaker = speeches.speaker(i, first)
    // A signature or a label in the sentence: the writer adds nothing else.
    if let speaker, speaker.sentence == i, speaker.verb == nil { return first }
    return words.allSatisfy { speeches.isQuoted(i, $0) } ? first : nil
  }
}
