import RelataCore

/// How many texts are read as a careful reader reads them.
public struct ReadingCounts: Hashable, AdditiveCounts {
  /// Texts read.
  public var texts = 0
  /// Texts with every wanted edge and no other.
  public var whollyRight = 0
  /// Texts with an edge that is not wanted.
  public var withWrongEdge = 0

  /// Nothing counted yet.
  public init() {}

  /// Share of the texts that are wholly right; 0 if there are none.
  public var rightRate: Double { texts == 0 ? 0 : Double(whollyRight) / Double(texts) }
  /// Share of the texts with a wrong edge; 0 if there are none.
  public var wrongRate: Double { texts == 0 ? 0 : Double(withWrongEdge) / Double(texts) }

  /// Adds counts of other texts.
  public static func += (a: inout ReadingCounts, b: ReadingCounts) {
    a.texts += b.texts
    a.whollyRight += b.whollyRight
    a.withWrongEdge += b.withWrongEdge
  }
}

/// Scores extraction on short texts whose edges are all known.
///
/// An edge joins two names of the text if its ends carry them, case, titles, a leading "the" and possessives
/// aside; a name that no entity carries to the letter is sought among those that hold its words. An edge is
/// wanted if a wanted one has its ends, a near relation (`RelationSchema.isNear`), its polarity, is asserted
/// like it, and has its tense where one is given. Direction counts except for symmetric relations, and for
/// `hired`, `represents` and `employed_by`, which say the same of two from either side.
public struct ReadingEvaluation: Sendable {
  /// What one text came to.
  public struct Result: Sendable {
    public var reading: PlainReading
    /// Edges that came out and are not wanted, as words.
    public var wrong: [String]
    /// Wanted edges that did not come out.
    public var missed: [PlainReading.Wanted]
    /// The same as numbers.
    public var counts: ReadingCounts
  }

  /// In the order added.
  public private(set) var results: [Result] = []
  private let schema: RelationSchema

  /// Nothing counted yet; the schema says which relations are symmetric and near.
  public init(schema: RelationSchema = .standard) { self.schema = schema }

  /// The kinds in order of appearance.
  public var kinds: [String] {
    var seen: Set<String> = []
    return results.map(\.reading.kind).filter { seen.insert($0).inserted }
  }

  /// Adds what was extracted from one text.
  public mutating func add(
    _ extracted: ExtractedDocument, reading: PlainReading, minimumConfidence: Double = 0
  ) {
    let names = Set(reading.names + reading.want.flatMap { [$0.subject, $0.object] })
    let bearers = Self.bearers(of: names, in: extracted.annotated)
    var found = Set<Int>()
    var wrong: [String] = []
    for assertion in extracted.assertions where assertion.confidence >= minimumConfidence {
      let subject = bearers[assertion.subject] ?? []
      let object = bearers[assertion.object] ?? []
      guard !subject.isEmpty, !object.isEmpty, assertion.subject != assertion.object else {
        continue
      }
      let wanted = reading.want.indices.filter {
        isWanted(assertion, by: reading.want[$0], subject: subject, object: object)
      }
      found.formUnion(wanted)
      if wanted.isEmpty { wrong.append(Self.words(assertion, extracted.annotated)) }
    }
    let missed = reading.want.indices.filter { !found.contains($0) }.map { reading.want[$0] }
    var counts = ReadingCounts()
    counts.texts = 1
    counts.whollyRight = missed.isEmpty && wrong.isEmpty ? 1 : 0
    counts.withWrongEdge = wrong.isEmpty ? 0 : 1
    results.append(Result(reading: reading, wrong: wrong, missed: missed, counts: counts))
  }

  /// Which of the names each entity carries.
  private static func bearers(
    of names: Set<String>, in document: AnnotatedDocument
  ) -> [EntityID: Set<String>] {
    let keys = NameKey.byEntity(document)
    var bearers: [EntityID: Set<String>] = [:]
    for name in names {
      var found = keys.filter { $0.value.contains(NameKey.folded(name)) }
      if found.isEmpty {
        found = keys.filter { $0.value.contains { NameKey.describeTheSame($0, name) } }
      }
      for entity in found.keys { bearers[entity, default: []].insert(name) }
    }
    return bearers
  }

  private func isWanted(
    _ assertion: Assertion, by wanted: PlainReading.Wanted, subject: Set<String>,
    object: Set<String>
  ) -> Bool {
    let areServices = isService(assertion.relation) && isService(wanted.relation)
    guard areServices || schema.isNear(assertion.relation, wanted.relation),
      assertion.polarity == wanted.polarity,
      (assertion.status == .asserted) == (wanted.status == .asserted),
      wanted.tense == nil || wanted.tense == assertion.tense
    else {
      return false
    }
    if subject.contains(wanted.subject), object.contains(wanted.object) { return true }
    let goesBothWays =
      schema[assertion.relation]?.isSymmetric == true
      || schema[wanted.relation]?.isSymmetric == true
      || areServices
    return goesBothWays && subject.contains(wanted.object) && object.contains(wanted.subject)
  }

  /// Whether a relation says of two that one works for the other, from one side or the other.
  private func isService(_ relation: RelationID) -> Bool {
    relation == "hired" || relation == "represents" || relation == "employed_by"
  }

  private static func words(_ assertion: Assertion, _ document: AnnotatedDocument) -> String {
    func name(_ id: EntityID) -> String {
      document.entities.first { $0.id == id }?.name ?? id.rawValue
    }
    return [
      name(assertion.subject), assertion.relation.rawValue, name(assertion.object),
      assertion.polarity.rawValue, assertion.status.rawValue, assertion.tense.rawValue,
      assertion.extractor,
    ].joined(separator: " | ")
  }
}
