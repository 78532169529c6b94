import RelataReading

/// Reads a file that lies in another one: an attachment, a member of an archive.
enum PartReader {
  /// Its documents and problems, under its name; `depth` counts the files that it lies in.
  static func parse(_ bytes: [UInt8], name: String, depth: Int) -> ParsingReport {
    guard FileKinds.leftOut(name, head: { bytes }) == nil else { return ParsingReport() }
    var report = ParsingReport()
    switch format(of: bytes, name: name) {
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
      report = Parser.parse(ParsingRequest(format: format, name: name), bytes, depth: depth)
    }
    return report.inside(name)
  }

  /// By its first bytes and its name; without either, what is text is read as such.
  private static func format(of bytes: [UInt8], name: String) -> InputFormat? {
    if let format = ContentFormat.format(name: name, head: bytes.prefix(2_048)) { return format }
    let isText = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    return !name.contains(".") && isText ? .text : nil
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
