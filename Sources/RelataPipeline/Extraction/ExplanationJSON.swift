import RelataCore
import RelataExtraction

/// The published JSON form of an explanation: one object a sentence.
///
/// Spans count Unicode scalars of the document's text, end exclusive, as `relata extract` writes them.
public enum ExplanationJSON {
  /// One sentence with its candidates and what became of them.
  public static func sentence(
    _ sentence: SentenceExplanation, of explanation: DocumentExplanation
  ) -> JSONValue {
    [
      "document": .string(explanation.document.annotated.document.id.rawValue),
      "sentence": .integer(sentence.sentence), "start": .integer(sentence.span.start),
      "end": .integer(sentence.span.end), "text": .string(explanation.words(sentence.span)),
      "furniture": .bool(sentence.isFurniture),
      "names": .array(sentence.names.map { reference($0, explanation) }),
      "references": .array(sentence.references.map { reference($0, explanation) }),
      "triggers": .array(
        sentence.triggers.map { trigger in
          [
            "start": .integer(trigger.span.start), "end": .integer(trigger.span.end),
            "text": .string(explanation.words(trigger.span)),
            "relations": .strings(trigger.relations.map(\.rawValue)),
            "arguments": .array(trigger.arguments.map { reference($0, explanation) }),
          ]
        }),
      "candidates": .array(sentence.candidates.map { candidate($0, explanation) }),
    ]
  }

  private static func reference(
    _ reference: SentenceExplanation.Reference, _ explanation: DocumentExplanation
  ) -> JSONValue {
    [
      "start": .integer(reference.span.start), "end": .integer(reference.span.end),
      "text": .string(explanation.words(reference.span)),
      "entities": .array(
        reference.entities.map {
          ["id": .string($0.rawValue), "name": .string(explanation.name(of: $0))]
        }),
    ]
  }

  private static func candidate(
    _ candidate: CandidateExplanation, _ explanation: DocumentExplanation
  ) -> JSONValue {
    let outcome = outcome(candidate.outcome)
    return [
      "subject": end(candidate.subject, explanation),
      "relation": .string(candidate.relation.rawValue),
      "object": end(candidate.object, explanation), "predicate": .string(candidate.predicate),
      "extractor": .string(candidate.rule),
      "trigger": JSONValue(encoding: candidate.trigger),
      "path": .array(
        candidate.path.steps.map { step in
          [
            "word": .string(step.word), "relation": .string(step.relation),
            "direction": .string(step.relation.isEmpty ? "start" : step.isUp ? "up" : "down"),
          ]
        }),
      "presupposed": .bool(candidate.isPresupposed),
      "cues": .array(
        candidate.cues.map { cue in
          [
            "effect": .string(cue.effect.rawValue), "start": .integer(cue.span.start),
            "end": .integer(cue.span.end), "text": .string(explanation.words(cue.span)),
          ]
        }),
      "revision": candidate.revision.map { revision in
        [
          "status": .string(revision.status.rawValue),
          "probability": .decimal(revision.probability),
        ]
      } ?? .null,
      "score": candidate.score.map(score) ?? .null,
      "outcome": .string(outcome.word), "gate": candidate.gate.map(JSONValue.string) ?? .null,
      "assertion": outcome.assertion,
      "readBy": outcome.rule,
    ]
  }

  private static func end(
    _ end: CandidateExplanation.End, _ explanation: DocumentExplanation
  ) -> JSONValue {
    [
      "id": .string(end.entity.rawValue), "name": .string(explanation.name(of: end.entity)),
      "type": .string(end.type.rawValue), "reference": .string(end.reference),
      "start": .integer(end.span.start), "end": .integer(end.span.end),
      "text": .string(explanation.words(end.span)),
    ]
  }

  private static func score(_ score: ConfidenceScore) -> JSONValue {
    [
      "entry": .string(score.entry), "source": .string(score.source.rawValue),
      "precision": .decimal(score.precision),
      "factors": .array(
        score.factors.map {
          ["reason": .string($0.reason.rawValue), "value": .decimal($0.value)]
        }),
      "head": score.headProbability.map(JSONValue.decimal) ?? .null,
      "terms": .array(
        score.terms.map {
          [
            "reason": .string($0.reason.rawValue), "weight": .decimal($0.weight),
            "value": .decimal($0.value),
          ]
        }),
      "confidence": .decimal(score.confidence),
    ]
  }

  private static func outcome(
    _ outcome: CandidateOutcome
  ) -> (word: String, assertion: JSONValue, rule: JSONValue) {
    switch outcome {
    case .kept(let assertion): ("kept", JSONValue(encoding: assertion), .null)
    case .unknownRelation: ("unknownRelation", .null, .null)
    case .typesRefused: ("typesRefused", .null, .null)
    case .objected(let objection): (objection.rawValue, .null, .null)
    case .collectiveObject: ("collectiveObject", .null, .null)
    case .unknownToTheText: ("unknownToTheText", .null, .null)
    case .belowFloor: ("belowFloor", .null, .null)
    case .readBy(let rule): ("readBy", .null, .string(rule))
    }
  }
}
