import RelataCore
import RelataLanguage

/// What a sentence has given so far: one assertion a statement.
///
/// Two rules that read the same thing agree on its ends and relation; the surer reading stays, of equally sure
/// ones the first.
struct KeptAssertions {
  private(set) var assertions: [Assertion] = []
  private var places: [Key: Int] = [:]
  private let schema: RelationSchema

  init(schema: RelationSchema) { self.schema = schema }

  private struct Key: Hashable {
    var subject: EntityID
    var relation: RelationID
    var object: EntityID
  }

  private func key(_ assertion: Assertion) -> Key {
    var (subject, object) = (assertion.subject, assertion.object)
    if schema.isTurned(assertion.relation, from: subject, to: object) { swap(&subject, &object) }
    return Key(subject: subject, relation: assertion.relation, object: object)
  }

  /// What says the same already.
  func same(as assertion: Assertion) -> Assertion? {
    places[key(assertion)].map { assertions[$0] }
  }

  /// Keeps an assertion, in place of one that says the same.
  ///
  /// - Parameter assertion: What to keep.
  /// - Returns: What it takes the place of.
  mutating func keep(_ assertion: Assertion) -> Assertion? {
    let key = key(assertion)
    guard let place = places[key] else {
      places[key] = assertions.count
      assertions.append(assertion)
      return nil
    }
    let replaced = assertions[place]
    assertions[place] = assertion
    return replaced
  }
}

/// Gates that compare a candidate with what the sentence has given already.
extension Gate {
  // Is it read already, at least as surely? What a head learnt takes the place of no construction.
  static let duplicates = Gate("duplicates") { deliberation in
    guard let assertion = deliberation.assertion,
      let earlier = deliberation.kept.same(as: assertion)
    else { return nil }
    return earlier.confidence < assertion.confidence && !deliberation.candidate.rule.isLearnt
      ? nil : .readBy(rule: earlier.extractor)
  }

  // Is the reverse read more surely, or by a construction from the same words?
  static let reversal = Gate("reversal", audience: .learnt) { deliberation in
    guard let assertion = deliberation.assertion,
      let type = deliberation.bench.schema[assertion.relation], !type.isSymmetric
    else { return nil }
    let isReverse = deliberation.kept.assertions.contains {
      guard $0.relation == assertion.relation, $0.subject == assertion.object,
        $0.object == assertion.subject
      else { return false }
      return type.isOneWay && $0.confidence > assertion.confidence
        || $0.extractor != assertion.extractor && areOfOneWord($0, assertion)
    }
    return isReverse ? .objected(.otherBearer) : nil
  }

  // Does a construction read something else between the two from the same word? It knows the word's sense.
  static let sense = Gate("sense", audience: .learnt) { deliberation in
    guard let assertion = deliberation.assertion else { return nil }
    let ends = [assertion.subject, assertion.object]
    let other = deliberation.kept.assertions.first {
      $0.extractor != assertion.extractor && ends.contains($0.subject) && ends.contains($0.object)
        && $0.relation != assertion.relation && areOfOneWord($0, assertion)
    }
    return other.map { .readBy(rule: $0.extractor) }
  }

  // Does a construction say who bears the role that the word names? "Dorn was appointed head by Kern".
  static let bearer = Gate("bearer", audience: .learnt) { deliberation in
    guard let assertion = deliberation.assertion,
      deliberation.bench.schema[assertion.relation]?.isNominal == true
    else { return nil }
    let isBorne = deliberation.kept.assertions.contains {
      $0.extractor != assertion.extractor && $0.relation == assertion.relation
        && $0.object == assertion.object && $0.subject != assertion.subject
        && areOfOneWord($0, assertion)
    }
    return isBorne ? .objected(.otherBearer) : nil
  }

  // Does a construction put the place into another country? It lies in one, and a country in none.
  static let country = Gate("country", audience: .learnt) { deliberation in
    guard let assertion = deliberation.assertion, assertion.relation == "located_in",
      deliberation.candidate.subject.type == .location
    else { return nil }
    let context = deliberation.bench.context
    func isCountry(_ place: EntityID) -> Bool {
      context.name(of: place).flatMap { CountryTable.shared.country(named: $0) } != nil
    }
    guard isCountry(assertion.object) else { return nil }
    if isCountry(assertion.subject), assertion.polarity == .positive { return .objected(.origin) }
    let other = deliberation.kept.assertions.first {
      $0.relation == assertion.relation && $0.subject == assertion.subject
        && $0.object != assertion.object && $0.extractor != assertion.extractor
        && isCountry($0.object)
    }
    return other.map { .readBy(rule: $0.extractor) }
  }

  private static func areOfOneWord(_ a: Assertion, _ b: Assertion) -> Bool {
    guard let a = a.evidence.trigger, let b = b.evidence.trigger else { return false }
    return a.overlaps(b)
  }
}
