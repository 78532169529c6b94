import RelataCore
import RelataLanguage
import RelataTestSupport
import Testing

@testable import RelataExtraction

/// What the readers of the room make of trees written in one line, each result read by a person.
@Suite("Readings, as approved")
struct ReadingTableTests {
  @Test func `verbs have the approved arguments`() throws {
    try ApprovedTable.compare("predications.txt") { line in
      let reading = try BracketedReading(line)
      return reading.contexts.flatMap { context in
        context.predications.map { reading.words($0, in: context.tree) }
      }
    }
  }

  /// Of marked words.
  @Test func `words stand for whom they are approved to stand for`() throws {
    try ApprovedTable.compare("arguments.txt") { line in
      let reading = try BracketedReading(line)
      return reading.text.marked.flatMap { sentence, token -> [String] in
        let context = reading.contexts[sentence]
        let found = ArgumentFinder(context).arguments(token)
        return found.isEmpty
          ? ["nobody"] : found.map { reading.words($0, in: context) }
      }
    }
  }

  /// Of marked words.
  @Test func `clauses are meant as approved`() throws {
    try ApprovedTable.compare("moods.txt") { line in
      let reading = try BracketedReading(line)
      return reading.text.marked.map { sentence, token in
        let context = reading.contexts[sentence]
        return reading.words(
          MoodReader(context).mood(of: token, recordsCues: true), in: context.tree)
      }
    }
  }

  /// Every proposal with its ends, words and cues, and what became of it.
  @Test func `what is proposed and kept is as approved`() throws {
    let extractor = try AssertionExtractor(minimumConfidence: 0)
    func read(_ line: String) throws -> [String] {
      let reading = try BracketedReading(line, published: "2021-09-25")
      let (extracted, sentences) = extractor.explain(reading.text.document)
      let lines = sentences.flatMap(\.candidates).map {
        ProposalLine($0, in: extracted.annotated).text
      }
      return lines.isEmpty ? ["nothing"] : lines
    }
    try ApprovedTable.compare("proposals.txt", read)
    try ApprovedTable.compare("head-proposals.txt", read)
  }

  /// Of every proposal, by a table of round numbers: how its confidence comes about.
  @Test func `confidences come about as approved`() throws {
    let table = try ConfidenceTable(
      yaml: """
        rules: {rule.verb.v1: 0.8, rule.passive.v1: 1, rule.title.v1: 0.5}
        relations: {rule.verb.v1 hired: 0.9}
        head:
          agreement: [0.5, 1, 2]
          alone: [0.1, 0.5, -0.2, -1, -2, -0.25]
          relations: {hired: 0.75, leads: 0}
        """, file: "round.yaml")
    let proposers = AssertionExtractor.proposers + [RelationHeadRule()]
    try ApprovedTable.compare("confidences.txt") { line in
      let reading = try BracketedReading(line)
      return reading.contexts.flatMap { context in
        proposers.flatMap { $0.candidates(in: context) }.flatMap { candidate in
          let score = table.score(candidate, in: context)
          return ["\(score.entry), \(score.source.rawValue): \(score.confidence)"]
            + score.equations.map { "\($0.name): \($0.text)" }
        }
      }
    }
  }
}
