import RelataCore
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataGraph

/// What cannot both be right is found, and what time or fair reporting explains is not.
@Suite struct ConflictTests {
  /// One statement of one document.
  private struct Statement {
    var subject: String
    var relation: RelationID
    var object: String
    var day: String? = "2023-05-01"
    var outlet: String?
    var words: String?
    var polarity = Polarity.positive
    var status = AssertionStatus.asserted
    var tense = TenseClass.current
    var claimant: String?
    var amount: String?
    var time: String?
  }

  private static func document(_ number: Int, _ statement: Statement) -> ExtractedDocument {
    var draft = DocumentDraft("d\(number)", source: statement.outlet ?? "Outlet \(number)")
    var known: [String: EntityID] = [:]
    func entity(_ name: String) -> EntityID {
      if let id = known[name] { return id }
      let isPlace = ["Tarsenia", "Karvonia", "Zahle"].contains(name)
      let isPerson = name.contains(" ") && !name.hasSuffix("Marine")
      let type: EntityType = isPlace ? .location : isPerson ? .person : .organization
      known[name] = draft.entity(name, type)
      return known[name] ?? EntityID("?")
    }
    let (subject, object) = (entity(statement.subject), entity(statement.object))
    draft.assert(
      subject, statement.relation, object, predicate: statement.words, polarity: statement.polarity,
      status: statement.status, tense: statement.tense, claimant: statement.claimant.map(entity))
    var document = draft.document
    document.annotated.document.published = statement.day
    document.assertions[0].amount = statement.amount
    document.assertions[0].time = statement.time
    return document
  }

  private func conflicts(_ statements: Statement...) -> [String] {
    let documents = statements.enumerated().map { Self.document($0, $1) }
    let graph = GraphMerger().merge(documents)
    let found = graph.conflicts()
    #expect(GraphMerger().merge(documents.reversed()).conflicts() == found)
    return found.map { "\($0.kind.rawValue) \(graph.entity($0.about)?.name ?? "")" }
  }

  private static let owner = Statement(
    subject: "Nadja Velisar", relation: "owns", object: "Ostrel Marine")
  private var denial: Statement {
    var denial = Self.owner
    denial.polarity = .negative
    return denial
  }

  @Test func `asserted here, denied there`() {
    #expect(conflicts(Self.owner, denial) == ["contradiction Nadja Velisar"])
    var claim = Self.owner
    (claim.status, claim.claimant) = (.claimed, "Anna Kern")
    #expect(conflicts(claim, denial) == ["contradiction Nadja Velisar"])
    var planned = Self.owner
    planned.status = .planned
    #expect(conflicts(planned, denial).isEmpty)
    #expect(conflicts(Self.owner, Self.owner).isEmpty)
  }

  @Test func `a party that denies disputes, and so does who speaks for it`() {
    var denied = denial
    (denied.status, denied.claimant) = (.claimed, "Nadja Velisar")
    #expect(conflicts(Self.owner, denied) == ["disputed Nadja Velisar"])
    denied.claimant = "Edda Solin"
    #expect(conflicts(Self.owner, denied) == ["contradiction Nadja Velisar"])
    let lawyer = Statement(subject: "Edda Solin", relation: "represents", object: "Nadja Velisar")
    #expect(conflicts(Self.owner, denied, lawyer) == ["disputed Nadja Velisar"])
  }

  @Test func `who takes it back corrects`() {
    var (first, second) = (Self.owner, denial)
    (first.outlet, second.outlet) = ("The Courier", "Courier")
    second.day = "2023-05-15"
    #expect(conflicts(first, second) == ["corrected Nadja Velisar"])
    second.day = first.day
    #expect(conflicts(first, second) == ["contradiction Nadja Velisar"])
  }

  @Test func `time explains`() {
    var past = Self.owner
    past.tense = .former
    #expect(conflicts(past, denial).isEmpty)
    var later = denial
    later.day = "2025-01-01"
    #expect(conflicts(Self.owner, later).isEmpty)
    later.day = nil
    #expect(conflicts(Self.owner, later).count == 1)
    var (then, now) = (Self.owner, denial)
    (then.time, now.time) = ("2019", "2022/..")
    #expect(conflicts(then, now).isEmpty)
    now.time = "2018/2020"
    #expect(conflicts(then, now).count == 1)
    // A birth does not change.
    var born = Statement(
      subject: "Ida Kern", relation: "child_of", object: "Anna Kern", day: "1990-01-01")
    var not = born
    (not.polarity, not.day) = (.negative, "2020-01-01")
    #expect(conflicts(born, not).count == 1)
    born.relation = "relative_of"
    #expect(conflicts(born, not).isEmpty)
  }

  @Test func `who denies the more general denies the special, not the other way round`() {
    let met = Statement(subject: "Ida Kern", relation: "met_with", object: "Jo Weiss")
    var silent = Statement(subject: "Jo Weiss", relation: "communicated_with", object: "Ida Kern")
    silent.polarity = .negative
    #expect(conflicts(met, silent).count == 1)
    var (spoke, unmet) = (met, silent)
    (spoke.relation, unmet.relation) = ("communicated_with", "met_with")
    #expect(conflicts(spoke, unmet).isEmpty)
    var direction = denial
    (direction.subject, direction.object) = ("Jo Weiss", "Ostrel Marine")
    #expect(conflicts(Self.owner, direction).isEmpty)
  }

