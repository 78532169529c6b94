import RelataReading

/// Parses the files that `relata-read` is given.
package enum Parser {
  /// Files within files beyond this depth are not read: some archives hold themselves.
  private static let deepest = 6

  /// What reads pages that are pictures, of the file and of those in it; nil leaves them.
  @TaskLocal private static var recognizer: TextRecognizer?

  /// The documents of a file, and what of it gives none.
  package static func parse(_ request: ParsingRequest, _ bytes: [UInt8]) -> ParsingReport {
    var report = $recognizer.withValue(request.recognizer) { parse(request, bytes, depth: 0) }
    // A feed without items, say: nothing is left out in silence.
    if report.documents.isEmpty, report.problems.isEmpty, report.notes.isEmpty {
      report.problems = [ParsingProblem(.empty, "there is no text in it")]
    }
    return report
  }

  /// The same for a file that lies so many files deep in others.
  static func parse(_ request: ParsingRequest, _ bytes: [UInt8], depth: Int) -> ParsingReport {
    guard depth <= deepest else {
      return ParsingReport(problems: [
        ParsingProblem(.tooLarge, "it lies in more than \(deepest) other files")
      ])
    }
    var report = ParsingReport()
    do throws(ParsingProblem) {
      // What is in a file decides, whatever it was taken for.
      switch PackageFormat.format(of: bytes, asked: request.format) {
      case .docx: report.documents = [try WordDocument.parse(bytes)]
      case .odf: report.documents = [try OpenDocument.parse(bytes)]
      case .pptx: report.documents = [try Presentation.parse(bytes)]
      case .xlsx: report.documents = [try Workbook.parse(bytes)]
      case .epub: report.documents = [try Book.parse(bytes)]
      case .pdf: report.documents = [try PDFText.parse(bytes, recognizer: recognizer)]
      case .mail: report = Mailbox.parse(bytes, depth: depth)
      case .markdown: report.documents = [try MarkdownText.parse(bytes)]
      case .rtf: report.documents = [try RichText.parse(bytes)]
      case .feed: report = try Feed.parse(bytes)
      case .outlook: report = try CompoundFile.parse(bytes, depth: depth)
      case .webArchive: report = try WebArchive.parse(bytes)
      case .archive where request.name.lowercased().hasSuffix(".warc.gz"):
        report = try WebArchive.parse(try PackedFiles.unpacked(bytes))
      case .archive: report = try PackedFiles.parse(bytes, name: request.name, depth: depth)
      case .auto, .text, .html, .jsonl, .csv:
        throw ParsingProblem(.unknown, "it is of no format that is parsed here")
      }
    } catch {
      report.problems.append(error)
    }
    report.notes += report.documents.compactMap { document in
      document.leftOut.map { ParsingNote($0, part: document.part) }
    }
    for i in report.documents.indices { report.documents[i].leftOut = nil }
    let isEmpty = { (document: ParsedDocument) in document.text.allSatisfy(\.isWhitespace) }
    report.problems += report.documents.filter(isEmpty).map {
      ParsingProblem(.empty, "there is no text in it", part: $0.part)
    }
    report.documents.removeAll(where: isEmpty)
    return report
  }
}
