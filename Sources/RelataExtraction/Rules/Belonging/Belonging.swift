import RelataCore
import RelataLanguage

/// What genitives and adjectives of states say about a name: the readings share how they find its words.
struct BelongingReader {
  let context: SentenceContext
  let finder: ArgumentFinder
  var tree: SentenceTree { context.tree }

  init(_ context: SentenceContext) {
    self.context = context
    finder = ArgumentFinder(context)
  }

  /// The names of one type that stand for themselves, in order.
  func bearers(_ type: EntityType) -> [Argument] {
    context.names.compactMap { name in
      guard let bearer = finder.single(name.head).first(where: { $0.reference == .name }),
        bearer.token == name.head, bearer.type == type
      else { return nil }
      return bearer
    }
  }

  /// The states that a word names.
  func states(_ token: Int) -> [Argument] {
    finder.single(token).filter { $0.type == .location && $0.reference == .name }
  }

  /// Nouns that describe a name: before it or in apposition.
  func descriptions(of head: Int) -> [Int] {
    var nouns = tree.children(head, "nmod:desc", "compound", "appos")
    if ["appos", "flat"].contains(tree.relation(head)), let noun = tree.head(head) {
      nouns.append(noun)
    }
    return nouns.filter { tree.token($0).upos == .noun }
  }

  func candidate(
    _ subject: Argument, _ relation: RelationID, _ object: Argument, _ predicate: String,
    trigger: [Int], rule: Rule
  ) -> Candidate {
    Candidate(
      subject: subject, relation: relation, object: object, predicate: predicate,
      trigger: trigger, anchor: subject.token, isPresupposed: true, rule: rule)
  }

  /// Whether a body is one of a state: "Ministry", "Army".
  func isStateBody(_ bearer: Argument) -> Bool {
    let words = context.words(bearer.span).lowercased().split(separator: " ").map(String.init)
    return words.contains { context.lexicon.cues.stateBodies.contains($0) }
  }
}
