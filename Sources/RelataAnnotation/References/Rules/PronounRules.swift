import RelataCore
import RelataLanguage

/// Whom "he", "she", "it" and "its" mean, where it is safe to say.
///
/// "he" and "she" take the one person who is the subject of the clause before, or the only person in
/// reach; "it" and "its" the body or state whose clause they stand in. Where two candidates are equally
/// good, nothing is resolved.
struct PronounRules {
  let context: ReferenceContext
  private var tree: SentenceTree { context.tree }

  private static let personal: Set<String> = ["he", "she", "him", "her", "his", "hers"]

  func entity(of i: Int) -> EntityID? {
    guard tree.token(i).upos == .pron else { return nil }
    switch tree.form(i).lowercased() {
    case let word where Self.personal.contains(word): return person(i)
    case "it": return speaker(i)
    case "its": return owner(i)
    default: return nil
    }
  }

  private func person(_ i: Int) -> EntityID? {
    let clause = context.governingVerb(i)
    // A pronoun in object position does not stand for the subject of its own verb.
    let excluded =
      context.isObject(i)
      ? Set(
        context.here.filter { $0.token != i && context.governingVerb($0.token) == clause }
          .map(\.entity)) : []
    let quoted = QuotationScanner.inside(tree.tokens.map(\.form))
    let earlier = context.here.filter {
      $0.token < i && context.isPerson($0) && !excluded.contains($0.entity)
        // Who is named inside a quotation is not whom the words outside mean.
        && quoted[$0.token] == quoted[i]
    }
    if !earlier.isEmpty { return Self.unambiguous(earlier) }
    for past in context.history.suffix(2).reversed() {
      let people = past.filter { context.isPerson($0) && !excluded.contains($0.entity) }
      if !people.isEmpty { return Self.unambiguous(people) }
    }
    return nil
  }

  /// "its": the body or state that is the subject of the sentence, if it is the only subject before.
  private func owner(_ i: Int) -> EntityID? {
    let subjects = context.here.filter {
      $0.token < i && $0.rank <= 1
        && [.organization, .location].contains(context.types[$0.entity])
    }
    return Self.only(subjects)
  }

  /// "Iran denied that it had attacked": the body or state whose clause holds the one of "it".
  private func speaker(_ i: Int) -> EntityID? {
    guard tree.deprel(i) == "nsubj" || tree.deprel(i) == "nsubj:pass", let verb = tree.head(i),
      tree.token(verb).upos == .verb, tree.relation(verb) == "ccomp",
      let governor = tree.head(verb),
      let subject = tree.children(governor, "nsubj").first, subject < i,
      tree.children(subject, "conj").isEmpty
    else { return nil }
    return Self.only(context.here.filter { $0.token == subject && !context.isPerson($0) })
  }

  private static func only(_ candidates: [Salient]) -> EntityID? {
    let entities = Set(candidates.map(\.entity))
    return entities.count == 1 ? entities.first : nil
  }

  /// The only one, or the only one of the best rank when that is a subject.
  private static func unambiguous(_ candidates: [Salient]) -> EntityID? {
    if let only = only(candidates) { return only }
    guard let best = candidates.map(\.rank).min(), best <= 1 else { return nil }
    return only(candidates.filter { $0.rank == best })
  }
}
