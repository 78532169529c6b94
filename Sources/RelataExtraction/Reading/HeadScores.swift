import RelataCore

/// What the relation head said about the entities of one sentence.
struct HeadScores: Sendable {
  /// In order of the sentence.
  let relations: [ScoredRelation]
  private let scored: Set<EntityID>
  private var best: [Key: Double] = [:]

  private struct Key: Hashable {
    var subject: EntityID
    var relation: RelationID
    var object: EntityID
  }

  /// - Parameter scored: The entities whose pairs the head looked at.
  init(_ relations: [ScoredRelation] = [], scored: Set<EntityID> = [], schema: RelationSchema) {
    self.relations = relations
    self.scored = scored
    for relation in relations {
      let isSymmetric = schema[relation.relation]?.isSymmetric ?? false
      for key in Self.keys(relation.subject, relation.relation, relation.object, isSymmetric) {
        best[key] = max(best[key] ?? 0, relation.probability)
      }
    }
  }

  private static func keys(
    _ subject: EntityID, _ relation: RelationID, _ object: EntityID, _ isSymmetric: Bool
  ) -> [Key] {
    let forward = Key(subject: subject, relation: relation, object: object)
    return isSymmetric
      ? [forward, Key(subject: object, relation: relation, object: subject)] : [forward]
  }

  /// The probability that the sentence states the relation, 0 below what is reported; nil where the
  /// head did not look at the pair.
  func probability(_ subject: EntityID, _ relation: RelationID, _ object: EntityID) -> Double? {
    guard scored.contains(subject), scored.contains(object) else { return nil }
    return best[Key(subject: subject, relation: relation, object: object)] ?? 0
  }
}
