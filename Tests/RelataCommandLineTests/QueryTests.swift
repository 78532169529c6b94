import Foundation
import RelataCore
import RelataGraph
import Testing

@testable import RelataCommandLine

@Suite struct QueryTests {
  @Test func neighborsReadLikeADossier() async throws {
    let sample = try await SampleGraph()
    let run = await sample.run("neighbors", "Ahmad Massoud")
    #expect(run.status == 0)
    #expect(
      run.out == """
        Ahmad Massoud  person · 4 relations from 2 documents

        Lindsey Graham  person
          Ahmad Massoud met with Lindsey Graham  80 %
              “Massoud met Sen. Lindsey Graham.”
              — The Example, 2021-09-25, sentence 2
          Ahmad Massoud is supported by Lindsey Graham  70 %
              “Amrullah Saleh joined Lindsey Graham in supporting Ahmad Massoud.”
              — Other Times, sentence 1

        Robert Stryk  person
          Ahmad Massoud hired Robert Stryk  93 %
              “On Wednesday, Massoud hired the lobbyist Robert Stryk.”
              — The Example, 2021-09-25, sentence 1

        Tajikistan  location
          Ahmad Massoud fled to Tajikistan  [claimed: say two former officials]  71 %
              “Massoud fled to Tajikistan, two former officials said.”
              via: the Massoud Monitor
              — The Example, 2021-09-25, sentence 3

        """)
  }

  @Test(arguments: [
    ("American and former Afghan officials", nil, "say American and former Afghan officials"),
    ("two former officials", nil, "say two former officials"),
    ("a senior official", nil, "says a senior official"),
    ("United Nations", EntityID("e1"), "says United Nations"),
  ])
  func claimantsAgreeWithTheirVerb(name: String, entity: EntityID?, words: String) {
    let relation = Relation(
      id: AssertionID("r"), subject: EntityID("a"), type: "hired", object: EntityID("b"),
      predicate: "hired",
      polarity: .positive, status: .claimed, tense: .current, confidence: 0.5,
      evidence: [
        EvidenceRecord(
          document: DocumentID("d"), source: "s", sentence: 0, span: Span(0, 1), quote: "q",
          attribution: EvidenceAttribution(entity: entity, name: name, cue: "said"),
          confidence: 0.5, extractor: "x")
      ])
    let reader = RelationReader(schema: .standard) { _ in nil }
    #expect(reader.marks(relation) == ["claimed: " + words])
  }

  @Test func aTerminalGetsColourAndWrappedQuotes() async throws {
    let sample = try await SampleGraph()
    let colored = await sample.run("neighbors", "Stryk", width: 40, isTerminal: true)
    #expect(colored.out.contains("\u{1B}[1m"))
    let plain = await sample.run(
      "neighbors", "Stryk", "--color", "never", width: 40, isTerminal: true)
    #expect(!plain.out.contains("\u{1B}"))
    for line in plain.out.split(separator: "\n") where line.hasPrefix("      “") {
      #expect(line.count <= 40, "\(line)")
    }
  }

  @Test func neighborsInJSONHaveThePublishedFields() async throws {
    let sample = try await SampleGraph()
    let object = try await sample.run("neighbours", "Massoud", "--json").json()
    let entity = try #require(object["entity"] as? [String: Any])
    #expect(
      Set(entity.keys).isSuperset(of: ["id", "name", "type", "aliases", "documents", "assertions"]))
    let neighbors = try #require(object["neighbors"] as? [[String: Any]])
    let edges = try #require(object["edges"] as? [[String: Any]])
    #expect(neighbors.count == 3)
    let ids = Set(edges.compactMap { $0["id"] as? String })
    for neighbor in neighbors {
      #expect(Set(neighbor.keys).isSuperset(of: ["entity", "distance", "edges"]))
      #expect(Set(neighbor["edges"] as? [String] ?? []).isSubset(of: ids))
    }
    let edge = try #require(edges.first)
    #expect(
      Set(edge.keys).isSuperset(of: [
        "id", "subject", "relation", "object", "predicate", "polarity", "status", "confidence",
        "sources", "evidence",
      ]))
    let evidence = try #require((edge["evidence"] as? [[String: Any]])?.first)
    #expect(
      Set(evidence.keys).isSuperset(of: [
        "document", "source", "sentence", "start", "end", "quote", "attribution",
      ]))
  }

  @Test(arguments: [
    (["--relation", "hired"], ["Robert Stryk"]),
    (["--relation", "hired,met_with"], ["Robert Stryk", "Lindsey Graham"]),
    (["--relation", "hired", "met-with"], ["Robert Stryk", "Lindsey Graham"]),
    (["--status", "claimed"], ["Tajikistan"]),
    (["--min-confidence", "0.9"], ["Robert Stryk"]),
    (["--direction", "in"], ["Lindsey Graham"]),
    (["--family", "contact"], ["Lindsey Graham"]),
    (["--limit", "1"], ["Lindsey Graham"]),
    (["--depth", "2", "--family", "contact", "alliance"], ["Lindsey Graham", "Amrullah Saleh"]),
  ])
  func filtersChooseNeighbors(flags: [String], names: [String]) async throws {
    let sample = try await SampleGraph()
    let run = await InProcess.run(
      ["neighbors", "Ahmad Massoud"] + flags + ["--json", "--graph", sample.graph])
    let neighbors = try #require(try run.json()["neighbors"] as? [[String: Any]])
    let found = neighbors.compactMap { ($0["entity"] as? [String: Any])?["name"] as? String }
    #expect(found == names)
  }

  @Test func anUnknownNameGetsSuggestions() async throws {
    let sample = try await SampleGraph()
    let run = await sample.run("neighbors", "Robert Strik")
    #expect(run.status == ExitStatus.failure.rawValue)
    #expect(run.err.contains("RL7501"))
    #expect(run.err.contains("did you mean 'Robert Stryk'?"))
  }

  @Test func anAmbiguousNameIsListedAndNotGuessed() async throws {
    let sample = try await SampleGraph()
    let run = await sample.run("show", "Kerr")
    #expect(run.status == ExitStatus.failure.rawValue)
    #expect(run.err.contains("RL7502"))
    #expect(run.err.contains("Ann Kerr") && run.err.contains("Bob Kerr"))
    #expect(run.out.isEmpty)
    let id = try #require(run.err.firstMatch(of: #/Ann Kerr [^;]*: (e-[0-9a-f]+)/#)?.1)
    let chosen = await sample.run("show", String(id))
    #expect(chosen.status == 0)
    #expect(chosen.out.hasPrefix("Ann Kerr"))
  }

  @Test func aPathIsShownWithTheWordsOfEachStep() async throws {
    let sample = try await SampleGraph()
    let run = await sample.run("path", "Stryk", "Graham")
    #expect(run.out.hasPrefix("Robert Stryk → Lindsey Graham  2 steps · 1 path\n"))
    #expect(run.out.contains("Robert Stryk was hired by Ahmad Massoud"))
    #expect(run.out.contains("“On Wednesday, Massoud hired the lobbyist Robert Stryk.”"))
    let none = await sample.run("path", "Stryk", "Taliban")
    #expect(none.status == 0)
    #expect(none.out.isEmpty)
    #expect(none.err.contains("no path"))
  }

  @Test func whatIsDeniedTiesNobodyOnAPath() async throws {
    let sample = try await SampleGraph()
    let run = await sample.run("path", "Taliban", "Saleh", "--json")
    let paths = try #require(try run.json()["paths"] as? [Any])
    #expect(paths.isEmpty)
  }

  @Test func everyListingParsesInEveryFormat() async throws {
    let sample = try await SampleGraph()
    for command in [
      ["entities"], ["relations"], ["stats"], ["show", "Stryk"], ["neighbors", "Stryk"],
      ["path", "Stryk", "Graham"], ["schema"],
    ] {
      let graph = command == ["schema"] ? [] : ["--graph", sample.graph]
      let json = await InProcess.run(command + ["--format", "json"] + graph)
      #expect((try? JSONSerialization.jsonObject(with: Data(json.out.utf8))) != nil, "\(command)")
      let lines = await InProcess.run(command + ["--format", "jsonl"] + graph)
      #expect(!lines.out.isEmpty)
      for line in lines.out.split(separator: "\n") {
        #expect(
          (try? JSONSerialization.jsonObject(with: Data(line.utf8))) is [String: Any], "\(command)")
      }
      let csv = await InProcess.run(command + ["--format", "csv"] + graph)
      let header = try #require(csv.out.split(separator: "\n").first)
      #expect(header.allSatisfy { $0.isLowercase || $0 == "," || $0 == "_" }, "\(header)")
    }
  }

  @Test func entitiesWithMostEvidenceComeFirst() async throws {
    let sample = try await SampleGraph()
    let run = await sample.run("entities", "--type", "person", "--format", "jsonl")
    let counts = try run.out.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["assertions"] as? Int)
    }
    #expect(counts == counts.sorted(by: >))
    #expect(counts.count == 6)
  }

  @Test func theEnvironmentNamesTheGraph() async throws {
    let sample = try await SampleGraph()
    let named = await InProcess.run(["stats"], environment: ["RELATA_GRAPH": sample.graph])
    #expect(named.status == 0)
    let missing = await InProcess.run(["stats"], environment: ["RELATA_GRAPH": sample.graph + "x"])
    #expect(missing.status == ExitStatus.noInput.rawValue)
    #expect(missing.err.contains("relata build"))
  }
}
