import RelataReading

/// Reads a file that lies in another one: an attachment, a member of an archive.
enum PartReader {
  /// Its documents and problems, under its name.
  static func parse(_ bytes: [UInt8], name: String) -> ParsingReport {
    guard FileKinds.leftOut(name) == nil else { return ParsingReport() }
    var report = ParsingReport()
    switch InputFormat(fileName: name) {
    case .text?:
      report.documents = [ParsedDocument(text: PlainText.decoded(bytes))]
    case .csv?:
      report.documents = [
        ParsedDocument(text: DelimitedTable.lines(of: PlainText.decoded(bytes)))
      ]
    case .html?:
      let page = HTMLPage.document(Array(PlainText.decoded(bytes).utf8))
      report.documents = page.map { [$0] } ?? []
    case .jsonl?, .auto?, nil:
      report.problems = [ParsingProblem(.unknown, "it is of a format that is not read here")]
    case let format?:
      report = Parser.parse(ParsingRequest(format: format, name: name), bytes)
    }
    return report.inside(name)
  }
}

extension ParsingReport {
  /// The same, as found in a part of a file.
  func inside(_ part: String) -> ParsingReport {
    func name(_ inner: String?) -> String { inner.map { "\(part), \($0)" } ?? part }
    var report = self
    for i in report.documents.indices { report.documents[i].part = name(documents[i].part) }
    for i in report.problems.indices { report.problems[i].part = name(problems[i].part) }
    for i in report.notes.indices { report.notes[i].part = name(notes[i].part) }
    return report
  }
}
