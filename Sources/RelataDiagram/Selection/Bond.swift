import RelataCore
import RelataGraph

/// Relations of one type between two entities, in either direction.
struct BondKey: Hashable {
  var a: EntityID
  var b: EntityID
  var type: RelationID

  init(_ relation: Relation) {
    a = min(relation.subject, relation.object)
    b = max(relation.subject, relation.object)
    type = relation.type
  }
}

/// The relations of one type between two entities, which are shown or left out together.
struct Bond {
  var a: EntityID
  var b: EntityID
  /// Best supported first.
  var relations: [Relation]
  var support: Support
  var isAlive = true
  /// The best supported relation.
  var lead: Relation { relations[0] }

  /// The end that is not this one; the same for a tie of an entity with itself.
  func other(than end: EntityID) -> EntityID { a == end ? b : a }

  init(_ key: BondKey, _ relations: [Relation]) {
    (a, b) = (key.a, key.b)
    self.relations = relations.bySupport
    support = Support(self.relations[0])
  }
}
