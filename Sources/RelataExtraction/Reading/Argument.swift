import RelataCore

/// One end of a relation as found in a sentence.
struct Argument: Hashable, Sendable {
  /// How the words stand for the entity.
  enum Reference: Sendable {
    case name
    /// A description with the name beside it ("the head of the party, Nigara …").
    case description
    /// A body or people that stands for what modifies it ("Iraqi troops" for Iraq).
    case agent
    case pronoun
  }

  var entity: EntityID
  var type: EntityType
  /// The words that stand for it; nil where only the name inside another word does.
  var span: Span
  /// The head word in its sentence.
  var token: Int
  var reference: Reference
}

/// A relation read from a sentence before status, attribution and checks are added.
struct Candidate: Sendable {
  var subject: Argument
  var relation: RelationID
  var object: Argument
  /// The words of the relation.
  var predicate: String
  /// The tokens that carry it; their hull is the evidence's trigger.
  var trigger: [Int]
  /// The token whose mood decides status: the verb, or the noun of a nominal relation.
  var anchor: Int
  /// Whether the relation is presupposed (titles, kinship): mood of the clause does not touch it.
  var isPresupposed: Bool
  var isFormer = false
  /// Set where the construction itself makes it a plan or unreal.
  var status: AssertionStatus?
  /// The probability that it is right, 0…1, where its proposer knows better than the table of rules.
  var precision: Double?
  /// What speaks against it, so that it is not kept.
  var objection: CandidateExplanation.Objection?
  /// Rule with version: "rule.verb.v1".
  var rule: String
}
