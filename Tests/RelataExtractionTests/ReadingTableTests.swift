import RelataCore
import RelataLanguage
import RelataTestSupport
import Testing

@testable import RelataExtraction

/// What the readers of the room make of trees written in one line, each result read by a person.
@Suite("Readings, as approved")
struct ReadingTableTests {
  private func compare(_ table: String, _ read: (String) throws -> [String]) throws {
    for difference in try ApprovedTable(table).differences(read) {
      Issue.record("\(difference)")
    }
  }

  @Test func `verbs have the approved arguments`() throws {
    try compare("predications.txt") { line in
      let reading = BracketedReading(line)
      return reading.contexts.flatMap { context in
        context.predications.map { reading.words($0, in: context.tree) }
      }
    }
  }

  /// Of marked words.
  @Test func `words stand for whom they are approved to stand for`() throws {
    try compare("arguments.txt") { line in
      let reading = BracketedReading(line)
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
    try compare("moods.txt") { line in
      let reading = BracketedReading(line)
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
    try compare("proposals.txt") { line in
      let reading = BracketedReading(line, published: "2021-09-25")
      let (extracted, sentences) = extractor.explain(reading.text.document)
      let lines = sentences.flatMap(\.candidates).map {
        ProposalLine($0, in: extracted.annotated).text
      }
      return lines.isEmpty ? ["nothing"] : lines
    }
  }
}
