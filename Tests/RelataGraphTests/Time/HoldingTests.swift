import RelataCore
import RelataTestSupport
import Testing

@testable import RelataGraph

/// What is known to hold at a time, and how.
@Suite struct HoldingTests {
  private static func holding(
    _ type: RelationID, _ tense: TenseClass = .current, _ status: AssertionStatus = .asserted,
    time: String?, published: String?, at period: String
  ) throws -> Holding? {
    let graph = TimeGraph.graph([
      TimeGraph.relation(
        "r", "A", type, "B", status: status, tense: tense,
        [TimeGraph.record("d", published: published, time: time)])
    ])
    return graph.holding(at: try #require(CalendarPeriod(iso: period))).relations.first?.holding
  }

  private static let states: [(String?, String, Holding?)] = [
    // A state that is told holds on that day, and is assumed to go on; before it nothing is.
    (nil, "2019", nil), (nil, "2020-05-03", .said), (nil, "2020-05", .said),
    (nil, "2020-05-04", .assumed), (nil, "2031", .assumed), (nil, "2020-05-02", nil),
    // Since: a year holds the beginning, a month of it may.
    ("2014/..", "2013", nil), ("2014/..", "2014", .said), ("2014/..", "2014-03", .assumed),
    ("2014/..", "2017", .said), ("2014/..", "2025", .assumed),
    // From and until, both said.
    ("2010/2015", "2009-12", nil), ("2010/2015", "2012", .said), ("2010/2015", "2015-02", .assumed),
    ("2010/2015", "2016", nil),
    // A date of its own is the beginning of what holds when it is told.
    ("2018-06", "2018-05", nil), ("2018-06", "2018-06", .said), ("2018-06", "2019", .said),
    ("2018-06", "2022", .assumed),
    // Until a month: it held on its first day, and before nobody says.
    ("../2019-05", "2019-05", .said), ("../2019-05", "2019-06", nil),
    ("../2019-05", "2011", .assumed),
  ]

  @Test(arguments: Self.states)
  func `a state at a time`(time: String?, period: String, expected: Holding?) throws {
    #expect(
      try Self.holding("leads", time: time, published: "2020-05-03", at: period) == expected)
  }

  private static let overs: [(String?, String, Holding?)] = [
    (nil, "2019", nil), (nil, "2020-05-03", nil), (nil, "2021", nil),
    ("../2018", "2018", .said), ("../2018", "2019", nil), ("../2018", "2001", .assumed),
    ("2015", "2015", .said), ("2015", "2016", nil), ("2015", "2014", nil),
    ("2010/2015", "2011", .said), ("2010/2015", "2016", nil),
  ]

