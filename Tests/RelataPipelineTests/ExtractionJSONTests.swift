import Foundation
import RelataCore
import RelataGraph
import Testing

@testable import RelataPipeline

@Suite struct ExtractionJSONTests {
  private let place = InputLocation(file: "x.jsonl", line: 3)

  private func line(_ document: ExtractedDocument) -> [UInt8] {
    JSONWriter().bytes(ExtractionJSON.object(document))
  }

  @Test func keysStandAsPublished() throws {
    let object = ExtractionJSON.object(SampleExtraction.document())
    guard case .object(let members) = object else { return #expect(Bool(false)) }
    #expect(
      members.map(\.key) == [
        "schemaVersion", "document", "text", "furniture", "pages", "sentences", "mentions",
        "entities",
        "assertions",
      ])
    guard case .array(let assertions)? = object["assertions"],
      case .object(let assertion)? = assertions.last
    else { return #expect(Bool(false)) }
    #expect(
      assertion.map(\.key) == [
        "id", "subject", "relation", "object", "predicate", "polarity", "status", "tense",
        "attribution", "time", "place", "amount", "confidence", "extractor", "support",
        "evidence",
      ])
    #expect(assertions.first?["attribution"] == .null)
    #expect(assertions.last?["evidence"]?["trigger"] == .null)
    #expect(assertions.last?["attribution"]?["text"] == "an aide")
  }

  @Test func everyOffsetCutsTheWordsOutOfTheText() throws {
    let object = ExtractionJSON.object(SampleExtraction.document())
    guard case .string(let text)? = object["text"], case .array(let mentions)? = object["mentions"],
      case .integer(let start)? = mentions[1]["start"], case .integer(let end)? = mentions[1]["end"]
    else { return #expect(Bool(false)) }
    let scalars = Array(text.unicodeScalars)[start..<end]
    #expect(String(String.UnicodeScalarView(scalars)) == "Robert Stryk")
  }

  @Test func aLineReadsBackAsTheSameDocument() throws {
    var document = SampleExtraction.document()
    document.annotated.mentions[0].score = 0.9877
    let back = try ExtractionRecord.decode(line(document), at: place)
    #expect(back == document)
  }

  @Test func `what stands for a name is told by what is written of it, not by its number`() throws {
    var document = SampleExtraction.document()
    document.annotated.mentions[0].score = 0.9877
    document.annotated.mentions[0].id = "r9"
    document.annotated.mentions[0].kind = .nominal
    document.annotated.references[0].id = "m9"
    document.annotated.references[0].kind = .nominal
    let back = try ExtractionRecord.decode(line(document), at: place)
    #expect(back == document)
  }

  @Test func `a line of before tells by its numbers what stands for a name`() throws {
    var document = SampleExtraction.document()
    document.annotated.mentions[0].score = 0.9877
    document.annotated.mentions[0].kind = .nominal
    let written = String(decoding: line(document), as: UTF8.self)
    let before = written.replacing("\"reference\":true,", with: "")
      .replacing("\"reference\":false,", with: "")
    #expect(before != written && !before.contains("\"reference\""))
    #expect(try ExtractionRecord.decode(Array(before.utf8), at: place) == document)
  }

  @Test func `pages and language go through a line`() throws {
    var document = SampleExtraction.document()
    document.annotated.mentions[0].score = 0.9877
    document.annotated.document.language = "en"
    document.annotated.document.pages = [
      PageStart(start: 0, page: 1), PageStart(start: 30, page: 2),
    ]
    let bytes = line(document)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        .contains(#""pages":[{"start":0,"page":1},{"start":30,"page":2}]"#))
    #expect(String(decoding: bytes, as: UTF8.self).contains(#""language":"en""#))
    #expect(try ExtractionRecord.decode(bytes, at: place) == document)
  }

  @Test(arguments: [[(30, 2), (0, 1)], [(0, 0)], [(-1, 1)], [(5_000, 2)]])
  func `pages that are none of the text are refused`(starts: [(Int, Int)]) throws {
    var document = SampleExtraction.document()
    document.annotated.document.pages = starts.map { PageStart(start: $0.0, page: $0.1) }
    #expect {
      try ExtractionRecord.decode(line(document), at: place)
    } throws: {
      ($0 as? RelataError)?.code == "RL7103"
    }
  }

  @Test func anExtractionIsToldFromADocument() {
    #expect(ExtractionRecord.isExtraction(line(SampleExtraction.document())))
    #expect(!ExtractionRecord.isExtraction(Array(#"{"id":"1","text":"schemaVersion"}"#.utf8)))
    #expect(!ExtractionRecord.isExtraction([]))
  }

  @Test(arguments: [
    ("\"schemaVersion\":1", "\"schemaVersion\":2", "RL7102"),
    ("\"type\":\"PERSON\"", "\"type\":\"ROBOT\"", "RL7101"),
    ("\"object\":\"e2\"", "\"object\":\"e9\"", "RL7103"),
    ("Zoë Kent hired", "Zoe Kent hired", "RL7103"),
    ("\"end\":8", "\"end\":8000", "RL7103"),
    ("\"start\":0,\"end\":8", "\"start\":8,\"end\":0", "RL7103"),
    ("\"sentence\":1", "\"sentence\":7", "RL7103"),
    ("\"sentence\":1", "\"sentence\":-1", "RL7103"),
    ("{\"schemaVersion\"", "{{\"schemaVersion\"", "RL7101"),
    ("\"text\":\"Z", "\"texts\":\"Z", "RL7101"),
  ])
  func changedLinesAreRefused(old: String, new: String, code: String) throws {
    let text = String(decoding: line(SampleExtraction.document()), as: UTF8.self)
    let range = try #require(text.range(of: old))
    let changed = text.replacingCharacters(in: range, with: new)
    let error = #expect(throws: RelataError.self) {
      try ExtractionRecord.decode(Array(changed.utf8), at: place)
    }
    #expect(error?.code == code)
    #expect(error?.location == place)
    #expect(error?.hint?.isEmpty == false)
  }

  /// Every number of a line, replaced by one that no text has, is refused or harmless; none traps.
  @Test(arguments: ["\(Int.max)", "\(Int.min)", "-1", "1e300", "-0.5", "\"1\"", "null", "true"])
  func noNumberOfALineIsBelieved(number: String) throws {
    let text = String(decoding: line(SampleExtraction.document()), as: UTF8.self)
    let numbers = text.matches(of: /"(\w+)":(-?[0-9.]+)/)
    #expect(numbers.count > 30)
    for match in numbers {
      var changed = text
      changed.replaceSubrange(match.2.startIndex..<match.2.endIndex, with: number)
      do {
        let document = try ExtractionRecord.decode(Array(changed.utf8), at: place)
        for assertion in document.assertions {
          #expect(0...1 ~= assertion.confidence)
          for span in [assertion.evidence.span, assertion.evidence.subject].compactMap({ $0 }) {
            _ = document.annotated.words(span)
          }
        }
        for mention in document.annotated.mentions { _ = document.annotated.words(mention.span) }
        #expect(document.defect() == nil)
      } catch {
        #expect(["RL7101", "RL7102", "RL7103"].contains(error.code), "\(match.1)")
      }
    }
  }

  @Test func everyTruncationIsRefusedWithoutATrap() {
    let bytes = line(SampleExtraction.document())
    for length in 0..<bytes.count {
      #expect(throws: RelataError.self) {
        try ExtractionRecord.decode(bytes.prefix(length), at: place)
      }
    }
  }
}
