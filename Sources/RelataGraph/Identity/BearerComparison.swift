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
    self.init(a, b, agreement: NameAgreement(a, b))
  }

  init(_ a: Bearer, _ b: Bearer, agreement: NameAgreement) {
    self.agreement = agreement
    let own = Set((a.names + b.names).flatMap(\.words).map { WordRarity.stem(String($0)) })
    let names = Set((a.names + b.names).map(\.text))
    sharedWords = SortedSets.shared(a.profile.context.words, b.profile.context.words)
      .filter { !own.contains($0) }
    sharedNames = SortedSets.shared(a.profile.context.names, b.profile.context.names)
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
    let need = NeededContext(agreement, a, b)
    conflicts = need.isKnown ? [] : facts.conflicts(context: context)
    score = context + facts.support + need.places - need.score
    // One thing in common, a schoolteacher and a schoolteacher, may be chance whatever it weighs; that two pairs of
    // namesakes meet is none.
    let common =
      sharedWords.count { SharedWord.weight($0) >= 1 }
      + sharedNames.reduce(0) { $0 + (Self.weight(ofName: $1) >= 3 ? 2 : 1) }
      + [facts.support, roles.weight, need.places].count { $0 > 0 }
    let isChance = !need.isKnown && common < 2
    if agreement == .different || !conflicts.isEmpty {
      verdict = .different
    } else if score >= 0, !isChance, !facts.needsMore(context: context) {
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
}
