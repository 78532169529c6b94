import RelataAnnotation
import RelataCore
import RelataReading
import RelataTestSupport
import Testing

@testable import RelataPipeline

@Suite struct DocumentPartTests {
  private func parts(_ text: String, limit: Int) -> [String] {
    let source = SourceText(text)
    return DocumentPart.spans(of: source, limit: limit).map { source[$0] }
  }

  @Test func aTextWithinTheLimitStaysWhole() {
    #expect(parts("", limit: 10) == [""])
    #expect(parts("0123456789", limit: 10) == ["0123456789"])
  }

  @Test func theBestBreakIsTakenFirst() {
    #expect(parts("aaaa b\n\nc d\ne f", limit: 12) == ["aaaa b\n\n", "c d\ne f"])
    #expect(parts("aaaa b\nc d e f", limit: 10) == ["aaaa b\n", "c d e f"])
    #expect(parts("aaaa bbbbbb cc", limit: 13) == ["aaaa bbbbbb ", "cc"])
    #expect(parts("aaaaaaaaaaaaa", limit: 5) == ["aaaaa", "aaaaa", "aaa"])
  }

  @Test(arguments: 0..<50)
  func partsAreTheWholeTextWithinTheLimit(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let limit = Int.random(in: 2...40, using: &generator)
    let text = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
      ["a", " ", "\n", "é"].randomElement(using: &generator) ?? "a"
    }.joined()
    let parts = parts(text, limit: limit)
    #expect(parts.joined() == text)
    #expect(parts.allSatisfy { $0.unicodeScalars.count <= limit })
    #expect(text.isEmpty || parts.allSatisfy { !$0.isEmpty })
  }

  @Test func `pages move with their part`() {
    let whole = Document(
      id: DocumentID("d"), source: "s", language: "en", text: SourceText("0123456789"),
      pages: [
        PageStart(start: 0, page: 1), PageStart(start: 3, page: 2), PageStart(start: 6, page: 3),
        PageStart(start: 8, page: 4),
      ])
    let part = DocumentPart(of: whole, Span(4, 8)).document
    #expect(part.pages == [PageStart(start: 0, page: 2), PageStart(start: 2, page: 3)])
    #expect(part.language == "en")
    #expect(DocumentPart(of: whole, Span(8, 10)).document.pages == [PageStart(start: 0, page: 4)])
  }

  @Test func furnitureMovesWithItsPart() {
    let whole = Document(
      id: DocumentID("d"), source: "s", text: SourceText("0123456789"),
      furniture: [Span(1, 3), Span(4, 8)])
    let part = DocumentPart(of: whole, Span(5, 10))
    #expect(part.document.furniture == [Span(0, 3)])
    #expect(part.offset == 5 && !part.isFirst)
    #expect(DocumentPart(of: whole, whole.text.span).document == whole)
  }

  /// Also holds that what is written does not depend on the number of threads.
  @Test func partsAreWrittenAsOneDocumentWhateverTheThreads() async throws {
    let text = (1...12).map { "Anna Kern met Paul Weiss in Oslo on day \($0). He left." }
      .joined(separator: "\n\n")
    let folder = try TemporaryFolder()
    let path = try folder.file("a.txt", text)
    let short = try folder.file("b.txt", "Nobody came.")
    let extractor = Extractor()
    var outputs: [String] = []
    for threads in [1, 2, 5] {
      var output = ""
      var sentences = 0
      try await DocumentPipeline(
        source: SourceSequence([.path(path), .path(short)]), threads: threads
      ).annotateParts(with: extractor, limit: 150) { event in
        guard case .product(let part) = event else { return }
        if part.offset == 0 { sentences = 0 }
        output += CoNLLUWriter().text(
          part.annotated, sentencesBefore: sentences, offset: part.offset)
        sentences += part.annotated.sentences.count
      }
      outputs.append(output)
    }
    #expect(outputs[1] == outputs[0] && outputs[2] == outputs[0])
    let lines = outputs[0].split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("# newdoc") } == 2)
    let ids = lines.filter { $0.hasPrefix("# sent_id") }
    #expect(ids.count == 25 && Set(ids).count == 25)
    let source = SourceText(text)
    for line in lines.prefix(while: { !$0.contains("Nobody") }) where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard let range = fields[9].split(separator: "TokenRange=").last?.split(separator: ":"),
        fields[9].contains("TokenRange"), range.count == 2, let start = Int(range[0]),
        let end = Int(range[1])
      else { continue }
      #expect(source[Span(start, end)] == fields[1])
    }
  }
}
