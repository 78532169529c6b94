import RelataCore
import RelataLanguage

/// The noun of a description and the entities of the names before it.
struct NameModification: Hashable {
  var noun: String
  var by: Set<EntityID>
}

/// What the tree says of a sentence's descriptions: whose they are, what names them, what they stand beside.
struct DescriptionSyntax {
  let sentence: Sentence
  /// The document's mentions, and the numbers of those in the sentence.
  let mentions: [Mention]
  let named: [Int]
  /// The sentence's candidates, in order of the text.
  let candidates: [MentionCandidate]
  private let children: [[Int]]

  init(
    _ sentence: Sentence, mentions: [Mention], named: [Int], candidates: [MentionCandidate]
  ) {
    self.sentence = sentence
    self.mentions = mentions
    self.named = named
    self.candidates = candidates
    children = MentionCandidate.children(of: sentence)
  }

  /// The mention that owns a description, before it: "his" of "his counterpart", who is somebody else.
  func possessor(of description: MentionCandidate) -> Int? {
    guard description.isDescription,
      let owner = children[description.head].first(where: {
        sentence.tokens[$0].deprel == "nmod:poss"
      }), owner < description.head
    else { return nil }
    return candidates.firstIndex {
      $0.words.contains(owner) && $0.words.lowerBound < description.words.lowerBound
    }
  }

  /// The noun of a description and the entities of the names before it; nil without such names.
  ///
  /// "the American capital" is not "the Tajik capital".
  func modification(of description: MentionCandidate) -> NameModification? {
    guard description.isDescription else { return nil }
    let entities = children[description.head].filter {
      ["amod", "compound", "nmod:poss"].contains(sentence.tokens[$0].deprel)
    }.flatMap { child in
      candidates.filter { $0.words.contains(child) }.compactMap {
        $0.mention.flatMap { mentions[$0].entity }
      }
    }
    let noun = sentence.tokens[description.head].lemma.lowercased()
    return entities.isEmpty ? nil : NameModification(noun: noun, by: Set(entities))
  }

  /// The entity of the name beside a description: "the prime minister, Tony Blair", "Blair, the prime minister".
  func entity(beside description: MentionCandidate) -> EntityID? {
    guard description.isDescription else { return nil }
    let token = sentence.tokens[description.head]
    let neighbours =
      children[description.head].filter { sentence.tokens[$0].deprel == "appos" }
      + (token.deprel == "appos" ? [token.head] : [])
    for neighbour in neighbours {
      let name = named.first { m in
        mentions[m].kind == .name && mentions[m].tokens.contains(neighbour)
          && mentions[m].entity != nil
      }
      if let name { return mentions[name].entity }
    }
    return nil
  }

  /// Whether a candidate may be named later: one of several, and a source that is only quoted, stays unnamed.
  static func mayBeNamed(_ candidate: MentionCandidate, in sentence: Sentence) -> Bool {
    guard candidate.isDescription else { return true }
    let tokens = sentence.tokens
    let head = tokens[candidate.head]
    if head.deprel == "conj"
      || tokens.contains(where: { $0.head == candidate.head && $0.deprel == "conj" })
    {
      return false
    }
    let governor = head.head >= 0 ? tokens[head.head].lemma.lowercased() : ""
    return
      !(head.deprel == "nsubj"
      && ["say", "tell", "add", "report", "claim", "confirm", "note"].contains(governor))
  }

  /// "his son, Paul": he is not Paul.
  static func owns(
    _ owner: MentionCandidate, nameOf name: MentionCandidate, in sentence: Sentence
  ) -> Bool {
    let tokens = sentence.tokens
    guard owner.sentence == name.sentence, tokens[owner.head].deprel == "nmod:poss" else {
      return false
    }
    let noun = tokens[owner.head].head
    return noun == name.head || tokens[name.head].head == noun
      || noun >= 0 && tokens[noun].head == name.head
  }
}
