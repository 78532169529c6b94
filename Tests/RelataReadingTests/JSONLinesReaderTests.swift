import Foundation
import RelataCore
import Testing

@testable import RelataReading

@Suite struct JSONLinesReaderTests {
  @Test func `all fields are taken over`() {
    let outcome = Outcome(
      #"{"id": "a1", "text": "A met B.\r\nC left.", "title": "T", "source": "Daily", "published": "2021-09-25"}"#,
      name: "x.jsonl")
    let document = outcome.documents.first
    #expect(document?.id.rawValue == "a1")
    #expect(document?.text.string == "A met B.\nC left.")
    #expect(
      document?.title == "T" && document?.source == "Daily" && document?.published == "2021-09-25")
    #expect(outcome.codes == [])
  }

  @Test(arguments: [("de-AT", "de"), ("EN", "en"), ("english", nil), ("", nil)])
  func `a line may say its language`(written: String, code: String?) {
    let outcome = Outcome(
      #"{"id": "a1", "text": "Anna Kern met Karl Denby.", "language": "\#(written)"}"#,
      name: "x.jsonl")
    #expect(outcome.documents.map(\.language) == [code])
    #expect(outcome.codes == (code == "de" ? ["RL1108"] : []))
    #expect(outcome.documents.first?.furniture.isEmpty == (code != "de"))
  }

  @Test func `a line may say that it is confidential`() {
    let outcome = Outcome(
      #"{"id": "a", "text": "A met B.", "confidential": true}"# + "\n"
        + #"{"id": "b", "text": "A met B.", "confidential": false}"# + "\n"
        + #"{"id": "c", "text": "A met B.", "confidential": "yes"}"#, name: "x.jsonl")
    #expect(outcome.documents.map(\.isConfidential) == [true, false])
    #expect(
      outcome.failures.map(\.message).allSatisfy { $0.contains("is neither true nor false") })
    #expect(outcome.failures.count == 1)
  }

  @Test func `broken lines are reported with their line and the good ones read`() {
    let lines = [
      #"{"id": "1", "text": "One."}"#, "{broken", "", #"{"id": "4"}"#, "[1, 2]", "42", "null",
      #"{"text": "no id"}"#, #"{"id": "9", "text": 9}"#, #"{"id": "10", "text": "Ten."} trailing"#,
      #"{"id": 11, "text": "Eleven."}"#, #"{"id": "12", "text": " "}"#, #"{"id": "", "text": "x"}"#,
    ]
    let outcome = Outcome(lines.joined(separator: "\n"), name: "in.jsonl")
    #expect(outcome.documents.map(\.id.rawValue) == ["1", "11"])
    #expect(outcome.failures.map(\.location?.line) == [2, 4, 5, 6, 7, 8, 9, 10, 13])
    #expect(outcome.failures.allSatisfy { $0.kind == .badInput && !$0.message.contains("\n") })
    #expect(outcome.diagnostics.map(\.location?.description) == ["in.jsonl:12"])
  }

  private static let array = """
    \u{FEFF}[
      {"id": "1", "text": "A \\"met\\" [B] {C}, said D.",
       "title": "T"},
      {"id": 2, "text": "Two."}, 42, {"id": "3"}
      ,
      {"id": "4", "text": "Four."}
    ]

    """

  @Test(arguments: [1, 3, 64, 5000])
  func `an array of documents is read as lines are, wherever its chunks are cut`(size: Int) {
    let bytes = Array(Self.array.utf8)
    let cursor = Cursor()
    let outcome = Outcome([
      .stream(name: "x.json") {
        let start = cursor.position
        cursor.position += size
        return start < bytes.count ? Array(bytes[start..<min(start + size, bytes.count)]) : nil
      }
    ])
    #expect(
      outcome.documents.map(\.text.string) == ["A \"met\" [B] {C}, said D.", "Two.", "Four."])
    #expect(outcome.documents.first?.title == "T")
    #expect(outcome.failures.map(\.location?.description) == ["x.json:4", "x.json:4"])
    #expect(outcome.failures.map(\.code) == ["RL1007", "RL1008"])
  }

  @Test(arguments: [
    ("[]", 0, ["RL1101"]), ("[ \n ]", 0, ["RL1101"]), ("[", 0, ["RL1101"]),
    (#"[{"id": "1", "text": "One."}, {"id": "2", "te"#, 1, ["RL1007"]),
    (#"[{"id": "1", "text": "One."}] trailing"#, 1, ["RL1007"]),
    (#"[{"id": "1", "text": "One."}}}]"#, 0, ["RL1007"]), (#"[["#, 0, ["RL1007"]),
    (#"[{"id": "1", "text": "One."} {"id": "2", "text": "Two."}]"#, 0, ["RL1007"]),
  ])
  func `an array that is none is told of`(text: String, count: Int, codes: [String]) {
    let outcome = Outcome(text, name: "x.json")
    #expect(outcome.documents.count == count)
    #expect(Set(outcome.codes) == Set(codes))
  }

  @Test func `lines cut anywhere by chunks are whole again`() throws {
    let text =
      "\u{FEFF}"
      + (1...30).map { "{\"id\": \"\($0)\", \"text\": \"Réne met Ü.\"}" }.joined(separator: "\r\n")
    let bytes = Array(text.utf8)
    for size in [1, 7, 64, 5000] {
      let cursor = Cursor()
      let outcome = Outcome(
        [
          .stream(name: "<stdin>") {
            let start = cursor.position
            cursor.position = min(bytes.count, start + size)
            return start < bytes.count ? Array(bytes[start..<cursor.position]) : nil
          }
        ], format: .jsonl)
      #expect(outcome.documents.map(\.id.rawValue) == (1...30).map(String.init))
      #expect(outcome.codes == [])
    }
  }

  @Test func `lines are read as they arrive`() {
    let cursor = Cursor()
    let line = Array(
      (#"{"id": "x", "text": ""# + String(repeating: "word ", count: 1000) + "\"}\n").utf8)
    let sequence = DocumentReader(format: .jsonl).read([
      .stream(name: "<stdin>") {
        cursor.position += 1
        return cursor.position <= 1_000 ? line : nil
      }
    ])
    var iterator = sequence.makeIterator()
    _ = iterator.next()
    _ = iterator.next()
    #expect(cursor.position < 5)
  }

  @Test func `a line of two megabytes is fine`() {
    let text = String(repeating: "The firm paid. ", count: 140_000)
    let outcome = Outcome(#"{"id": "big", "text": "\#(text)"}"#, name: "x.jsonl")
    #expect(outcome.documents.first?.text.count == text.count)
  }

  @Test func `invalid UTF-8 in a line is mended with a warning`() {
    let bytes =
      Array("{\"id\": \"1\", \"text\": \"Ok.\"}\n{\"id\": \"2\", \"text\": \"caf".utf8) + [0xE9]
      + Array("\"}".utf8)
    let outcome = Outcome(bytes: bytes, name: "x.jsonl")
    #expect(outcome.documents.map(\.text.string) == ["Ok.", "café"])
    #expect(outcome.diagnostics.map(\.location?.line) == [2])
    #expect(outcome.codes == ["RL1105"])
  }

  @Test(
    arguments: [
      ("2021-09-25T10:00:00Z", "2021-09-25T10:00:00Z"), ("September 25, 2021", "2021-09-25"),
      ("2021", "2021"),
      ("yesterday", nil), ("2021-13-40", nil),
    ] as [(String, String?)])
  func `dates are normalised or refused`(given: String, expected: String?) {
    let outcome = Outcome(#"{"id": "1", "text": "A.", "published": "\#(given)"}"#, name: "x.jsonl")
    #expect(outcome.documents.first?.published == expected)
    #expect(outcome.codes == (expected == nil ? ["RL1104"] : []))
  }

  @Test func `deep nesting is a broken line, not a crash`() {
    let outcome = Outcome(String(repeating: "[", count: 200_000), name: "x.jsonl")
    #expect(outcome.failures.map(\.code) == ["RL1007"])
  }
}

private final class Cursor: @unchecked Sendable {  // Used from one thread.
  var position = 0
}
