import RelataCore

/// How well a relation is supported, which is another thing than how surely its sentences were read.
public struct Corroboration: Hashable, Sendable, Codable {
  /// Reports that state it: copies of one report, and reports that have nothing but the same sentence word for word,
  /// count once.
  public var reports: Int
  /// Outlets that printed one of them; files where no outlet is named.
  public var outlets: Int
  /// Reports of different outlets of which none is from, or by the mouth of, one of the relation's ends.
  public var independent: Int
  /// Whether one of the relation's ends says so itself: it is the claimant, the author or the outlet of a sentence.
  public var partyIsSource: Bool

  /// Counts as given.
  public init(reports: Int, outlets: Int, independent: Int, partyIsSource: Bool) {
    (self.reports, self.outlets) = (reports, outlets)
    (self.independent, self.partyIsSource) = (independent, partyIsSource)
  }

  /// In words: "1 report, printed by 5 outlets", "3 reports, 2 of them independent; a party is among the sources".
  public var words: String {
    var words = reports == 1 ? "1 report" : "\(reports) reports"
    if outlets > reports { words += ", printed by \(outlets) outlets" }
    if reports > 1, independent < reports, !(partyIsSource && independent == 0) {
      words += ", \(independent) of them independent"
    }
    if partyIsSource {
      words += independent == 0 ? "; only a party says so" : "; a party is among the sources"
    }
    return words
  }
}

extension Corroboration {
  /// The corroboration of a relation by its evidence.
  ///
  /// - Parameters:
  ///   - evidence: At least one piece.
  ///   - fromParties: For each piece whether it comes from one of the ends.
  /// - Complexity: O(n log n), see ``Readings``.
  init(_ evidence: [EvidenceRecord], fromParties: [Bool]) {
    let all = Readings(evidence.map(\.reading))
    let others = zip(evidence, fromParties).filter { !$0.1 }.map(\.0)
    self.init(
      reports: all.reports, outlets: all.outlets,
      independent: others.count == evidence.count
        ? all.independent : Readings(others.map(\.reading)).independent,
      partyIsSource: others.count < evidence.count)
  }
}

extension EvidenceRecord {
  /// What tells whether it is worth anything beside another piece.
  package var reading: SentenceReading {
    SentenceReading(
      report: report.rawValue, outlet: outlet, source: source, quote: quote, confidence: confidence)
  }
}
