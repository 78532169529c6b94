/// A relation between two entities of a sentence with the score of the relation head: evidence to weigh, not yet an assertion.
public struct ScoredRelation: Hashable, Sendable {
  /// Index of the sentence.
  public var sentence: Int
  /// Who does it.
  public var subject: EntityID
  /// Words of the sentence that name the subject or stand for it.
  public var subjectTokens: Range<Int>
  /// To whom.
  public var object: EntityID
  /// Words of the sentence that name the object or stand for it.
  public var objectTokens: Range<Int>
  /// What ties them.
  public var relation: RelationID
  /// 0…1, not calibrated.
  public var probability: Double
  /// The word of the sentence that says so, as far as the head can tell.
  public var trigger: Int
  /// How it is stated, as far as the head can tell.
  public var moods: MoodScores?

  /// A scored relation with its fields.
  public init(
    sentence: Int, subject: EntityID, subjectTokens: Range<Int>, object: EntityID,
    objectTokens: Range<Int>, relation: RelationID, probability: Double, trigger: Int,
    moods: MoodScores? = nil
  ) {
    self.sentence = sentence
    self.subject = subject
    self.subjectTokens = subjectTokens
    self.object = object
    self.objectTokens = objectTokens
    self.relation = relation
    self.probability = probability
    self.trigger = trigger
    self.moods = moods
  }
}
