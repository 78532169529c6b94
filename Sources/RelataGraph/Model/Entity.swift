import RelataCore

/// Somebody or something in the graph, resolved over documents.
public struct Entity: Hashable, Sendable, Identifiable {
  public var id: EntityID
  public var name: String
  public var type: EntityType
  /// Every other written form, sorted, without duplicates.
  public var aliases: [String]
  /// Titles and roles found, sorted, without duplicates.
  public var roles: [String]
  /// Ids of the documents that name it, sorted.
  public var documents: [DocumentID]

  public init(
    id: EntityID, name: String, type: EntityType, aliases: [String] = [], roles: [String] = [],
    documents: [DocumentID] = []
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.aliases = aliases
    self.roles = roles
    self.documents = documents
  }
}
