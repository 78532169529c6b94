import RelataCore
import RelataTestSupport
import Testing

@testable import RelataGraph

/// When a document is the same as before, and when it is unfit for a graph.
@Suite struct ExtractedDocumentTests {
  private static func document() -> ExtractedDocument {
    var draft = DocumentDraft("a")
    let anna = draft.entity("Anna Kern", aliases: ["Kern"], roles: ["mayor"])
    let bank = draft.entity("Lund Bank", .organization)
    draft.assert(anna, "hired", bank, claimant: bank)
    var document = draft.document
    document.assertions[0].attribution?.via = [.init(entity: anna, text: "she", cue: "told")]
    document.assertions[0].time = "2021"
    document.assertions[0].place = "Lund"
    document.assertions[0].amount = "$5"
    document.assertions[0].evidence.time = Span(0, 1)
    document.assertions[0].evidence.place = Span(1, 2)
    document.assertions[0].evidence.amount = Span(2, 3)
    return document
  }

  private typealias Change = @Sendable (inout ExtractedDocument) -> Void

  /// One change for each thing that a graph takes from a document.
  private static let changes: [(String, Change)] = [
    ("id", { $0.annotated.document.id = DocumentID("b") }),
    ("source", { $0.annotated.document.source = "x" }),
    ("title", { $0.annotated.document.title = nil }),
    ("published", { $0.annotated.document.published = "2022" }),
    ("text", { $0.annotated.document.sha256 = "0" }),
    ("entity id", { $0.annotated.entities[0].id = EntityID("e9") }),
    ("entity name", { $0.annotated.entities[0].name = "x" }),
    ("entity type", { $0.annotated.entities[0].type = .group }),
    ("alias", { $0.annotated.entities[0].aliases = [] }),
    ("other alias", { $0.annotated.entities[0].aliases = ["x"] }),
    ("role", { $0.annotated.entities[0].roles = [] }),
    (
      "role as alias",
      {
        $0.annotated.entities[0].roles = []; $0.annotated.entities[0].aliases += ["mayor"]
      }
    ),
    ("fewer entities", { $0.annotated.entities.removeLast() }),
    ("assertion id", { $0.assertions[0].id = AssertionID("x") }),
    ("subject", { $0.assertions[0].subject = EntityID("e2") }),
    ("relation", { $0.assertions[0].relation = "funds" }),
    ("object", { $0.assertions[0].object = EntityID("e1") }),
    (
      "ends",
      {
        $0.assertions[0].subject = EntityID("e2"); $0.assertions[0].object = EntityID("e1")
      }
    ),
    ("predicate", { $0.assertions[0].predicate = "x" }),
    ("polarity", { $0.assertions[0].polarity = .negative }),
    ("status", { $0.assertions[0].status = .planned }),
    ("tense", { $0.assertions[0].tense = .former }),
    ("claimant", { $0.assertions[0].attribution?.entity = EntityID("e1") }),
    ("claimant text", { $0.assertions[0].attribution?.text = "x" }),
    ("cue", { $0.assertions[0].attribution?.cue = "x" }),
    ("no attribution", { $0.assertions[0].attribution = nil }),
    ("reporter", { $0.assertions[0].attribution?.via[0].entity = nil }),
    ("reporter text", { $0.assertions[0].attribution?.via[0].text = "he" }),
    ("reporter cue", { $0.assertions[0].attribution?.via[0].cue = "x" }),
    ("no reporter", { $0.assertions[0].attribution?.via = [] }),
    ("time", { $0.assertions[0].time = nil }), ("place", { $0.assertions[0].place = nil }),
    ("amount", { $0.assertions[0].amount = nil }),
    (
      "time for place",
      {
        $0.assertions[0].time = "Lund"; $0.assertions[0].place = "2021"
      }
    ),
    ("confidence", { $0.assertions[0].confidence = 0.7 }),
    ("extractor", { $0.assertions[0].extractor = "x" }),
    ("sentence", { $0.assertions[0].evidence.sentence = 7 }),
    ("span", { $0.assertions[0].evidence.span = Span(0, 1) }),
    ("subject span", { $0.assertions[0].evidence.subject = nil }),
    ("object span", { $0.assertions[0].evidence.object = nil }),
    ("trigger", { $0.assertions[0].evidence.trigger = nil }),
    ("time span", { $0.assertions[0].evidence.time = nil }),
    ("place span", { $0.assertions[0].evidence.place = nil }),
    ("amount span", { $0.assertions[0].evidence.amount = nil }),
    ("moved span", { $0.assertions[0].evidence.trigger = Span(0, 1) }),
    ("fewer assertions", { $0.assertions.removeLast() }),
  ]

