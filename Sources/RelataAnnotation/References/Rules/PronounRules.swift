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
    func isOwnSubject(_ token: Int) -> Bool {
      context.isObject(i) && token != i && context.governingVerb(token) == clause
    }
    let excluded = Set(context.here.filter { isOwnSubject($0.token) }.map(\.entity))
    func fits(_ salient: Salient) -> Bool {
      context.isPerson(salient) && !excluded.contains(salient.entity)
        && context.mayMean(i, salient.entity)
    }
    let earlier = context.here.filter {
      $0.token < i && fits($0) && !context.isAddressed($0.token)
        // Who is named inside a quotation is not whom the words outside mean.
        && context.quoted[$0.token] == context.quoted[i]
    }
    let strangers = context.strangers.filter {
      $0.token < i && !isOwnSubject($0.token) && context.quoted[$0.token] == context.quoted[i]
    }
    if isOpen(i, earlier, strangers) { return nil }
    if !earlier.isEmpty { return chosen(i, earlier) }
    var nearer = strangers
    for (past, strangers) in zip(context.history, context.earlierStrangers).suffix(2).reversed() {
      let people = past.filter(fits)
      nearer += strangers
      if isOpen(i, people, nearer) { return nil }
      if !people.isEmpty { return chosen(i, people) }
    }
    return nil
  }

  /// Whether somebody unnamed is as much in view as the people named: he may be meant.
  private func isOpen(_ i: Int, _ named: [Salient], _ strangers: [Stranger]) -> Bool {
    let best = named.map(\.rank).min() ?? 3
    return strangers.contains { stranger in
      guard stranger.rank <= min(best, 1) else { return false }
      if let sex = stranger.gender, let own = context.gender(ofPronoun: i), sex != own {
        return false
      }
      guard stranger.mayBeKnown, let noun = stranger.noun else { return true }
      // "the banker" is none of them if each is described, and none as a banker.
      return !named.isEmpty
        && named.allSatisfy { context.people.bears($0.entity, noun) == false }
    }
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

  /// The best of the candidates: of two equally good ones the one whose sex is known to fit, and nobody whose
  /// sex is unknown where somebody of the right sex has been spoken of.
  private func chosen(_ i: Int, _ candidates: [Salient]) -> EntityID? {
    guard let sex = context.gender(ofPronoun: i) else { return Self.unambiguous(candidates) }
    let best = candidates.map(\.rank).min() ?? 3
    let fitting = candidates.filter { context.people.gender(of: $0.entity) == sex }
    guard let one = Self.unambiguous(candidates) else {
      return Self.only(fitting.filter { $0.rank == best })
    }
    let isKnown = fitting.contains { $0.entity == one }
    return isKnown || !context.isSpokenOf(sex) ? one : nil
  }

  /// The only one, or the only one of the best rank when that is a subject.
  private static func unambiguous(_ candidates: [Salient]) -> EntityID? {
    if let only = only(candidates) { return only }
    guard let best = candidates.map(\.rank).min(), best <= 1 else { return nil }
    return only(candidates.filter { $0.rank == best })
  }
}
