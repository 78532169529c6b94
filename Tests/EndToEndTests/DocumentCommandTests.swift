import Foundation
import Testing

/// What a graph knows of its documents, and how it forgets them.
@Suite struct DocumentCommandTests {
  private func graph() throws -> Workplace {
    let place = try Workplace()
    try place.write("one.txt", "Anna Kern hired Karl Denby in Oslo. He owns Karst Bank.\n")
    try place.write(
      "two.txt", "Anna Kern hired Karl Denby in Oslo. Rosa Quint sued Zwetschgenbaum Holding.\n")
    let run = try Tool.run("build", "one.txt", "two.txt", in: place)
    #expect(run.status == 0, "\(run.err)")
    return place
  }

  @Test func `documents are listed with what rests on them`() throws {
    let place = try graph()
    let run = try Tool.run("documents", "--format", "jsonl", in: place)
    let documents = try run.objects()
    #expect(documents.map { $0["source"] as? String } == ["one.txt", "two.txt"])
    #expect(documents.allSatisfy { ($0["relations"] as? Int ?? 0) >= 2 })
    let id = try #require(documents[0]["id"] as? String)
    let shown = try Tool.run("show-document", id, in: place)
    #expect(shown.status == 0 && shown.text.contains("Anna Kern hired Karl Denby in Oslo. [1]"))
    #expect(
      shown.text.contains("[1] Anna Kern — hired — Karl Denby")
        || shown.text.contains("— hired — Karl Denby"))
    let json = try Tool.run("show-document", "one.txt", "--json", in: place)
    let object = try #require(try JSONSerialization.jsonObject(with: json.out) as? [String: Any])
    #expect((object["text"] as? String)?.hasPrefix("Anna Kern hired") == true)
    #expect((object["edges"] as? [Any])?.isEmpty == false)
  }

  @Test func `what is forgotten leaves no byte behind, and what others say stays`() throws {
    let place = try graph()
    #expect(try Tool.run("neighbors", "Rosa Quint", in: place).status == 0)
    let run = try Tool.run("forget", "two.txt", in: place)
    #expect(run.status == 0 && run.err.contains("forgotten: two-"), "\(run.err)")
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path)
    where name.hasPrefix("graph.relata") {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: place.path + "/" + name))
      for word in ["Zwetschgenbaum", "zwetschgenbaum", "Rosa Quint", "two.txt"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
      }
    }
    #expect(try Tool.run("neighbors", "Rosa Quint", in: place).status == 1)
    let left = try Tool.run("neighbors", "Anna Kern", "--json", in: place)
    #expect(left.status == 0 && left.text.contains("Karl Denby"))
  }

  @Test func `a document that nobody knows is told of, and none is forgotten`() throws {
    let place = try graph()
    let run = try Tool.run("forget", "one.txt", "three.txt", in: place)
    #expect(run.status == 1 && run.err.contains("RL7508"))
    #expect(try Tool.run("documents", "--format", "jsonl", in: place).objects().count == 2)
  }

  @Test
  func `a corrected article takes the place of the one before, and what is gone is forgotten`()
    throws
  {
    let place = try Workplace()
    try place.write(
      "news/bank.txt", "Rosa Quint killed Karl Denby, the police said in Oslo on Monday.\n")
    try place.write("news/old.txt", "Anna Kern hired Igor Lenski on Monday, she said in Oslo.\n")
    #expect(try Tool.run("build", "news", in: place).status == 0)
    try place.write("news/bank.txt", "Rosa Quint was acquitted of killing Karl Denby on Monday.\n")
    let again = try Tool.run("build", "news", in: place)
    #expect(again.status == 0 && again.err.contains("1 replaced, 1 unchanged"), "\(again.err)")
    let edges = try Tool.run("relations", "--format", "jsonl", in: place).objects()
    let killed = edges.filter { $0["relation"] as? String == "killed" }
    #expect(killed.map { $0["polarity"] as? String } == ["negative"])
    try FileManager.default.removeItem(atPath: place.path + "/news/old.txt")
    #expect(try Tool.run("build", "news", in: place).err.contains("1 unchanged)"))
    #expect(try Tool.run("documents", "--format", "jsonl", in: place).objects().count == 2)
    let synced = try Tool.run("build", "news", "--sync", in: place)
    #expect(synced.status == 0 && synced.err.contains("1 forgotten"), "\(synced.err)")
    #expect(try Tool.run("documents", "--format", "jsonl", in: place).objects().count == 1)
  }

  @Test func `files are compared with what was read of them`() throws {
    let place = try Workplace()
    try place.write("news/one.txt", "Anna Kern hired Igor Lenski on Monday, she said in Oslo.\n")
    try place.write("news/two.txt", "Rosa Quint sued Karst Bank on Monday, she said in Bergen.\n")
    #expect(try Tool.run("build", "news", in: place).status == 0)
    let whole = try Tool.run("verify", "--format", "jsonl", in: place)
    #expect(whole.status == 0)
    let files = try whole.objects()
    #expect(files.map { $0["place"] as? String } == ["news/one.txt", "news/two.txt"])
    #expect(files.allSatisfy { $0["now"] as? String == "same" && $0["read"] is String })
    try place.write("news/one.txt", "Anna Kern never hired Igor Lenski.\n")
    try FileManager.default.removeItem(atPath: place.path + "/news/two.txt")
    for folder in [".", "news"] {
      let run = try Tool.run("verify", folder, "--format", "jsonl", in: place)
      #expect(run.status == 1)
      #expect(try run.objects().map { $0["now"] as? String } == ["changed", "missing"])
    }
  }

  @Test func `what extraction found of a file goes on into the graph`() throws {
    let place = try Workplace()
    try place.write("news/one.txt", "Anna Kern hired Igor Lenski on Monday, she said in Oslo.\n")
    let extracted = try Tool.run("extract", "news", in: place)
    try place.write("lines.jsonl", extracted.text)
    #expect(try Tool.run("build", "lines.jsonl", in: place).status == 0)
    let document = try #require(
      try Tool.run("documents", "--format", "jsonl", in: place).objects().first)
    #expect(document["places"] as? [String] == ["news/one.txt"])
    #expect(try Tool.run("verify", in: place).status == 0)
  }

  @Test func `which document a later version takes the place of is told`() throws {
    let place = try Workplace()
    try place.write("news/bank.txt", "Anna Kern hired Igor Lenski on Monday, she said in Oslo.\n")
    #expect(try Tool.run("build", "news", in: place).status == 0)
    try place.write("news/bank.txt", "Rosa Quint sued Karst Bank on Monday, she said in Bergen.\n")
    let run = try Tool.run("build", "news", in: place)
    #expect(run.status == 0)
    let note = try #require(run.err.split(separator: "\n").first { $0.contains("RL7213") })
    #expect(note.contains("note: news/bank.txt: “bank-"))
    #expect(note.contains("takes the place of “bank-"), "\(note)")
    #expect(try !Tool.run("build", "news", in: place).err.contains("RL7213"))
  }

  @Test(arguments: [["a/news", "b/news"], ["b/news", "a/news"]])
  func `two files of one name in two folders of one name are both kept and told of`(
    folders: [String]
  ) throws {
    let place = try Workplace()
    try place.write("a/news/bank.txt", "Anna Kern hired Igor Lenski on Monday in Oslo.\n")
    try place.write("b/news/bank.txt", "Rosa Quint sued Karst Bank on Monday in Bergen.\n")
    for _ in 1...2 {
      let run = try Tool.run(["build"] + folders, in: place)
      #expect(run.status == 0)
      let documents = try Tool.run("documents", "--format", "jsonl", in: place).objects()
      #expect(
        documents.map { $0["places"] as? [String] } == [["news/bank.txt"], ["news/bank.txt"]])
      #expect(run.err.contains("RL7214") == !run.err.contains("2 unchanged"), "\(run.err)")
    }
    let verified = try Tool.run("verify", "a/news", "b/news", "--format", "jsonl", in: place)
    #expect(try verified.objects().map { $0["now"] as? String } == ["same", "same"])
    // A build of one of them alone leaves one of them.
    try place.write("b/news/bank.txt", "Rosa Quint owns Karst Bank of Bergen since Monday.\n")
    let one = try Tool.run("build", "b/news", in: place)
    #expect(one.err.components(separatedBy: "RL7213").count == 3, "\(one.err)")
  }

  @Test func `two texts under one id are told of`() throws {
    let place = try Workplace()
    try place.write(
      "lines.jsonl",
      #"{"id":"a1","text":"Anna Kern hired Igor Lenski."}"# + "\n"
        + #"{"id":"a1","text":"Rosa Quint sued Karst Bank."}"# + "\n")
    let run = try Tool.run("build", "lines.jsonl", in: place)
    #expect(run.status == 0 && run.err.contains("RL7215"), "\(run.err)")
    #expect(run.err.contains("two texts were read under one id, “a1”"))
  }

  @Test
  func `pages of a printed document are known by where they begin, and languages by their words`()
    throws
  {
    let place = try Workplace()
    let fixture = Tool.checkout.appending(path: "Tests/RelataParsingTests/Fixtures/notes.pdf").path
    try FileManager.default.copyItem(atPath: fixture, toPath: place.path + "/notes.pdf")
    let line = try #require(try Tool.run("extract", "notes.pdf", in: place).objects().first)
    let pages = try #require(line["pages"] as? [[String: Int]])
    #expect(pages.prefix(4).map { $0["page"] } == [1, 2, 3, 4])
    let text = try #require(line["text"] as? String)
    #expect(!text.contains("\u{FFF9}"))
    let document = try #require(line["document"] as? [String: Any])
    #expect(document["language"] as? String == "en")
    #expect(try Tool.run("build", "notes.pdf", in: place).status == 0)
    let listed = try Tool.run("documents", "--format", "jsonl", in: place).objects()
    #expect(listed.map { $0["language"] as? String } == ["en"])
    let table = try Tool.run("documents", "--format", "csv", in: place)
    #expect(table.text.hasPrefix("id,source,title,published,language,relations,"))
  }

  @Test func `scanned pages are read where that is asked for and can be done, and marked`() throws {
    let place = try Workplace()
    let fixture = Tool.checkout.appending(path: "Tests/RelataParsingTests/Fixtures/scan.pdf").path
    try FileManager.default.copyItem(atPath: fixture, toPath: place.path + "/scan.pdf")
    let without = try Tool.run("build", "scan.pdf", in: place)
    #expect(without.status == 65 && without.err.contains("RL1014"), "\(without.err)")
    let none = try Tool.run(
      "build", "scan.pdf", "--ocr", in: place, environment: ["PATH": "/nowhere"])
    #expect(none.status == 64 && none.err.contains("RL7017"), "\(none.err)")
    let run = try Tool.run("build", "scan.pdf", "--ocr", in: place)
    guard !run.err.contains("RL7017") else { return }
    #expect(run.status == 0 && run.err.contains("RL1109"), "\(run.err)")
    let document = try #require(
      try Tool.run("documents", "--format", "jsonl", in: place).objects().first)
    #expect((document["producer"] as? String)?.contains("; tesseract ") == true)
    let again = try Tool.run("build", "scan.pdf", "--ocr", in: place)
    #expect(again.err.contains("1 unchanged"), "\(again.err)")
  }
}
