import RelataCore
import RelataStore

/// Reads documents and merges what they say into a graph file, one transaction a document.
///
/// Documents that the graph holds already, made by the same program and model, are not extracted again.
/// The graph is the same for every number of threads and every order of inputs.
public struct GraphBuild: Sendable {
  /// What became of the documents.
  public struct Summary: Hashable, Sendable {
    /// Documents that were new.
    public var added = 0
    /// Documents that were there with other content or from another extractor.
    public var replaced = 0
    /// Documents that were there just so.
    public var unchanged = 0

    /// Documents that the graph holds now because of this build or an earlier one.
    public var total: Int { added + replaced + unchanged }
    /// Nothing done yet.
    public init() {}
  }

  /// What happened, in order of the inputs.
  public enum Event: Sendable {
    case stored(DocumentID, AddOutcome)
    case diagnostic(Diagnostic)
    /// One input, line or document could not be used; the rest goes on.
    case failure(RelataError)
  }

  private enum Product: Sendable {
    case current(Document, producer: String)
    case extracted(ExtractedDocument, producer: String)
  }

  private let pipeline: DocumentPipeline
  private let store: GraphStore
  private let extractor: Extractor
  private let program: String
  private let day: String?
  private let confidential: Decision?
  private let moment: String

  /// A build of what a pipeline reads into a store.
  ///
  /// `program` is its name and version; with the model's they decide what is extracted again. `day` is that of the build,
  /// as ISO 8601. `confidential` says that what is read is confidential, when, by whom and why; `moment` is when documents
  /// that say so themselves are made confidential, as ISO 8601 of universal time.
  public init(
    pipeline: DocumentPipeline, store: GraphStore, extractor: Extractor, program: String,
    day: String? = nil, confidential: Decision? = nil, moment: String = ""
  ) {
    self.pipeline = pipeline
    self.store = store
    self.extractor = extractor
    self.program = program
    self.day = day
    self.confidential = confidential
    self.moment = moment
  }

  /// Builds until the inputs end, and tells `sink` of every event, from the caller's task.
  ///
  /// - Returns: What became of the documents.
  /// - Throws: What opening the model or writing the graph throws, and `CancellationError` once the task
  ///   is cancelled; documents stored before stay stored.
  public func run(sink: (Event) throws -> Void) async throws -> Summary {
    var summary = Summary()
    var read: Set<DocumentID> = []
    let build = try store.nextBuild(on: day)
    let (store, extractor, program) = (store, extractor, program)
    try await pipeline.run(
      transform: { event, idle in
        switch event {
        case .document(let document):
          let producer = try document.producer(program + "; " + extractor.modelName())
          if try store.isCurrent(document.id, sha256: document.sha256, producer: producer) {
            return .product(Product.current(document, producer: producer))
          }
          return .product(
            .extracted(try extractor.extract(document, threads: idle), producer: producer))
        case .extraction(let line, let location):
          do throws(RelataError) {
            let extracted = try ExtractionRecord.decode(line, at: location)
            let producer = extracted.annotated.document.producer("extraction")
            return .product(.extracted(extracted, producer: producer))
          } catch {
            return .failure(error)
          }
        case .diagnostic(let diagnostic): return .diagnostic(diagnostic)
        case .failure(let error): return .failure(error)
        }
      },
      sink: { event in
        switch event {
        case .product(.current(let document, let producer)):
          // Another document of this run may have taken its place since, or it the place of another one.
          if try store.isCurrent(document.id, sha256: document.sha256, producer: producer),
            try store.versions(of: document).allSatisfy({ read.contains($0.id) })
          {
            summary.unchanged += 1
            try store.note(document.files, of: document.id)
            try seal(document)
            try sink(.stored(document.id, .unchanged))
          } else {
            let extracted = try extractor.extract(document)
            try add(extracted, producer, read: read, build, &summary, sink: sink)
          }
          read.insert(document.id)
        case .product(.extracted(let extracted, let producer)):
          try add(extracted, producer, read: read, build, &summary, sink: sink)
          read.insert(extracted.annotated.document.id)
        case .diagnostic(let diagnostic): try sink(.diagnostic(diagnostic))
        case .failure(let error): try sink(.failure(error))
        }
      })
    return summary
  }

  /// Stores one document and tells which it is a version of; one that is unsound is a failure of its own, others stop
  /// the build.
  private func add(
    _ extracted: ExtractedDocument, _ producer: String, read: Set<DocumentID>,
    _ build: StoredBuild, _ summary: inout Summary, sink: (Event) throws -> Void
  ) throws {
    let document = extracted.annotated.document
    let others = try store.versions(of: document)
    let event = try stored(extracted, producer, read: read, build, &summary)
    if case .stored = event {
      for other in others where !other.isElsewhere {
        try sink(
          .diagnostic(
            read.contains(other.id)
              ? VersionDiagnostics.together(document, other)
              : VersionDiagnostics.replaced(other, by: document)))
      }
    }
    try sink(event)
  }

  /// Decides that a document is confidential where the build or the document itself says so.
  ///
  /// What people decided about a document outweighs what it says.
  private func seal(_ document: Document) throws(RelataError) {
    if let confidential {
      try store.makeConfidential(document.id, confidential)
    } else if document.isConfidential {
      try store.makeConfidential(
        document.id,
        Decision(kind: .confidential, when: moment, reason: "the document says so"),
        unlessDecided: true)
    }
  }

  private func stored(
    _ extracted: ExtractedDocument, _ producer: String, read: Set<DocumentID>,
    _ build: StoredBuild, _ summary: inout Summary
  ) throws(RelataError) -> Event {
    do throws(RelataError) {
      // Before it is there, so that there is no moment in which it is told of.
      try seal(extracted.annotated.document)
      let outcome = try store.add(
        extracted, producer: producer, readTogether: read, build: build)
      switch outcome {
      case .added: summary.added += 1
      case .replaced: summary.replaced += 1
      case .unchanged: summary.unchanged += 1
      }
      return .stored(extracted.annotated.document.id, outcome)
    } catch {
      if error.kind == .badInput { return .failure(error) }
      throw error
    }
  }
}

extension Document {
  /// What made it, and what read its words from pictures: readers of the graph are to know.
  fileprivate func producer(_ program: String) -> String {
    recognizer.map { "\(program); \($0)" } ?? program
  }
}
