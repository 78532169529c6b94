import RelataCore
import RelataLanguage

/// "serves as president of", "was elected leader of", "became chairman of": roles that a verb gives.
struct PredicativeBearers: BearerConstruction {
  private static let verbs = RoleGiving.verbs.union([
    "become", "serve", "work", "remain", "act", "retire", "resign", "step",
  ])
  /// Of these, those whose past form says that it is over.
  private static let states: Set<String> = ["serve", "work", "act", "retire", "resign"]

  func bearers(of noun: RoleNoun) -> Bearers? {
    let (tree, i) = (noun.tree, noun.index)
    if let given = RoleGiving.verb(giving: i, in: tree) {
      return Bearers(
        arguments: noun.finder.single(given.holder), rule: .copula, anchor: given.verb)
    }
    guard let verb = tree.head(i) else { return nil }
    let lemma = tree.lemma(verb)
    if noun.context.lexicon.cues.mistaking.contains(lemma) { return mistaken(noun, by: verb) }
    guard tree.token(verb).upos == .verb else { return nil }
    guard Self.verbs.contains(lemma) else { return nil }
    let relation = tree.relation(i)
    let isComplement =
      relation == "xcomp" || (relation == "obl" && tree.preposition(i) == "as")
      || (relation == "obj" && lemma == "become")
    guard isComplement else { return nil }
    let predication = noun.context.predication(of: verb)
    var holders =
      RoleGiving.verbs.contains(lemma)
      ? predication.patients.filter { $0 != i } : predication.agents
    // "elected Lena Marsh president": her name taken for a part of the noun.
    if holders.isEmpty, RoleGiving.verbs.contains(lemma) {
      holders = tree.children(i, "compound").filter {
        noun.context.mention(at: $0)?.type == .person
      }
    }
    return Bearers(
      arguments: holders.flatMap { noun.finder.arguments($0) }, rule: .copula, anchor: verb,
      isPast: Self.states.contains(lemma) && tree.token(verb).xpos == "VBD")
  }

  /// "was mistaken for a member of", "posed as an employee of": denied by the verb.
  private func mistaken(_ noun: RoleNoun, by verb: Int) -> Bearers? {
    let (tree, i) = (noun.tree, noun.index)
    guard tree.relation(i) == "obl", ["for", "as", "with"].contains(tree.preposition(i)) else {
      return nil
    }
    let objects = tree.children(verb, "nsubj:pass", "obj")
    let holders = objects.isEmpty ? tree.children(verb, "nsubj") : objects
    return Bearers(
      arguments: holders.flatMap { noun.finder.arguments($0) }, rule: .copula, anchor: i)
  }
}
