import Foundation
import RelataTestSupport
import Testing

/// The programs of the README are built word for word, run, and give what their lines promise.
@Suite struct READMEProgramTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Runs an example in a folder of its own and gives what it prints.
  private func output(of example: String, articles: [String: String] = [:]) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "relata-example-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "articles"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in articles {
      try Data(text.utf8).write(to: folder.appending(path: "articles").appending(path: name))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltExecutable.path("example-\(example)"))
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  @Test func everyProgramOfTheREADMEIsOneThatIsBuilt() throws {
    let blocks = try Self.text("README.md").matches(of: #/(?s)```swift\n(.*?)```/#)
      .map { String($0.1) }
    let programs = try ["Memory", "Files"].map {
      try Self.text("examples/library/\($0)/main.swift")
    }
    #expect(blocks == programs)
    let first = try #require(blocks.first).split(separator: "\n")
    #expect(first.count <= 12, "text to figure takes ten lines and an import")
  }

  @Test(arguments: [
    "Sources/RelataAnnotation/Documentation.docc/Annotating.md",
    "Sources/RelataAnnotation/Annotator.swift",
  ])
  func documentationShowsTheSameLines(path: String) throws {
    let text = try Self.text(path).replacing("\n/// ", with: "\n")
    let here = Set(
      try Self.text("examples/library/Annotation/main.swift")
        .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    let block = try #require(
      text.matches(of: #/(?s)```swift\n(.*?)```/#).map(\.1).first { $0.contains("Annotator()") })
    let lines = block.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.count >= 4)
    for line in lines { #expect(here.contains(line), "\(line)") }
  }

  @Test func textBecomesAGraphAndAFigureInMemory() throws {
    let lines = try output(of: "memory").split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("Anna Kern hired Paul Weiss ") })
    #expect(
      lines.contains { $0.contains("Paul Weiss met with Ida Moe") || $0.contains("Ida Moe met") })
    let size = try #require(lines.last?.wholeMatch(of: #/(\d+) characters of SVG/#)?.1)
    #expect(try #require(Int(size)) > 2_000)
  }

  @Test func aFolderBecomesAGraphFile() throws {
    let text = try output(
      of: "files",
      articles: ["a.txt": "On Wednesday, Ahmad Massoud hired Washington lobbyist Robert Stryk."])
    #expect(text.hasPrefix("Ahmad Massoud hired Robert Stryk asserted On Wednesday, Ahmad"))
  }

  @Test func aTextIsAnnotated() throws {
    let lines = try output(of: "annotation").split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("Anna Kern person 0.") })
    #expect(lines.contains { $0.hasPrefix("met meet VERB ") })
    #expect(lines.contains { $0.hasPrefix("# text = Kern left on Monday.") })
  }
}