  @Test func `whatever the graph takes from a document changes its digest`() {
    let digest = Self.document().digest
    #expect(digest == Self.document().digest && digest.count == 64)
    var seen: [String: String] = [digest: "nothing"]
    for (name, change) in Self.changes {
      var document = Self.document()
      change(&document)
      let other = seen.updateValue(name, forKey: document.digest)
      #expect(other == nil, "\(name) and \(other ?? "")")
    }
  }

  @Test func `what the graph does not take leaves the digest as it is`() {
    var document = Self.document()
    document.annotated.clusters = [[Span(0, 1), Span(2, 3)]]
    document.assertions[0].support = .init(rule: 0.5, head: nil)
    #expect(document.digest == Self.document().digest)
  }

  @Test func `a sound document has no defect`() {
    #expect(Self.document().defect() == nil)
    var whole = Self.document()
    let end = whole.annotated.document.text.count
    whole.assertions[0].evidence.span = Span(0, end)
    whole.assertions[0].evidence.trigger = Span(end, end)
    #expect(whole.defect() == nil)
    whole.assertions[0].confidence = 0
    #expect(whole.defect() == nil)
    whole.assertions[0].confidence = 1
    #expect(whole.defect() == nil)
  }

  private static let defects: [(Change, String)] = [
    ({ $0.annotated.document.text = SourceText("a\0b") }, "it holds NUL characters"),
    ({ $0.annotated.document.id = DocumentID("\0") }, "it holds NUL characters"),
    ({ $0.annotated.document.source = "\0" }, "it holds NUL characters"),
    ({ $0.annotated.entities[1].name = "\0" }, "it holds NUL characters"),
    ({ $0.annotated.entities[0].aliases = ["\0"] }, "it holds NUL characters"),
    ({ $0.annotated.entities[0].roles = ["\0"] }, "it holds NUL characters"),
    ({ $0.annotated.entities[1].id = EntityID("e1") }, "entity e1 is listed twice"),
    ({ $0.assertions[0].subject = EntityID("x") }, "assertion a1 names the unknown entity x"),
    ({ $0.assertions[0].object = EntityID("x") }, "assertion a1 names the unknown entity x"),
    (
      { $0.assertions[0].attribution?.entity = EntityID("x") },
      "assertion a1 is attributed to the unknown entity x"
    ),
    ({ $0.assertions[0].evidence.sentence = .max }, "assertion a1 names sentence \(Int.max) of 2"),
    ({ $0.assertions[0].evidence.sentence = -1 }, "assertion a1 names sentence -1 of 2"),
    ({ $0.assertions[0].confidence = 1.5 }, "assertion a1 has confidence 1.5, not 0…1"),
    ({ $0.assertions[0].confidence = -0.5 }, "assertion a1 has confidence -0.5, not 0…1"),
    ({ $0.assertions[0].confidence = .nan }, "assertion a1 has confidence nan, not 0…1"),
  ]

  @Test func `a defect is said in words`() {
    for (change, words) in Self.defects {
      var document = Self.document()
      change(&document)
      #expect(document.defect() == words)
    }
  }

  @Test func `words beyond the text are a defect, whatever they are for`() {
    let count = Self.document().annotated.document.text.count
    let beyond = Span(count, count + 1)
    let changes: [Change] = [
      { $0.assertions[0].evidence.span = beyond }, { $0.assertions[0].evidence.subject = beyond },
      { $0.assertions[0].evidence.object = beyond },
      { $0.assertions[0].evidence.trigger = beyond },
      { $0.assertions[0].evidence.time = beyond }, { $0.assertions[0].evidence.place = beyond },
      { $0.assertions[0].evidence.amount = beyond },
    ]
    for change in changes {
      var document = Self.document()
      change(&document)
      #expect(document.defect()?.hasPrefix("assertion a1 cites \(count)…\(count + 1)") == true)
    }
  }
}
