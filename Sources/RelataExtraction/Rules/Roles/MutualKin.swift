import RelataCore
import RelataLanguage

/// "the brothers Selim and Orhan Tekin": kin of each other.
struct MutualKin {
  let context: SentenceContext
  let finder: ArgumentFinder

  private static let relations: [String: RelationID] = [
    "brother": "sibling_of", "sister": "sibling_of", "sibling": "sibling_of", "twin": "sibling_of",
    "cousin": "relative_of",
  ]

  func candidates(at noun: Int) -> [Candidate] {
    let tree = context.tree
    guard tree.token(noun).xpos == "NNS", let relation = Self.relations[tree.lemma(noun)],
      tree.children(noun, "nmod:poss").isEmpty,
      let name = RoleNoun(index: noun, context: context, finder: finder).nameAfter,
      name == noun + 1 || tree.describes(noun, name)
    else { return [] }
    let people = finder.arguments(name).filter { $0.type == .person && $0.reference == .name }
    return people.indices.flatMap { i in
      people[..<i].map { first in
        Candidate(
          subject: first, relation: relation, object: people[i],
          predicate: tree.form(noun).lowercased(), trigger: [noun], anchor: noun,
          isPresupposed: true, rule: .title)
      }
    }
  }
}
