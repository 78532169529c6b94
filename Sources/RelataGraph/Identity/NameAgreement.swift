import RelataCore
import RelataLanguage

/// How far two names can be one bearer's.
package enum NameAgreement: Int, Comparable, Sendable {
  /// Two people, two bodies: "Anna Feldt" and "Jon Feldt".
  case different
  /// One is a family name, or the beginning of a firm's name, that many may share: "Feldt", "Orvane".
  case partial
  /// Spellings far apart: documents never say enough to make them one, nor that they are two.
  case faint
  /// Initials or a name more stand between them: "J. Feldt" and "Johan Feldt".
  case weak
  /// Another spelling, order or short form of the same name.
  case variant
  case same

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// How far two bearers' names agree: as their names do that agree best, weakly if a marriage may have given the one
  /// the other's name.
  package init(_ a: Bearer, _ b: Bearer) {
    let best = Self.best(a.statedNames, b.statedNames)
    let mayBeMarried =
      a.marriedNames.contains(where: b.statedNames.contains)
      || b.marriedNames.contains(where: a.statedNames.contains)
    self = mayBeMarried ? max(best, .weak) : best
  }

  /// The agreement of the names that agree best.
  ///
  /// The first of each list is the one by which a document calls its bearer. Two who go by other names are not one for
  /// a short form that both have: many bodies are "NRF", many men "Lefty".
  package static func best(_ a: [NameKey], _ b: [NameKey]) -> NameAgreement {
    var best = NameAgreement.different
    for (i, one) in a.enumerated() {
      for (j, other) in b.enumerated() where best < .same {
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
    switch (a.type, b.type) {
    case (.person, .person): self = PersonAgreement(a, b).agreement
    case (.organization, .organization): self = FirmAgreement(a, b).agreement
    default: self = a == b ? .same : .different
    }
  }

  /// Whether one of two names of people has a mark of generation and the other has none.
  ///
  /// "Otis Blandford" may be Otis Blandford Sr. as well as Jr.
  package static func lacksGeneration(_ a: NameKey, _ b: NameKey) -> Bool {
    guard a.type == .person, b.type == .person else { return false }
    return (PersonAgreement.generation(a) == nil) != (PersonAgreement.generation(b) == nil)
  }
}
