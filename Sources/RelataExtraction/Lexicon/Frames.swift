import RelataCore

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

  /// Frames with more conditions win.
  var specificity: String {
    let conditions = (particle == nil ? 0 : 1) + (objectNoun == nil ? 0 : 2)
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
        isAlone: flags.contains("alone"))
    }
  }
}

/// A noun that gives its bearer a relation to somebody: "leader", "spokesman", "brother".
///
/// Written `leader chief : h > of`; `h` is the bearer of the role, `of` the other party, found as
/// genitive, adjective, compound or prepositional phrase. `of > h` reverses the direction ("father").
struct NounFrame: Hashable, Sendable {
  var noun: String
  var relation: RelationID
  /// Whether the bearer is the object ("father": the other party is the child).
  var isReversed: Bool
  var prepositions: Set<String>
  /// Whether adjectives and compounds may name the other party ("Taliban leader").
  var allowsModifier: Bool
  /// Whether nothing else may: "his French counterpart" leads France, not him.
  var onlyModifier: Bool
  /// Whether a state's adjective tells the bearer's nationality: "French mayor", not "French president".
  var isLocal: Bool
  /// Whether it is an office at the head of a part, which its holder leads, of a whole that he serves: "minister".
  var isOfPart: Bool

  /// Whether one person holds it at a time, so that "the minister" may mean whoever does.
  var isOffice: Bool { isOfPart || relation == "leads" }

  static func parse(
    _ line: String, relation: RelationID, file: String
  ) throws(RelataError) -> [NounFrame] {
    let (words, from, to, flags) = try FrameLine.split(line, file: file)
    guard (from == "h") != (to == "h") else { throw FrameLine.malformed(line, file: file) }
    let other = from == "h" ? to : from
    return words.map { word in
      NounFrame(
        noun: word.replacing("_", with: " "), relation: relation, isReversed: to == "h",
        prepositions: FrameLine.prepositions(other),
        allowsModifier: !flags.contains("genitive"), onlyModifier: flags.contains("modifier"),
        isLocal: flags.contains("local"), isOfPart: flags.contains("part"))
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

  static func parse(
    _ line: String, relation: RelationID, file: String
  ) throws(RelataError) -> [EventNoun] {
    let (words, from, to, _) = try FrameLine.split(line, file: file)
    guard from == "a" else { throw FrameLine.malformed(line, file: file) }
    return words.map {
      EventNoun(
        noun: $0, relation: relation,
        prepositions: FrameLine.prepositions(to))
    }
  }
}

/// What "X-backed Y" says: `supports: m > n` relates the modifier to the noun, `n > m` the reverse.
struct CompoundFrame: Hashable, Sendable {
  var relation: RelationID
  var modifierIsSubject: Bool

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

/// The common shape `WORD WORD… : ROLE > ROLE [flag…]` of lexicon lines.
enum FrameLine {
  /// "for|of|next_to" → the prepositions, with spaces for underscores.
  static func prepositions(_ text: Substring) -> Set<String> {
    Set(text.split(separator: "|").map { String($0).replacing("_", with: " ") })
  }

  static func split(
    _ line: String, file: String
  ) throws(RelataError) -> (words: [String], from: Substring, to: Substring, flags: Set<String>) {
    let sides = line.split(separator: ":", maxSplits: 1)
    guard sides.count == 2 else { throw malformed(line, file: file) }
    let words = sides[0].split(separator: " ").map(String.init)
    let parts = sides[1].split(separator: " ")
    guard !words.isEmpty, parts.count >= 3, parts[1] == ">" else {
      throw malformed(line, file: file)
    }
    return (words, parts[0], parts[2], Set(parts.dropFirst(3).map(String.init)))
  }

  static func malformed(_ line: String, file: String) -> RelataError {
    RelataError(
      .badInput, code: "RL3003", "lexicon line cannot be read: '\(line)'",
      at: InputLocation(file: file), hint: "write WORD… : ROLE > ROLE, for example 'hire : s > o'")
  }
}
