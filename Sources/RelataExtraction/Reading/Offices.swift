import RelataCore

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
  }
  private var holders: [EntityID: Set<Holder>] = [:]

  init(_ contexts: [SentenceContext]) {
    for context in contexts {
      for candidate in RoleNounRule().candidates(in: context)
      where candidate.relation == "leads" && candidate.subject.type == .person
        && !candidate.isFormer
        && candidate.rule != "rule.copula.v1"
      {
        guard let noun = candidate.trigger.first else { continue }
        holders[candidate.object.entity, default: []].insert(
          Holder(
            person: candidate.subject.entity, noun: context.tree.lemma(noun),
            title: candidate.predicate))
      }
    }
  }

  /// Words that any head of a state or body is called by.
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
      ? Set(known.map(\.person))
      : Set(known.filter { $0.noun == lemma && $0.title == title }.map(\.person))
    return people.count == 1 ? people.first : nil
  }
}
