import Foundation
import RelataCore
import RelataReading
import RelataTestSupport
import Testing

@testable import RelataPipeline

/// A folder that is removed with the value.
final class TemporaryFolder: Sendable {
  let path: String
  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "relata-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ text: String) throws -> String {
    let url = URL(fileURLWithPath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }
}

@Suite struct SourceSequenceTests {
  private func line(_ id: String) -> String {
    JSONWriter().text(ExtractionJSON.object(SampleExtraction.document(id: id)))
  }

  private func kinds(_ sequence: SourceSequence) -> [String] {
    sequence.map { event in
      switch event {
      case .document: "document"
      case .extraction(_, let at): "extraction:\(at.line ?? 0)"
      case .diagnostic: "diagnostic"
      case .failure(let error): "failure:\(error.kind.rawValue)"
      }
    }
  }

  @Test func extractionsAreRecognisedAmongArticles() throws {
    let folder = try TemporaryFolder()
    let article = try folder.file("a.txt", "Anna Kern met Bob Lund in Oslo on Monday.")
    let extracted = try folder.file("b.jsonl", line("1") + "\n\n" + line("2") + "\r\n")
    let events = kinds(SourceSequence([.path(article), .path(extracted)]))
    #expect(events == ["document", "extraction:1", "extraction:3"])
  }

  @Test func aStreamIsRecognisedByItsFirstChunk() {
    let chunks = PendingChunk(Array((line("1") + "\n" + line("2")).utf8))
    let events = kinds(SourceSequence([.stream(name: "<stdin>", next: { chunks.take() })]))
    #expect(events == ["extraction:1", "extraction:2"])
  }

  @Test func aFolderOfExtractionsIsReadInOrder() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("b/part-2", line("2"))
    _ = try folder.file("part-1", line("1"))
    _ = try folder.file("_SUCCESS", "")
    _ = try folder.file(".hidden", "nothing")
    let sequence = SourceSequence([.path(folder.path)], format: .extractions)
    let files = sequence.map { event in
      if case .extraction(_, let at) = event { at.file } else { "?" }
    }
    #expect(files == [folder.path + "/b/part-2", folder.path + "/part-1"])
  }

  @Test func aMissingFileIsOneFailureAndTheRestGoesOn() throws {
    let folder = try TemporaryFolder()
    let article = try folder.file("a.txt", "Anna Kern met Bob Lund in Oslo on Monday.")
    let events = kinds(SourceSequence([.path(folder.path + "/none.txt"), .path(article)]))
    #expect(events == ["failure:noInput", "document"])
  }

  @Test func linesDoNotDependOnHowTheStreamIsCut() throws {
    let text = "one\r\n\ntwo\nthree\u{00E9}\n\nlast"
    let whole = try lines(of: [Array(text.utf8)])
    #expect(
      whole.map { String(decoding: $0, as: UTF8.self) } == ["one", "", "two", "threeé", "", "last"])
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      var rest = Array(text.utf8)[...]
      var chunks: [[UInt8]] = []
      while !rest.isEmpty {
        let size = Int.random(in: 1...6, using: &generator)
        chunks.append(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }
      #expect(try lines(of: chunks) == whole)
    }
  }

  private func lines(of chunks: [[UInt8]]) throws -> [[UInt8]] {
    var chunks = chunks[...]
    var splitter = ChunkedLines { chunks.popFirst() }
    var lines: [[UInt8]] = []
    while let line = try splitter.nextLine() { lines.append(line) }
    return lines
  }
}
