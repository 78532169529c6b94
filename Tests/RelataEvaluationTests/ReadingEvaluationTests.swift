import Foundation
import RelataCore
import RelataEvaluation
import RelataTestSupport
import Testing

/// Short texts whose edges are all known: which of those that come out are wanted, and which are wrong.
@Suite struct ReadingEvaluationTests {
  private static let names = ["Ilse Dorn", "Karst Bank", "Marek Weiss"]
  private static let owns = #"["Ilse Dorn","owns","Karst Bank","positive","asserted"]"#

  private func result(
    _ want: String, names: [String] = Self.names, _ build: (inout DocumentDraft) -> Void
  ) throws -> ReadingEvaluation.Result {
    let list = names.map { "\"\($0)\"" }.joined(separator: ",")
    let line = """
      {"id":"r1","kind":"k","template":"t","text":"x","want":[\(want)],"names":[\(list)]}
      """
    let reading = try #require(try PlainReading.read(jsonl: Data(line.utf8), file: "r.jsonl").first)
    var draft = DocumentDraft("r1")
    build(&draft)
    var evaluation = ReadingEvaluation()
    evaluation.add(draft.document, reading: reading, minimumConfidence: 0.5)
    return try #require(evaluation.results.first)
  }

  @Test func `all that is wanted and nothing else is wholly right`() throws {
    let found = try result(Self.owns) { draft in
      let (dorn, karst) = (draft.entity("Ilse Dorn"), draft.entity("the Karst Bank", .organization))
      draft.assert(dorn, "owns", karst)
    }
    #expect(found.counts.whollyRight == 1 && found.counts.withWrongEdge == 0)
    #expect(found.missed.isEmpty && found.wrong.isEmpty)
  }

  @Test func `an edge between other names does not count`() throws {
    let found = try result(Self.owns, names: ["Ilse Dorn", "Karst Bank"]) { draft in
      let (dorn, karst) = (draft.entity("Ilse Dorn"), draft.entity("Karst Bank", .organization))
      draft.assert(dorn, "owns", karst)
      draft.assert(dorn, "met_with", draft.entity("Marek Weiss"))
    }
    #expect(found.counts.whollyRight == 1)
  }

  @Test(arguments: [
    ("positive", "asserted", "current", "owns", true),
    ("negative", "asserted", "current", "owns", false),
    ("positive", "claimed", "current", "owns", false),
    ("positive", "planned", "current", "owns", false),
    ("positive", "asserted", "former", "owns", true),
    ("positive", "asserted", "current", "part_of", true),
    ("positive", "asserted", "current", "other", true),
    ("positive", "asserted", "current", "hired", false),
  ])
  func `polarity, standing and a near relation decide`(
    polarity: String, status: String, tense: String, relation: String, isWanted: Bool
  ) throws {
    let found = try result(Self.owns) { draft in
      let (dorn, karst) = (draft.entity("Ilse Dorn"), draft.entity("Karst Bank", .organization))
      draft.assert(
        dorn, RelationID(relation), karst, polarity: Polarity(rawValue: polarity) ?? .positive,
        status: AssertionStatus(rawValue: status) ?? .asserted,
        tense: TenseClass(rawValue: tense) ?? .current)
    }
    #expect(found.counts.whollyRight == (isWanted ? 1 : 0))
    #expect(found.counts.withWrongEdge == (isWanted ? 0 : 1))
    #expect(found.missed.count == (isWanted ? 0 : 1))
  }

  @Test func `a tense in brackets counts`() throws {
    let former = #"["Ilse Dorn","owns","Karst Bank","positive","asserted (former)"]"#
    for tense in [TenseClass.current, .former] {
      let found = try result(former) { draft in
        let (dorn, karst) = (draft.entity("Ilse Dorn"), draft.entity("Karst Bank", .organization))
        draft.assert(dorn, "owns", karst, tense: tense)
      }
      #expect(found.counts.whollyRight == (tense == .former ? 1 : 0))
    }
  }

  @Test(arguments: [
    ("owns", "owns", false), ("met_with", "met_with", true), ("hired", "employed_by", true),
    ("employed_by", "represents", true),
  ])
  func `direction counts but for symmetric relations and service`(
    wanted: String, found relation: String, isEither: Bool
  ) throws {
    let want = "[\"Ilse Dorn\",\"\(wanted)\",\"Marek Weiss\",\"positive\",\"asserted\"]"
    let found = try result(want) { draft in
      let (dorn, weiss) = (draft.entity("Ilse Dorn"), draft.entity("Marek Weiss"))
      draft.assert(weiss, RelationID(relation), dorn)
    }
    #expect(found.counts.whollyRight == (isEither ? 1 : 0))
  }

  @Test func `what is too uncertain did not come out`() throws {
    let found = try result("") { draft in
      draft.assert(
        draft.entity("Ilse Dorn"), "met_with", draft.entity("Marek Weiss"), confidence: 0.49)
    }
    #expect(found.counts.whollyRight == 1)
  }

  @Test(arguments: [
    #"["a","owns","b","positive"]"#, #"["a","owns","b","maybe","asserted"]"#,
    #"["a","owns","b","positive","said"]"#, #"["a","owns","b","positive","asserted (soon)"]"#,
  ])
  func `a malformed edge is named with its line`(edge: String) {
    let line =
      "\n{\"id\":\"r\",\"kind\":\"k\",\"template\":\"t\",\"text\":\"x\",\"want\":[\(edge)],\"names\":[]}"
    let error = #expect(throws: RelataError.self) {
      try PlainReading.read(jsonl: Data(line.utf8), file: "r.jsonl")
    }
    #expect(error?.code == "RL8009")
    #expect(error?.location?.line == 2)
  }
}
