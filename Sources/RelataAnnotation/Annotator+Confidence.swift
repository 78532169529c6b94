import RelataCore
import RelataInference

extension Annotator {
  /// How probable the model finds each word's part of speech and head in a document it annotated.
  ///
  /// For measuring calibration; costs as much as annotating. One array a sentence; empty for a sentence
  /// too long for one window.
  public func confidences(_ document: AnnotatedDocument) -> [[WordConfidence]] {
    var result: [[WordConfidence]] = []
    for stretch in Self.stretches(document.sentences) {
      let sentences = document.sentences[stretch]
      result += model.confidences(
        sentences.map { Letters.modelInput($0) },
        upos: sentences.map { $0.tokens.map { labels.upos.firstIndex(of: $0.upos) ?? -1 } },
        heads: sentences.map { $0.tokens.map(\.head) })
    }
    return result
  }
}
