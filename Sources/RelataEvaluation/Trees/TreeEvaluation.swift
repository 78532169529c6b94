import RelataCore

/// Scores of sentences, words, tags and trees from raw text, as in the CoNLL 2018 shared task.
///
/// Words and sentences are the same when their spans are. A tag or head counts only for words
/// that both sides have; the denominators are all words of either side, so that bad splitting costs.
/// Relations are compared with their subtypes. Counts add up over documents.
public struct TreeEvaluation: Sendable {
  /// Sentence spans.
  public private(set) var sentences = PrecisionRecall()
  /// Word spans.
  public private(set) var words = PrecisionRecall()
  /// Parts of speech, of words that agree.
  public private(set) var upos = PrecisionRecall()
  /// Lemmas, of words that agree.
  public private(set) var lemmas = PrecisionRecall()
  /// Heads (UAS).
  public private(set) var heads = PrecisionRecall()
  /// Heads with their relation (LAS).
  public private(set) var relations = PrecisionRecall()
  /// Of the words that both sides have: how well probabilities of tags and heads fit.
  public private(set) var uposCalibration = Calibration()
  /// How far the probabilities of heads can be believed.
  public private(set) var headCalibration = Calibration()

  /// Nothing counted yet.
  public init() {}

  private struct Word {
    var token: Token
    var head: Span?
  }

  /// Adds one document; both sides must be of the same text.
  public mutating func add(_ predicted: [Sentence], gold: [Sentence]) {
    sentences += PrecisionRecall(
      predicted: Set(predicted.map(\.span)), gold: Set(gold.map(\.span)))
    let found = Self.words(predicted)
    let truth = Self.words(gold)
    var right = (words: 0, upos: 0, lemmas: 0, heads: 0, relations: 0)
    for (span, word) in found {
      guard let other = truth[span] else { continue }
      right.words += 1
      if word.token.upos == other.token.upos { right.upos += 1 }
      if other.token.lemma == "_" || word.token.lemma.lowercased() == other.token.lemma.lowercased()
      {
        right.lemmas += 1
      }
      guard word.head == other.head else { continue }
      right.heads += 1
      if word.token.deprel == other.token.deprel { right.relations += 1 }
    }
    func counts(_ right: Int) -> PrecisionRecall {
      PrecisionRecall(
        truePositives: right, falsePositives: found.count - right,
        falseNegatives: truth.count - right)
    }
    words += counts(right.words)
    upos += counts(right.upos)
    lemmas += counts(right.lemmas)
    heads += counts(right.heads)
    relations += counts(right.relations)
  }

  /// Adds how probable tags and heads were to be right, one pair a predicted word; sentences without
  /// probabilities are left out.
  public mutating func addConfidence(
    _ confidence: [[(upos: Double, head: Double)]], of predicted: [Sentence], gold: [Sentence]
  ) {
    let truth = Self.words(gold)
    for (sentence, values) in zip(predicted, confidence) {
      for (token, value) in zip(sentence.tokens, values) {
        guard let other = truth[token.span] else { continue }
        let head =
          sentence.tokens.indices.contains(token.head)
          ? sentence.tokens[token.head].span : nil
        uposCalibration.add(confidence: value.upos, isRight: token.upos == other.token.upos)
        headCalibration.add(confidence: value.head, isRight: head == other.head)
      }
    }
  }

  private static func words(_ sentences: [Sentence]) -> [Span: Word] {
    var words: [Span: Word] = [:]
    for sentence in sentences {
      for token in sentence.tokens {
        let head =
          sentence.tokens.indices.contains(token.head)
          ? sentence.tokens[token.head].span : nil
        words[token.span] = Word(token: token, head: head)
      }
    }
    return words
  }

  /// Adds counts of other texts.
  public static func += (a: inout TreeEvaluation, b: TreeEvaluation) {
    a.sentences += b.sentences
    a.words += b.words
    a.upos += b.upos
    a.lemmas += b.lemmas
    a.heads += b.heads
    a.relations += b.relations
    a.uposCalibration += b.uposCalibration
    a.headCalibration += b.headCalibration
  }
}
