import RelataCore
import RelataLanguage

/// How much documents must share before names make two bearers one.
///
/// Two random bearers in public-domain news share 4 in four of a thousand pairs. The less names agree, and the more people bear
/// such names, the more is needed: one affair is full of relatives, and of firms of one group. The numbers were set so
/// that on the development cases (Tests/Benchmark/identity) next to no two bearers are joined.
struct NeededContext {
  /// Whether the news knows the name without more words.
  let isKnown: Bool
  /// In the units of ``BearerComparison/score``; infinity keeps two apart for good.
  let score: Double
  /// What the countries near the names speak for the two, below 0 against them.
  let places: Double

  init(_ agreement: NameAgreement, _ a: Bearer, _ b: Bearer) {
    isKnown = a.key.name == b.key.name && KnownNames.contains(a.key.name.form, type: a.type)
    if isKnown {
      (score, places) = (0, 0)
      return
    }
    // What nothing makes one needs no measure of its name, which is the dearest part.
    guard agreement != .faint, agreement != .different else {
      (score, places) = (.infinity, 0)
      return
    }
    let own = NameRarity.bits(a.key.name)
    let bits = a.key.name == b.key.name ? own : min(own, NameRarity.bits(b.key.name))
    score =
      a.type == .person
      ? Self.person(agreement, a, b, bits) : Self.body(agreement, a, b, bits)
    places = Self.places(agreement, a, b, bits)
  }

  private static func person(
    _ agreement: NameAgreement, _ a: Bearer, _ b: Bearer, _ bits: Double
  ) -> Double {
    // "Otis Blandford" may be Otis Blandford Sr. as well as Jr.
    if NameAgreement.lacksGeneration(a.key.name, b.key.name) { return .infinity }
    switch agreement {
    case .same:
      // The many who are called Ahmed Hassan meet each other's words by chance; whoever bears two family names hardly
      // meets a namesake.
      let needed = bits < 14 ? 7 : bits < 24 ? 5.5 : bits < 34 ? 4 : 2.4
      return needed + (a.key.name == b.key.name ? 0 : 0.5)
    case .variant: return bits < 14 ? 6.5 : 4.8
    case .weak: return bits < 14 ? 8 : 5.5
    case .partial: return [a, b].allSatisfy { !$0.key.name.isFullForm } ? 12 : 9.5
    case .faint, .different: return .infinity
    }
  }

  private static func body(
    _ agreement: NameAgreement, _ a: Bearer, _ b: Bearer, _ bits: Double
  ) -> Double {
    switch agreement {
    case .same: return (bits < 14 ? 6.5 : 4) + (a.key.name == b.key.name ? 0 : 0.5)
    case .variant: return 5
    case .weak: return 6
    case .partial:
      // "Haeram Chemical Vietnam" is the daughter of Haeram Chemical.
      return FirmAgreement.isNationalUnit(a.key.name, b.key.name) ? .infinity : 8.5
    case .faint, .different: return .infinity
    }
  }

  /// Firms of a rare name in one country are one, in two countries they are two; of people that tells little.
  private static func places(
    _ agreement: NameAgreement, _ a: Bearer, _ b: Bearer, _ bits: Double
  ) -> Double {
    switch NearCountries.agreement(a.profile.context, b.profile.context) {
    case .unknown: return 0
    case .apart: return a.type == .person ? -1.5 : -4
    case .shared:
      guard a.type == .organization, agreement == .same, a.key.name.isFullForm, bits >= 18 else {
        return 0
      }
      return 2
    }
  }
}
