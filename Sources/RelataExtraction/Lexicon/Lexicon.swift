import RelataCore
import RelataLanguage
import Yams

/// The word lists that rules read: trigger verbs and nouns per relation, and the cues of status,
/// polarity and attribution.
///
/// Shipped as YAML files embedded in the binary; ``standard`` is parsed once.
public struct Lexicon: Sendable {
  /// Frames by the lemma of their verb, in order of the file.
  var verbFrames: [String: [VerbFrame]]
  /// Role and kin nouns.
  var roles: RoleNouns
  /// Their frames by lemma.
  var nouns: [String: [NounFrame]] { roles.frames }
  /// Nouns that name a relation between two parties by lemma ("meeting", "alliance").
  var eventNouns: [String: [EventNoun]]
  /// The second half of hyphenated adjectives: "backed" in "US-backed".
  var compounds: [String: CompoundFrame]
  /// Predicate adjectives with a preposition: "loyal to".
  var adjectives: [String: [AdjectiveFrame]]
  var cues: CueWords

  /// The lexicon that ships with Relata.
  public static let standard: Lexicon = {
    let files: [(String, [UInt8])] = [
      ("verbs.yaml", PackageResources.verbs_yaml),
      ("nouns.yaml", PackageResources.nouns_yaml),
    ]
    do {
      return try Lexicon(
        yaml: files.map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }, roles: .standard,
        cues: .standard)
    } catch {
      preconditionFailure("internal error RL9003: the shipped lexicon does not parse: \(error)")
    }
  }()

  /// A lexicon without a word.
  init() {
    (verbFrames, roles, eventNouns, compounds, adjectives) = ([:], RoleNouns(), [:], [:], [:])
    cues = CueWords()
  }

  /// Reads lexicon files and merges them in order.
  ///
  /// - Parameters:
  ///   - files: Verbs, nouns, events, adjectives and compounds, as YAML with the names for messages.
  ///   - roles: The language room's table of role nouns.
  ///   - cues: The language room's table of cue words.
  /// - Throws: ``RelataError`` RL3002 naming the file and the entry that cannot be read.
  init(
    yaml files: [(name: String, text: String)], roles: RoleNouns = RoleNouns(),
    cues: CueWords = CueWords()
  ) throws(RelataError) {
    var verbFrames: [String: [VerbFrame]] = [:]
    var eventNouns: [String: [EventNoun]] = [:]
    var compounds: [String: CompoundFrame] = [:]
    var adjectives: [String: [AdjectiveFrame]] = [:]
    for (name, text) in files {
      let file: LexiconFile
      do {
        file = try YAMLDecoder().decode(LexiconFile.self, from: text)
      } catch {
        throw RelataError(
          .badInput, code: "RL3002", "lexicon: \(error)", at: InputLocation(file: name))
      }
      for (relation, lines) in file.verbs ?? [:] {
        for line in lines {
          for frame in try VerbFrame.parse(line, relation: RelationID(relation), file: name) {
            verbFrames[frame.verb, default: []].append(frame)
          }
        }
      }
      for (relation, lines) in file.events ?? [:] {
        for line in lines {
          for event in try EventNoun.parse(line, relation: RelationID(relation), file: name) {
            eventNouns[event.noun, default: []].append(event)
          }
        }
      }
      for (word, frame) in file.compounds ?? [:] {
        compounds[word] = try CompoundFrame(frame, file: name)
      }
      for (relation, lines) in file.adjectives ?? [:] {
        for line in lines {
          for frame in try AdjectiveFrame.parse(line, relation: RelationID(relation), file: name) {
            adjectives[frame.adjective, default: []].append(frame)
          }
        }
      }
    }
    // Files hold dictionaries without order: sort, so that the choice among frames is repeatable.
    self.verbFrames = verbFrames.mapValues { $0.sorted { $0.specificity > $1.specificity } }
    self.roles = roles
    self.eventNouns = eventNouns.mapValues { $0.sorted { $0.relation < $1.relation } }
    self.compounds = compounds
    self.adjectives = adjectives.mapValues { $0.sorted { $0.relation < $1.relation } }
    self.cues = cues
  }
}

private struct LexiconFile: Decodable {
  var verbs: [String: [String]]?
  var events: [String: [String]]?
  var compounds: [String: String]?
  var adjectives: [String: [String]]?
}
