import RelataCore
import RelataTestSupport
import Testing

@testable import RelataAnnotation

/// Words and sentences of several hundred short texts, each line read by a person.
@Suite("Splitting, as approved")
struct SplittingTableTests {
  /// Sentences on lines of their own, their words between spaces.
  private func split(_ text: String) -> [String] {
    let source = SourceText(text)
    let splitter = TextSplitter(source)
    return splitter.sentences.map { sentence in
      splitter.words[sentence].map { source[$0] }.joined(separator: " ")
    }
  }

  @Test func `texts split as approved`() throws {
    for difference in try ApprovedTable("splitting.txt").differences({ split($0) }) {
      Issue.record("\(difference)")
    }
  }
}
