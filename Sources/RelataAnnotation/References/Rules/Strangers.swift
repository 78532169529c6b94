import RelataCore
import RelataLanguage

/// Somebody in view whom the text does not name: "a banker", "the accused", "his lawyer".
struct Stranger {
  /// As of ``Salient``.
  var rank: Int
  var token: Int
  /// The noun, lower-case; nil where the word is none.
  var noun: String?
  /// Whether the word may yet be a description of somebody named before: "the banker".
  var mayBeKnown: Bool

  var gender: Gender? { noun.flatMap { Gender(noun: $0) } }
}

extension Stranger {
  private static let someone: Set<String> = ["someone", "somebody", "anyone", "anybody"]
  /// What a definite description of somebody else begins with.
  private static let others: Set<String> = [
    "new", "former", "other", "another", "rival", "next", "second", "third",
  ]
  private static let parties = CueWords.standard.unnamedPeople

  /// The unnamed people among the subjects of a sentence, in order.
  ///
  /// `isKnown` says of a word that somebody is found for it.
  static func all(
    in names: SentenceNames, roles: RoleNouns, isKnown: (Int) -> Bool
  ) -> [Stranger] {
    let tree = names.tree
    return tree.tokens.indices.filter {
      ["nsubj", "nsubj:pass", "obl:agent"].contains(tree.deprel($0)) && names.mention(at: $0) == nil
        && !isKnown($0) && !isNamed($0, names)
    }.compactMap { stranger($0, tree, roles) }
  }

  private static func stranger(
    _ i: Int, _ tree: SentenceTree, _ roles: RoleNouns
  ) -> Stranger? {
    let token = tree.token(i)
    let lemma = tree.lemma(i)
    let rank = Salient.rank(of: i, in: tree)
    if token.upos == .pron {
      return someone.contains(lemma)
        ? Stranger(rank: rank, token: i, noun: nil, mayBeKnown: false) : nil
    }
    let determiners = tree.children(i, "det").map { tree.form($0).lowercased() }
    let isDefinite = determiners.contains("the")
    guard token.upos == .noun else {
      // "the accused", "the deceased".
      let isPerson = isDefinite && (token.xpos == "VBN" || parties.contains(lemma))
      return isPerson ? Stranger(rank: rank, token: i, noun: nil, mayBeKnown: false) : nil
    }
    let hasWho = tree.children(i, "acl:relcl").contains { clause in
      tree.children(clause, "nsubj").contains { tree.form($0).lowercased() == "who" }
    }
    guard token.xpos != "NNS", hasWho || isPerson(lemma, roles) else { return nil }
    let isOwned = !tree.children(i, "nmod:poss").isEmpty
    guard !determiners.isEmpty || isOwned else { return nil }
    let isOther = tree.children(i, "amod").contains { others.contains(tree.lemma($0)) }
    return Stranger(
      rank: rank, token: i, noun: lemma,
      mayBeKnown: isDefinite && !isOther && !hasWho && !parties.contains(lemma))
  }

  private static func isPerson(_ lemma: String, _ roles: RoleNouns) -> Bool {
    let cues = CueWords.standard
    if parties.contains(lemma) || cues.personNouns.contains(lemma) { return true }
    if cues.individuals.contains(lemma) || PersonNouns.kin.contains(lemma) { return true }
    if Gender(noun: lemma) != nil { return true }
    // An owner may be a body.
    return roles.frames[lemma]?.contains { $0.relation != "owns" } == true
  }

  private static func isNamed(_ i: Int, _ names: SentenceNames) -> Bool {
    let tree = names.tree
    if tree.children(i, "appos", "flat", "nmod:desc").contains(where: {
      names.mention(at: $0)?.type == .person
    }) {
      return true
    }
    // "banker Paul Weiss" in two pieces.
    return i + 1 < tree.count && names.mention(at: i + 1)?.type == .person
  }
}
