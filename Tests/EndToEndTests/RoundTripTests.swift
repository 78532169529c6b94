import Foundation
import Testing

/// What the commands make together, from article to figure.
@Suite(.serialized) struct RoundTripTests {
  @Test func theOutputIsTheSameForEveryNumberOfThreads() throws {
    let place = try Workplace()
    var lines = ""
    for index in 1...6 {
      lines += Articles.line("\(index)", index % 2 == 0 ? Articles.first : Articles.second)
    }
    try place.write("x.jsonl", lines)
    let one = try Tool.run("extract", "x.jsonl", "--threads", "1", in: place)
    #expect(one.status == 0)
    #expect(try one.objects().count == 6)
    for threads in ["2", "5"] {
      let many = try Tool.run("extract", "x.jsonl", "--threads", threads, in: place)
      #expect(many.out == one.out)
    }
  }

  @Test func extractingAndMergingGivesTheGraphOfABuild() throws {
    let place = try Workplace()
    try place.write(
      "x.jsonl", Articles.line("1", Articles.first) + Articles.line("2", Articles.second))
    #expect(try Tool.run("build", "x.jsonl", "-g", "direct.relata", in: place).status == 0)
    let merged = try Tool.shell(
      "relata extract x.jsonl | relata build - -g merged.relata", in: place.path)
    #expect(merged.status == 0, "\(merged.err)")
    let direct = try Tool.run("relations", "--json", "-g", "direct.relata", in: place)
    #expect(direct.text.contains("\"evidence\""))
    #expect(
      try Tool.run("relations", "--json", "-g", "merged.relata", in: place).out == direct.out)
  }

  @Test func offsetsCutTheirWordsOutOfTheText() throws {
    let place = try Workplace()
    try place.write(
      "a.txt", "Zoë Kühn — “the boss” 👩‍💼 — hired Robert Stryk in Łódź.\n" + Articles.first)
    let object = try #require(try Tool.run("extract", "a.txt", in: place).objects().first)
    let scalars = Array(try #require(object["text"] as? String).unicodeScalars)
    let mentions = try #require(object["mentions"] as? [[String: Any]])
    let entities = try #require(object["entities"] as? [[String: Any]])
    #expect(!mentions.isEmpty && !entities.isEmpty)
    for mention in mentions where mention["kind"] as? String == "name" {
      let start = try #require(mention["start"] as? Int)
      let end = try #require(mention["end"] as? Int)
      let words = String(String.UnicodeScalarView(scalars[start..<end]))
      #expect(!words.isEmpty && words.trimmingCharacters(in: .whitespaces) == words)
    }
    let ids = Set(entities.compactMap { $0["id"] as? String })
    for assertion in try #require(object["assertions"] as? [[String: Any]]) {
      #expect(ids.contains(assertion["subject"] as? String ?? ""))
      #expect(ids.contains(assertion["object"] as? String ?? ""))
    }
  }

  @Test func annotationsAreCoNLLU() throws {
    let place = try Workplace()
    try place.write("a.txt", Articles.first)
    let run = try Tool.run("annotate", "a.txt", in: place)
    #expect(run.status == 0)
    var words = 0
    for sentence in run.text.components(separatedBy: "\n\n") where !sentence.isEmpty {
      let rows = sentence.split(separator: "\n").filter { !$0.hasPrefix("#") }
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      #expect(rows.map { $0.first.map { String($0) } } == (1...rows.count).map { String($0) })
      #expect(rows.allSatisfy { $0.count == 10 && !$0.contains("") })
      let heads = rows.compactMap { Int($0[6]) }
      #expect(heads.count == rows.count && heads.filter { $0 == 0 }.count == 1)
      #expect(heads.allSatisfy { (0...rows.count).contains($0) })
      words += rows.count
    }
    #expect(words > 20)
    #expect(run.text.contains("NER=B-PERSON"))
  }

  @Test func figuresAndReportsAreWrittenAndTheSameEachTime() throws {
    let place = try Workplace()
    try place.write("a.txt", Articles.first)
    let build = try Tool.run(
      "build", "a.txt", "--svg", "g.svg", "--dot", "g.dot", "--report", "r.html", in: place)
    #expect(build.status == 0, "\(build.err)")
    #expect(try place.text("g.svg").hasPrefix("<svg"))
    #expect(try place.text("g.dot").contains("digraph") || place.text("g.dot").contains("graph"))
    #expect(try place.text("r.html").contains("<svg"))
    let svg = try place.text("g.svg")
    #expect(try Tool.run("build", "a.txt", "--svg", "g.svg", in: place).status == 0)
    #expect(try place.text("g.svg") == svg)
    let png = try Tool.run("render", "--format", "png", in: place)
    #expect(png.out.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let pdf = try Tool.run("render", "--output", "g.pdf", in: place)
    #expect(pdf.status == 0)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: place.path + "/g.pdf")).starts(
        with: Data("%PDF".utf8)))
  }

  @Test func embeddingTwiceChangesNothing() throws {
    let place = try Workplace()
    try place.write("a.txt", Articles.first)
    #expect(try Tool.run("build", "a.txt", in: place).status == 0)
    try place.write("n.md", "# Notes\n\n```relata\nfocus: Ahmad Massoud\n```\n\nThe end.\n")
    #expect(try Tool.run("embed", "n.md", "--check", in: place).status == 1)
    #expect(try Tool.run("embed", "n.md", in: place).status == 0)
    let once = try place.text("n.md")
    #expect(once.contains("relata:begin") && once.hasSuffix("\nThe end.\n"))
    #expect(try Tool.run("embed", "n.md", in: place).status == 0)
    #expect(try place.text("n.md") == once)
    #expect(try Tool.run("embed", "n.md", "--check", in: place).status == 0)
  }

  @Test func theDoctorFindsEverythingItNeeds() throws {
    let place = try Workplace()
    let run = try Tool.run("doctor", "--json", in: place)
    let checks = try #require(
      try JSONSerialization.jsonObject(with: run.out) as? [[String: Any]])
    let names = checks.compactMap { $0["name"] as? String }
    #expect(Set(names).isSuperset(of: ["relata", "SQLite", "Graphviz", "model", "instructions"]))
    let missing = checks.filter { $0["ok"] as? Bool == false }
    #expect((run.status == 0) == missing.isEmpty)
    for check in missing { #expect((check["remedy"] as? String)?.isEmpty == false) }
  }
}
