import RelataCore
import RelataLanguage

/// "the brothers Selim and Orhan Tekin": kin of each other.
struct MutualKin {
  let context: SentenceContext
  let finder: ArgumentFinder

  func candidates(at noun: Int) -> [Candidate] {
    let tree = context.tree
    guard tree.token(noun).xpos == "NNS", let relation = relation(tree.lemma(noun)),
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

  /// What kin of the same kind are to each other: the noun's relation where it is symmetric.
  private func relation(_ noun: String) -> RelationID? {
    guard context.lexicon.cues.mutualKin.contains(noun) else { return nil }
    return context.lexicon.roles.frames[noun]?.map(\.relation).first {
      context.schema[$0]?.isSymmetric == true
    }
  }
}
