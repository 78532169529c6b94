import RelataCore

extension ExtractedDocument {
  /// What makes the document unfit for a graph, in words; nil if it is sound.
  ///
  /// A document from another program may name ends that it does not list, cite words outside of its
  /// text, or give a confidence that is no probability.
  ///
  /// - Complexity: O(entities + assertions).
  public func defect() -> String? {
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
      let spans = [evidence.span, evidence.subject, evidence.object, evidence.trigger]
      for case let span? in spans where span.end > annotated.document.text.count {
        return "assertion \(assertion.id) cites \(span.start)…\(span.end), beyond the text's "
          + "\(annotated.document.text.count) scalars"
      }
    }
    return nil
  }
}
