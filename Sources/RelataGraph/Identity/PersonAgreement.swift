import RelataCore
import RelataLanguage

/// Compares two names of people.
struct PersonAgreement {
  let agreement: NameAgreement

  init(_ a: NameKey, _ b: NameKey) {
    let (mine, theirs) = (Self.generation(a), Self.generation(b))
    if let mine, let theirs, mine != theirs {
      agreement = .different
      return
    }
    let found = Self.compared(Self.words(a), Self.words(b), a, b)
    agreement = mine == theirs ? found : min(found, .faint)
  }

  private static func compared(
    _ one: [String], _ other: [String], _ a: NameKey, _ b: NameKey
  ) -> NameAgreement {
    if one == other { return one.count == 1 ? .partial : .same }
    // A title is left in a key only before a family name: "Mr. Clinton" is not "Mrs. Clinton".
    if let mine = one.first, let theirs = other.first, Titles.keyWords.contains(mine),
      Titles.keyWords.contains(theirs), mine != theirs
    {
      return .different
    }
    // Letters of other scripts are not transliterated: two such names agree or do not.
    guard (one + other).allSatisfy({ $0.unicodeScalars.allSatisfy { $0.value < 0x250 } }) else {
      return .different
    }
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    if short.count < long.count, Array(long.suffix(short.count)) == short {
      // A family name, or given names left out: "Feldt", "Osei-Tutuola", "Thiaw Sarr".
      return .partial
    }
    let comparison = NameComparison(a.form, b.form, type: .person)
    let links = comparison.reasons.agreements
    let sure = links.filter { $0.way < .acronym && $0.similarity >= 0.8 }
    if short.count == 1 {
      let isOther = long.count == 1 && comparison.verdict != .same
      return sure.isEmpty || isOther ? .different : .partial
    }
    let left = [comparison.reasons.firstOnly, comparison.reasons.secondOnly]
    // "Robert Alan" and "Robert Eugene": each has what the other lacks.
    guard comparison.verdict == .same || left.contains(where: \.isEmpty), !sure.isEmpty else {
      return .different
    }
    // "Quoc" and "Quang" are alike, and two names.
    let isFar = links.contains { $0.way == .similar && $0.similarity < 0.8 }
    if isFar { return comparison.probability >= 0.25 ? .faint : .different }
    // "Ahmad Massoud" may be Ahmad Shah Massoud's son: a name more is no spelling.
    let isComplete = left.allSatisfy(\.isEmpty) && links.allSatisfy { $0.way != .initial }
    if isComplete {
      return comparison.probability >= 0.5
        ? .variant : comparison.probability >= 0.25 ? .faint : .different
    }
    return links.allSatisfy { $0.way == .initial || $0.similarity >= 0.8 } ? .weak : .faint
  }

  /// "jr", "sr", "iii"; nil for most names.
  static func generation(_ key: NameKey) -> String? {
    let words = key.words
    guard words.count > 2, let last = words.last else { return nil }
    let written = ["junior": "jr", "senior": "sr"][last] ?? String(last)
    return NameParts.generations.contains(written) ? written : nil
  }

  private static func words(_ key: NameKey) -> [String] {
    let all = key.words.dropLast(generation(key) == nil ? 0 : 1).map { String($0) }
    let plain = all.filter { !NameParts.particles.contains($0) }
    return plain.isEmpty ? all : plain
  }
}
