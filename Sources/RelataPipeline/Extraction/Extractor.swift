import RelataAnnotation
import RelataCore
import RelataExtraction
import RelataInference
import RelataLanguage
import Synchronization

/// Reads one document at a time into entities and assertions.
///
/// The model and the rules are loaded once, when the first document arrives, and shared by all threads.
public final class Extractor: Sendable {
  private struct Loaded: Sendable {
    var annotator: Annotator
    var assertions: AssertionExtractor
    var modelName: String
  }
  private let loaded = Mutex<Loaded?>(nil)
  private let userRules: UserRules?
  private let watchlist: Watchlist?
  private let minimumConfidence: Double
  private let model: ReadingModel

  /// The least confidence of an assertion unless asked otherwise.
  public static let standardConfidence = AssertionExtractor.standardConfidence

  /// - Parameters:
  ///   - userRules: Names, trigger words and patterns to read besides those that ship.
  ///   - minimumConfidence: Less probable assertions are left out; what the user's own patterns find stays.
  ///   - model: Which model reads references and relations.
  public init(
    userRules: UserRules? = nil, minimumConfidence: Double = Extractor.standardConfidence,
    model: ReadingModel = .standard
  ) {
    self.userRules = userRules
    self.minimumConfidence = minimumConfidence
    self.model = model
    watchlist = userRules.map { Watchlist($0.names) }
  }

  /// The document's sentences, words, trees, names and entities.
  ///
  /// - Parameters:
  ///   - document: The text with its furniture marked.
  ///   - threads: Idle threads that may help with a long document.
  /// - Returns: What is found, a user's names among it.
  /// - Throws: What loading the model throws.
  public func annotate(
    _ document: Document, threads: IdleThreads? = nil
  ) throws(RelataError) -> AnnotatedDocument {
    let annotated = try annotator().annotate(document, threads: threads)
    return watchlist?.applied(to: annotated) ?? annotated
  }

  /// The document with everything it asserts.
  ///
  /// - Parameters:
  ///   - document: The text with its furniture marked.
  ///   - threads: Idle threads that may help with a long document.
  /// - Returns: Its annotation and its assertions.
  /// - Throws: What loading the model or the rules throws.
  public func extract(
    _ document: Document, threads: IdleThreads? = nil
  ) throws(RelataError) -> ExtractedDocument {
    try extract(annotate(document, threads: threads))
  }

  /// The document with everything it asserts, and why each sentence was read so.
  ///
  /// - Throws: What loading the model or the rules throws.
  public func explain(_ document: Document) throws(RelataError) -> DocumentExplanation {
    let (extracted, sentences) = try load().assertions.explain(annotate(document))
    return DocumentExplanation(document: extracted, sentences: sentences)
  }

  /// The annotator itself, loaded if it was not yet.
  ///
  /// - Throws: What loading the model throws.
  public func annotator() throws(RelataError) -> Annotator { try load().annotator }

  /// The document annotated with names that are known, instead of those the model finds.
  ///
  /// - Throws: What loading the model throws.
  public func annotate(
    _ document: Document, names: [(span: Span, type: EntityType)]
  ) throws(RelataError) -> AnnotatedDocument {
    try annotator().annotate(document, names: names)
  }

  /// What an annotated document asserts.
  ///
  /// - Throws: What loading the model or the rules throws.
  public func extract(_ annotated: AnnotatedDocument) throws(RelataError) -> ExtractedDocument {
    try load().assertions.extract(annotated)
  }

  /// Name, version and checksum of the model and of the user's rules, which decide what has to be
  /// extracted again.
  ///
  /// - Throws: What loading the model throws.
  public func modelName() throws(RelataError) -> String { try load().modelName }

  private func load() throws(RelataError) -> Loaded {
    try loaded.withLock { loaded throws(RelataError) -> Loaded in
      if let loaded { return loaded }
      let annotator = try Annotator(reading: model)
      let rules = userRules.map { ", rules \($0.digest.prefix(12))" } ?? ""
      let fresh = Loaded(
        annotator: annotator,
        assertions: try AssertionExtractor(
          userRules: userRules, minimumConfidence: minimumConfidence, model: model),
        modelName: ModelIdentity.name(of: annotator) + rules)
      loaded = fresh
      return fresh
    }
  }
}
