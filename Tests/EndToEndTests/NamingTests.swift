import Foundation
import Testing

/// Names that a graph keeps, and documents that say themselves that they are confidential.
@Suite struct NamingTests {
  @Test func `names of a rules file stay in the graph until they are taken out`() throws {
    let place = try Workplace()
    try place.write(
      "rules.yaml", "names:\n  - name: Zubriline\n    type: ORGANIZATION\n    aliases: [Zbl]\n")
    try place.write("one.txt", "Anna Kern hired Karl Denby. Zubriline paid Anna Kern.\n")
    try place.write("two.txt", "Later Zbl sued Karl Denby in Oslo.\n")
    let first = try Tool.run("build", "one.txt", "--rules", "rules.yaml", in: place)
    #expect(first.status == 0, "\(first.err)")
    let listed = try Tool.run("rules", "--format", "jsonl", in: place).objects()
    #expect(listed.map { $0["name"] as? String } == ["Zubriline"])
    #expect(listed[0]["aliases"] as? [String] == ["Zbl"])
    // Without the file: the name is found, and nothing is read again for it.
    let second = try Tool.run("build", "one.txt", "two.txt", in: place)
    #expect(second.err.contains("1 new, 1 unchanged"), "\(second.err)")
    let found = try Tool.run("entities", "--format", "jsonl", in: place).objects()
      .filter { $0["name"] as? String == "Zubriline" }
    #expect(found.contains { $0["aliases"] as? [String] == ["Zbl"] }, "\(found)")
    #expect(found.allSatisfy { $0["type"] as? String == "ORGANIZATION" })
    let removed = try Tool.run("rules", "--remove", "Zubriline", in: place)
    #expect(removed.status == 0 && removed.err.contains("1 name taken out: Zubriline"))
    #expect(try Tool.run("rules", "--json", in: place).text == "[]\n")
    let third = try Tool.run("build", "one.txt", "two.txt", in: place)
    #expect(third.err.contains("2 replaced"), "\(third.err)")
    // One form for two is refused before anything is read.
    _ = try Tool.run("build", "one.txt", "--rules", "rules.yaml", in: place)
    try place.write("more.yaml", "names:\n  - name: Zbl\n    type: PERSON\n")
    let both = try Tool.run("build", "two.txt", "--rules", "more.yaml", in: place)
    #expect(both.status != 0 && both.err.contains("RL4014"), "\(both.err)")
  }

  @Test func `a document that says so is confidential from the start`() throws {
    let place = try Workplace()
    try place.write(
      "leak.md",
      "---\ntitle: Minutes\nconfidential: true\n---\n\nAnna Kern bribed Karl Denby in Oslo.\n")
    try place.write(
      "wire.jsonl",
      #"{"id": "w1", "text": "Rosa Quint sued Karst Bank.", "confidential": true}"# + "\n"
        + #"{"id": "w2", "text": "Rosa Quint met Karl Denby."}"# + "\n")
    let run = try Tool.run("build", "leak.md", "wire.jsonl", in: place)
    #expect(run.status == 0 && !run.err.contains("Anna"), "\(run.err)")
    let listed = try Tool.run("documents", "--format", "jsonl", in: place).objects()
    #expect(listed.map { $0["id"] as? String } == ["w2"])
    for name in ["Anna Kern", "Karst Bank"] {
      #expect(try Tool.run("show", name, in: place).status == 1)
      #expect(try Tool.run("show", name, "--confidential", in: place).status == 0)
    }
    // What people decide outweighs what the document says.
    #expect(try Tool.run("confidential", "w1", "--undo", in: place).status == 0)
    #expect(try Tool.run("build", "leak.md", "wire.jsonl", in: place).status == 0)
    #expect(try Tool.run("show", "Karst Bank", in: place).status == 0)
    // An extraction carries it.
    let extracted = try Tool.run("extract", "leak.md", in: place)
    try place.write("leak-extracted.jsonl", extracted.text)
    _ = try Tool.run("build", "leak-extracted.jsonl", "--graph", "other.relata", in: place)
    #expect(
      try Tool.run("documents", "--json", "--graph", "other.relata", in: place).text == "[]\n")
  }

  @Test func `a retyped name stays so when its article is corrected`() throws {
    let place = try Workplace()
    try place.write("one.txt", "Anna Kern hired Karl Denby in Oslo.\n")
    #expect(try Tool.run("build", "one.txt", in: place).status == 0)
    let run = try Tool.run("retype", "Karl Denby", "organization", "--reason", "a firm", in: place)
    #expect(run.status == 0, "\(run.err)")
    try place.write("one.txt", "Anna Kern hired Karl Denby in Oslo on Monday.\n")
    try place.write("two.txt", "Rosa Quint sued Karl Denby.\n")
    #expect(try Tool.run("build", "one.txt", "two.txt", in: place).status == 0)
    let entities = try Tool.run("entities", "--format", "jsonl", in: place).objects()
    let types = entities.filter { $0["name"] as? String == "Karl Denby" }
      .map { $0["type"] as? String }
    #expect(!types.isEmpty && Set(types) == ["ORGANIZATION"])
  }
}
