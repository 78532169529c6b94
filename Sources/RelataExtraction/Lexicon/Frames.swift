import RelataCore
import RelataLanguage

/// Where an argument of a verb frame is found.
enum FrameRole: Hashable, Sendable {
  /// The agent: the subject of an active verb, the by-phrase of a passive one.
  case agent
  /// The patient: the object of an active verb, the subject of a passive one.
  case patient
  /// The patient, or the owner of a patient that is no actor ("criticised Iran's decision").
  case patientOrOwner
  /// The indirect object or, in its absence, a to-phrase.
  case recipient
  /// A phrase with one of the prepositions, on the verb or on its object noun.
  case preposition(Set<String>)
  /// The genitive or adjectival owner of the object noun ("joined Hamas's ranks").
  case objectOwner

  init?(_ text: Substring) {
    switch text {
    case "s": self = .agent
    case "o": self = .patient
    case "o's": self = .patientOrOwner
    case "i": self = .recipient
    case "'s": self = .objectOwner
    default:
      guard
        text.split(separator: "|", omittingEmptySubsequences: false).allSatisfy({ $0.count > 1 }),
        text.allSatisfy({ $0.isLetter || $0 == "|" || $0 == "_" })
      else { return nil }
      self = .preposition(
        FrameLine.prepositions(text))
    }
  }
}

/// A verb, optionally with a particle and an object noun, and which of its arguments are related.
///
/// Written `hire recruit : s > o`, `break_up : s > with`, `hold+talk : s > with`,
/// `meet : s > s` relates coordinated subjects to each other.
struct VerbFrame: Hashable, Sendable {
  var verb: String
  var particle: String?
  /// The object noun that a light verb needs.
  var objectNoun: String?
  var from: FrameRole
  var to: FrameRole
  var relation: RelationID
  /// The relation holds in the past even when stated now ("left", "divorced").
  var isFormer: Bool
  /// Only without an object complement: "called Massoud", not "called Massoud a hero".
  var isBare: Bool
  /// Only between people: "joined Saleh", not "joined the party".
  var isPersonal: Bool
  /// Only with a body as object: "joined the party", not "joined Saleh".
  var isCorporate: Bool
  /// Only with an object complement: "named him chairman", not "named him in court".
  var needsComplement: Bool
  /// Only in a past form: "worked with", not "wants to work with".
  var isPast: Bool
  /// Not beside a with-phrase: in "replaced A with B" the subject replaces nobody.
  var isAlone: Bool
  /// The construction itself makes it a plan: "made a bid for".
  var isPlanned: Bool
  /// Only with an amount of money beside the object: "gave $2 million to".
  var needsMoney: Bool
  /// Only with a picture as subject: "photographs show".
  var isDepicted: Bool
  /// Only where what changes hands is no body: "bought grain from", not "bought the firm from".
  var isOfGoods: Bool
  /// What its author, a user, states; nil for the shipped frames, which are measured.
  var confidence: Double?

  /// Frames with more conditions win.
  var specificity: String {
    let conditions =
      (particle == nil ? 0 : 1) + (objectNoun == nil && !needsMoney ? 0 : 2)
    return "\(conditions)\(relation.rawValue)\(from)\(to)"
  }

  static func parse(
    _ line: String, relation: RelationID, file: String
  ) throws(RelataError) -> [VerbFrame] {
    let (words, from, to, flags) = try FrameLine.split(line, file: file)
    guard let fromRole = FrameRole(from), let toRole = FrameRole(to) else {
      throw FrameLine.malformed(line, file: file)
    }
    return words.map { word in
      let halves = word.split(separator: "+", maxSplits: 1)
      let verbParts = halves[0].split(separator: "_", maxSplits: 1)
      return VerbFrame(
        verb: String(verbParts[0]), particle: verbParts.count > 1 ? String(verbParts[1]) : nil,
        objectNoun: halves.count > 1 ? String(halves[1]) : nil, from: fromRole, to: toRole,
        relation: relation, isFormer: flags.contains("former"), isBare: flags.contains("bare"),
        isPersonal: flags.contains("person"),
        isCorporate: flags.contains("body"),
        needsComplement: flags.contains("complement"), isPast: flags.contains("past"),
        isAlone: flags.contains("alone"), isPlanned: flags.contains("planned"),
        needsMoney: flags.contains("money"), isDepicted: flags.contains("picture"),
        isOfGoods: flags.contains("goods"))
    }
  }
}

/// A noun for something that happens between two parties: "talks", "meeting", "war".
///
/// Written `talk meeting : a > with|between`; the first party is the genitive, adjective or the
/// subject of a light verb, the second the phrase.
struct EventNoun: Hashable, Sendable {
  var noun: String
  var relation: RelationID
  var prepositions: Set<String>
  /// It is not done yet: "a bid for".
  var isPlanned = false
  /// As for verbs.
  var confidence: Double?

  static func parse(
    _ line: String, relation: RelationID, file: String
  ) throws(RelataError) -> [EventNoun] {
    let (words, from, to, flags) = try FrameLine.split(line, file: file)
    guard from == "a" else { throw FrameLine.malformed(line, file: file) }
    return words.map {
      EventNoun(
        noun: $0, relation: relation,
        prepositions: FrameLine.prepositions(to), isPlanned: flags.contains("planned"))
    }
  }
}

/// What "X-backed Y" says: `supports: m > n` relates the modifier to the noun, `n > m` the reverse.
struct CompoundFrame: Hashable, Sendable {
  var relation: RelationID
  var modifierIsSubject: Bool
  /// As for verbs.
  var confidence: Double?

  init(_ text: String, file: String) throws(RelataError) {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 4, parts[2] == ">", ["m", "n"].contains(parts[1]) else {
      throw FrameLine.malformed(text, file: file)
    }
    relation = RelationID(parts[0])
    modifierIsSubject = parts[1] == "m"
  }
}

/// An adjective that relates its noun to a phrase: `loyal sympathetic : n > to`.
struct AdjectiveFrame: Hashable, Sendable {
  var adjective: String
  var relation: RelationID
  var prepositions: Set<String>
  /// As for verbs.
  var confidence: Double?

  static func parse(
    _ line: String, relation: RelationID, file: String
  ) throws(RelataError) -> [AdjectiveFrame] {
    let (words, from, to, _) = try FrameLine.split(line, file: file)
    guard from == "n" else { throw FrameLine.malformed(line, file: file) }
    return words.map {
      AdjectiveFrame(
        adjective: $0, relation: relation,
        prepositions: FrameLine.prepositions(to))
    }
  }
}
