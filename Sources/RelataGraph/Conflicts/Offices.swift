import RelataCore

extension StatementsInConflict {
  /// An office as a sentence gives it to somebody.
  private struct Holding {
    var relation: Relation
    var record: EvidenceRecord
    var day: Int
  }

  /// Two holders of one office at one time, and one holder of an office of two places.
  ///
  /// At one time: a text names the other between two days, or on the day, on which texts name the one. Who is only named
  /// later has followed.
  func offices() -> [Conflict] {
    var byOffice: [[String]: [EntityID: [Holding]]] = [:]
    var byHolder: [[String]: [EntityID: [Holding]]] = [:]
    for relation in current {
      guard let type = graph.schema[relation.type], !type.offices.isEmpty else { continue }
      let isPlace = graph.entity(relation.object)?.type == .location
      for record in relation.evidence {
        guard let office = Self.office(record, type), let day = StatementDays.published(record)
        else { continue }
        let holding = Holding(relation: relation, record: record, day: day)
        let (holder, place) = (relation.subject.rawValue, relation.object.rawValue)
        byOffice[[place, office], default: [:]][relation.subject, default: []].append(holding)
        if isPlace {
          byHolder[[holder, office], default: [:]][relation.object, default: []].append(holding)
        }
      }
    }
    return conflicts(.office, byOffice, about: \.object)
      + conflicts(.places, byHolder, about: \.subject)
  }

  private func conflicts(
    _ kind: Conflict.Kind, _ groups: [[String]: [EntityID: [Holding]]],
    about: (Relation) -> EntityID
  ) -> [Conflict] {
    groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, group in
      let rivals = group.sorted { $0.key < $1.key }
      return rivals.indices.flatMap { i in
        rivals.indices.dropFirst(i + 1).compactMap { j -> Conflict? in
          let (a, b) = (rivals[i], rivals[j])
          guard !maySame(a.key, b.key), !isHandedOver(a.key, b.key, kind),
            let (one, other) = Self.overlapping(a.value, b.value), !hasEnded(one), !hasEnded(other)
          else { return nil }
          return conflict(
            kind, about: about(one.relation),
            Conflict.Side(relation: one.relation, record: one.record),
            Conflict.Side(relation: other.relation, record: other.record))
        }
      }
    }
  }

  /// Whether one followed the other, or, of two places, one has to do with the other.
  private func isHandedOver(_ a: EntityID, _ b: EntityID, _ kind: Conflict.Kind) -> Bool {
    relations(between: a, and: b).contains {
      kind == .places || graph.schema[$0.type]?.handsOver == true
    }
  }

  /// Whether a text says that it is over.
  private func hasEnded(_ holding: Holding) -> Bool {
    let relation = holding.relation
    return relations(between: relation.subject, and: relation.object).contains {
      $0.type == relation.type && $0.tense == .former
    }
  }

  /// The closest statements of two whose days overlap; nil if one has followed the other.
  private static func overlapping(_ a: [Holding], _ b: [Holding]) -> (Holding, Holding)? {
    let days = [a, b].map { ($0.map(\.day).min() ?? 0, $0.map(\.day).max() ?? 0) }
    guard max(days[0].0, days[1].0) <= min(days[0].1, days[1].1) else { return nil }
    let pairs = a.flatMap { one in b.map { (one, $0) } }
    return pairs.min { abs($0.0.day - $0.1.day) < abs($1.0.day - $1.1.day) }
  }

  /// The office that a sentence names, by its first name; nil for none that one person holds.
  private static func office(_ record: EvidenceRecord, _ type: RelationType) -> String? {
    let words = record.wordsBeforeTrigger(3)
    guard !words.isEmpty, words.allSatisfy({ !type.lesserWords.contains($0) }) else { return nil }
    let end = words.joined(separator: " ").replacing("-", with: " ")
    let named = type.offices.flatMap { office in office.map { (name: $0, office: office[0]) } }
      .map { (name: $0.name.replacing("-", with: " "), office: $0.office) }
    return named.filter { end == $0.name || end.hasSuffix(" " + $0.name) }
      .max { $0.name.count < $1.name.count }?.office
  }
}
