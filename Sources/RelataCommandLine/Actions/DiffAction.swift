import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// What a later graph tells otherwise than an earlier one.
struct DiffAction {
  var oldPath: String
  var newPath: String
  var filter: RelationFilter
  var view = ViewSettings()
  var isJSON: Bool

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try DifferenceView(
      old: oldPath, new: newPath, filter: filter, view, in: context)
    if isJSON {
      try context.streams.print(JSONWriter(pretty: true).text(json(view)))
    } else {
      let lines = DifferenceLines(view: view, style: context.style, width: context.streams.width)
        .lines()
      for line in lines { try context.streams.print(line) }
    }
    let found = view.difference
    context.say(
      "relata: relations: \(found.new.count) new, \(found.gone.count) gone, "
        + "\(found.changed.count) changed; documents: \(view.newDocuments.count) new, "
        + "\(view.goneDocuments.count) gone; entities: \(found.newEntities.count) new, "
        + "\(found.goneEntities.count) gone")
    return .success
  }

  private func json(_ view: DifferenceView) -> JSONValue {
    let difference = view.difference
    func edges(_ relations: [Relation]) -> JSONValue {
      .array(relations.map { GraphJSON.edge($0, in: view.graph) })
    }
    func ends(_ entities: [Entity]) -> JSONValue { .array(entities.map(GraphJSON.end)) }
    func changes(_ changes: [EntityChange]) -> JSONValue {
      .array(changes.map { ["before": ends($0.before), "after": ends($0.after)] })
    }
    func documents(_ documents: [StoredDocument]) -> JSONValue {
      .array(
        documents.map { document in
          [
            "id": .string(document.id.rawValue), "source": .string(document.source),
            "title": .optional(document.title),
            "published": .optional(document.published),
          ]
        })
    }
    return [
      "relations": [
        "new": edges(difference.new), "gone": edges(difference.gone),
        "changed": .array(difference.changed.map { json($0, view) }),
      ],
      "documents": [
        "new": documents(view.newDocuments), "gone": documents(view.goneDocuments),
      ],
      "entities": [
        "new": ends(difference.newEntities), "gone": ends(difference.goneEntities),
        "renamed": changes(difference.renamed), "joined": changes(difference.joined),
        "split": changes(difference.split),
      ],
    ]
  }

  private func json(_ change: RelationChange, _ view: DifferenceView) -> JSONValue {
    func mood(_ relation: Relation) -> JSONValue {
      [
        "polarity": .string(relation.polarity.rawValue),
        "status": .string(relation.status.rawValue), "tense": .string(relation.tense.rawValue),
        "confidence": .decimal(relation.confidence),
        "band": .string(ConfidenceBand(relation.confidence).rawValue),
        "decision": .optional(relation.decision?.rawValue),
      ]
    }
    return [
      "changes": .strings(change.kinds.map(\.rawValue)), "before": mood(change.before),
      "after": mood(change.after),
      "newEvidence": .array(change.newEvidence.map(GraphJSON.evidence)),
      "goneEvidence": .array(change.goneEvidence.map(GraphJSON.evidence)),
      "edge": GraphJSON.edge(change.after, in: view.graph),
    ]
  }
}
