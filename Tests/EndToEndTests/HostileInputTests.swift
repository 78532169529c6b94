import Foundation
import RelataTestSupport
import Testing

/// The built program and files that are made to do harm, larger than those of `HostileFileTests`.
@Suite(.serialized) struct HostileInputTests {
  private static let fixtures = Tool.checkout.appending(path: "Tests/RelataParsingTests/Fixtures")

  /// Those that hold little to read, for the model is slow where nothing is optimised; `HostileFileTests` reads all.
  private static let small: Set<String> = [
    "nothing.docx", "nul.txt", "odd.txt", "deep.jsonl", "surrogate.jsonl", "nested.html",
    "quotations.html", "comment.html", "entities.rss", "external.rss", "nested.rss", "binary.rtf",
    "numbers.rtf", "groups.rtf", "flat.fodt", "long.warc", "lengths.warc", "climbing.zip",
    "same.zip", "nameless.zip", "names.zip", "locked.zip", "nested.zip", "zeros.txt.gz",
    "zeros.gz", "bombs.zip", "empty.zip", "ending.zip", "runs.docx", "nested.docx",
    "entities.docx", "columns.xlsx", "repeated.ods", "spine.epub", "slides.pptx", "parts.eml",
    "messages.eml", "base64.eml", "box.mbox", "pages.pdf", "kids.pdf", "forms.pdf", "length.pdf",
    "nested.pdf", "previous.pdf", "start.pdf",
  ]

  private static func files() throws -> [HostileFile] {
    let names = try FileManager.default.contentsOfDirectory(atPath: fixtures.path)
      .filter { $0 != "README.md" }.sorted()
    let good = try names.enumerated().filter { $0.offset % 6 == 0 }.map {
      ($0.element, Array(try Data(contentsOf: fixtures.appending(path: $0.element))))
    }
    return HostileFile.all(fixtures: good, size: 10).filter {
      small.contains($0.name) || $0.name.hasPrefix("cut-") || $0.name.hasPrefix("noise-")
    }
  }

  /// Bytes of address space that are enough for the program with its model.
  private static let limit = "ulimit -v 6000000"

  @Test func `a folder of hostile files is read to its end, and each of them is told of`() throws {
    let place = try Workplace()
    for file in try Self.files() { try place.write("folder/" + file.name, Data(file.bytes)) }
    let run = try Tool.shell("\(Self.limit); relata build folder --quiet", in: place.path)
    #expect(run.status == 65 && !run.wasKilled, "\(run.status)")
    for line in run.err.split(separator: "\n") {
      let isClear = line.hasPrefix("relata: ") && line.contains("[RL") || line.hasPrefix("  hint: ")
      #expect(isClear, "\(line.prefix(300))")
    }
    #expect(!run.err.contains("RL1011"), "a parser died")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/relata-climbed.txt"))
    // What was written is whole.
    let sources = try Tool.run("documents", "--json", in: place)
    #expect(sources.status == 0, "\(sources.err)")
    let left = try FileManager.default.contentsOfDirectory(atPath: place.path)
    #expect(Set(left) == ["folder", "graph.relata"], "\(left)")
  }

  @Test func `what gives no document leaves no graph`() throws {
    let place = try Workplace()
    for file in try Self.files() where ["zeros.gz", "locked.zip", "kids.pdf"].contains(file.name) {
      try place.write(file.name, Data(file.bytes))
      let run = try Tool.shell("\(Self.limit); relata build \(file.name)", in: place.path)
      #expect(run.status == 65 && !run.wasKilled, "\(file): \(run.err)")
      #expect(run.err.contains("[RL1") && !place.exists("graph.relata"), "\(file)")
    }
  }
}
