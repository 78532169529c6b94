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
  }

  package let agreement: NameAgreement
  package let conflicts: [Conflict]
  /// What both documents name near the name, as texts of keys, and what words they share there; weightiest first.
  package let sharedNames: [String]
  package let sharedWords: [String]
  /// Nats or so; ``sameFrom`` and more is the same one.
  package let score: Double
  package let verdict: Verdict

  /// From this score on two bearers are one.
  package static let sameFrom = 4.0

  package init(_ a: Bearer, _ b: Bearer) {
    self.init(a, b, agreement: NameAgreement.best(a.names, b.names))
  }

  init(_ a: Bearer, _ b: Bearer, agreement: NameAgreement) {
    self.agreement = agreement
    let own = Set((a.names + b.names).flatMap(\.words).map { WordRarity.stem(String($0)) })
    let names = Set((a.names + b.names).map(\.text))
    sharedWords = Self.shared(a.profile.context.words, b.profile.context.words).filter {
      !own.contains($0)
    }
    .sorted { (-SharedWord.weight($0), $0) < (-SharedWord.weight($1), $1) }
    sharedNames = Self.shared(a.profile.context.names, b.profile.context.names).filter {
      !names.contains($0)
    }
    .sorted { (-Self.weight($0), $0) < (-Self.weight($1), $1) }
    let words = sharedWords.reduce(0) { $0 + SharedWord.weight($1) }
    // Whom a document ties to the bearer tells more than who stands near: of two sisters one leads the firm.
    let ties = (Set(a.profile.context.ties), Set(b.profile.context.ties))
    let near = sharedNames.reduce(0) { sum, name in
      let count = (ties.0.contains(name) ? 1 : 0) + (ties.1.contains(name) ? 1 : 0)
      return sum + Self.weight(name) * (1 + 0.25 * Double(count))
    }
    let context = min(12, words) + near
    let facts = PairedFacts(a.profile.facts, b.profile.facts)
    let isKnown =
      a.key.name == b.key.name && KnownNames.contains(a.key.name.form, type: a.type)
    conflicts = isKnown ? [] : facts.conflicts(context: context)
    let isBare = [a, b].allSatisfy { $0.names.allSatisfy { !$0.isFullForm } }
    score =
      Self.base(agreement, a.type) - (agreement == .same && a.key.name != b.key.name ? 0.5 : 0)
      - (isBare && a.type == .person ? 1.5 : 0) + context
      + facts.support + (isKnown ? Self.sameFrom : 0)
    if agreement == .different || !conflicts.isEmpty {
      verdict = .different
    } else if score >= Self.sameFrom, !facts.needsMore(context: context), context > 0 || isKnown,
      !NameAgreement.lacksGeneration(a.key.name, b.key.name)
    {
      verdict = .same
    } else {
      verdict = agreement == .partial && context < 1 ? .different : .unsure
    }
  }

  /// People and bodies near a name tell more than places: that two pairs of namesakes meet is next to impossible.
  private static func weight(_ name: String) -> Double {
    guard let key = NameKey(text: name) else { return 0 }
    return NearName.weight(key) * (BearerKey.isOfOneDocument(key.type) ? 4 : 3)
  }

  /// What names alone give; the less they agree, the more the documents must share.
  private static func base(_ agreement: NameAgreement, _ type: EntityType) -> Double {
    switch agreement {
    case .same: 0
    case .variant: -1
    case .weak: -2.5
    case .partial: type == .person ? -3.5 : -5
    case .different: -20
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
