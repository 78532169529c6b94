import RelataCore
import RelataLanguage

/// Whom the words of a speech mean by its speaker: "I" is he, "our firm" the body he speaks for.
///
/// The writer's own "I" is nobody.
struct SpeechReferences {
  let sentences: [SentenceNames?]
  let speeches: Speeches

  private static let one: Set<String> = ["i", "me", "my", "mine", "myself"]
  private static let several: Set<String> = ["we", "us", "our", "ours", "ourselves"]
  private static let bodies = CueWords.standard.describedBodies.union(
    CueWords.standard.companyNouns)

  init(_ sentences: [SentenceNames?], of document: Document) {
    self.sentences = sentences
    speeches = Speeches(sentences, of: document)
  }

  /// Whether a word means the one who speaks or those he speaks for.
  func isFirstPerson(_ i: Int, _ tree: SentenceTree) -> Bool {
    let form = tree.form(i).lowercased()
    return tree.token(i).upos == .pron && (Self.one.contains(form) || Self.several.contains(form))
  }

  /// The entity that the speaker's word is a name of; nil where a pronoun or nobody stands for him.
  func speaker(_ s: Int, _ i: Int) -> EntityID? {
    guard let speaker = speeches.speaker(s, i) else { return nil }
    return named(speaker)
  }

  private func named(_ speaker: Speeches.Speaker) -> EntityID? {
    guard let names = sentences[speaker.sentence] else { return nil }
    if names.head(ofMentionAt: speaker.token) == speaker.token {
      return names.mention(at: speaker.token)?.entity
    }
    // "said the firm's chairman, Nina Dorn".
    let beside = names.tree.children(speaker.token, "appos", "flat", "nmod:desc").compactMap {
      child in
      names.head(ofMentionAt: child) == child ? names.mention(at: child) : nil
    }.filter { $0.type == .person }
    return beside.count == 1 ? beside.first?.entity : nil
  }

  /// Whom a word of the first person means; `speaker` is the entity of him who says it.
  func entity(of i: Int, in s: Int, speaker: EntityID?) -> EntityID? {
    guard let tree = sentences[s]?.tree, let spoken = speeches.speaker(s, i) else { return nil }
    let form = tree.form(i).lowercased()
    if tree.token(i).upos == .pron {
      if Self.one.contains(form) { return speaker }
      guard Self.several.contains(form) else { return nil }
      // Who speaks for nobody else is one of those he means; for whom the others speak is open.
      if let body = body(of: spoken) { return body }
      return isDescribed(spoken) ? nil : speaker
    }
    guard Self.bodies.contains(tree.lemma(i)), tree.token(i).xpos == "NN",
      tree.children(i, "nmod:poss").contains(where: {
        ["our", "my"].contains(tree.form($0).lowercased())
      }),
      !tree.children(i).contains(where: {
        ["amod", "compound", "nmod", "acl", "acl:relcl", "appos"].contains(tree.deprel($0))
      })
    else { return nil }
    return body(of: spoken)
  }

  /// The one body that the description of a speaker names: "Lena Duarte, chief executive of Karst Bank".
  private func body(of speaker: Speeches.Speaker) -> EntityID? {
    guard let names = sentences[speaker.sentence] else { return nil }
    let words = Set(names.tree.subtree(speaker.token))
    let bodies = Set(
      names.names.filter {
        $0.mention.type == .organization && $0.head != speaker.token && words.contains($0.head)
          && speeches.speaker(speaker.sentence, $0.head) == nil
      }.compactMap(\.mention.entity))
    return bodies.count == 1 ? bodies.first : nil
  }

  private func isDescribed(_ speaker: Speeches.Speaker) -> Bool {
    guard let names = sentences[speaker.sentence] else { return false }
    let own = names.mention(at: speaker.token)?.tokens
    return names.tree.children(
      speaker.token, "appos", "nmod:desc", "nmod", "compound", "acl", "det"
    ).contains { own?.contains($0) != true }
  }
}
