import RelataCore
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataGraph

/// When names over documents are one: keys, claims, the name that readers see.
@Suite struct NameTableTests {
  /// "TYPE name": the key, whether it is a full form, whether the name is an acronym.
  private func read(_ line: String) -> [String] {
    let fields = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard fields.count == 2, let type = EntityType(rawValue: fields[0]) else { return ["?"] }
    let key = NameKey(fields[1], type: type)
    return [
      key.text + (key.isFullForm ? " full" : "")
        + (NameKey.isAcronym(fields[1]) ? " acronym" : "")
    ]
  }

  @Test func `names have the approved keys`() throws {
    for difference in try ApprovedTable("name-keys.txt").differences({ read($0) }) {
      Issue.record("\(difference)")
    }
  }

  @Test func `a key is restored from its text and ordered by type, then form`() {
    let key = NameKey("Anna Kern", type: .person)
    #expect(NameKey(text: key.text) == key && key.text == "PERSON:anna kern")
    #expect(NameKey(text: "anna kern") == nil && NameKey(text: "NOBODY:x") == nil)
    #expect(NameKey(text: "OTHER:a:b")?.form == "a:b")
    #expect(NameKey("b", type: .group) < NameKey("a", type: .person))
    #expect(NameKey("a", type: .group) < NameKey("b", type: .group))
    #expect(NameKey("Anna Kern", type: .person).words == ["anna", "kern"])
  }

  @Test(arguments: [
    ("Donald Trump", "Donald Trump Jr.", false), ("Ed Kern II", "Ed Kern III", false),
    ("Ed Kern Jr.", "Edward Kern Jr.", true), ("Bill Clinton", "Hillary Clinton", false),
    ("Joe Biden", "Joseph Biden", true), ("Joe Biden", "Joseph Robinette Biden", true),
    ("Anna Kern", "Bea Lund", true), ("Anna Kern", "Anna Lund", true), ("Kern", "Anna Kern", false),
    ("Kern", "Kern", true), ("Jr.", "Jr.", true),
  ]) func `two names of one person agree in generation, and in the first letter under one surname`(
    a: String, b: String, agree: Bool
  ) {
    let (a, b) = (NameKey(a, type: .person), NameKey(b, type: .person))
    #expect(a.mayBeSamePerson(as: b) == agree && b.mayBeSamePerson(as: a) == agree)
  }

  // MARK: Resolution

  private func resolve(_ documents: [[(String, EntityType, [String])]]) -> [String] {
    let drafts = documents.enumerated().map { i, entities in
      var draft = DocumentDraft("d\(i)")
      for (name, type, aliases) in entities { draft.entity(name, type, aliases: aliases) }
      return draft.document
    }
    return GraphMerger().merge(drafts).entities.map { entity in
      entity.name + (entity.aliases.isEmpty ? "" : " / " + entity.aliases.joined(separator: " / "))
        + ": " + entity.documents.map(\.rawValue).joined()
    }.sorted()
  }

  @Test func `the plain, commonest, longest, first name is shown`() {
    func name(_ names: String...) -> String {
      String(resolve(names.map { [($0, .organization, [])] })[0].prefix { $0 != "/" && $0 != ":" })
    }
    #expect(name("KERN MILL", "KERN MILL", "Kern Mill") == "Kern Mill ")
    #expect(name("The Kern Mill", "The Kern Mill", "Kern Mill") == "Kern Mill ")
    #expect(name("KERN MILL", "The Kern Mill") == "The Kern Mill ")
    #expect(name("Kern Mill", "Kérn Mill", "Kérn Mill") == "Kérn Mill ")
    #expect(name("Kern Mill", "Kern Mill Inc.") == "Kern Mill Inc. ")
    #expect(name("Kern-Mill", "Kern Mill") == "Kern Mill ")
    #expect(name("Kern Mill") == "Kern Mill")
  }

