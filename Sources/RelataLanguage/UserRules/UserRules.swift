import RelataCore

/// What a user adds to what ships: names to watch for, trigger words, patterns.
///
/// Read from one YAML file, once; each room takes its part: annotation the names, extraction the triggers and
/// patterns. `docs/rules.md` explains the form. A value, safe to share between threads.
public struct UserRules: Sendable {
  /// Somebody or something to be found under any of its names.
  public typealias WatchedName = RelataLanguage.WatchedName

  /// In order of the file.
  public var names: [WatchedName]
  package var triggers: [UserTrigger]
  package var patterns: [SurfacePattern]
  /// Lower-case hexadecimal SHA-256 of the file: decides what has to be read again.
  public let digest: String

  /// What a trigger or pattern is trusted with that states no confidence of its own: a little less than the
  /// shipped rules are found to deserve (0.8 on average), because nobody has counted it.
  package static let defaultConfidence = 0.7

  init(
    names: [WatchedName], triggers: [UserTrigger], patterns: [SurfacePattern], digest: String
  ) {
    (self.names, self.triggers) = (names, triggers)
    (self.patterns, self.digest) = (patterns, digest)
  }

  /// Reads a file of rules.
  ///
  /// - Parameters:
  ///   - yaml: The content of the file.
  ///   - file: Its name, for messages.
  ///   - schema: The relations that triggers and patterns may name: the extractor's.
  /// - Throws: `RelataError` with line and column: RL3005 no YAML; RL3006 an unknown key; RL3007 a
  ///   missing or misshapen value; RL3008 an unknown relation or entity type; RL3009 a trigger word that
  ///   cannot be read; RL3010 a pattern that cannot be read or is too long; RL3011 one name for two entries.
  public init(
    yaml: String, file: String, schema: RelationSchema = .standard
  ) throws(RelataError) {
    let parser = UserRulesParser(nodes: RuleFileNodes(file: file), schema: schema)
    let parsed = try parser.parse(yaml)
    names = parsed.names
    triggers = parsed.triggers
    patterns = parsed.patterns
    digest = SHA256.hexDigest(of: yaml.utf8)
  }
}
