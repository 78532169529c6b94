import RelataCore
import RelataLanguage

/// Who holds which office of which state or body, by the titles of the document.
///
/// "Venezuelan President Hugo Chavez … his Venezuelan counterpart … the Venezuelan leader": where one
/// person alone is given an office, descriptions of the office mean that person.
struct Offices: Sendable {
  private struct Holder: Hashable {
    var person: EntityID
    /// Last noun of the title, and all of it: "minister", "prime minister".
    var noun: String
    var title: String
    /// Whether it is the head of the whole, whom "the Venezuelan leader" may mean too.
    var leads: Bool
  }
  private var holders: [EntityID: Set<Holder>] = [:]

  init(_ contexts: [SentenceContext]) {
    for context in contexts {
      for candidate in RoleNounRule().candidates(in: context)
      where candidate.subject.type == .person && !candidate.isFormer
        && candidate.rule != "rule.copula.v1"
      {
        guard let noun = candidate.trigger.first, Self.relations.contains(candidate.relation),
          context.lexicon.roles(at: noun, in: context.tree)?.contains { $0.isOffice } == true,
          !context.lexicon.isSubordinate(noun, in: context.tree)
            || Self.isSubordinate(candidate.predicate, in: context.lexicon)
        else { continue }
        holders[candidate.object.entity, default: []].insert(
          Holder(
            person: candidate.subject.entity, noun: context.tree.lemma(noun),
            title: candidate.predicate, leads: candidate.relation == "leads"))
      }
    }
  }

  /// What holding an office says: at the head of the whole, or of a part of it ("minister").
  private static let relations: Set<RelationID> = ["leads", "employed_by"]

  /// Whether a title itself says that it is below another, as "vice president" does where "deputy" before
  /// "foreign minister" is left out of it.
  private static func isSubordinate(_ title: String, in lexicon: Lexicon) -> Bool {
    title.split(separator: " ").contains { lexicon.cues.subordinate.contains(String($0)) }
  }

  /// Words that any head of a state or body is called by; a counterpart may be a minister too.
  private static let general: Set<String> = ["leader", "counterpart", "chief", "head", "ruler"]

  /// The one person whom a definite description of an office means: "Haiti's president".
  ///
  /// - Parameters:
  ///   - i: The noun.
  ///   - names: The sentence's names with their heads.
  func holder(
    _ i: Int, in tree: SentenceTree, names: [(mention: Mention, head: Int)]
  ) -> EntityID? {
    let token = tree.token(i)
    guard token.upos == .noun || token.upos == .propn, token.xpos == "NN" || token.xpos == "NNP",
      tree.children(i, "appos", "flat", "cop", "acl", "nummod").isEmpty,
      tree.deprel(i) != "nmod:desc", tree.relation(i) != "appos", tree.relation(i) != "compound",
      !names.contains(where: {
        $0.mention.tokens.contains(i) || $0.mention.tokens.lowerBound == i + 1
      })
    else { return nil }
    // A word beyond a verb hangs here by mistake.
    let modifiers = tree.children(i, "amod", "compound", "nmod:poss", "nmod", "det").filter {
      modifier in
      (min(modifier, i)..<max(modifier, i)).allSatisfy { tree.token($0).upos != .verb }
    }
    let words = modifiers.map { tree.form($0).lowercased() }
    guard
      !words.contains(where: {
        ["a", "an", "another", "some", "former", "ex", "late", "next", "new", "any", "no"].contains(
          $0)
      })
    else { return nil }
    let owners = Set(
      modifiers.compactMap { modifier in names.first { $0.head == modifier }?.mention.entity })
    guard owners.count == 1, let owner = owners.first else { return nil }
    let lemma = tree.lemma(i)
    let inner = modifiers.filter { m in
      m < i && tree.deprel(m) != "nmod:poss" && tree.relation(m) != "det"
        && !names.contains { $0.head == m }
    }
    let title = (inner + [i]).map { tree.form($0).lowercased() }.joined(separator: " ")
    let known = holders[owner] ?? []
    let people =
      Self.general.contains(lemma) && inner.isEmpty
      ? Set(known.filter { $0.leads || lemma == "counterpart" }.map(\.person))
      : Set(known.filter { $0.noun == lemma && $0.title == title }.map(\.person))
    return people.count == 1 ? people.first : nil
  }
}
