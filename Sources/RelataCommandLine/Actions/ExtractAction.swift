import RelataCore
import RelataPipeline

/// Documents in, one JSON object a document out, in order of the inputs.
struct ExtractAction {
  var pipeline: DocumentPipeline
  var extractor = Extractor()

  func run(in context: CommandContext) async throws -> ExitStatus {
    let progress = ProgressReporter(streams: context.streams, isQuiet: context.isQuiet)
    defer { progress.finish() }
    let writer = JSONWriter()
    var failures = SoftFailures()
    var documents = 0
    try await pipeline.extract(with: extractor) { event in
      switch event {
      case .product(let extracted):
        try context.streams.print(writer.text(ExtractionJSON.object(extracted)))
        // A reader at the other end sees each document when it is done.
        try context.streams.out.flush()
        documents += 1
        progress.show("\(Count.of(documents, "document")) extracted")
      case .diagnostic(let diagnostic): failures.add(diagnostic, printer: context.printer)
      case .failure(let error): failures.add(error, printer: context.printer)
      }
    }
    return failures.status(documents: documents, printer: context.printer)
  }
}
