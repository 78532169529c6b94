import RelataCore

extension ExtractedDocument {
  /// What makes the document unfit for a graph, in words; nil if it is sound.
  ///
  /// A document from another program may name ends that it does not list, cite words outside of its
  /// text, or give a confidence that is no probability. A text with NUL is no text.
  ///
  /// - Complexity: O(text + entities + assertions).
  public func defect() -> String? {
    let names = annotated.entities.flatMap { [$0.name] + $0.aliases + $0.roles }
    let texts = [annotated.document.id.rawValue, annotated.document.source] + names
    let nul: Unicode.Scalar = "\0"
    if annotated.document.text.scalars.contains(nul)
      || texts.contains(where: { $0.unicodeScalars.contains(nul) })
    {
      return "it holds NUL characters"
    }
    var ids: Set<EntityID> = []
    for entity in annotated.entities where !ids.insert(entity.id).inserted {
      return "entity \(entity.id) is listed twice"
    }
    for assertion in assertions {
      for end in [assertion.subject, assertion.object] where !ids.contains(end) {
        return "assertion \(assertion.id) names the unknown entity \(end)"
      }
      if let claimant = assertion.attribution?.entity, !ids.contains(claimant) {
        return "assertion \(assertion.id) is attributed to the unknown entity \(claimant)"
      }
      guard (0...1).contains(assertion.confidence) else {
        return "assertion \(assertion.id) has confidence \(assertion.confidence), not 0…1"
      }
      let evidence = assertion.evidence
      guard annotated.sentences.indices.contains(evidence.sentence) else {
        return "assertion \(assertion.id) names sentence \(evidence.sentence) of "
          + "\(annotated.sentences.count)"
      }
      for span in evidence.spans where span.end > annotated.document.text.count {
        return "assertion \(assertion.id) cites \(span.start)…\(span.end), beyond the text's "
          + "\(annotated.document.text.count) scalars"
      }
    }
    return nil
  }
}
