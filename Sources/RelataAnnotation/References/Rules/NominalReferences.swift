import RelataCore
import RelataLanguage

/// Resolves definite descriptions whose noun leaves one candidate: "the company", "the prime minister".
///
/// A body noun takes the only organisation in reach; a role noun takes the one person to whom the
/// document gave that title. Anything else stays unresolved, because a wrong name is worse than none.
struct NominalReferences {
  /// Who bears a role noun, lower-case, "former" before those that are over.
  private let bearers: [String: Set<EntityID>]

  /// - Parameter roles: For each person the role nouns the document gives.
  init(roles: [EntityID: Set<String>]) {
    var bearers: [String: Set<EntityID>] = [:]
    for (person, nouns) in roles {
      for noun in nouns { bearers[noun, default: []].insert(person) }
    }
    self.bearers = bearers
  }

  private static let bodies = CueWords.standard.describedBodies
  private static let others: Set<String> = ["next", "new", "other"]
  private static let past: Set<String> = ["former", "ex", "late", "deposed", "ousted"]

  /// The one entity that a noun means, among those named before it here and in the two sentences before.
  func entity(of i: Int, in context: ReferenceContext) -> EntityID? {
    let tree = context.tree
    let token = tree.token(i)
    guard token.upos == .noun || token.upos == .propn, token.xpos == "NN" || token.xpos == "NNP",
      tree.children(i, "det").contains(where: { tree.form($0).lowercased() == "the" }),
      tree.children(i, "appos", "flat", "nmod", "acl", "nummod", "cop").isEmpty,
      tree.children(i, "compound", "amod").allSatisfy({ modifier in
        tree.token(modifier).upos != .propn
          && !Self.others.contains(tree.form(modifier).lowercased())
      })
    else { return nil }
    let before = context.here.filter { $0.token < i }
    let earlier = context.history.suffix(2)
    let lemma = tree.lemma(i)
    if Self.bodies.contains(lemma) {
      for group in [before] + earlier.reversed() {
        let candidates = Set(group.map(\.entity).filter { context.types[$0] == .organization })
        if !candidates.isEmpty { return candidates.count == 1 ? candidates.first : nil }
      }
      return nil
    }
    let isFormer = tree.children(i, "amod").contains {
      Self.past.contains(tree.form($0).lowercased())
    }
    let bearers = bearers[isFormer ? "former \(lemma)" : lemma] ?? []
    guard bearers.count == 1, let bearer = bearers.first, context.types[bearer] == .person,
      (before + earlier.flatMap { $0 }).contains(where: { $0.entity == bearer })
    else { return nil }
    return bearer
  }
}
