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
