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
    var location: InputLocation
  }

  /// Reads a file of rules.
  ///
  /// - Parameters:
  ///   - yaml: The content of the file.
  ///   - file: Its name, for messages.
  /// - Throws: ``RelataError`` with line and column: RL3005 no YAML; RL3006 an unknown key; RL3007 a
  ///   missing or misshapen value; RL3008 an unknown relation or entity type; RL3009 a trigger word that
  ///   cannot be read; RL3010 a pattern that cannot be read; RL3011 one name for two entries.
  public init(yaml: String, file: String) throws(RelataError) {
    let parsed = try UserRulesParser(file: file).parse(yaml)
    names = parsed.names
    triggers = parsed.triggers
    patterns = parsed.patterns
    digest = SHA256.hexDigest(of: yaml.utf8)
  }
}
