import RelataCore

extension ExtractedDocument {
  /// Lower-case hexadecimal SHA-256 over everything the graph takes from the document.
  ///
  /// Equal digests mean that adding the document again would change nothing; a new extractor, title or
  /// source changes it although the text is the same.
  ///
  /// - Complexity: O(entities + assertions).
  package var digest: String {
    let document = annotated.document
    var fields: [String?] = [
      document.id.rawValue, document.source, document.title, document.published, document.sha256,
    ]
    // Only where there is any, so that documents of before keep their digest.
    let origin = [document.author, document.outlet, document.address]
    if origin.contains(where: { $0 != nil }) { fields += origin }
    if let language = document.language { fields += ["language", language] }
    for page in document.pages { fields.append("page \(page.start) \(page.page)") }
    for entity in annotated.entities {
      fields += ["entity", entity.id.rawValue, entity.name, entity.type.rawValue]
      fields += entity.aliases.map { "alias " + $0 } + entity.roles.map { "role " + $0 }
    }
    for assertion in assertions {
      fields += [
        "assertion", assertion.id.rawValue, assertion.subject.rawValue,
        assertion.relation.rawValue, assertion.object.rawValue, assertion.predicate,
        assertion.polarity.rawValue, assertion.status.rawValue, assertion.tense.rawValue,
        assertion.attribution?.entity?.rawValue, assertion.attribution?.text,
        assertion.attribution?.cue, assertion.time, assertion.place, assertion.amount,
        String(assertion.confidence.bitPattern), assertion.extractor,
        String(assertion.evidence.sentence),
      ]
      let evidence = assertion.evidence
      for span in [
        evidence.span, evidence.subject, evidence.object, evidence.trigger, evidence.time,
        evidence.place, evidence.amount,
      ] {
        fields.append(span.map { "\($0.start) \($0.end)" })
      }
      for reporter in assertion.attribution?.via ?? [] {
        fields += ["via", reporter.entity?.rawValue, reporter.text, reporter.cue]
      }
    }
    // Lengths keep fields apart; a missing one differs from an empty one.
    let text = fields.map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: ",")
    return SHA256.hexDigest(of: text.utf8)
  }
}
