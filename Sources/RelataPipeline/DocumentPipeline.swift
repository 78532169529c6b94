import RelataCore
import RelataInference

/// What the pipeline hands on, in order of the inputs.
public enum PipelineEvent<Product: Sendable>: Sendable {
  case product(Product)
  case diagnostic(Diagnostic)
  /// One input, or one line of it, could not be used; the rest goes on.
  case failure(RelataError)
}

/// Reads inputs and works on their documents on several cores.
///
/// The order and the content of what is handed on are the same for every number of threads.
public struct DocumentPipeline: Sendable {
  /// What is read, in this order.
  public let source: SourceSequence
  /// Documents worked on at once, at least 1.
  public let threads: Int

  /// A pipeline over a source; less than one thread counts as one.
  ///
  /// Threads without a document help with the long ones of the others.
  public init(source: SourceSequence, threads: Int) {
    self.source = source
    self.threads = threads
  }

  /// Annotates every document.
  ///
  /// - Throws: As ``extract(with:sink:)`` does.
  public func annotate(
    with extractor: Extractor, sink: (PipelineEvent<AnnotatedDocument>) throws -> Void
  ) async throws {
    try await run(
      transform: { event, idle in
        switch event {
        case .document(let document): .product(try extractor.annotate(document, threads: idle))
        case .extraction(_, let location): .failure(Self.needsText(location))
        case .diagnostic(let diagnostic): .diagnostic(diagnostic)
        case .failure(let error): .failure(error)
        }
      }, sink: sink)
  }

  /// Annotates every document, long ones part by part, so that memory does not grow with them.
  ///
  /// What words mean together is decided within a part: a name may get another type than in the whole.
  ///
  /// No part is longer than `limit` scalars, at least 2.
  ///
  /// - Throws: As ``extract(with:sink:)`` does.
  public func annotateParts(
    with extractor: Extractor, limit: Int = DocumentPart.limit,
    sink: (PipelineEvent<AnnotatedPart>) throws -> Void
  ) async throws {
    var events = source.makeIterator()
    var whole: Document?
    var spans: [Span] = []
    func next() -> PartEvent? {
      if let document = whole, let span = spans.popLast() {
        return .part(DocumentPart(of: document, span))
      }
      whole = nil
      guard let event = events.next() else { return nil }
      guard case .document(let document) = event else { return .other(event) }
      whole = document
      spans = DocumentPart.spans(of: document.text, limit: max(2, limit)).reversed()
      return next()
    }
    try await run(
      next: { next() },
      transform: { event, idle in
        switch event {
        case .part(let part):
          return .product(
            AnnotatedPart(
              annotated: try extractor.annotate(part.document, threads: idle),
              offset: part.offset))
        case .other(.extraction(_, let location)): return .failure(Self.needsText(location))
        case .other(.diagnostic(let diagnostic)): return .diagnostic(diagnostic)
        case .other(.failure(let error)): return .failure(error)
        case .other(.document(let document)):
          return .product(AnnotatedPart(annotated: try extractor.annotate(document), offset: 0))
        }
      }, sink: sink)
  }

  private enum PartEvent: Sendable {
    case part(DocumentPart)
    case other(SourceEvent)
  }

  /// Extracts every document; lines extracted elsewhere are decoded instead.
  ///
  /// - Throws: What `sink` throws; what loading the model throws; `CancellationError` once the task is
  ///   cancelled.
  public func extract(
    with extractor: Extractor, sink: (PipelineEvent<ExtractedDocument>) throws -> Void
  ) async throws {
    try await run(
      transform: { event, idle in
        switch event {
        case .document(let document):
          return .product(try extractor.extract(document, threads: idle))
        case .extraction(let line, let location):
          do throws(RelataError) {
            return .product(try ExtractionRecord.decode(line, at: location))
          } catch {
            return .failure(error)
          }
        case .diagnostic(let diagnostic): return .diagnostic(diagnostic)
        case .failure(let error): return .failure(error)
        }
      }, sink: sink)
  }

  /// Works on the events of the inputs.
  ///
  /// `transform` is given the threads that have no event, to borrow from for a long document.
  func run<Product>(
    transform: @escaping @Sendable (SourceEvent, IdleThreads) throws -> PipelineEvent<Product>,
    sink: (PipelineEvent<Product>) throws -> Void
  ) async throws {
    var events = source.makeIterator()
    try await run(next: { events.next() }, transform: transform, sink: sink)
  }

  private func run<Value: Sendable, Output: Sendable>(
    next: () throws -> Value?,
    transform: @escaping @Sendable (Value, IdleThreads) throws -> Output,
    sink: (Output) throws -> Void
  ) async throws {
    let map = OrderedParallelMap(width: threads)
    let idle = IdleThreads(map.width)
    try await map.run(
      next: next, transform: { value in try idle.occupied { try transform(value, idle) } },
      sink: sink)
  }

  private static func needsText(_ location: InputLocation) -> RelataError {
    RelataError(
      .badInput, code: "RL7202", "this is the output of 'relata extract', not an article",
      at: location, hint: "give the article itself; 'relata build' takes extractions")
  }
}

/// A part of a document, annotated, and where it begins in the whole text.
public struct AnnotatedPart: Sendable {
  /// Spans count from the beginning of the part.
  public var annotated: AnnotatedDocument
  /// 0 for the first part of a document.
  public var offset: Int
}
