import RelataCore
import RelataLanguage

/// Why one sentence was read as it was: what was seen in it, what was proposed and what became of that.
public struct SentenceExplanation: Hashable, Sendable {
  /// A word that stands for somebody without naming them.
  public struct Reference: Hashable, Sendable {
    /// The word, in scalars of the document's text.
    public var span: Span
    /// Whom it was taken for; empty if that stayed open.
    public var entities: [EntityID]
  }

  /// A word of the lexicon, and the names found where it looks for its two parties.
  public struct Trigger: Hashable, Sendable {
    /// The word, in scalars of the document's text.
    public var span: Span
    /// Relations it can carry, sorted.
    public var relations: [RelationID]
    /// The words in its argument positions, in order of the sentence.
    public var arguments: [Reference]
  }

  /// Index into the document's sentences.
  public var sentence: Int
  /// The whole sentence, in scalars of the document's text.
  public var span: Span
  /// Page furniture is not read.
  public var isFurniture: Bool
  /// Names in order; entities that no node of a graph may stand for (dates, amounts) are left out.
  public var names: [Reference]
  /// Pronouns and descriptions that stand for a name elsewhere, or might.
  public var references: [Reference]
  /// In order; words of the lexicon, whether or not a rule matched.
  public var triggers: [Trigger]
  /// In the order in which the rules proposed them.
  public var candidates: [CandidateExplanation]

  /// What was proposed between the same two entities as a candidate, in either direction, and dropped, though
  /// nothing that was kept says it: where the wrong one of them was kept, the right one is here.
  public func refused(besides candidate: CandidateExplanation) -> [CandidateExplanation] {
    candidates.filter { other in
      switch other.outcome {
      case .kept, .readBy: false
      default:
        Set([other.subject.entity, other.object.entity])
          == [candidate.subject.entity, candidate.object.entity]
          && (other.relation, other.subject.entity) != (
            candidate.relation, candidate.subject.entity
          )
      }
    }
  }
}

/// One proposed relation and what became of it.
public struct CandidateExplanation: Hashable, Sendable {
  /// One end of the proposal.
  public struct End: Hashable, Sendable {
    /// Whom it means, by the document's entities.
    public var entity: EntityID
    /// The type that the schema is asked about.
    public var type: EntityType
    /// The words that stand for it.
    public var span: Span
    /// How the words stand for the entity: "name", "description", "agent", "pronoun".
    public var reference: String
  }

  /// A cue and the word that is one.
  public struct Cue: Hashable, Sendable {
    /// What the word does to the clause.
    public var effect: CueEffect
    /// The word, in scalars of the document's text.
    public var span: Span
  }

  /// As proposed: a rule may give another one than its word suggests.
  public var relation: RelationID
  /// Who does or is it.
  public var subject: End
  /// To whom or what; of symmetric relations the one named later.
  public var object: End
  /// The words of the relation, lower-case, as the text has them.
  public var predicate: String
  /// Rule or head with its version.
  public var rule: String
  /// The words that carry it, in order.
  public var trigger: [Span]
  /// From the subject's word to the object's.
  public var path: TreePath
  /// Whether the construction presupposes the relation, so that the clause's own mood is not asked.
  public var isPresupposed: Bool
  /// In the order in which they were met, from the word of the relation up the tree.
  public var cues: [Cue]
  /// The status the relation head is so sure of that it replaces that of the cues; nil if they agree.
  public var revision: StatusRevision?
  /// Nil where a gate stopped it before it was scored.
  public var score: ConfidenceScore?
  /// Kept, or why not.
  public var outcome: CandidateOutcome
  /// The gate that stopped it: "types", "mood", "floor" …; nil for what was kept.
  public var gate: String?
}
