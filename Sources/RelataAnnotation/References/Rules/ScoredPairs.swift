import RelataCore
import RelataLanguage

/// Which pairs of the relation head agree with what the words around them mean.
///
/// The head reads a pair by itself. "Anwar's mother, Helen, and his sister, Gul" relates each of them to
/// Anwar, not the two; and a pronoun that means one person relates nobody else.
struct ScoredPairs {
  let sentences: [SentenceNames?]
  let meant: [[Int: [EntityID]]]
  private let kinRelations: Set<RelationID>

  init(_ sentences: [SentenceNames?], resolved: [ResolvedReference], roles: RoleNouns) {
    self.sentences = sentences
    var meant = [[Int: [EntityID]]](repeating: [:], count: sentences.count)
    for reference in resolved where meant.indices.contains(reference.sentence) {
      meant[reference.sentence][reference.token] = reference.entities
    }
    self.meant = meant
    kinRelations = Set(
      PersonNouns.kin.flatMap { roles.frames[$0] ?? [] }.map(\.relation))
  }

  func agree(_ pair: ScoredRelation) -> Bool {
    guard sentences.indices.contains(pair.sentence), let names = sentences[pair.sentence] else {
      return true
    }
    guard agrees(pair.subjectTokens, pair.subject, pair.sentence, names.tree),
      agrees(pair.objectTokens, pair.object, pair.sentence, names.tree)
    else { return false }
    guard kinRelations.contains(pair.relation),
      let first = owner(of: pair.subjectTokens, pair.sentence, names),
      let second = owner(of: pair.objectTokens, pair.sentence, names)
    else { return true }
    return first == pair.object || second == pair.subject
  }

  private func agrees(
    _ words: Range<Int>, _ entity: EntityID, _ s: Int, _ tree: SentenceTree
  ) -> Bool {
    guard let i = words.first, words.count == 1, i < tree.count, tree.token(i).upos == .pron,
      let known = meant[s][i]
    else { return true }
    return known.contains(entity)
  }

  /// Whose mother or sister the words beside a name say that he is.
  private func owner(of words: Range<Int>, _ s: Int, _ names: SentenceNames) -> EntityID? {
    guard words.upperBound <= names.tree.count, !words.isEmpty else { return nil }
    let tree = names.tree
    let head = SentenceNames.head(of: words, in: tree)
    var nouns = tree.children(head, "appos", "nmod:desc")
    if tree.relation(head) == "appos", let noun = tree.head(head) { nouns.append(noun) }
    return nouns.filter { PersonNouns.kin.contains(tree.lemma($0)) }.compactMap {
      owner(ofKin: $0, s, names)
    }.first
  }

  private func owner(ofKin noun: Int, _ s: Int, _ names: SentenceNames) -> EntityID? {
    let tree = names.tree
    for owner in tree.children(noun, "nmod:poss") {
      if names.head(ofMentionAt: owner) == owner { return names.mention(at: owner)?.entity }
      if let meant = meant[s][owner] { return meant.count == 1 ? meant.first : nil }
    }
    return nil
  }
}
