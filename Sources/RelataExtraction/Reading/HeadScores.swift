import RelataCore

/// What the relation head said about the entities of one sentence.
struct HeadScores: Sendable {
  /// In order of the sentence.
  let relations: [ScoredRelation]
  /// Entities named in the sentence.
  private let named: Set<EntityID>
  /// What words stand for by the coreference head.
  private let references: [Int: EntityID]
  /// How probable the link of each of those words is, 0…1.
  private let links: [Int: Double]
  private var best: [Key: ScoredRelation] = [:]

  private struct Key: Hashable {
    var subject: EntityID
    var relation: RelationID
    var object: EntityID
  }

  /// The head's relations of a sentence.
  ///
  /// `names` are its mentions, `references` its pronouns and descriptions that stand for a name.
  init(
    _ relations: [ScoredRelation] = [], names: [Mention] = [], references: [Mention] = [],
    schema: RelationSchema
  ) {
    self.relations = relations
    named = Set(names.compactMap(\.entity))
    self.references = references.reduce(into: [:]) { known, reference in
      if let token = reference.tokens.first { known[token] = reference.entity }
    }
    links = references.reduce(into: [:]) { known, reference in
      if let token = reference.tokens.first { known[token] = reference.score }
    }
    for relation in relations {
      let isSymmetric = schema[relation.relation]?.isSymmetric ?? false
      for key in Self.keys(relation.subject, relation.relation, relation.object, isSymmetric) {
        if relation.probability > best[key]?.probability ?? 0 { best[key] = relation }
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
    return best[Key(subject: subject.entity, relation: relation, object: object.entity)]?
      .probability ?? 0
  }

  /// How the head finds the relation stated, nil where it did not look at the pair or finds none.
  func moods(_ subject: EntityID, _ relation: RelationID, _ object: EntityID) -> MoodScores? {
    best[Key(subject: subject, relation: relation, object: object)]?.moods
  }

  /// How far it is from sure, 0…1, that an end that is no name means its entity.
  func doubt(of end: Argument) -> Double {
    end.reference == .name ? 0 : 1 - (links[end.token] ?? 0.7)
  }

  private func isKnown(_ end: Argument) -> Bool {
    end.reference == .pronoun ? references[end.token] == end.entity : named.contains(end.entity)
  }
}
