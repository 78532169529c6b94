import RelataCore
import RelataLanguage

/// What the answer behind a question makes of it, as "Milo Hartwell does" of "Who owns Karst Bank?".
struct Answer: Sendable {
  /// Whether it says no.
  var isNegative = false
  /// Whom it names in place of the word that asks, with the words that name them.
  var names: [EntityID: Span] = [:]
  /// The sentence of the answer.
  var quote: Span
  /// Who gives it.
  var attribution: Attribution

  /// The words of the answer for an end that the question only asks for.
  func span(of argument: Argument) -> Span? {
    argument.reference == .pronoun ? names[argument.entity] : nil
  }
}

/// Finds the questions of a talk that the next turn answers in a word or two.
///
/// A turn begins with a label ("A:", "KERN:"). The answer names who was asked for, or says yes or no; whatever more
/// it says is read for itself.
struct AnsweredQuestions {
  let contexts: [SentenceContext]
  let layout: LineLayout

  /// An answer and the words that stand for what it names.
  struct Found {
    var answer: Answer
    /// Words of the question with whom they stand for.
    var references: [Int: [EntityID]] = [:]
  }

  /// By the sentence of the question.
  func all() -> [Int: Found] {
    var found: [Int: Found] = [:]
    for q in contexts.indices.dropLast() {
      let (question, next) = (contexts[q], contexts[q + 1])
      guard !next.annotated.sentences[next.index].isFurniture, isQuestion(question.tree),
        let colon = turn(next)
      else { continue }
      found[q] = answer(to: question, by: next, behind: colon)
    }
    return found
  }

  private func isQuestion(_ tree: SentenceTree) -> Bool {
    tree.tokens.suffix(2).contains { $0.form == "?" }
  }

  /// The colon behind the label that a sentence begins with.
  private func turn(_ context: SentenceContext) -> Int? {
    if let colon = SpeakerFinder.turn(context.tree) { return colon }
    guard context.tree.count > 1, let mention = context.mention(at: 0), mention.type == .person,
      mention.tokens.upperBound < context.tree.count,
      context.tree.form(mention.tokens.upperBound) == ":"
    else { return nil }
    return mention.tokens.upperBound
  }

  private func answer(
    to question: SentenceContext, by next: SentenceContext, behind colon: Int
  ) -> Found? {
    let tree = next.tree
    let words = tree.tokens.indices.filter { $0 > colon }
    guard let first = words.first else { return nil }
    let span = next.annotated.sentences[next.index].span
    let speaker = colon > 0 ? next.mention(at: 0)?.entity : nil
    var answer = Answer(
      quote: span,
      attribution: Attribution(
        entity: speaker, text: speaker == nil ? "quoted" : nil, cue: "quoted"))
    let cues = question.lexicon.cues
    let opening = tree.form(first).lowercased()
    if cues.yes.contains(opening) || cues.no.contains(opening) {
      guard isClosed(question.tree) else { return nil }
      answer.isNegative = cues.no.contains(opening)
      return Found(answer: answer)
    }
    guard let asked = asked(question.tree) else { return nil }
    // "From Karst Bank": what is named stands behind the preposition.
    let rest = words.dropFirst(tree.token(first).upos == .adp ? 1 : 0)
      .map { LineLayout.Word(sentence: next.index, token: $0) }
    let (names, end) = layout.leadingNames(in: rest)
    guard !names.isEmpty, isElliptic(Array(rest[end...])) else { return nil }
    for name in names { answer.names[name.argument.entity] = name.argument.span }
    return Found(answer: answer, references: [asked: names.map(\.argument.entity)])
  }

  /// Whether yes or no answers it: "Does Kern own it?", but not what may or should be.
  private func isClosed(_ tree: SentenceTree) -> Bool {
    guard let start = opening(tree) else { return false }
    let asks = ["do", "be", "have"].contains(tree.lemma(start)) && tree.token(start).upos == .aux
    return asks || tree.lemma(start) == "be" && tree.token(start).upos == .verb
  }

  /// The first word behind the label, "and" and "so" aside.
  private func opening(_ tree: SentenceTree) -> Int? {
    let start =
      (SpeakerFinder.turn(tree) ?? tree.tokens.prefix(6).firstIndex { $0.form == ":" })
      .map { $0 + 1 } ?? 0
    return tree.tokens.indices.first {
      $0 >= start && !["and", "so", "but", ",", "then", "\"", "“"].contains(tree.lemma($0))
    }
  }

  /// The one word that asks for somebody or something: "who", the noun of "which company".
  private func asked(_ tree: SentenceTree) -> Int? {
    let words = tree.tokens.indices.filter {
      ["who", "whom", "what", "which"].contains(tree.form($0).lowercased())
    }
    guard let word = words.first, words.count == 1,
      word == opening(tree)
        || tree.token(word - 1).upos == .adp
    else { return nil }
    if tree.relation(word) == "det" { return tree.head(word) }
    return tree.token(word).upos == .pron ? word : nil
  }

  /// Whether behind the names only "does", "did" or an aside follows.
  private func isElliptic(_ words: [LineLayout.Word]) -> Bool {
    guard
      let next = words.first(where: { word in
        let tree = contexts[word.sentence].tree
        return !["do", "be", "have"].contains(tree.lemma(word.token))
      })
    else { return true }
    return [".", "!", ",", ";", "–", "—"].contains(layout.form(next))
  }
}
