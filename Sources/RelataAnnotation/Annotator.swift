import Foundation
import RelataCore
import RelataInference
import RelataLanguage

/// Reads text: sentences, words, tags, trees, names and what the names refer to.
///
/// Make one and keep it: loading takes a tenth of a second and 80 MB. One annotator serves any number of
/// threads. The result for a document depends on the document and the weights alone.
///
/// ```swift
/// let annotator = try Annotator()
/// let annotated = annotator.annotate("Anna Kern met Paul Weiss in Oslo. Kern left on Monday.")
/// for mention in annotated.mentions {
///   print(annotated.words(mention.span), mention.type, mention.score)
/// }
/// ```
///
/// Every span counts Unicode scalars of the document's text; `AnnotatedDocument.words(_:)` gives its words.
public final class Annotator: Sendable {
  let model: AnnotatorModel
  /// Reads pairs of mentions instead of the small model, if it is there.
  private let pairModel: PairModel?
  let labels: LabelTable
  private let lemmatizer = Lemmatizer()

  /// The model's own description: name, version, corpora, licence.
  public var configuration: ModelConfiguration { model.configuration }

  /// The small model's file.
  public let weights: URL
  /// The large model's file, where it reads.
  public let pairWeights: URL?

  /// The large model's description, where it reads.
  public var pairConfiguration: ModelConfiguration? { pairModel?.configuration }

  /// Loads the weights at `weights`, or those that come with the program.
  ///
  /// - Parameters:
  ///   - weights: The small model's file.
  ///   - pairWeights: The large model's file; without it the small model reads references and relations too.
  /// - Throws: `RelataError` RL2001…RL2008 when there are no weights or they cannot be used.
  public init(weights: URL? = nil, pairWeights: URL? = nil) throws(RelataError) {
    guard let url = weights ?? Self.defaultWeights() else { throw Self.noWeights }
    self.weights = url
    self.pairWeights = pairWeights
    do throws(InferenceError) {
      model = try AnnotatorModel(weightFile: url.path)
      pairModel =
        if let pairWeights { try PairModel(weightFile: pairWeights.path) } else { nil }
    } catch {
      throw RelataError(error)
    }
    labels = try LabelTable(model.configuration, pairs: pairModel?.configuration)
  }

  /// Loads the weights that come with the program.
  ///
  /// - Throws: `RelataError` RL2001…RL2009 when they are missing or cannot be used.
  public convenience init(reading model: ReadingModel) throws(RelataError) {
    guard model == .large else {
      try self.init()
      return
    }
    guard let large = Self.defaultWeights(for: .large) else {
      throw RelataError(
        .noInput, code: "RL2009", "the large model's weights are missing",
        hint: "Keep \(Self.bundleName) beside the program, or read with the small model.")
    }
    try self.init(pairWeights: large)
  }

  private static var noWeights: RelataError {
    RelataError(
      .noInput, code: "RL2007", "the annotator's weights are missing",
      hint: "Keep \(bundleName) beside the program, or name a weight file.")
  }

  /// Annotates a text that is no document of anything.
  ///
  /// An empty text has no sentences.
  ///
  /// - Complexity: linear in the text.
  public func annotate(_ text: String) -> AnnotatedDocument {
    annotate(Document(id: DocumentID("text"), source: "text", text: SourceText(text)))
  }

  /// Annotates one document; furniture is split into sentences and words but gets no names.
  ///
  /// - Parameters:
  ///   - document: The text with its furniture marked.
  ///   - threads: Idle threads that may help with a long document; what is found is the same without
  ///     them.
  /// - Returns: Everything that the model and the rules beside it find, in order of the text.
  /// - Complexity: linear in the text; no word is longer than 2,048 scalars and no sentence longer than
  ///   400 words, what is written longer is cut.
  public func annotate(_ document: Document, threads: IdleThreads? = nil) -> AnnotatedDocument {
    let (sentences, predictions, vectors) = read(document, threads)
    var names = NameRepair(sentences).names(predictions.map { labels.names($0) })
    if document.text.scalars.contains("\t") {
      for i in names.indices {
        names[i] = CellBorders.cut(names[i], sentences[i].tokens, in: document.text)
      }
    }
    return resolve(document, sentences, names, vectors, threads)
  }

  /// Annotates one document with names that are known, instead of those the model finds.
  ///
  /// - Parameters:
  ///   - document: The text with its furniture marked.
  ///   - names: Spans of the text with the type of each; those in furniture and those that hold no word
  ///     are dropped.
  /// - Returns: The same as without names, but for them.
  public func annotate(
    _ document: Document, names: [(span: Span, type: EntityType)]
  ) -> AnnotatedDocument {
    let (sentences, _, vectors) = read(document, nil)
    let known = sentences.map { sentence in
      names.sorted { $0.span < $1.span }.compactMap { name -> NameSpan? in
        guard !sentence.isFurniture,
          let first = sentence.tokens.firstIndex(where: { $0.span.overlaps(name.span) }),
          let last = sentence.tokens.lastIndex(where: { $0.span.overlaps(name.span) })
        else { return nil }
        return NameSpan(words: first..<(last + 1), type: name.type, score: 1)
      }
    }
    return resolve(document, sentences, known, vectors, nil)
  }

