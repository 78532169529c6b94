import RelataReading

/// Office files of 1997 to 2003, told apart by the streams in them.
///
/// Read here rather than by antiword and catdoc, which give hidden sheets, hidden words and days as bare numbers; and
/// `relata-read` starts no other program, as everything that reads hostile input.
enum OldOffice: String, CaseIterable {
  case word = "WordDocument"
  case excel = "Workbook"
  case powerPoint = "PowerPoint Document"

  /// The document of a file, from the streams that `stream` gives by name.
  func parse(_ stream: (String) -> [UInt8]?) throws(ParsingProblem) -> ParsedDocument {
    guard let main = stream(rawValue) else {
      throw ParsingProblem(.damaged, "a part of it is missing")
    }
    let read =
      switch self {
      case .word: try OldWord.parse(main, table: stream)
      case .excel: try OldWorkbook.parse(main)
      case .powerPoint: try OldPresentation.parse(main, user: stream("Current User") ?? [])
      }
    return SummaryInformation(stream("\u{5}SummaryInformation"))
      .document(text: read.text, leftOut: read.leftOut)
  }
}
