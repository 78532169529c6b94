import RelataCore
import RelataLanguage

/// Who holds which office of which state or body, by the titles of the document.
///
/// "Venezuelan President Hugo Chavez … his Venezuelan counterpart … the Venezuelan leader": where one
/// person alone is given an office, descriptions of the office mean that person.
struct Offices {
  /// The titles of people by what they are titles of.
  private let held: [EntityID: [HeldTitle]]
  /// What each person has a title of.
  private let parties: [EntityID: Set<EntityID>]

  /// Reads the titles of all sentences, which come in order of the text.
  init(_ sentences: [SentenceNames], roles: RoleNouns = .standard) {
    held = Dictionary(
      grouping: sentences.flatMap { TitleReader($0, roles: roles).titles() }, by: \.party)
    parties = held.values.joined().reduce(into: [:]) {
      $0[$1.bearer, default: []].insert($1.party)
    }
  }

  /// Whether a name before a noun says that it is not this person's: "the Cuban president" is not Haiti's.
  func isElsewhere(_ i: Int, from bearer: EntityID, _ sentence: SentenceNames) -> Bool {
    guard let own = parties[bearer] else { return false }
    let modifiers = sentence.tree.children(i, "amod", "compound", "nmod:poss")
    let owners = sentence.names.filter { modifiers.contains($0.head) }.compactMap(\.mention.entity)
    return !owners.isEmpty && own.isDisjoint(with: owners)
  }

  /// Words that any head of a state or body is called by; a counterpart may be a minister too.
  private static let general: Set<String> = ["leader", "counterpart", "chief", "head", "ruler"]

  /// The one person whom a definite description of an office means: "Haiti's president"; `i` is the noun.
  func holder(_ i: Int, _ sentence: SentenceNames) -> EntityID? {
    let (tree, names) = (sentence.tree, sentence.names)
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
    let known = held[owner] ?? []
    let people =
      Self.general.contains(lemma) && inner.isEmpty
      ? Set(known.filter { $0.leads || lemma == "counterpart" }.map(\.bearer))
      : Set(known.filter { $0.lemma == lemma && $0.words == title }.map(\.bearer))
    return people.count == 1 ? people.first : nil
  }
}
