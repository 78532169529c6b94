import RelataCore

extension UserRules {
  /// Rules of names alone.
  public init(names: [WatchedName]) {
    self.init(names: names, triggers: [], patterns: [], digest: Self.digest(of: names))
  }

  /// The same triggers and patterns with other names: those that a graph keeps.
  ///
  /// Its digest follows from the names and, where there are any, from triggers and patterns, so that documents are not
  /// read again only because a file of names is given once more.
  public func with(names: [WatchedName]) -> UserRules {
    let own = Self.digest(of: names)
    let isOfNames = triggers.isEmpty && patterns.isEmpty
    return UserRules(
      names: names, triggers: triggers, patterns: patterns,
      digest: isOfNames ? own : SHA256.hexDigest(of: (digest + own).utf8))
  }

  private static func digest(of names: [WatchedName]) -> String {
    let lines = names.map { name in
      ([name.type.rawValue, name.name] + name.aliases).joined(separator: "\u{1F}")
    }
    return SHA256.hexDigest(of: lines.sorted().joined(separator: "\u{1E}").utf8)
  }
}
