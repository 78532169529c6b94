import RelataCore
import RelataTestSupport
import Testing

/// A test sentence that is not read as it was meant tests nothing: every mistake is refused with its line.
@Suite struct SentenceFileTests {
  private static let head = "# sent_id = a\n# text = Norway sued Peru."
  private static let words = [
    "1\tNorway\tNorway\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-LOCATION",
    "2\tsued\tsue\tVERB\tVBD\t_\t0\troot\t_\t_",
    "3\tPeru\tPeru\tPROPN\tNNP\t_\t2\tobj\t_\tNER=B-LOCATION|SpaceAfter=No",
    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
  ]
  private static let not = "# not: Peru | prosecuted | Norway"

  private func read(
    head: String = Self.head, demand: String = Self.not, words: [String] = Self.words
  ) throws -> [TestSentence] {
    try SentenceFile.read(([head, demand] + words).joined(separator: "\n"), file: "a.conllu")
  }

  @Test func aSentenceIsReadWithItsSpansNamesAndDemands() throws {
    let sentence = try #require(read().first)
    #expect(sentence.annotated.document.text.string == "Norway sued Peru.")
    #expect(sentence.annotated.sentences[0].tokens.map(\.head) == [1, -1, 1, 1])
    #expect(sentence.annotated.mentions.map(\.span) == [Span(0, 6), Span(12, 16)])
    #expect(sentence.annotated.entities.map(\.name) == ["Norway", "Peru"])
    #expect(sentence.expected.map(\.demand) == [.not])
  }

  @Test func sentencesOfADocumentShareItsText() throws {
    let block = ([Self.head, Self.not] + Self.words).joined(separator: "\n")
    for (mark, gap) in [("# continues", " "), ("# newpar", "\n\n")] {
      let second = ["# sent_id = b\n# text = Norway sued Peru.\n\(mark)"] + Self.words
      let read = try SentenceFile.read(
        block + "\n\n" + second.joined(separator: "\n") + "\n", file: "a.conllu")
      let annotated = try #require(read.first).annotated
      #expect(read.count == 1)
      #expect(annotated.document.text.string == "Norway sued Peru.\(gap)Norway sued Peru.")
      #expect(annotated.words(annotated.mentions[3].span) == "Peru")
      #expect(annotated.entities.count == 2)
    }
  }

  @Test(arguments: [
    (head, "# not: Peru | prosecuted | Chile", words, 3),
    (head, "# not: Peru | persecuted | Norway", words, 3),
    (head, "# not: Peru | prosecuted", words, 3),
    (head, "# want: Peru | prosecuted | Norway | denied", words, 3),
    (head, "# want: Peru | prosecuted | Norway | negative | positive", words, 3),
    (head, "# known-wrong: Peru | prosecuted | Norway", words, 1),
    (head, "# wanted: Peru | prosecuted | Norway", words, 3),
    (head, "# head: Peru | prosecuted | Norway | 0.9 | suing", words, 3),
    (head, "# head: Peru | prosecuted | Norway | 0.9 | sued | denied=1", words, 3),
    ("# sent_id = a\n# text = Norway sued Chile.", not, words, 1),
    ("# sent_id = a\n# text = Norway sued Peru.\n# continues", not, words, 1),
    ("# text = Norway sued Peru.\n# note = no id", not, words, 1),
    (head, not, Array(words.dropLast()) + ["4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_"], 7),
    (head, not, Array(words.dropLast()) + ["4\t.\t.\tPUNC\t.\t_\t2\tpunct\t_\t_"], 7),
    (head, not, Array(words.dropLast()) + ["5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_"], 7),
    (head, not, Array(words.dropLast()) + ["4\t.\t.\tPUNCT\t.\t_\t0\troot\t_\t_"], 1),
    (head, not, Array(words.dropLast()) + ["4\t.\t.\tPUNCT\t.\t_\t9\tpunct\t_\t_"], 7),
    (head, not, Array(words.dropLast()) + ["4\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_"], 7),
    (head, not, Array(words.dropLast()) + ["4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tNER=I-PERSON"], 7),
    (head, not, Array(words.dropLast()) + ["4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tRef=Chile"], 7),
    (head, not, Array(words.dropLast()) + ["4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tName=Peru"], 7),
  ])
  func mistakesAreRefusedWithTheirLine(
    head: String, demand: String, words: [String], line: Int
  ) throws {
    do {
      _ = try read(head: head, demand: demand, words: words)
      Issue.record("accepted")
    } catch let error as RelataError {
      #expect(error.code == "RL9901")
      #expect(error.location?.line == line, "\(error)")
    }
  }

  /// What is wanted is wanted exactly: a plan is no statement, a claim names who claims it.
  @Test(arguments: [
    ("", true), (" | negative", false), (" | claimed", false), (" | by=Peru", false),
    (" | rule=rule.verb.v1", true), (" | rule=rule.passive.v1", false), (" | former", false),
    (" | when=today", false), (" | predicate=sued", true),
  ])
  func whatIsNotSaidHasItsDefault(fields: String, matches: Bool) throws {
    let sentence = try #require(
      read(demand: "# want: Norway | prosecuted | Peru\(fields)").first)
    var reading = Reading(
      Assertion(
        id: AssertionID("a1"), subject: EntityID("e1"), relation: "prosecuted",
        object: EntityID("e2"), predicate: "sued",
        confidence: 1, extractor: "rule.verb.v1",
        evidence: Evidence(sentence: 0, span: Span(0, 17), subject: nil, object: nil, trigger: nil)),
      in: sentence.annotated)
    #expect(sentence.expected[0].matches(reading) == matches)
    reading.fields["status"] = "planned"
    #expect(!sentence.expected[0].matches(reading))
  }
}
