import Foundation
import Testing

/// Every kind of bad input gives clear lines with a code and a hint and its documented status; it never
/// crashes, and never harms what is there.
@Suite(.serialized) struct BadInputTests {
  /// Each error or warning is one line with a code, followed by at most one line with a hint.
  private func expectClear(_ run: Tool.Run, status: Int32, code: String, place: String? = nil) {
    #expect(!run.wasKilled)
    #expect(run.status == status, "\(run.err)")
    #expect(run.err.contains("[\(code)]"), "\(run.err)")
    if let place { #expect(run.err.contains("\(place): "), "\(run.err)") }
    for line in run.err.split(separator: "\n") {
      let isMessage = line.hasPrefix("relata: ") || line.hasPrefix("  hint: ")
      #expect(isMessage, "\(line)")
    }
    #expect(run.err.contains("\n  hint: "), "\(run.err)")
  }

  @Test func anEmptyFileIsToldAndMakesNoGraph() throws {
    let place = try Workplace()
    try place.write("empty.txt", "")
    expectClear(
      try Tool.run("build", "empty.txt", in: place), status: 65, code: "RL1101", place: "empty.txt")
    #expect(!place.exists("graph.relata"))
  }

  @Test func emptyStandardInputIsTold() throws {
    let place = try Workplace()
    let run = try Tool.run("extract", "-", in: place, input: Data())
    #expect(run.status == 65)
    #expect(run.err.contains("<stdin>"))
  }

  @Test func aFolderWithoutDocumentsIsTold() throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      atPath: place.path + "/dir", withIntermediateDirectories: true)
    expectClear(try Tool.run("build", "dir", in: place), status: 66, code: "RL1004", place: "dir")
  }

  @Test func aMissingFileIsToldAndTheOthersAreRead() throws {
    let place = try Workplace()
    try place.write("good.txt", Articles.first)
    let run = try Tool.run("extract", "nosuch.txt", "good.txt", in: place)
    expectClear(run, status: 66, code: "RL1001", place: "nosuch.txt")
    #expect(try run.objects().count == 1)
  }

  @Test func binaryNoiseIsRefused() throws {
    let place = try Workplace()
    var noise = Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })
    noise[0] = 0
    try place.write("noise.bin", noise)
    let run = try Tool.run("extract", "noise.bin", in: place)
    #expect(!run.wasKilled)
    #expect(run.status == 65, "\(run.err)")
    #expect(run.err.contains("noise.bin: "))
    #expect(run.out.isEmpty)
  }

  @Test func invalidUTF8AndNULBytesAreToldAndTheTextIsRead() throws {
    let place = try Workplace()
    try place.write("bad.txt", Data("Anna Kern met José Lund. ".utf8) + Data([0xFF, 0x0A]))
    let invalid = try Tool.run("extract", "bad.txt", in: place)
    expectClear(invalid, status: 0, code: "RL1102", place: "bad.txt:1")
    #expect(try invalid.objects().count == 1)
    try place.write("nul.txt", "Anna Kern met\u{0} Bob Lund.\n")
    let nul = try Tool.run("extract", "nul.txt", in: place)
    #expect(nul.status == 0)
    #expect(nul.err.contains("[RL1103]"))
    let text = try #require(nul.objects().first?["text"] as? String)
    #expect(!text.unicodeScalars.contains("\u{0}"))
  }

  @Test func aWordOfTwoMegabytesIsSurvived() throws {
    let place = try Workplace()
    try place.write("word.txt", String(repeating: "a", count: 2_000_000))
    let word = try Tool.run("extract", "word.txt", in: place)
    #expect(!word.wasKilled)
    #expect(word.status == 0, "\(word.err)")
    #expect(try word.objects().count == 1)
  }

  @Test func aSentenceOfManyNamesIsSurvived() throws {
    let place = try Workplace()
    try place.write("line.txt", String(repeating: "Anna Kern and ", count: 400))
    let line = try Tool.run("extract", "line.txt", in: place)
    #expect(!line.wasKilled)
    #expect(line.status == 0, "\(line.err)")
  }

  @Test func lineEndingsAndAByteOrderMarkDoNotMatter() throws {
    let place = try Workplace()
    let text = "Anna Kern founded Acme Corporation.\nBob Lund leads Acme Corporation.\n"
    try place.write("plain.txt", text)
    try place.write(
      "odd.txt",
      Data([0xEF, 0xBB, 0xBF]) + Data(text.replacingOccurrences(of: "\n", with: "\r\n").utf8))
    let plain = try #require(try Tool.run("extract", "plain.txt", in: place).objects().first)
    let odd = try #require(try Tool.run("extract", "odd.txt", in: place).objects().first)
    #expect((odd["text"] as? String)?.hasPrefix("Anna") == true)
    #expect(
      (plain["assertions"] as? [Any])?.count == (odd["assertions"] as? [Any])?.count)
  }

  @Test func brokenLinesAreToldByNumberAndGoodOnesKept() throws {
    let place = try Workplace()
    try place.write(
      "mixed.jsonl",
      Articles.line("1", Articles.second) + "{\"id\":\n" + Articles.line("3", Articles.second)
        + "{\"id\": 4}\n")
    let run = try Tool.run("build", "mixed.jsonl", in: place)
    expectClear(run, status: 65, code: "RL1007", place: "mixed.jsonl:2")
    #expect(run.err.contains("mixed.jsonl:4: "))
    let stats = try Tool.run("stats", "--json", in: place)
    #expect(stats.text.contains("\"documents\": 2"))
  }

  @Test func whatIsNoGraphIsLeftAsItIs() throws {
    let place = try Workplace()
    try place.write("a.txt", Articles.second)
    try place.write("notes.txt", "These are my notes.")
    let queried = try Tool.run("stats", "-g", "notes.txt", in: place)
    expectClear(queried, status: 66, code: "RL4002", place: "notes.txt")
    let built = try Tool.run("build", "a.txt", "-g", "notes.txt", in: place)
    expectClear(built, status: 66, code: "RL4002", place: "notes.txt")
    #expect(try place.text("notes.txt") == "These are my notes.")
  }

  @Test func aGraphOfANewerVersionIsRefused() throws {
    let place = try Workplace()
    try place.write("x.jsonl", Articles.line("1", Articles.second))
    #expect(try Tool.run("build", "x.jsonl", in: place).status == 0)
    // The schema's version stands in bytes 60 to 63 of an SQLite file.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: place.path + "/graph.relata"))
    bytes.replaceSubrange(60..<64, with: [0, 0, 0x03, 0xE7])
    try place.write("newer.relata", bytes)
    let run = try Tool.run("stats", "-g", "newer.relata", in: place)
    expectClear(run, status: 66, code: "RL4003", place: "newer.relata")
    #expect(run.err.contains("999"))
  }

  @Test func aMissingGraphSaysHowToMakeOne() throws {
    let place = try Workplace()
    let run = try Tool.run("neighbors", "X", in: place)
    expectClear(run, status: 66, code: "RL4001", place: "graph.relata")
    #expect(run.err.contains("relata build"))
    #expect(!place.exists("graph.relata"))
  }

  @Test(arguments: [
    (["neighbrs", "X"], "RL7002"), (["stats", "--format", "xml"], "RL7003"),
    (["render", "--layout", "round"], "RL7003"), (["relations", "--relation", "loves"], "RL7007"),
    (["stats", "--colour", "never"], "RL7001"),
  ])
  func unknownWordsAreRefused(arguments: [String], code: String) throws {
    let place = try Workplace()
    let run = try Tool.shell(
      "relata " + arguments.joined(separator: " "), in: place.path)
    expectClear(run, status: 64, code: code)
  }

  @Test func anUnknownNameIsToldWithSuggestions() throws {
    let place = try Workplace()
    try place.write("x.jsonl", Articles.line("1", Articles.second))
    #expect(try Tool.run("build", "x.jsonl", in: place).status == 0)
    let run = try Tool.run("neighbors", "Anna Kirn", in: place)
    expectClear(run, status: 1, code: "RL7501")
  }
}
