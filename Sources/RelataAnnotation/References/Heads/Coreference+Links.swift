import RelataCore

/// What becomes of a link that the head sees.
extension Coreference {
  /// A link must be this probable to give a pronoun its entity, or a description.
  static let leastProbability = 0.5
  static let leastProbabilityOfDescription = 0.7
  /// A name's link to an earlier description must be this probable to name it.
  static let leastProbabilityOfNaming = 0.5
  /// How surely "I" means the one who is named beside the quotation.
  static let probabilityOfSpeaker = 0.95

  /// Gives a mention its entity and its cluster.
  mutating func settle(
    _ i: Int, _ link: (mention: Int, probability: Double)?, _ syntax: DescriptionSyntax
  ) {
    let candidate = known.members[i].candidate
    let spoken = spoken(candidate)
    // What it means whatever the head says: as a name, by the name beside it, or by who speaks.
    let stated =
      candidate.mention.flatMap { mentions[$0].entity } ?? syntax.entity(beside: candidate)
      ?? spoken
    if let spoken { addReference(i, spoken, Self.probabilityOfSpeaker) }
    let isPerson = stated.flatMap { types[$0] } == .person
    // Names that are one entity are one cluster, whatever the head says; so are names and what stands beside them.
    if let earlier = known.identify(i, as: stated, isPerson: isPerson) {
      known.join(i, earlier)
      return
    }
    guard let link else { return }
    if let mine = known.person(inClusterOf: i),
      let theirs = known.person(inClusterOf: link.mention), mine != theirs
    {
      return
    }
    if let stated {
      if link.probability >= Self.leastProbabilityOfNaming,
        known.entity(ofChainOf: link.mention) == nil
      {
        name(chainOf: link.mention, stated, by: i, link.probability)
      }
    } else {
      if let entity = known.entity(ofChainOf: link.mention), !allows(candidate, entity) {
        // "I" of the writer and descriptions stay together, without a name.
        if candidate.reference == .firstPerson
          || candidate.isDescription && candidate.reference != .indefinite
        {
          known.join(i, link.mention)
        }
        return
      }
      let least =
        candidate.isDescription ? Self.leastProbabilityOfDescription : Self.leastProbability
      if link.probability >= least {
        known.extend(chainOf: link.mention, by: i)
        if let entity = known.members[i].entity { addReference(i, entity, link.probability) }
      }
    }
    known.join(i, link.mention)
  }

  /// Gives a chain without an entity that of a name that comes for it, where all of it is near and fits.
  private mutating func name(
    chainOf earlier: Int, _ entity: EntityID, by i: Int, _ probability: Double
  ) {
    let (name, members) = (known.members[i], known.chain(of: earlier))
    let fits = members.allSatisfy { number in
      let member = known.members[number]
      let sentence = sentences[member.candidate.sentence]
      return name.order - member.order < Self.delay
        && DescriptionSyntax.mayBeNamed(member.candidate, in: sentence)
        && allows(member.candidate, entity, asNew: true)
        && !DescriptionSyntax.owns(member.candidate, nameOf: name.candidate, in: sentence)
    }
    guard fits else { return }
    known.name(chainOf: earlier, entity)
    for member in members { addReference(member, entity, probability) }
  }

  private mutating func addReference(_ i: Int, _ entity: EntityID, _ probability: Double) {
    let candidate = known.members[i].candidate
    references.append(
      Mention(
        id: "r\(i)", span: MentionExtent.span(of: candidate, in: sentences[candidate.sentence]),
        sentence: candidate.sentence, tokens: candidate.words, type: types[entity] ?? .other,
        kind: candidate.isDescription ? .nominal : .pronoun, isReference: true, entity: entity,
        score: (probability * 1000).rounded() / 1000))
  }

  /// Whether a word of this kind can mean an entity of this type; `asNew`: one that is named later.
  private func allows(
    _ candidate: MentionCandidate, _ entity: EntityID, asNew: Bool = false
  ) -> Bool {
    let type = types[entity]
    switch candidate.reference {
    case .he, .she: return type == .person
    case .firstPerson: return false
    case .it: return type != .person
    // "a Japanese official" is somebody new.
    case .indefinite: return asNew
    case .you, .demonstrativePronoun: return false
    default:
      return !candidate.isDescription
        || descriptions.allows(candidate.sentence, candidate.head, entity, type)
    }
  }

  /// Whether somebody would speak of himself as "he", or of whom he speaks to.
  func isSpeaker(of candidate: MentionCandidate, _ earlier: Int) -> Bool {
    guard [.he, .she].contains(candidate.reference) else { return false }
    let other = known.members[earlier]
    let token = sentences[other.candidate.sentence].tokens[other.candidate.head]
    if token.deprel == "vocative" { return true }
    guard let speaker = speech.speaker(candidate.sentence, candidate.head) else { return false }
    return other.entity == speaker || known.person(inClusterOf: earlier) == speaker
  }

  /// Whom a word of a speech means by its speaker.
  private func spoken(_ candidate: MentionCandidate) -> EntityID? {
    guard candidate.reference.isSpoken else { return nil }
    return speech.entity(
      of: candidate.head, in: candidate.sentence,
      speaker: speech.speaker(candidate.sentence, candidate.head))
  }
}
