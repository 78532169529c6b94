import RelataCore
import RelataLanguage

/// How far two names can be one bearer's.
package enum NameAgreement: Int, Comparable, Sendable {
  /// Two people, two bodies: "Anna Feldt" and "Jon Feldt".
  case different
  /// One is a family name, or the beginning of a firm's name, that many may share: "Feldt", "Orvane".
  case partial
  /// Initials, or spellings far apart, stand between them: "J. Feldt" and "Johan Feldt".
  case weak
  /// Another spelling, order or short form of the same name.
  case variant
  case same

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// Whether one of two names of people has a mark of generation and the other has none: "Otis Blandford" may be either
  /// of Otis Blandford Sr. and Jr.
  package static func lacksGeneration(_ a: NameKey, _ b: NameKey) -> Bool {
    guard a.type == .person, b.type == .person else { return false }
    return (PersonAgreement.parts(a).generation == nil)
      != (PersonAgreement.parts(b).generation == nil)
  }

  /// The agreement of the names that agree best; the first of each list is the one by which a document calls its
  /// bearer.
  ///
  /// Two who go by other names are not one for a short form that both have: many bodies are "NRF", many men "Lefty".
  package static func best(_ a: [NameKey], _ b: [NameKey]) -> NameAgreement {
    var best = NameAgreement.different
    for (i, one) in a.enumerated() {
      for (j, other) in b.enumerated() {
        let agreement = NameAgreement(one, other)
        guard i > 0 && !one.isFullForm || j > 0 && !other.isFullForm else {
          best = max(best, agreement)
          continue
        }
        // The short form counts for whoever goes by it alone.
        if one == other, i == 0 || j == 0 { best = max(best, .weak) }
      }
    }
    return best
  }

  /// Symmetric.
  package init(_ a: NameKey, _ b: NameKey) {
    guard a.type == b.type else {
      self = .different
      return
    }
    switch a.type {
    case .person: self = PersonAgreement.of(a, b)
    case .organization: self = FirmAgreement.of(a, b)
    default: self = a == b ? .same : .different
    }
  }
}

/// Compares names of people.
private enum PersonAgreement {
  static func of(_ a: NameKey, _ b: NameKey) -> NameAgreement {
    let (one, other) = (parts(a), parts(b))
    if let mine = one.generation, let theirs = other.generation, mine != theirs {
      return .different
    }
    let isOfOneGeneration = one.generation == other.generation
    if one.words == other.words {
      if one.words.count == 1 { return .partial }
      return isOfOneGeneration ? .same : .weak
    }
    let (short, long) =
      one.words.count <= other.words.count ? (one.words, other.words) : (other.words, one.words)
    guard let only = short.first, let family = long.last else { return .different }
    if !short.isEmpty, short.count < long.count, Array(long.suffix(short.count)) == short {
      // A family name of two words, or given names left out: "Osei-Tutuola", "Thiaw Sarr".
      return .partial
    }
    if short.count == 1 {
      let isPart = [family, long[0]].contains { WordAgreement.of(only, $0) >= 0.9 }
      return isPart && only.utf8.count > 1 ? .partial : .different
    }
    if WordAgreement.skeleton(short.joined()) == WordAgreement.skeleton(long.joined()) {
      return isOfOneGeneration ? .variant : .weak
    }
    let scores = WordAgreement.aligned(short, long)
    guard let worst = scores.min(), worst >= 0.55,
      scores.contains(where: { $0 >= 0.85 })
    else { return .different }
    // "Ahmad Massoud" may be Ahmad Shah Massoud's son: a name more is no spelling.
    let isOfOneLength = short.count == long.filter { $0.unicodeScalars.count > 1 }.count
    return worst >= 0.85 && isOfOneGeneration && isOfOneLength ? .variant : .weak
  }

  static func parts(_ key: NameKey) -> (words: [String], generation: String?) {
    var words = key.words.map { String($0) }
    var generation: String?
    if words.count > 2, let last = words.last {
      let written = ["junior": "jr", "senior": "sr"][last] ?? last
      if NameParts.generations.contains(written) {
        generation = written
        words.removeLast()
      }
    }
    let plain = words.filter { !NameParts.particles.contains($0) }
    return (plain.isEmpty ? words : plain, generation)
  }
}

/// Compares names of firms and bodies; keys have no legal form at their end.
private enum FirmAgreement {
  static func of(_ a: NameKey, _ b: NameKey) -> NameAgreement {
    let (one, other) = (words(a), words(b))
    if one == other || one.joined() == other.joined() { return .same }
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard !short.isEmpty else { return .different }
    if short.count == 1, isAcronym(short[0], of: long) { return .weak }
    if short.count == long.count {
      let scores = zip(short, long).map { WordAgreement.of($0, $1) }
      return scores.allSatisfy { $0 >= 0.8 } ? .variant : .different
    }
    if Array(long.prefix(short.count)) == short || Array(long.suffix(short.count)) == short {
      return .partial
    }
    return .different
  }

  private static func words(_ key: NameKey) -> [String] {
    let words = key.words.map { String($0) }
    let plain = words.drop { NameParts.keyLegalForms.contains($0) }
    return plain.isEmpty ? words : Array(plain)
  }

  private static func isAcronym(_ word: String, of words: [String]) -> Bool {
    guard word.utf8.count > 1, words.count > 1 else { return false }
    let small: Set<String> = ["of", "and", "for", "the", "de", "y"]
    let all = String(words.compactMap(\.first))
    let big = String(words.filter { !small.contains($0) }.compactMap(\.first))
    return word == all || word == big
  }
}
