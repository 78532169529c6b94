import RelataCore

/// What the relation head said about the entities of one sentence.
struct HeadScores: Sendable {
  /// In order of the sentence.
  let relations: [ScoredRelation]
  /// Entities named in the sentence.
  private let named: Set<EntityID>
  /// What words stand for by the coreference head.
  private let references: [Int: EntityID]
  private var best: [Key: Double] = [:]

  private struct Key: Hashable {
    var subject: EntityID
    var relation: RelationID
    var object: EntityID
  }

  /// - Parameters:
  ///   - names: The sentence's mentions.
  ///   - references: Its pronouns and descriptions that stand for a name.
  init(
    _ relations: [ScoredRelation] = [], names: [Mention] = [], references: [Mention] = [],
    schema: RelationSchema
  ) {
    self.relations = relations
    named = Set(names.compactMap(\.entity))
    self.references = references.reduce(into: [:]) { known, reference in
      if let token = reference.tokens.first { known[token] = reference.entity }
    }
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
  /// head did not look at the pair: it knows names, and pronouns that mean one of them.
  func probability(_ subject: Argument, _ relation: RelationID, _ object: Argument) -> Double? {
    guard isKnown(subject), isKnown(object) else { return nil }
    return best[Key(subject: subject.entity, relation: relation, object: object.entity)] ?? 0
  }

  private func isKnown(_ end: Argument) -> Bool {
    end.reference == .pronoun ? references[end.token] == end.entity : named.contains(end.entity)
  }
}
