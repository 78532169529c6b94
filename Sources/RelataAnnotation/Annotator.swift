import Foundation
import RelataCore
import RelataInference

/// Reads text: sentences, words, tags, trees, names and what the names refer to.
///
/// Make one and keep it: loading takes a tenth of a second and 80 MB. One annotator serves any number of
/// threads. The result for a document depends on the document and the weights alone.
///
/// ```swift
/// let annotator = try Annotator()
/// let annotated = try annotator.annotate("Anna Kern met Paul Weiss in Oslo. Kern left on Monday.")
/// for mention in annotated.mentions {
///   print(annotated.words(mention.span), mention.type, mention.score)
/// }
/// ```
///
/// Every span counts Unicode scalars of the document's text; `AnnotatedDocument.words(_:)` gives its words.
public final class Annotator: Sendable {
  let model: AnnotatorModel
  let labels: LabelTable
  private let lemmatizer = Lemmatizer()

  /// The model's own description: name, version, corpora, licence.
  public var configuration: ModelConfiguration { model.configuration }

  /// Loads the weights at `weights`, or those that come with the program.
  ///
  /// - Throws: `RelataError` RL2001…RL2008 when there are no weights or they cannot be used.
  public init(weights: URL? = nil) throws(RelataError) {
    guard let url = weights ?? Self.defaultWeights() else {
      throw RelataError(
        .noInput, code: "RL2007", "the annotator's weights are missing",
        hint: "Keep \(Self.bundleName) beside the program, or name a weight file.")
    }
    do {
      model = try AnnotatorModel(weightFile: url.path)
    } catch {
      throw RelataError(error)
    }
    labels = try LabelTable(model.configuration)
  }

  /// Annotates a text that is no document of anything.
  ///
  /// An empty text has no sentences.
  ///
  /// - Throws: nothing once the annotator is made.
  /// - Complexity: linear in the text.
  public func annotate(_ text: String) throws(RelataError) -> AnnotatedDocument {
    try annotate(Document(id: DocumentID("text"), source: "text", text: SourceText(text)))
  }

  /// Annotates one document; furniture is split into sentences and words but gets no names.
  ///
  /// - Complexity: linear in the text.
  public func annotate(_ document: Document) throws(RelataError) -> AnnotatedDocument {
    var sentences = split(document)
    var vectors = WordVectors(sentences, width: model.vectorWidth)
    let predictions = predict(&sentences, &vectors)
    let names = NameRepair(sentences).names(predictions.map { labels.names($0) })
    return resolve(document, sentences, names, vectors)
  }

  /// Annotates one document with names that are known, instead of those the model finds.
  ///
  /// - Parameter names: Spans of the text with the type of each; those in furniture and those that hold
  ///   no word are dropped.
  public func annotate(
    _ document: Document, names: [(span: Span, type: EntityType)]
  ) throws(RelataError) -> AnnotatedDocument {
    var sentences = split(document)
    var vectors = WordVectors(sentences, width: model.vectorWidth)
    _ = predict(&sentences, &vectors)
    let known = sentences.map { sentence in
      names.sorted { $0.span < $1.span }.compactMap { name -> NameSpan? in
        guard !sentence.isFurniture,
          let first = sentence.tokens.firstIndex(where: { $0.span.overlaps(name.span) }),
          let last = sentence.tokens.lastIndex(where: { $0.span.overlaps(name.span) })
        else { return nil }
        return NameSpan(words: first..<(last + 1), type: name.type, score: 1)
      }
    }
    return resolve(document, sentences, known, vectors)
  }

  /// Adds the names that follow from others and decides what they refer to.
  private func resolve(
    _ document: Document, _ sentences: [Sentence], _ names: [[NameSpan]], _ vectors: WordVectors
  ) -> AnnotatedDocument {
    let bodies = StateBodies(sentences).adding(to: names)
    let resolver = EntityResolver(
      document: document, sentences: sentences,
      names: NestedNames(sentences, names: names).adding(to: bodies))
    let (mentions, entities) = resolver.resolve()
    var annotated = AnnotatedDocument(
      document: document, sentences: sentences, mentions: mentions, entities: entities)
    readPairs(&annotated, vectors)
    return annotated
  }

  /// Floats in a word's vector.
  var vectorWidth: Int { model.vectorWidth }

  /// Adds references, clusters and scored relations, if the weights have heads for them.
  func readPairs(_ annotated: inout AnnotatedDocument, _ vectors: WordVectors) {
    guard let scorer = model.pairScorer() else { return }
    var own = [[Int]](repeating: [], count: annotated.sentences.count)
    for (m, mention) in annotated.mentions.enumerated() { own[mention.sentence].append(m) }
    var coreference = Coreference(
      sentences: annotated.sentences, mentions: annotated.mentions, entities: annotated.entities,
      scorer: scorer, relations: labels.relations)
    vectors.forEachSentence(of: annotated.sentences, model: model) { i, pointer in
      coreference.read(sentence: i, own: own[i], vectors: pointer)
    }
    annotated.references = coreference.references
    annotated.clusters = coreference.clusters()
    annotated.relations = coreference.scores
  }

  /// Sentences and words of the text, in stretches that do not cross furniture.
  private func split(_ document: Document) -> [Sentence] {
    let lines = LineBreaks(document.text.scalars)
    var sentences: [Sentence] = []
    for stretch in document.stretches {
      let splitter = TextSplitter(document.text, in: stretch.span, lines: lines)
      for range in splitter.sentences {
        sentences.append(
          sentence(splitter.words[range], in: document.text, isFurniture: stretch.isFurniture))
      }
    }
    return sentences
  }

  private func sentence(
    _ words: ArraySlice<Span>, in text: SourceText, isFurniture: Bool
  ) -> Sentence {
    let start = words.first?.start ?? 0
    var previous = -1
    let tokens = words.map { span in
      defer { previous = span.end }
      return Token(
        span: span, form: text[span], lemma: "", upos: .x, head: -1, deprel: "",
        spaceBefore: span.start != previous)
    }
    return Sentence(
      span: Span(start, words.last?.end ?? start), tokens: tokens, isFurniture: isFurniture)
  }

  /// Runs the model, stretch by stretch, and fills in tags and trees.
  private func predict(
    _ sentences: inout [Sentence], _ vectors: inout WordVectors
  ) -> [SentencePrediction] {
    var predictions: [SentencePrediction] = []
    for run in Self.stretches(sentences) {
      let inputs = sentences[run].map { Letters.modelInput($0) }
      predictions += model.predict(inputs) { i, words, pointer in
        vectors.keep(run.lowerBound + i, words, pointer)
      }
    }
    for (i, prediction) in predictions.enumerated() {
      for j in sentences[i].tokens.indices {
        let form = sentences[i].tokens[j].form
        let upos = labels.upos[prediction.upos[j]]
        let xpos = labels.xpos[prediction.xpos[j]]
        sentences[i].tokens[j].upos = upos
        sentences[i].tokens[j].xpos = xpos
        sentences[i].tokens[j].head = prediction.heads[j]
        sentences[i].tokens[j].deprel = labels.deprel[prediction.deprels[j]]
        sentences[i].tokens[j].lemma = lemmatizer.lemma(form, upos: upos.rawValue, xpos: xpos)
      }
    }
    return predictions
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
