import RelataCore

/// Relations that are about one tie: they differ in tense and status alone.
struct TieKey: Hashable {
  var subject: EntityID
  var type: RelationID
  var object: EntityID
  var polarity: Polarity
  /// What else tells two ties of one kind between the same ends apart: the predicate of `other`, an office.
  var word: String
}

/// Which tie each piece of evidence of some relations is about.
struct TieKeys {
  private let schema: RelationSchema
  /// The offices that evidence names, by the tie without one.
  private var offices: [TieKey: Set<String>] = [:]

  /// - Complexity: O(evidence).
  init(_ relations: [Relation], schema: RelationSchema) {
    self.schema = schema
    for relation in relations where schema[relation.type]?.isRole == true {
      let base = base(of: relation)
      for record in relation.evidence {
        if let office = record.office(of: schema[relation.type]) {
          offices[base, default: []].insert(office.key)
        }
      }
    }
  }

  /// The tie; what names no office is about the only one that is named, if there is one.
  func key(of record: EvidenceRecord, for relation: Relation) -> TieKey {
    var key = base(of: relation)
    guard relation.type != .other else {
      key.word = relation.predicate
      return key
    }
    let named = offices[key] ?? []
    key.word =
      record.office(of: schema[relation.type])?.key ?? (named.count == 1 ? named.first ?? "" : "")
    return key
  }

  private func base(of relation: Relation) -> TieKey {
    let ends = relation.orderedEnds(in: schema)
    return TieKey(
      subject: ends.subject, type: relation.type, object: ends.object,
      polarity: relation.polarity, word: "")
  }
}
