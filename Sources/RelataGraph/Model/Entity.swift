import RelataCore

/// Somebody or something in the graph, resolved over documents.
public struct Entity: Hashable, Sendable, Codable, Identifiable {
  /// What it is.
  public var type: EntityType
  /// Made from its names; survives new documents unless a longer name joins.
  public var id: EntityID
  /// The form that readers see.
  public var name: String
  /// Every other written form, sorted, without duplicates.
  public var aliases: [String]
  /// Titles and roles found, sorted, without duplicates.
  public var roles: [String]
  /// Ids of the documents that name it, sorted.
  public var documents: [DocumentID]
  /// Whether a person decided who it is: joined it with others, or told it from them.
  public var decided: Bool
  /// What people noted about it, in order.
  public var notes: [String]

  /// Its members in the order in which they are published.
  private enum CodingKeys: String, CodingKey {
    case id, name, type, aliases, roles, documents, decided, notes
  }
}

extension Entity {
  // In an extension, and in another order, so that the memberwise initialiser stays: it has no defaults,
  // and rewriting texts by it does not compile before a new field is decided.

  /// An entity with its fields; lists as their properties say.
  public init(
    id: EntityID, name: String, type: EntityType, aliases: [String] = [], roles: [String] = [],
    documents: [DocumentID] = [], decided: Bool = false, notes: [String] = []
  ) {
    self.init(
      type: type, id: id, name: name, aliases: aliases, roles: roles, documents: documents,
      decided: decided, notes: notes)
  }
}

extension Entity {
  /// Reads the published form; one of before people decided has no such members.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      type: try container.decode(EntityType.self, forKey: .type),
      id: try container.decode(EntityID.self, forKey: .id),
      name: try container.decode(String.self, forKey: .name),
      aliases: try container.decode([String].self, forKey: .aliases),
      roles: try container.decode([String].self, forKey: .roles),
      documents: try container.decode([DocumentID].self, forKey: .documents),
      decided: try container.decodeIfPresent(Bool.self, forKey: .decided) ?? false,
      notes: try container.decodeIfPresent([String].self, forKey: .notes) ?? [])
  }
}
