import RelataCore
import RelataLanguage

/// What a user adds to the shipped lexicon: names to watch for, trigger words, patterns.
///
/// Read from one YAML file; `docs/rules.md` explains the form. A value, safe to share between threads.
public struct UserRules: Sendable {
  /// Somebody or something to be found under any of its names.
  public typealias WatchedName = RelataLanguage.WatchedName

  /// In order of the file.
  public var names: [WatchedName]
  /// Trigger words in the notation of the shipped files.
  var triggers: [TriggerLine]
  var patterns: [SurfacePattern]
  /// Lower-case hexadecimal SHA-256 of the file: decides what has to be read again.
  public let digest: String

  /// A line of the lexicon, of one kind, for one relation.
  struct TriggerLine: Sendable {
    enum Kind: String, CaseIterable, Sendable { case verbs, nouns, events, adjectives, compounds }
    var kind: Kind
    var relation: RelationID
    var line: String
    /// The probability that what it reads is right, 0…1, as its author judges it.
    var confidence: Double
    var location: InputLocation
  }

  /// What a trigger or pattern is trusted with that states no confidence of its own: a little less than the
  /// shipped rules are found to deserve (0.8 on average), because nobody has counted it.
  static let defaultConfidence = 0.7

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
    let parsed = try UserRulesParser(file: file, schema: schema).parse(yaml)
    names = parsed.names
    triggers = parsed.triggers
    patterns = parsed.patterns
    digest = SHA256.hexDigest(of: yaml.utf8)
  }
}