  @Test(arguments: Self.overs)
  func `what is over at a time`(time: String?, period: String, expected: Holding?) throws {
    #expect(
      try Self.holding("leads", .former, time: time, published: "2020-05-03", at: period)
        == expected)
  }

  private static let events: [(String?, String, Holding?)] = [
    ("2018-06", "2018", .said), ("2018-06", "2018-06-02", .assumed),
    ("2018-06", "2018-07", nil), (nil, "2020-05", .assumed), (nil, "2020-06", nil),
    ("2018-06-02", "2018-06-02", .said),
  ]

  @Test(arguments: Self.events)
  func `what happened at a time`(time: String?, period: String, expected: Holding?) throws {
    #expect(
      try Self.holding("hired", time: time, published: "2020-05-03", at: period) == expected)
  }

  @Test func `blood holds at all times, a plan only when it is told`() throws {
    #expect(
      try Self.holding("child_of", time: nil, published: "2020-05-03", at: "1990") == .said)
    #expect(
      try Self.holding("leads", .current, .planned, time: nil, published: "2020-05-03", at: "2021")
        == nil)
    #expect(
      try Self.holding("leads", .current, .planned, time: nil, published: "2020-05-03", at: "2020")
        == .assumed)
  }

  @Test func `a report without a day says nothing of a time`() throws {
    #expect(try Self.holding("leads", time: nil, published: nil, at: "2020") == nil)
    #expect(try Self.holding("leads", time: "2019/..", published: nil, at: "2024") == .assumed)
  }

  @Test func `what another text says is over is not assumed on`() throws {
    let graph = TimeGraph.graph([
      TimeGraph.relation(
        "r1", "A", "leads", "B", [TimeGraph.record("d1", published: "2018-02-01")]),
      TimeGraph.relation(
        "r2", "A", "leads", "B", tense: .former, [TimeGraph.record("d2", published: "2020-03-01")]),
      // Another tie does not end it.
      TimeGraph.relation(
        "r3", "C", "leads", "B", tense: .former, [TimeGraph.record("d3", published: "2019-01-01")]),
    ])
    func ids(_ period: String) throws -> [String] {
      graph.holding(at: try #require(CalendarPeriod(iso: period))).relations.map(\.id.rawValue)
    }
    #expect(try ids("2019") == ["r1"])
    #expect(try ids("2020-02-29") == ["r1"])
    #expect(try ids("2020-03-01").isEmpty)
    #expect(try ids("2017").isEmpty)
  }

  @Test func `what is told again after its end holds anew`() throws {
    let graph = TimeGraph.graph([
      TimeGraph.relation(
        "r1", "A", "leads", "B",
        [
          TimeGraph.record("d1", published: "2018-02-01"),
          TimeGraph.record("d3", published: "2022-02-01"),
        ]),
      TimeGraph.relation(
        "r2", "A", "leads", "B", tense: .former, [TimeGraph.record("d2", time: "../2019")]),
    ])
    func holding(_ period: String) throws -> Holding? {
      graph.holding(at: try #require(CalendarPeriod(iso: period))).relation(AssertionID("r1"))?
        .holding
    }
    #expect(try holding("2018-12") == .assumed)
    #expect(try holding("2021") == nil)
    #expect(try holding("2023") == .assumed)
  }

  @Test func `a longer time holds all that a shorter one does`() throws {
    var random = SeededGenerator(seed: 11)
    let times = [nil, "2014/..", "../2016-05", "2010/2015", "2013-07", "2012-03-04", "2019"]
    for _ in 0..<200 {
      let relations = (0..<4).map { index in
        TimeGraph.relation(
          "r\(index)", "A", ["leads", "hired", "owns"].randomElement(using: &random) ?? "leads",
          "B",
          tense: Bool.random(using: &random) ? .current : .former,
          [
            TimeGraph.record(
              "d", published: "20\(Int.random(in: 10...22, using: &random))-05-06",
              time: times.randomElement(using: &random) ?? nil)
          ])
      }
      let graph = TimeGraph.graph(relations)
      let year = "20\(Int.random(in: 10...22, using: &random))"
      func held(_ period: String) throws -> Set<AssertionID> {
        let held = graph.holding(at: try #require(CalendarPeriod(iso: period)))
        return Set(held.relations.map(\.id))
      }
      #expect(try held("\(year)-05-06").isSubset(of: held("\(year)-05")))
      #expect(try held("\(year)-05").isSubset(of: held(year)))
    }
  }

  @Test(arguments: [
    ("2019", 365), ("2020", 366), ("2019-02", 28), ("2020-02", 29), ("2019-05-06", 1),
    ("2019-05-06T10:00:00Z", 1),
  ])
  func `a period has its days`(text: String, days: Int) {
    #expect(CalendarPeriod(iso: text)?.days.count == days)
  }

  @Test(arguments: ["", "19", "2019-13", "2019-02-30", "2019-5", "2019-05-06-01", "20a9", "-019"])
  func `what is no date is refused`(text: String) {
    #expect(CalendarPeriod(iso: text) == nil)
    #expect(StatedTime(text) == nil)
  }
}
