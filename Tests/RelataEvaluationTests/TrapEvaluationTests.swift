import Foundation
import RelataCore
import RelataEvaluation
import RelataTestSupport
import Testing

@Suite struct TrapEvaluationTests {
  private func trap(right: String = "", wrong: String = "") throws -> Trap {
    let line = """
      {"id":"t1","category":"claim","text":"x","right":[\(right)],"wrong":[\(wrong)]}
      """
    return try #require(try Trap.read(jsonl: Data(line.utf8), file: "traps.jsonl").first)
  }

  private func counts(_ trap: Trap, _ build: (inout DocumentDraft) -> Void) throws -> TrapCounts {
    var draft = DocumentDraft("t1")
    build(&draft)
    var evaluation = TrapEvaluation()
    evaluation.add(draft.document, trap: trap)
    return try #require(evaluation.results.first).counts
  }

  private static let paid = #"{"subject":"Anna Kern","relation":"paid","object":"Paul Roth""#

  @Test func whatIsLeftOutIsNotChecked() throws {
    let trap = try trap(right: Self.paid + "}", wrong: Self.paid + #","status":"asserted"}"#)
    let found = try counts(trap) { draft in
      let (a, b) = (draft.entity("Mrs. Kern", aliases: ["Anna Kern"]), draft.entity("Paul Roth"))
      draft.assert(a, "paid", b, status: .claimed)
    }
    #expect(found.rightFound == 1 && found.right == 1)
    #expect(found.wrongEmitted == 0 && found.wrong == 1)
  }

  @Test func theOtherDirectionIsNotTheReading() throws {
    let found = try counts(trap(wrong: Self.paid + "}")) { draft in
      let (a, b) = (draft.entity("Anna Kern"), draft.entity("Paul Roth"))
      draft.assert(b, "paid", a)
    }
    #expect(found.wrongEmitted == 0)
  }

  @Test(arguments: [
    (#"{"subject":"Anna Kern","relation":"*","object":"Paul Roth"}"#, "hired", true),
    (#"{"subject":"Anna Kern","relation":"met_with","object":"Paul Roth"}"#, "met_with", true),
    (#"{"subject":"Anna Kern","relation":["paid","hired"],"object":"*"}"#, "hired", false),
    (#"{"subject":"*","relation":["paid","hired"],"object":"Anna Kern"}"#, "hired", true),
  ])
  func wildcardsAndSymmetricRelations(reading: String, relation: String, isEmitted: Bool) throws {
    let found = try counts(trap(wrong: reading)) { draft in
      let (a, b) = (draft.entity("Anna Kern"), draft.entity("Paul Roth"))
      draft.assert(b, RelationID(relation), a)
    }
    #expect(found.wrongEmitted == (isEmitted ? 1 : 0))
  }

  @Test func theClaimantIsCheckedByItsWords() throws {
    let trap = try trap(
      right: Self.paid + #","attribution":"two former accountants"},"# + Self.paid
        + #","attribution":"Lena Brandt"}"#)
    let found = try counts(trap) { draft in
      let (a, b) = (draft.entity("Anna Kern"), draft.entity("Paul Roth"))
      draft.assert(a, "paid", b, status: .claimed, claimantText: "The two former accountants")
    }
    #expect(found.rightFound == 1 && found.right == 2)
  }

  @Test func sharesAreOfReadings() throws {
    var sum = TrapCounts()
    #expect(sum.wrongRate == 0 && sum.rightRate == 0)
    sum.wrong = 4
    sum.wrongEmitted = 1
    sum.right = 2
    sum += sum
    #expect(sum.wrongRate == 0.25)
    #expect(sum.rightRate == 0)
  }

  @Test func halvesFollowTheNumber() throws {
    var trap = try trap(right: Self.paid + "}")
    #expect(trap.half == .dev)
    trap.id = "t118"
    #expect(trap.half == .held)
  }

  @Test func aBrokenLineIsNamed() {
    let error = #expect(throws: RelataError.self) {
      try Trap.read(jsonl: Data("\n{\"id\":\"t1\"}".utf8), file: "traps.jsonl")
    }
    #expect(error?.location == InputLocation(file: "traps.jsonl", line: 2))
  }
}
