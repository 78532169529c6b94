import RelataAnnotation
import RelataCore
import RelataPipeline

/// How annotations are written.
enum AnnotationFormat: String, CaseIterable, Sendable { case conllu, jsonl }

/// Documents in, sentences with words, tags, trees and names out, in order of the inputs.
struct AnnotateAction {
  var pipeline: DocumentPipeline
  var format: AnnotationFormat
  var extractor = Extractor()

  func run(in context: CommandContext) async throws -> ExitStatus {
    let progress = ProgressReporter(streams: context.streams, isQuiet: context.isQuiet)
    defer { progress.finish() }
    let writer = JSONWriter()
    var failures = SoftFailures()
    var documents = 0
    try await pipeline.annotate(with: extractor) { event in
      switch event {
      case .product(let annotated):
        switch format {
        case .conllu: try context.streams.out.write(CoNLLUWriter().text(annotated))
        case .jsonl: try context.streams.print(writer.text(AnnotationJSON.object(annotated)))
        }
        try context.streams.out.flush()
        documents += 1
        progress.show("\(Count.of(documents, "document")) annotated")
      case .diagnostic(let diagnostic): failures.add(diagnostic, printer: context.printer)
      case .failure(let error): failures.add(error, printer: context.printer)
      }
    }
    return failures.status(documents: documents, printer: context.printer)
  }
}
