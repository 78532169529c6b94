import RelataCore
import RelataLanguage

/// Resolves definite descriptions whose noun leaves one candidate: "the company", "the prime minister".
///
/// A body noun takes the only organisation in reach; a role noun takes the one person to whom the
/// document gave that title. Anything else stays unresolved, because a wrong name is worse than none.
struct NominalReferences: Sendable {
  /// For each person the role nouns the document gives, lower-case, "former" before those that are over.
  let roles: [EntityID: Set<String>]

  private static let bodies: Set<String> = [
    "company", "firm", "group", "party", "bank", "organization", "organisation", "militia",
    "network", "union", "movement", "airline", "carrier", "manufacturer", "retailer", "agency",
    "foundation", "fund", "broadcaster", "newspaper", "alliance", "bloc", "tribunal",
  ]

  /// - Parameters:
  ///   - before: Entities named or referred to earlier in the sentence.
  ///   - earlier: Those of the sentences before, nearest last.
  func resolve(
    _ i: Int, in tree: SentenceTree, before: [EntityID], earlier: [[EntityID]],
    types: [EntityID: EntityType]
  ) -> [EntityID] {
    let token = tree.token(i)
    guard token.upos == .noun || token.upos == .propn, token.xpos == "NN" || token.xpos == "NNP",
      tree.children(i, "det").contains(where: { tree.form($0).lowercased() == "the" }),
      tree.children(i, "appos", "flat", "nmod", "acl", "nummod").isEmpty,
      tree.children(i, "compound", "amod").allSatisfy({ tree.token($0).upos != .propn })
    else { return [] }
    let lemma = tree.lemma(i)
    if Self.bodies.contains(lemma) {
      for group in [before] + earlier.reversed() {
        let candidates = Set(group.filter { types[$0] == .organization })
        if candidates.count == 1 { return Array(candidates) }
        if !candidates.isEmpty { return [] }
      }
      return []
    }
    let isFormer = tree.children(i, "amod").contains {
      ["former", "ex", "late", "deposed", "ousted"].contains(tree.form($0).lowercased())
    }
    let role = isFormer ? "former \(lemma)" : lemma
    let bearers = roles.filter { $0.value.contains(role) }.map(\.key)
    guard bearers.count == 1, let bearer = bearers.first, types[bearer] == .person,
      (before + earlier.flatMap { $0 }).contains(bearer)
    else { return [] }
    return [bearer]
  }
}
