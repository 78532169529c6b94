import RelataCore

/// Somebody or something that a user wants found under any of its names.
public struct WatchedName: Hashable, Sendable {
  public var name: String
  public var type: EntityType
  /// Other names, in order of the file.
  public var aliases: [String]

  public init(name: String, type: EntityType, aliases: [String] = []) {
    self.name = name
    self.type = type
    self.aliases = aliases
  }
}
