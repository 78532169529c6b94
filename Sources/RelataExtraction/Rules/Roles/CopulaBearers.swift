import RelataCore
import RelataLanguage

extension Rule {
  static let copula = Rule(
    "rule.copula.v1", "somebody is or becomes something",
    reads: [
      (
        "Hassan Nasrallah is the leader of Hezbollah.", "Hassan Nasrallah | leads | Hezbollah"
      ),
      (
        "Elena Petrova became chairwoman of Gazprom.", "Elena Petrova | leads | Gazprom"
      ),
    ],
    not: [("Hassan Nasrallah met the leader of Hamas.", "Hassan Nasrallah | leads | Hamas")])
}

/// Statements with a mood of their own: "Saleh is the leader", "the leader of the party is Saleh", "its backers
/// include UNICEF".
struct CopulaBearers: BearerConstruction {
  func bearers(of noun: RoleNoun) -> Bearers? {
    subject(of: noun) ?? coordinated(noun) ?? named(by: noun) ?? included(by: noun)
  }

  private func subject(of noun: RoleNoun) -> Bearers? {
    let (tree, i) = (noun.tree, noun.first)
    // "is like a son to": a comparison.
    guard !tree.children(i, "cop").isEmpty, !["like", "unlike"].contains(tree.preposition(i)),
      i == noun.index || tree.relation(noun.index) == "nmod"
    else { return nil }
    let subjects = tree.children(i, "nsubj").flatMap { noun.finder.arguments($0) }
    // In reported speech a past form says nothing about now.
    let forms = tree.children(i, "cop", "aux").map { tree.form($0).lowercased() }
    let isPast =
      tree.relation(i) != "ccomp" && (forms.contains("was") || forms.contains("were"))
      || forms.contains("had") && forms.contains("been")
    return subjects.isEmpty
      ? nil : Bearers(arguments: subjects, rule: .copula, anchor: i, isPast: isPast)
  }

  // "She is the daughter of a senator and the sister of the mayor."
  private func coordinated(_ noun: RoleNoun) -> Bearers? {
    let (tree, i) = (noun.tree, noun.index)
    guard tree.relation(i) == "conj", tree.children(i, "cop", "nsubj").isEmpty else { return nil }
    var first = i
    while tree.relation(first) == "conj", let head = tree.head(first) { first = head }
    guard tree.token(first).upos == .noun, !tree.children(first, "cop").isEmpty,
      noun.context.mention(at: first) == nil
    else { return nil }
    let subjects = tree.children(first, "nsubj").flatMap { noun.finder.arguments($0) }
    let isPast = tree.children(first, "cop").contains {
      ["was", "were"].contains(tree.form($0).lowercased())
    }
    return subjects.isEmpty
      ? nil
      : Bearers(
        arguments: subjects, rule: .copula, anchor: first,
        isPast: isPast && tree.relation(first) != "ccomp")
  }

  /// "The leader of the party is Saleh", not "is in Paris".
  private func named(by noun: RoleNoun) -> Bearers? {
    let tree = noun.tree
    guard tree.relation(noun.index) == "nsubj", let name = tree.head(noun.index),
      !tree.children(name, "cop").isEmpty, tree.children(name, "case").isEmpty,
      noun.context.mention(at: name) != nil
    else { return nil }
    return Bearers(arguments: noun.finder.arguments(name), rule: .copula, anchor: name)
  }

  // "Its backers include UNICEF."
  private func included(by noun: RoleNoun) -> Bearers? {
    let tree = noun.tree
    guard tree.relation(noun.index) == "nsubj", let verb = tree.head(noun.index),
      tree.lemma(verb) == "include"
    else { return nil }
    let included = tree.children(verb, "obj").flatMap { noun.finder.arguments($0) }
    return included.isEmpty
      ? nil : Bearers(arguments: included, rule: .copula, anchor: verb)
  }
}
