import RelataCore

/// A document of the graph that another one is a version of, and what makes it one.
public struct DocumentVersion: Hashable, Sendable {
  /// What two versions have in common.
  public enum Reason: Hashable, Sendable {
    /// The id itself: its text was another one.
    case id
    /// The file, and the part of it, as of `SourceFile.description`.
    case place(String)
    /// The page's address.
    case address(String)
  }

  /// The document in the graph.
  public var id: DocumentID
  public var reason: Reason
  /// Whether it was found in other files too, which it stays for.
  public var isElsewhere = false
}
