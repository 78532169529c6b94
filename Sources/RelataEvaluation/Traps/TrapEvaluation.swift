import RelataCore

/// How often wrong readings are emitted and right ones found; shares of readings, not of items.
public struct TrapCounts: Hashable, AdditiveCounts {
  /// Wrong readings that came out.
  public var wrongEmitted = 0
  /// Wrong readings that the texts invite.
  public var wrong = 0
  /// Right readings that came out.
  public var rightFound = 0
  /// Right readings that the texts hold.
  public var right = 0

  /// Nothing counted yet.
  public init() {}

  /// Share of the wrong readings that are emitted; 0 if there are none.
  public var wrongRate: Double { wrong == 0 ? 0 : Double(wrongEmitted) / Double(wrong) }
  /// Share of the right readings that are found; 0 if there are none.
  public var rightRate: Double { right == 0 ? 0 : Double(rightFound) / Double(right) }

  /// Adds counts of other traps.
  public static func += (a: inout TrapCounts, b: TrapCounts) {
    a.wrongEmitted += b.wrongEmitted
    a.wrong += b.wrong
    a.rightFound += b.rightFound
    a.right += b.right
  }
}

/// Scores extraction on a false-positive suite.
///
/// A reading names an entity if one of its names equals one of the entity's, case, titles, a leading
/// "the" and possessives aside. A symmetric relation and `*` match in both directions.
public struct TrapEvaluation: Sendable {
  /// What one item came to.
  public struct Result: Sendable {
    /// The text and its readings.
    public var trap: Trap
    /// Wrong readings that came out.
    public var emitted: [Trap.Reading]
    /// Right readings that did not.
    public var missed: [Trap.Reading]
    /// The same as numbers.
    public var counts: TrapCounts
  }

  /// In the order added.
  public private(set) var results: [Result] = []
  private let schema: RelationSchema

  /// Nothing counted yet; the schema says which relations are symmetric.
  public init(schema: RelationSchema = .standard) { self.schema = schema }

  /// The categories in order of appearance.
  public var categories: [String] {
    var seen: Set<String> = []
    return results.map(\.trap.category).filter { seen.insert($0).inserted }
  }

  /// Adds what was extracted from one item's text.
  public mutating func add(
    _ extracted: ExtractedDocument, trap: Trap, minimumConfidence: Double = 0
  ) {
    let keys = NameKey.byEntity(extracted.annotated)
    let assertions = extracted.assertions.filter { $0.confidence >= minimumConfidence }
    func isEmitted(_ reading: Trap.Reading) -> Bool {
      assertions.contains { matches(reading, $0, keys) }
    }
    var counts = TrapCounts()
    let emitted = trap.wrong.filter(isEmitted)
    let missed = trap.right.filter { !isEmitted($0) }
    counts.wrong = trap.wrong.count
    counts.wrongEmitted = emitted.count
    counts.right = trap.right.count
    counts.rightFound = trap.right.count - missed.count
    results.append(Result(trap: trap, emitted: emitted, missed: missed, counts: counts))
  }

  private func matches(
    _ reading: Trap.Reading, _ assertion: Assertion, _ keys: [EntityID: Set<String>]
  ) -> Bool {
    guard reading.relation.allows(assertion.relation.rawValue),
      reading.polarity?.allows(assertion.polarity.rawValue) != false,
      reading.status?.allows(assertion.status.rawValue) != false,
      reading.tense?.allows(assertion.tense.rawValue) != false,
      reading.attribution.map({ isClaimed(by: $0, assertion.attribution, keys) }) != false
    else { return false }
    func names(_ end: Trap.Alternatives, _ entity: EntityID) -> Bool {
      end.isAnything || end.values.contains { keys[entity]?.contains(NameKey.folded($0)) == true }
    }
    if names(reading.subject, assertion.subject), names(reading.object, assertion.object) {
      return true
    }
    guard reading.relation.isAnything || schema[assertion.relation]?.isSymmetric == true else {
      return false
    }
    return names(reading.subject, assertion.object) && names(reading.object, assertion.subject)
  }

  private func isClaimed(
    by wanted: Trap.Alternatives, _ attribution: Attribution?, _ keys: [EntityID: Set<String>]
  ) -> Bool {
    guard let attribution else { return false }
    let said =
      (attribution.entity.flatMap { keys[$0] } ?? []).sorted()
      + [attribution.text].compactMap { $0 }
    return wanted.values.contains { value in
      said.contains { NameKey.describeTheSame($0, value) }
    }
  }
}

extension Trap.Alternatives {
  fileprivate func allows(_ value: String) -> Bool { isAnything || values.contains(value) }
}