  @Test func `two cannot own all of one thing`() {
    var sole = Statement(subject: "Leonor Seberg", relation: "owns", object: "Ostrel Marine")
    sole.words = "is the only owner"
    #expect(conflicts(Self.owner, sole) == ["owners Ostrel Marine"])
    var former = Self.owner
    former.tense = .former
    #expect(conflicts(former, sole).isEmpty)
    #expect(conflicts(former, Self.owner, sole).isEmpty)
    let chain = Statement(
      subject: "Leonor Seberg", relation: "employed_by", object: "Nadja Velisar")
    #expect(conflicts(Self.owner, sole, chain).isEmpty)
    func shares(_ a: String?, _ b: String?) -> Int {
      var (one, other) = (Self.owner, sole)
      (one.amount, other.amount, other.words) = (a, b, nil)
      return conflicts(one, other).count
    }
    #expect(shares("60 percent", "40 percent") == 0)
    #expect(shares("60 percent", "51%") == 1)
    #expect(shares("100 per cent", nil) == 1)
    #expect(shares("99 percent", nil) == 0)
    #expect(shares("$3 million", "100 dollars") == 0)
  }

  private func office(
    _ name: String, _ words: String, _ place: String, _ day: String?
  ) -> Statement {
    Statement(subject: name, relation: "leads", object: place, day: day, words: words)
  }

  @Test func `two cannot hold one office at one time`() {
    let first = office("Ida Kern", "is president", "Tarsenia", "2023-01-01")
    let last = office("Ida Kern", "is president", "Tarsenia", "2023-03-01")
    let other = office("Otto Lanz", "is the president", "Tarsenia", "2023-02-01")
    #expect(conflicts(first, last, other) == ["office Tarsenia"])
    #expect(conflicts(first, other).isEmpty, "one may have followed the other")
    var sameDay = other
    sameDay.day = first.day
    #expect(conflicts(first, sameDay) == ["office Tarsenia"])
    let followed = Statement(subject: "Otto Lanz", relation: "successor_of", object: "Ida Kern")
    #expect(conflicts(first, sameDay, followed).isEmpty)
    for words in ["is vice president", "is prime minister", "is director", "heads"] {
      #expect(
        conflicts(first, office("Otto Lanz", words, "Tarsenia", first.day)).isEmpty, "\(words)")
    }
    #expect(conflicts(first, office("Otto Lanz", "is president", "Tarsenia", nil)).isEmpty)
    var past = first
    past.tense = .former
    #expect(conflicts(first, sameDay, past).isEmpty)
  }

  @Test func `one cannot hold an office of two places`() {
    let here = office("Ida Kern", "is president", "Tarsenia", "2023-01-01")
    let there = office("Ida Kern", "is president", "Karvonia", "2023-01-01")
    #expect(conflicts(here, there) == ["places Ida Kern"])
    let boards = ["Ostrel Marine", "Noord Marine"].map {
      office("Ida Kern", "is chairwoman", $0, "2023-01-01")
    }
    #expect(conflicts(boards[0], boards[1]).isEmpty)
  }

  @Test func `what happens once has one date`() {
    func founded(_ name: String, _ time: String) -> Statement {
      Statement(subject: name, relation: "founded", object: "Ostrel Marine", time: time)
    }
    #expect(
      conflicts(founded("Ida Kern", "1998"), founded("Otto Lanz", "2001-04")) == [
        "date Ostrel Marine"
      ])
    #expect(conflicts(founded("Ida Kern", "1998"), founded("Otto Lanz", "1998-04-02")).isEmpty)
    #expect(conflicts(founded("Ida Kern", "1998/2002"), founded("Otto Lanz", "2001")).isEmpty)
    #expect(conflicts(founded("Ida Kern", "late"), founded("Otto Lanz", "2001")).isEmpty)
    let births = ["1960", "1961-01-02"].map {
      Statement(subject: "Ida Kern", relation: "born_in", object: "Zahle", time: $0)
    }
    #expect(conflicts(births[0], births[1]) == ["date Ida Kern"])
  }

  @Test func `days are counted as the calendar has them`() {
    func day(_ text: String) -> Int { StatementDays.day(text) ?? 0 }
    #expect(day("2024-03-01") - day("2024-02-28") == 2)
    #expect(day("2023-03-01") - day("2023-02-28") == 1)
    #expect(day("2001-01-01") - day("2000-01-01") == 366)
    #expect(day("2023-01-01T23:00:00Z") == day("2023-01-01"))
    for text in ["2023", "2023-01", "2023-13-01", "soon", "", "2023-01-00"] {
      #expect(StatementDays.day(text) == nil, "\(text)")
    }
    #expect(StatementDays.span("2021-05").map(\.count) == 31)
    #expect(StatementDays.span("..").map { $0.contains(5) } == true)
    #expect(StatementDays.span("") == nil && StatementDays.span("2022/2021") == nil)
  }
}
