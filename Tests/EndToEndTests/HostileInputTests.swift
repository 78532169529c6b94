import Foundation
import RelataTestSupport
import Testing

/// The built program and files that are made to do harm, larger than those of `HostileFileTests`.
@Suite(.serialized) struct HostileInputTests {
  private static let fixtures = Tool.checkout.appending(path: "Tests/RelataParsingTests/Fixtures")

  /// Files that take long: the rest is read by the reader's own tests.
  private static func files() throws -> [HostileFile] {
    let names = try FileManager.default.contentsOfDirectory(atPath: fixtures.path)
      .filter { $0 != "README.md" }
    let good = try names.map {
      ($0, Array(try Data(contentsOf: fixtures.appending(path: $0))))
    }
    return HostileFile.all(fixtures: good, size: 10)
  }

  /// Bytes of address space that are enough for the program with its model.
  private static let limit = "ulimit -v 6000000"

  @Test func `a folder of hostile files is read to its end, and each of them is told of`() throws {
    let place = try Workplace()
    let files = try Self.files()
    // Read as one text each, which the model takes minutes for.
    let slow: Set<String> = ["line.txt", "marks.txt", "line.csv", "columns.csv", "members.zip"]
    for file in files where !slow.contains(file.name) {
      try place.write("folder/" + file.name, Data(file.bytes))
    }
    let run = try Tool.shell("\(Self.limit); relata build folder --quiet", in: place.path)
    #expect(run.status == 65 && !run.wasKilled, "\(run.status)")
    for line in run.err.split(separator: "\n") {
      let isClear = line.hasPrefix("relata: ") && line.hasSuffix("]") || line.hasPrefix("  hint: ")
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
