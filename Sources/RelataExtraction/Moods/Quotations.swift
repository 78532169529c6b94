import RelataCore
import RelataLanguage

/// Quotations that go on beyond the sentence that names their speaker.
enum Quotations {
  /// Sentences between a quotation and the words that name its speaker.
  private static let reach = 4

  /// For each sentence who says all of it, nil where it is the writer's own or nobody is named.
  ///
  /// “…,” Petrescu told the court. “He works for Cobalt.” — the second sentence is hers as well.
  static func speakers(_ contexts: [SentenceContext]) -> [Attribution?] {
    var result = [Attribution?](repeating: nil, count: contexts.count)
    var scanner = QuotationScanner()
    var end = 0
    /// The speaker of the quotations before and the sentence that names them.
    var last: (speaker: Attribution, sentence: Int)?
    for (i, context) in contexts.enumerated() where context.tree.count > 0 {
      if context.annotated.sentences[context.index].isFurniture {
        scanner.startParagraph()
        last = nil
        continue
      }
      // A paragraph that goes on with a quotation begins with a mark of its own.
      let span = context.annotated.sentences[context.index].span
      if context.annotated.words(Span(end, max(end, span.start))).contains("\n\n") {
        scanner.startParagraph()
      }
      end = span.end
      let inside = scanner.read(context.tree.tokens.map(\.form))
      guard inside.contains(true) else {
        last = nil
        continue
      }
      let outside = context.tree.tokens.indices.filter {
        !inside[$0] && context.tree.token($0).upos != .punct
      }
      if outside.isEmpty {
        if let known = last, i - known.sentence <= reach { result[i] = known.speaker }
      } else {
        last = speaker(outside, in: context).map { ($0, i) }
      }
    }
    return result
  }

  /// The subject of the verb of saying outside the quotation.
  private static func speaker(_ outside: [Int], in context: SentenceContext) -> Attribution? {
    let tree = context.tree
    let attributions = AttributionReader(context)
    let verb = outside.first {
      tree.token($0).upos == .verb && context.lexicon.cues.saying.contains(tree.lemma($0))
        && !tree.children($0, "nsubj").isEmpty
    }
    return verb.flatMap { attributions.speaker(of: $0) }
  }
}
