import RelataCore
import RelataLanguage

/// A graph told without the names of the redacted: what becomes of each kind of text.
package final class RedactedTelling: GraphRewriting {
  private let redaction: Redaction
  /// What could not be decided so far.
  package private(set) var undecided: [UndecidedName: Int] = [:]

  package init(_ redaction: Redaction) { self.redaction = redaction }

  package func rewritten(_ text: String, as field: TextField, of entity: EntityID?)
    -> RewrittenText?
  {
    if let entity, let pseudonym = redaction.pseudonyms[entity] {
      switch field {
      case .name, .claimant: return RewrittenText(pseudonym)
      case .alias, .role: return nil
      case .predicate, .document, .source, .title, .published, .author, .outlet, .address, .quote,
        .cue, .reporter, .time,
        .place, .amount, .extractor, .note:
        break
      }
    }
    switch field {
    // Where another entity's name holds a redacted one, no pseudonym may stand: it would be a second person.
    case .name, .alias: return without(text, .otherName)
    case .document, .source, .address: return without(text, .address)
    case .author, .outlet, .role, .predicate, .title, .published, .quote, .claimant, .cue,
      .reporter, .time, .place,
      .amount, .extractor, .note:
      return without(text, .prose)
    }
  }

  package func quote(
    of record: EvidenceRecord, between subject: EntityID, and object: EntityID
  ) -> RewrittenText? {
    var marks: [TextRedaction.Mark] = []
    for (span, entity) in [(record.subject, subject), (record.object, object)] {
      guard let span, span.start >= record.span.start, span.end <= record.span.end else { continue }
      marks.append(
        TextRedaction.Mark(
          range: (span.start - record.span.start)..<(span.end - record.span.start),
          owner: redaction.owner(entity)))
    }
    return without(record.quote, .prose, marks)
  }

  /// The text of a document without the names, and without the words that evidence from it knows to mean them.
  ///
  /// - Parameters:
  ///   - text: As the document was read.
  ///   - document: Its id.
  ///   - graph: The graph as it is, whose evidence cites the text.
  /// - Returns: The text with the way from old offsets to new ones.
  package func documentText(
    _ text: String, of document: DocumentID, in graph: KnowledgeGraph
  ) -> RewrittenText {
    var owners: [Range<Int>: Int?] = [:]
    let length = text.unicodeScalars.count
    for relation in graph.relations {
      for record in relation.evidence where record.document == document {
        for (span, entity) in [
          (record.subject, relation.subject), (record.object, relation.object),
        ] {
          guard let span, span.end <= length else { continue }
          owners[span.start..<span.end] = redaction.owner(entity)
        }
      }
    }
    return without(
      text, .prose, owners.map { TextRedaction.Mark(range: $0.key, owner: $0.value) })
  }

  package func id(_ entity: EntityID) -> EntityID { redaction.id(entity) }

  package func id(of old: Relation, rewritten new: Relation) -> AssertionID {
    guard
      redaction.isRenamed(old.subject) || redaction.isRenamed(old.object)
        || old.predicate != new.predicate
    else { return old.id }
    let parts = [
      new.subject.rawValue, new.type.rawValue, new.object.rawValue, new.polarity.rawValue,
      new.status.rawValue, new.tense.rawValue,
      new.type == .other ? TextFolding.folded(new.predicate) : "",
    ]
    let digest = SHA256.hexDigest(of: parts.joined(separator: "\u{1f}").utf8)
    return AssertionID("r-" + digest.prefix(16))
  }

  private func without(
    _ text: String, _ kind: TextRedaction.Kind, _ marks: [TextRedaction.Mark] = []
  ) -> RewrittenText {
    let output = redaction.engine.redacted(text, kind, marks: marks)
    for name in output.undecided { undecided[name, default: 0] += 1 }
    return RewrittenText(output.text) { output.position(of: $0, isEnd: $1) }
  }
}
