import RelataCore
import RelataLanguage

/// Why one sentence was read as it was: what was seen in it, what was proposed and what became of that.
public struct SentenceExplanation: Hashable, Sendable {
  /// A word that stands for somebody without naming them.
  public struct Reference: Hashable, Sendable {
    public var span: Span
    /// Whom it was taken for; empty if that stayed open.
    public var entities: [EntityID]
  }

  /// A word of the lexicon, and the names found where it looks for its two parties.
  public struct Trigger: Hashable, Sendable {
    public var span: Span
    /// Relations it can carry, sorted.
    public var relations: [RelationID]
    /// The words in its argument positions, in order of the sentence.
    public var arguments: [Reference]
  }

  /// Index into the document's sentences.
  public var sentence: Int
  public var span: Span
  /// Page furniture is not read.
  public var isFurniture: Bool
  /// Names in order; entities that no node of a graph may stand for (dates, amounts) are left out.
  public var names: [Reference]
  /// Pronouns and descriptions that stand for a name elsewhere, or might.
  public var references: [Reference]
  public var triggers: [Trigger]
  /// In the order in which the rules proposed them.
  public var candidates: [CandidateExplanation]
}

/// One proposed relation and what became of it.
public struct CandidateExplanation: Hashable, Sendable {
  /// One end of the proposal.
  public struct End: Hashable, Sendable {
    public var entity: EntityID
    public var type: EntityType
    public var span: Span
    /// How the words stand for the entity: "name", "description", "agent", "pronoun".
    public var reference: String
  }

  /// What the construction has against a proposal.
  public enum Objection: String, Hashable, Sendable, CaseIterable {
    /// An end takes part in another clause: "thanked Stark and flew to Vienna".
    case otherClause
    /// An adjective tells where somebody comes from: "a U.S. company".
    case origin
    /// Somebody else bears the role: "Iran's president met Assad".
    case otherBearer
    /// A deputy does not lead.
    case subordinate
    /// Rules and head disagree on whether it is denied.
    case polarity
  }

  /// What became of the proposal.
  public enum Outcome: Hashable, Sendable {
    case kept(Assertion)
    /// The schema has no such relation.
    case unknownRelation
    /// The types of the ends do not fit the relation.
    case typesRefused
    /// The construction gives an end another part; of proposals of the relation head alone.
    case objected(Objection)
    /// Troops or officials do not stand for their state as an object of this relation.
    case collectiveObject
    /// The text says that it does not know ("no evidence that …").
    case unknownToTheText
    /// Too uncertain to be reported.
    case belowFloor
    /// Another rule read the same, with at least this confidence.
    case readBy(rule: String)
  }

  /// A cue and the word that is one.
  public struct Cue: Hashable, Sendable {
    public var effect: CueEffect
    public var span: Span
  }

  /// A status and how sure the relation head is of it, 0…1.
  public struct Revision: Hashable, Sendable {
    public var status: AssertionStatus
    public var probability: Double
  }

  public var relation: RelationID
  public var subject: End
  public var object: End
  public var predicate: String
  /// Rule or head with its version.
  public var rule: String
  public var trigger: [Span]
  /// From the subject's word to the object's.
  public var path: TreePath
  /// Whether the construction presupposes the relation, so that the clause's own mood is not asked.
  public var isPresupposed: Bool
  /// In the order in which they were met, from the word of the relation up the tree.
  public var cues: [Cue]
  /// The status the relation head is so sure of that it replaces that of the cues; nil if they agree.
  public var revision: Revision?
  public var score: ScoreExplanation?
  public var outcome: Outcome
}
