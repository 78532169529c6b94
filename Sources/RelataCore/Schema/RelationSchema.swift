/// The controlled vocabulary of relations.
///
/// Read from YAML; ``standard`` is the one shipped. Order is the order of the file.
public struct RelationSchema: Sendable {
  public let relations: [RelationType]
  private let index: [RelationID: Int]

  /// The relation of an id, nil for one that the schema does not know.
  public subscript(id: RelationID) -> RelationType? { index[id].map { relations[$0] } }

  /// Whether the schema has a relation of this id.
  public func contains(_ id: RelationID) -> Bool { index[id] != nil }

  /// The relations of which something holds, in order of the schema: `schema.relations(where: \.isOneWay)`.
  public func relations(where holds: (RelationType) -> Bool) -> [RelationID] {
    relations.filter(holds).map(\.id)
  }

  /// Whether one relation may be taken for the other where only the gist counts: the same, near ones,
  /// and `other` for any.
  public func isNear(_ a: RelationID, _ b: RelationID) -> Bool {
    a == b || a == .other || b == .other || self[a]?.near.contains(b) == true
  }

  /// Whether the ends of a relation change places where it is to be told whichever side said it: those of a
  /// symmetric one, so that the first id comes first.
  public func isTurned(_ relation: RelationID, from subject: EntityID, to object: EntityID) -> Bool
  {
    object < subject && self[relation]?.isSymmetric == true
  }

  /// The schema that ships with Relata.
  public static let standard: RelationSchema = {
    let text = String(decoding: PackageResources.ontology_yaml, as: UTF8.self)
    guard let schema = try? RelationSchema(yaml: text, file: "ontology.yaml") else {
      preconditionFailure("internal error RL9001: the shipped ontology.yaml does not parse")
    }
    return schema
  }()

  /// A schema of relations with different ids, `other` among them.
  init(checked relations: [RelationType]) {
    self.relations = relations
    index = Dictionary(
      relations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
