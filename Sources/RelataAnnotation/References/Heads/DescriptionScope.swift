import RelataCore
import RelataLanguage

/// What a description can not mean, whatever the coreference head thinks of it.
///
/// "the board of Vireo Capital" is no other company, "the board" no company at all, and "the new mayor"
/// not the one who was just named, unless he bears the title.
struct DescriptionScope {
  let sentences: [SentenceNames?]
  let people: DescribedPeople

  /// Parts of a body, which are not the body.
  private static let parts = CueWords.standard.bodyParts
  private static let others: Set<String> = [
    "new", "former", "another", "other", "rival", "first", "second", "next", "different",
  ]

  /// Whether the description with this head word may mean an entity.
  func allows(_ sentence: Int, _ head: Int, _ entity: EntityID, _ type: EntityType?) -> Bool {
    guard let names = sentences[sentence] else { return true }
    let tree = names.tree
    let lemma = tree.lemma(head)
    if type == .organization {
      return !Self.parts.contains(lemma) && belongsTo(head, names).allSatisfy { $0 == entity }
    }
    guard type == .person else { return true }
    let isOther = tree.children(head, "amod", "det").contains {
      Self.others.contains(tree.form($0).lowercased())
    }
    return !isOther || people.bears(entity, lemma) == true
  }

  /// The bodies and people whose the described thing is: "of Vireo Capital", "Vireo Capital's".
  private func belongsTo(_ head: Int, _ names: SentenceNames) -> [EntityID] {
    let tree = names.tree
    return tree.children(head, "nmod", "nmod:poss").filter {
      tree.deprel($0) == "nmod:poss" || tree.deprel($0) == "nmod" && tree.preposition($0) == "of"
    }.compactMap { owner in
      guard names.head(ofMentionAt: owner) == owner, let mention = names.mention(at: owner),
        mention.type == .organization || mention.type == .person
      else { return nil }
      return mention.entity
    }
  }
}
