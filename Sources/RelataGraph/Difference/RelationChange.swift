import RelataCore

/// How sure a relation is, in three steps that a change must cross to be told.
public enum ConfidenceBand: String, Sendable, Codable, CaseIterable {
  /// Below 0.7, from 0.7, and from 0.9 on.
  case low, medium, high

  /// The band of a confidence, 0…1.
  public init(_ confidence: Double) {
    self = confidence < 0.7 ? .low : confidence < 0.9 ? .medium : .high
  }
}

/// A relation that a later graph tells otherwise.
public struct RelationChange: Hashable, Sendable {
  /// What became another.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case polarity, status, tense, confidence, decision
    /// Evidence came, evidence went.
    case newEvidence, goneEvidence
  }

  /// As the old graph has it, with the ids of the new one.
  public var before: Relation
  /// As the new graph has it.
  public var after: Relation
  /// What is otherwise, in the order of ``Kind``; empty where nothing is.
  public private(set) var kinds: [Kind]
  /// Evidence that only the new graph has, by day of report.
  public private(set) var newEvidence: [EvidenceRecord]
  /// Evidence that only the old graph has, by day of report.
  public private(set) var goneEvidence: [EvidenceRecord]

  /// Compares two relations of one tie.
  ///
  /// Evidence is the same where it cites the same words of the same document.
  public init(before: Relation, after: Relation) {
    self.before = before
    self.after = after
    let (old, new) = (Set(before.evidence.map(Place.init)), Set(after.evidence.map(Place.init)))
    newEvidence = EvidenceRecord.byDay(after.evidence.filter { !old.contains(Place($0)) })
    goneEvidence = EvidenceRecord.byDay(before.evidence.filter { !new.contains(Place($0)) })
    kinds = Self.moods(before, after)
    if ConfidenceBand(before.confidence) != ConfidenceBand(after.confidence) {
      kinds.append(.confidence)
    }
    if before.decision != after.decision { kinds.append(.decision) }
    if !newEvidence.isEmpty { kinds.append(.newEvidence) }
    if !goneEvidence.isEmpty { kinds.append(.goneEvidence) }
  }

  static func moods(_ a: Relation, _ b: Relation) -> [Kind] {
    (a.polarity == b.polarity ? [] : [.polarity]) + (a.status == b.status ? [] : [.status])
      + (a.tense == b.tense ? [] : [.tense])
  }

  private struct Place: Hashable {
    var document: DocumentID
    var span: Span
    var trigger: Span?

    init(_ record: EvidenceRecord) {
      (document, span, trigger) = (record.document, record.span, record.trigger)
    }
  }

  func rewritten(by rewriting: some GraphRewriting) -> RelationChange {
    func told(_ records: [EvidenceRecord], of relation: Relation) -> [EvidenceRecord] {
      records.map {
        $0.rewritten(by: rewriting, between: relation.subject, and: relation.object)
      }
    }
    var new = self
    new.newEvidence = told(newEvidence, of: after)
    new.goneEvidence = told(goneEvidence, of: before)
    new.before = before.rewritten(by: rewriting)
    new.after = after.rewritten(by: rewriting)
    return new
  }
}
