import RelataCore
import RelataGraph

/// The published JSON forms of entities and edges of a graph.
///
/// The records' own coded forms, with what a reader without the graph needs: an edge names its ends.
public enum GraphJSON {
  /// An entity on its own, its documents counted; `assertions` is the number of pieces of evidence over all
  /// its relations.
  public static func entity(_ entity: Entity, assertions: Int) -> JSONValue {
    var members = members(of: entity)
    members["documents"] = .integer(entity.documents.count)
    members["assertions"] = .integer(assertions)
    return .object(members)
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

  /// An edge with both ends, all its evidence, and whether its ends may be exchanged.
  ///
  /// An end that the graph does not know is written with its id as its name.
  public static func edge(_ relation: Relation, in graph: KnowledgeGraph) -> JSONValue {
    func ends(_ id: EntityID) -> JSONValue {
      Self.end(graph.entity(id) ?? Entity(id: id, name: id.rawValue, type: .other))
    }
    var members = members(of: relation)
    members["subject"] = ends(relation.subject)
    members["object"] = ends(relation.object)
    let evidence = members.firstIndex { $0.key == "evidence" } ?? members.endIndex
    members.insert(
      contentsOf: [
        JSONMember("symmetric", .bool(graph.schema[relation.type]?.isSymmetric == true)),
        JSONMember("sources", .strings(relation.sources)),
      ] + Self.members(of: RelationTime([relation], schema: graph.schema)), at: evidence)
    return .object(members)
  }

  /// One piece of evidence.
  public static func evidence(_ evidence: EvidenceRecord) -> JSONValue {
    JSONValue(encoding: evidence)
  }

  /// When it holds and when that was reported; null where nothing says so.
  private static func members(of time: RelationTime) -> [JSONMember] {
    return [
      JSONMember("holdsFrom", .optional(time.from)),
      JSONMember("holdsUntil", .optional(time.until)),
      JSONMember("firstReported", .optional(time.firstReported)),
      JSONMember("lastReported", .optional(time.lastReported)),
    ]
  }

  private static func members(of record: some Encodable) -> [JSONMember] {
    guard case .object(let members) = JSONValue(encoding: record) else { return [] }
    return members
  }
}

extension [JSONMember] {
  /// The value of a member; setting it keeps the member's place, or adds it at the end.
  fileprivate subscript(key: String) -> JSONValue {
    get { first { $0.key == key }?.value ?? .null }
    set {
      if let i = firstIndex(where: { $0.key == key }) {
        self[i].value = newValue
      } else {
        append(JSONMember(key, newValue))
      }
    }
  }
}
