import RelataCore
import RelataGraph

/// The published JSON forms of entities and edges of a graph.
public enum GraphJSON {
  /// An entity on its own.
  ///
  /// - Parameter assertions: Number of pieces of evidence over all its relations.
  public static func entity(_ entity: Entity, assertions: Int) -> JSONValue {
    [
      "id": .string(entity.id.rawValue), "name": .string(entity.name),
      "type": .string(entity.type.rawValue), "aliases": .strings(entity.aliases),
      "roles": .strings(entity.roles), "documents": .integer(entity.documents.count),
      "assertions": .integer(assertions),
    ]
  }

  /// An entity with the number of assertions that a graph holds about it.
  public static func entity(_ entity: Entity, in graph: KnowledgeGraph) -> JSONValue {
    self.entity(
      entity, assertions: graph.relations(of: entity.id).reduce(0) { $0 + $1.evidence.count })
  }

  /// An entity as the end of an edge.
  public static func end(_ entity: Entity) -> JSONValue {
    [
      "id": .string(entity.id.rawValue), "name": .string(entity.name),
      "type": .string(entity.type.rawValue),
    ]
  }

  /// An edge with both ends and all its evidence.
  ///
  /// - Parameter end: Looks an end up; an unknown one is written with its id as its name.
  public static func edge(_ relation: Relation, end: (EntityID) -> Entity?) -> JSONValue {
    func ends(_ id: EntityID) -> JSONValue {
      end(id).map(Self.end)
        ?? ["id": .string(id.rawValue), "name": .string(id.rawValue), "type": "OTHER"]
    }
    return [
      "id": .string(relation.id.rawValue), "subject": ends(relation.subject),
      "relation": .string(relation.type.rawValue), "object": ends(relation.object),
      "predicate": .string(relation.predicate), "polarity": .string(relation.polarity.rawValue),
      "status": .string(relation.status.rawValue), "tense": .string(relation.tense.rawValue),
      "confidence": .decimal(relation.confidence), "sources": .strings(relation.sources),
      "evidence": .array(relation.evidence.map(evidence)),
    ]
  }

  /// One piece of evidence.
  public static func evidence(_ evidence: EvidenceRecord) -> JSONValue {
    [
      "document": .string(evidence.document.rawValue), "source": .string(evidence.source),
      "title": .optional(evidence.title), "published": .optional(evidence.published),
      "sentence": .integer(evidence.sentence), "start": .integer(evidence.span.start),
      "end": .integer(evidence.span.end), "quote": .string(evidence.quote),
      "attribution": evidence.attribution.map(attribution) ?? .null,
      "time": .optional(evidence.time), "place": .optional(evidence.place),
      "amount": .optional(evidence.amount),
      "confidence": .decimal(evidence.confidence), "extractor": .string(evidence.extractor),
    ]
  }

  private static func attribution(_ attribution: EvidenceAttribution) -> JSONValue {
    [
      "entity": .optional(attribution.entity?.rawValue), "text": .string(attribution.name),
      "cue": .string(attribution.cue), "via": .strings(attribution.via),
    ]
  }
}
