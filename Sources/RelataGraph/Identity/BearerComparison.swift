import RelataCore
import RelataLanguage

/// Whether two bearers of names are one, with what speaks for it and against it.
///
/// A function of the two alone, symmetric. Without anything that the documents share, two who bear the same name stay
/// apart: two people are wrongly one for good, one person is two until somebody says so.
package struct BearerComparison: Hashable, Sendable {
  package enum Verdict: Int, Sendable {
    case different, unsure, same
  }

  /// What two documents say that cannot be true of one.
  package enum Conflict: Hashable, Sendable {
    case sex, age, birth
    /// One document tells of a death, the other of later deeds.
    case death
    case legalForms(String, String)
    case seats(String, String)
    /// Two numbers in a register, two years of foundation.
    case registration, founding
  }

  package let agreement: NameAgreement
  package let conflicts: [Conflict]
  /// What both documents name near the name, as texts of keys, and what words they share there; sorted.
  package let sharedNames: [String]
  package let sharedWords: [String]
  /// How much more the documents share than names that agree so far need; 0 and more makes the two one.
  package let score: Double
  package let verdict: Verdict

  package init(_ a: Bearer, _ b: Bearer) {
    self.init(a, b, agreement: NameAgreement.best(a.names, b.names))
  }

  init(_ a: Bearer, _ b: Bearer, agreement: NameAgreement) {
    self.agreement = agreement
    let own = Set((a.names + b.names).flatMap(\.words).map { WordRarity.stem(String($0)) })
    let names = Set((a.names + b.names).map(\.text))
    sharedWords = Self.shared(a.profile.context.words, b.profile.context.words)
      .filter { !own.contains($0) }
    sharedNames = Self.shared(a.profile.context.names, b.profile.context.names)
      .filter { !names.contains($0) }
    let words = sharedWords.reduce(0) { $0 + SharedWord.weight($1) }
    // Whom a document ties to the bearer tells more than who stands near: of two sisters one leads the firm.
    let ties = (Set(a.profile.context.ties), Set(b.profile.context.ties))
    let near = sharedNames.reduce(0) { sum, name in
      let count = (ties.0.contains(name) ? 1 : 0) + (ties.1.contains(name) ? 1 : 0)
      return sum + Self.weight(ofName: name) * (1 + 0.25 * Double(count))
    }
    let roles = SharedRoles(a.profile.context, b.profile.context)
    let context = min(12, words) + near + roles.weight
    let facts = PairedFacts(a.profile.facts, b.profile.facts)
    let isKnown =
      a.key.name == b.key.name && KnownNames.contains(a.key.name.form, type: a.type)
    conflicts = isKnown ? [] : facts.conflicts(context: context)
    let needed = isKnown ? 0 : Self.needed(agreement, a, b)
    score = context + facts.support - needed
    if agreement == .different || !conflicts.isEmpty {
      verdict = .different
    } else if score >= 0, !facts.needsMore(context: context),
      !NameAgreement.lacksGeneration(a.key.name, b.key.name)
    {
      verdict = .same
    } else {
      verdict = agreement == .partial && context < 1 ? .different : .unsure
    }
  }

  /// People and bodies near a name tell more than places: that two pairs of namesakes meet is next to impossible.
  static func weight(ofName name: String) -> Double {
    guard let key = NameKey(text: name) else { return 0 }
    return NearName.weight(key) * (BearerKey.isOfOneDocument(key.type) && key.isFullForm ? 5 : 3)
  }

  /// How much documents must share before names make two bearers one.
  ///
  /// Two random bearers in public-domain news share 4 in four of a thousand pairs. The less names agree, the more is
  /// needed: one affair is full of relatives, and of firms of one group. Infinity keeps two apart for good.
  private static func needed(_ agreement: NameAgreement, _ a: Bearer, _ b: Bearer) -> Double {
    switch agreement {
    case .same:
      // The many who are called Ahmed Hassan meet each other's words by chance.
      return (NameRarity.bits(a.key.name) < 14 ? 6.5 : 4) + (a.key.name == b.key.name ? 0 : 0.5)
    case .variant: return 5
    case .weak: return 8
    case .partial:
      guard a.type == .person else { return .infinity }
      return [a, b].allSatisfy { !$0.key.name.isFullForm } ? 11 : 9.5
    case .faint, .different: return .infinity
    }
  }

  /// What two sorted lists have in common.
  private static func shared(_ a: [String], _ b: [String]) -> [String] {
    var (i, j) = (0, 0)
    var found: [String] = []
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        found.append(a[i])
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return found
  }
}
