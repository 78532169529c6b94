import RelataCore
import RelataLanguage

/// Compares two names of firms and bodies, whose keys have no legal form at their end.
struct FirmAgreement {
  let agreement: NameAgreement

  init(_ a: NameKey, _ b: NameKey) {
    let (one, other) = (Self.words(a), Self.words(b))
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    if one == other || one.joined() == other.joined() {
      agreement = .same
    } else if short.count == 1, Self.isAcronym(short[0], of: long) {
      agreement = .weak
    } else if short.count < long.count,
      Array(long.prefix(short.count)) == short || Array(long.suffix(short.count)) == short
    {
      agreement = .partial
    } else {
      let comparison = NameComparison(a.form, b.form, type: .organization)
      // A parent and its bank, or two funds of a state, differ by a word each.
      let isWhole =
        comparison.reasons.firstOnly.isEmpty && comparison.reasons.secondOnly.isEmpty
      // "Holding" and "Trading" are alike, and two firms.
      let isFar = comparison.reasons.agreements.contains {
        $0.way == .similar && $0.similarity < 0.8
      }
      switch comparison.verdict {
      case .same: agreement = isWhole && !isFar ? .variant : .faint
      case .unsure: agreement = isWhole && !isFar ? .weak : .faint
      case .different: agreement = .different
      }
    }
  }

  /// Whether one name is the other with a country behind it.
  static func isNationalUnit(_ a: NameKey, _ b: NameKey) -> Bool {
    let (one, other) = (words(a), words(b))
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard short.count < long.count, Array(long.prefix(short.count)) == short else { return false }
    return NearCountries.state(long.dropFirst(short.count).joined(separator: " ")) != nil
  }

  private static func words(_ key: NameKey) -> [String] {
    let words = key.words.map { String($0) }
    var plain = words.drop { NameParts.legalForms.contains($0) }
    // Kept where a document has firms of several forms, and of forms that keys do not leave out.
    while plain.count > 1, let last = plain.last, NameParts.legalForms.contains(last) {
      plain.removeLast()
    }
    return plain.isEmpty ? words : Array(plain)
  }

  private static func isAcronym(_ word: String, of words: [String]) -> Bool {
    guard word.utf8.count > 1, words.count > 1 else { return false }
    let all = String(words.compactMap(\.first))
    let big = String(words.filter { $0.unicodeScalars.count > 3 }.compactMap(\.first))
    return word == all || word == big
  }
}
