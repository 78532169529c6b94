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
    var failures = SoftFailures()
    var documents = 0
    func show(_ isNew: Bool) {
      documents += isNew ? 1 : 0
      progress.show("\(Count.of(documents, "document")) annotated")
    }
    switch format {
    case .conllu:
      var sentences = 0
      try await pipeline.annotateParts(with: extractor) { event in
        switch event {
        case .product(let part):
          if part.offset == 0 { sentences = 0 }
          let text = CoNLLUWriter().text(
            part.annotated, sentencesBefore: sentences, offset: part.offset)
          sentences += part.annotated.sentences.count
          try context.streams.out.write(text)
          try context.streams.out.flush()
          show(part.offset == 0)
        case .diagnostic(let diagnostic): failures.add(diagnostic, printer: context.printer)
        case .failure(let error): failures.add(error, printer: context.printer)
        }
      }
    case .jsonl:
      let writer = JSONWriter()
      try await pipeline.annotate(with: extractor) { event in
        switch event {
        case .product(let annotated):
          try context.streams.print(writer.text(AnnotationJSON.object(annotated)))
          try context.streams.out.flush()
          show(true)
        case .diagnostic(let diagnostic): failures.add(diagnostic, printer: context.printer)
        case .failure(let error): failures.add(error, printer: context.printer)
        }
      }
    }
    return failures.status(documents: documents, printer: context.printer)
  }
}