  @Test func `full aliases and acronyms join, each as far as a document says so`() {
    let person = EntityType.person
    let body = EntityType.organization
    #expect(
      resolve([[("Anna Maria Kern", person, ["Anna Kern", "Kern"])], [("Anna Kern", person, [])]])
        == ["Anna Maria Kern / Anna Kern / Kern: d0d1"])
    #expect(
      resolve([[("Anna Maria Kern", person, ["A. Kern"])], [("A. Kern", person, [])]])
        == ["Anna Maria Kern / A. Kern: d0d1"])
    #expect(
      resolve([[("Kern", person, ["Anna Kern"])], [("Anna Kern", person, [])]])
        == ["Anna Kern / Kern: d0d1"])
    #expect(
      resolve([
        [("AMK", person, ["Anna Kern"])], [("Anna Kern", person, ["AMK"])], [("AMK", person, [])],
      ])
      .count == 2)
    #expect(
      resolve([
        [("Old Mill Group", body, ["OMG", "Mill"])], [("OMG", body, [])], [("Mill", body, [])],
      ])
        == ["Mill: d2", "Old Mill Group / Mill / OMG: d0d1"])
    #expect(
      resolve([
        [("Old Mill Group", body, ["OMG"])], [("Other Mill Group", body, ["OMG"])],
        [("OMG", body, [])],
      ])
        == ["OMG: d2", "Old Mill Group / OMG: d0", "Other Mill Group / OMG: d1"])
    #expect(
      resolve([
        [("Old Mill Group", body, ["Old Mill"])], [("Old Mill", body, ["Old Water Mill"])],
      ]) == ["Old Mill Group / Old Mill / Old Water Mill: d0d1"])
    #expect(
      resolve([
        [("Anna Maria Kern", person, ["Anna Kern"])],
        [("Anna Kern", person, []), ("Anna Maria Kern", person, [])],
      ]) == ["Anna Kern: d1", "Anna Maria Kern / Anna Kern: d0d1"])
    // A document that has two tells them apart.
    #expect(
      resolve([[("Old Mill", body, ["Mill Works"]), ("Mill Works", body, [])]])
        == ["Mill Works: d0", "Old Mill / Mill Works: d0"])
    #expect(
      resolve([[("Old Mill", body, [])], [("Old Mill", .location, ["Old Mill"])]])
        == ["Old Mill: d0", "Old Mill: d1"])
  }

  @Test func `the longest name makes the id: most words, then most letters, then the first`() {
    func id(_ names: String...) -> EntityID {
      EntityResolver.id(of: names.map { NameKey($0, type: .organization) })
    }
    #expect(id("Old Mill", "Old Mill Works") == id("Old Mill Works"))
    #expect(id("Older Mills", "A B C") == id("A B C"))
    #expect(id("Old Mill", "Older Mill") == id("Older Mill"))
    #expect(id("Old Mill", "Old Mall") == id("Old Mall"))
    #expect(id("Old Mill") != EntityResolver.id(of: [NameKey("Old Mill", type: .location)]))
    // Ids are in graph files that people keep.
    #expect(id("Old Mill") == EntityID("e-83b2045ecd2721a9"))
  }

  // MARK: Index

  @Test func `of several that fit, those named by most documents come first`() {
    let index = NameIndex([
      Entity(id: EntityID("3"), name: "Ann Kern", type: .person, documents: [DocumentID("a")]),
      Entity(id: EntityID("1"), name: "Cy Kern", type: .person),
      Entity(id: EntityID("2"), name: "Bo Kern", type: .person),
      Entity(
        id: EntityID("4"), name: "Di Kern", type: .person,
        documents: [DocumentID("a"), DocumentID("b")]),
      Entity(id: EntityID("6"), name: "Bo Kern", type: .organization, aliases: ["the Kern", "BK"]),
      Entity(id: EntityID("5"), name: "Bo Kern", type: .location),
      Entity(id: EntityID("7"), name: "Old Iron Kern Works", type: .organization),
      Entity(id: EntityID("8"), name: "The", type: .other),
    ])
    func match(_ name: String) -> String {
      switch index.match(name) {
      case .found(let entity): "found \(entity.id)"
      case .ambiguous(let all): "ambiguous " + all.map(\.id.rawValue).joined()
      case .notFound(let names): "not found " + names.joined(separator: ", ")
      }
    }
    #expect(match("7") == "found 7")
    #expect(match("bo kern") == "ambiguous 256")
    #expect(match("Kern") == "found 6")
    #expect(match("the bk") == "found 6" && match("the") == "found 8")
    #expect(match("Iron Kern Works") == "found 7" && match("Works") == "found 7")
    #expect(match("Iron") == "not found Old Iron Kern Works")
    #expect(match("Kern Works Old") == "not found ")
    let kerns = NameIndex(
      (1...5).map {
        Entity(id: EntityID("\($0)"), name: "Anna\($0) Kern", type: .person, documents: [])
      })
    #expect(
      kerns.match("Anna0 Kern")
        == .notFound(suggestions: ["Anna1 Kern", "Anna2 Kern", "Anna3 Kern"]))
    guard case .ambiguous(let all) = kerns.match("kern") else {
      Issue.record("five people of one surname")
      return
    }
    #expect(all.map(\.id.rawValue) == ["1", "2", "3", "4", "5"])
  }
}