  /// Adds the names that follow from others and decides what they refer to.
  private func resolve(
    _ document: Document, _ sentences: [Sentence], _ names: [[NameSpan]], _ vectors: WordVectors,
    _ threads: IdleThreads?
  ) -> AnnotatedDocument {
    let bodies = StateBodies(sentences).adding(to: names)
    let resolver = EntityResolver(
      document: document, sentences: sentences,
      names: NestedNames(sentences, names: names).adding(to: bodies))
    let (mentions, entities) = resolver.resolve()
    var annotated = AnnotatedDocument(
      document: document, sentences: sentences, mentions: mentions, entities: entities)
    let source = ReferenceSource(annotated)
    readPairs(&annotated, vectors, threads, from: source)
    ReferenceResolver.resolve(&annotated, from: source)
    return annotated
  }

  /// Floats in a word's vector.
  var vectorWidth: Int { model.vectorWidth }

  /// Adds references, clusters and scored relations, if the weights have heads for them.
  func readPairs(
    _ annotated: inout AnnotatedDocument, _ vectors: WordVectors, _ threads: IdleThreads? = nil,
    from source: ReferenceSource? = nil
  ) {
    guard let scorer = pairModel?.pairScorer() ?? model.pairScorer() else { return }
    var named = [[Int]](repeating: [], count: annotated.sentences.count)
    for (m, mention) in annotated.mentions.enumerated() { named[mention.sentence].append(m) }
    var coreference = Coreference(
      annotated, source: source ?? ReferenceSource(annotated), scorer: scorer,
      relations: labels.relations)
    func read(_ i: Int, _ pointer: UnsafePointer<Float>) {
      coreference.read(sentence: i, named: named[i], vectors: pointer)
    }
    if let pairModel {
      let text = annotated.sentences.indices.filter { !annotated.sentences[$0].isFurniture }
      let words = text.map { Letters.modelInput(annotated.sentences[$0]) }
      pairModel.forEachSentence(of: words, threads: threads) { i, pointer in read(text[i], pointer)
      }
    } else {
      vectors.forEachSentence(of: annotated.sentences, model: model, threads: threads, read)
    }
    coreference.finish()
    annotated.references = coreference.references
    annotated.clusters = coreference.clusters()
    annotated.relations = coreference.scores
  }

  /// Sentences and words of the text, in stretches that do not cross furniture; whether each sentence
  /// begins by the layout of the text.
  private func split(_ document: Document) -> (sentences: [Sentence], isFixed: [Bool]) {
    let lines = LineBreaks(document.text.scalars, blocks: document.blocks)
    var sentences: [Sentence] = []
    var isFixed: [Bool] = []
    for stretch in document.stretches {
      let splitter = TextSplitter(document.text, in: stretch.span, lines: lines)
      for range in splitter.sentences {
        let tokens = splitter.words[range].map { span in
          Token(span: span, form: document.text[span], lemma: "", upos: .x, head: -1, deprel: "")
        }
        sentences.append(Sentence(tokens[...], isFurniture: stretch.isFurniture))
      }
      isFixed += splitter.isFixed
    }
    return (sentences, isFixed)
  }

  /// The sentence with its clauses repaired, and the lemmas of what has another tag now.
  private func repaired(_ sentence: Sentence) -> Sentence {
    var repaired = ClauseRepair.repaired(sentence)
    for (i, token) in repaired.tokens.enumerated() where token.upos != sentence.tokens[i].upos {
      repaired.tokens[i].lemma = lemmatizer.lemma(
        token.form, upos: token.upos.rawValue, xpos: token.xpos)
    }
    return repaired
  }

  /// Runs the model, stretch by stretch: sentences with tags and trees, what else the model said of each,
  /// and the vectors of their words.
  private func read(
    _ document: Document, _ threads: IdleThreads?
  ) -> (sentences: [Sentence], predictions: [SentencePrediction], vectors: WordVectors) {
    let (planned, isFixed) = split(document)
    var vectors = WordVectors(
      planned, width: model.vectorWidth, limit: pairModel == nil ? WordVectors.limit : 0)
    var sentences: [Sentence] = []
    var predictions: [SentencePrediction] = []
    for run in Self.stretches(planned) {
      let isFurniture = planned[run.lowerBound].isFurniture
      let inputs = planned[run].map { Letters.modelInput($0) }
      let read = model.predict(
        inputs,
        isFixed: isFurniture ? [Bool](repeating: true, count: run.count) : Array(isFixed[run]),
        threads: threads
      ) { i, words, pointer in vectors.keep(run.lowerBound + i, words, pointer) }
      let tokens = planned[run].flatMap(\.tokens)
      for (words, prediction) in read {
        var sentence = Sentence(tokens[words], isFurniture: isFurniture)
        fill(&sentence, from: prediction)
        sentences.append(repaired(sentence))
        predictions.append(prediction)
      }
    }
    return (sentences, predictions, vectors)
  }

  private func fill(_ sentence: inout Sentence, from prediction: SentencePrediction) {
    for j in sentence.tokens.indices {
      let form = sentence.tokens[j].form
      let upos = labels.upos[prediction.upos[j]]
      let xpos = labels.xpos[prediction.xpos[j]]
      sentence.tokens[j].upos = upos
      sentence.tokens[j].xpos = xpos
      sentence.tokens[j].head = prediction.heads[j]
      sentence.tokens[j].deprel = labels.deprel[prediction.deprels[j]]
      sentence.tokens[j].lemma = lemmatizer.lemma(form, upos: upos.rawValue, xpos: xpos)
    }
  }

  /// Runs of sentences that are all furniture or all none: what the model sees together.
  static func stretches(_ sentences: [Sentence]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start = 0
    while start < sentences.count {
      var end = start + 1
      while end < sentences.count, sentences[end].isFurniture == sentences[start].isFurniture {
        end += 1
      }
      stretches.append(start..<end)
      start = end
    }
    return stretches
  }
}
