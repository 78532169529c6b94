import RelataCore

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
  /// The probability that it is right, 0…1, as the author of a user's pattern or trigger states it; nil
  /// for what is measured.
  var precision: Double?
  /// What to quote, where more than the sentence says it: the head of the list as well.
  var quote: Span?
  /// What speaks against it, so that it is not kept.
  var objection: Objection?
  /// The rule in whose name it is proposed.
  var rule: Rule
}
