import RelataCore

/// Cleans the model's names of one document.
struct NameRepair {
  private let text: SourceText
  private let sentences: [Sentence]

  init(_ text: SourceText, _ sentences: [Sentence]) {
    self.text = text
    self.sentences = sentences
  }

  /// Names for each sentence, in order; none in furniture.
  func names(_ predicted: [[NameSpan]]) -> [[NameSpan]] {
    predicted.enumerated().map { sentences[$0].isFurniture ? [] : $1 }
  }
}
