import RelataCore

/// Subject – relation – object by gold ids, with ordered ends where the relation is symmetric.
struct Edge: Hashable {
  var subject: String
  var relation: String
  var object: String
  /// Polarity and status; empty in ``typed``.
  var mood: String

  init(
    subject: String, relation: String, object: String, mood: String = "", _ schema: RelationSchema
  ) {
    let isTurned = schema[RelationID(relation)]?.isSymmetric == true && object < subject
    self.subject = isTurned ? object : subject
    self.relation = relation
    self.object = isTurned ? subject : object
    self.mood = mood
  }

  init(_ relation: GoldArticle.Relation, _ schema: RelationSchema) {
    self.init(
      subject: relation.subject, relation: relation.relation, object: relation.object,
      mood: "\(relation.polarity) \(relation.status)", schema)
  }

  init(_ assertion: Assertion, _ names: EntityAlignment, _ schema: RelationSchema) {
    self.init(
      subject: names[assertion.subject], relation: assertion.relation.rawValue,
      object: names[assertion.object],
      mood: "\(assertion.polarity.rawValue) \(assertion.status.rawValue)", schema)
  }

  /// Without polarity and status.
  var typed: Edge {
    var changed = self
    changed.mood = ""
    return changed
  }

  /// The two ends in a fixed order.
  var ends: [String] { [subject, object].sorted() }

  /// Whether the other runs between the same two the other way.
  func isReversed(_ other: Edge) -> Bool {
    relation == other.relation && subject == other.object && object == other.subject
  }
}
