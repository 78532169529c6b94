import RelataReading

/// Office files of before 2007, told apart by the streams in them.
enum OldOffice: CaseIterable {
  case word, excel, powerPoint

  var streams: [String] {
    switch self {
    case .word: ["WordDocument"]
    case .excel: ["Workbook", "Book"]
    case .powerPoint: ["PowerPoint Document"]
    }
  }

  private var name: String {
    switch self {
    case .word: "a Word document"
    case .excel: "an Excel workbook"
    case .powerPoint: "a PowerPoint file"
    }
  }

  func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    throw ParsingProblem(.unknown, "it is \(name) of before 2007")
  }
}
