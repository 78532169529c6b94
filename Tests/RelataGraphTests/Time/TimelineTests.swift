import RelataCore
import Testing

@testable import RelataGraph

/// The order of time in what is known of one.
@Suite struct TimelineTests {
  @Test func `a tie is one line from beginning to end`() throws {
    let graph = TimeGraph.graph([
      TimeGraph.relation(
        "r1", "A", "leads", "B",
        [TimeGraph.record("d2", published: "2016-02-01", time: "2014/..")]),
      TimeGraph.relation(
        "r2", "A", "leads", "B", tense: .former,
        [TimeGraph.record("d1", published: "2020-03-01", time: "../2019-05")]),
    ])
    let entries = graph.timeline(of: EntityID("A"))
    #expect(entries.count == 1)
    let entry = try #require(entries.first)
    #expect(entry.when == "2014 to 2019-05")
    #expect(entry.relation.tense == .former)
    #expect(entry.relation.evidence.map(\.document.rawValue) == ["d2", "d1"])
    #expect(entry.time.firstReported == "2016-02-01" && entry.time.lastReported == "2020-03-01")
    #expect(graph.timeline(of: EntityID("B")).map(\.when) == ["2014 to 2019-05"])
    #expect(graph.timeline(of: EntityID("nobody")).isEmpty)
  }

  @Test(arguments: [
    (nil, TenseClass.current, "reported 2020-01-02"), ("2014/..", .current, "since 2014"),
    ("../2019", .former, "until 2019"), (nil, .former, "over by 2020-01-02"),
    ("2010/2015", .former, "2010 to 2015"), ("2018", .current, "since 2018"),
  ])
  func `a state says when`(time: String?, tense: TenseClass, when: String) {
    let graph = TimeGraph.graph([
      TimeGraph.relation(
        "r", "A", "leads", "B", tense: tense,
        [TimeGraph.record("d", published: "2020-01-02", time: time)])
    ])
    #expect(graph.timeline(of: EntityID("A")).map(\.when) == [when])
  }

  @Test func `told and over, without a date of either`() {
    let graph = TimeGraph.graph([
      TimeGraph.relation(
        "r1", "A", "leads", "B", [TimeGraph.record("d1", published: "2018-02-01")]),
      TimeGraph.relation(
        "r2", "A", "leads", "B", tense: .former, [TimeGraph.record("d2", published: "2020-03-01")]),
    ])
    #expect(
      graph.timeline(of: EntityID("A")).map(\.when) == ["reported 2018-02-01, over by 2020-03-01"])
  }

  @Test func `what happened twice is two, and a report within the month is of the same`() {
    let graph = TimeGraph.graph([
      TimeGraph.relation(
        "r", "A", "hired", "B",
        [
          TimeGraph.record("d1", published: "2021-12-01", time: "2021-11"),
          TimeGraph.record("d2", published: "2021-11-20"),
          TimeGraph.record("d3", published: "2022-06-01"),
          TimeGraph.record("d4", published: "2019-06-01", time: "2019-05-31"),
        ])
    ])
    let entries = graph.timeline(of: EntityID("A"))
    #expect(entries.map(\.when) == ["2019-05-31", "2021-11", "reported 2022-06-01"])
    #expect(entries.map(\.relation.evidence.count) == [1, 2, 1])
  }

  @Test func `a claim stands beside what is stated, undated things last`() {
    let graph = TimeGraph.graph([
      TimeGraph.relation("r3", "A", "owns", "C", [TimeGraph.record("d3")]),
      TimeGraph.relation("r1", "A", "owns", "B", [TimeGraph.record("d1", published: "2020-01-02")]),
      TimeGraph.relation(
        "r2", "A", "owns", "B", status: .claimed, [TimeGraph.record("d2", published: "2019-01-02")]),
    ])
    #expect(
      graph.timeline(of: EntityID("A")).map(\.when) == [
        "reported 2019-01-02", "reported 2020-01-02", "",
      ])
  }
}
