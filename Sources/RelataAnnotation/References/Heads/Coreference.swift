import RelataCore
import RelataInference
import RelataLanguage

/// Reads from the pair heads what pronouns and descriptions stand for, and which relations the sentences state.
///
/// Goes through the document once, in order. Names keep the entities that `EntityResolver` gave them; a
/// pronoun or description takes the entity of its antecedent where the head is sure enough and
/// gender and type allow it. A name that means an earlier description ("A pastor … Terry Jones") gives it
/// its entity; relations are therefore read ``delay`` sentences behind.
struct Coreference {
  let sentences: [Sentence]
  let mentions: [Mention]
  let types: [EntityID: EntityType]
  private let scorer: PairScorer
  private let people: DescribedPeople
  let speech: SpeechReferences
  let descriptions: DescriptionScope

  private var vocabulary = PairFeatures.Vocabulary()
  /// Sentences read so far.
  private var sentencesRead = 0
  var known = MentionClusters()
  private var delayed: DelayedRelations
  var references: [Mention] = []

  var scores: [ScoredRelation] { delayed.scores }

  /// Sentences between a description and the name that may come for it.
  static let delay = 4

  init(
    _ document: AnnotatedDocument, source: ReferenceSource, scorer: PairScorer,
    relations: [RelationID]
  ) {
    sentences = document.sentences
    mentions = document.mentions
    self.scorer = scorer
    delayed = DelayedRelations(scorer: scorer, relations: relations)
    people = source.people
    speech = source.speech
    descriptions = DescriptionScope(sentences: source.sentences, people: people)
    types = Dictionary(
      document.entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads one sentence; sentences come in order of the text, furniture among them left out.
  ///
  /// `number` is its index in the document, `named` are the numbers of the document's mentions in it.
  mutating func read(
    sentence number: Int, named: [Int], vectors: UnsafePointer<Float>
  ) {
    defer { sentencesRead += 1 }
    let sentence = sentences[number]
    var found = MentionCandidate.all(
      in: sentence, number: number, mentions: named.map { ($0, mentions[$0]) },
      words: &vocabulary)
    guard !found.isEmpty else { return }
    let first = known.members.count
    for i in found.indices {
      found[i].gender =
        found[i].mention.flatMap { mentions[$0].entity }.flatMap(people.gender)
        ?? Gender.of(found[i], in: sentence)
      known.add(found[i], order: sentencesRead)
    }
    let inputs = found.map {
      MentionInput(
        words: $0.words, form: $0.form, head: $0.head,
        role: PairFeatures.relationRole(sentence.tokens[$0.head].deprel))
    }
    let syntax = DescriptionSyntax(
      sentence, mentions: mentions, named: named, candidates: found)
    scorer.begin(vectors: vectors, mentions: inputs)
    for i in found.indices {
      let modification = syntax.modification(of: found[i])
      let link = antecedent(of: found[i], modification, syntax, first: first)
      settle(first + i, link, syntax)
      if let modification { known.note(modification, of: first + i) }
    }
    delayed.add(
      sentence: number, order: sentencesRead, first: first, inputs: inputs,
      words: sentence.tokens.count, vectors: vectors)
    delayed.read(before: sentencesRead - Self.delay + 1, known, in: sentences)
  }

  /// Reads what is still waiting; no sentence comes after.
  mutating func finish() {
    delayed.read(before: sentencesRead + 1, known, in: sentences)
    references.sort { ($0.span, $0.id) < ($1.span, $1.id) }
    for i in references.indices { references[i].id = "r\(i + 1)" }
  }

  /// Clusters of two or more mentions, each in order of the text, by their first mention.
  func clusters() -> [[Span]] { known.spans(in: sentences) }

  /// What the head takes a mention to mean, of those before it that it can mean.
  private func antecedent(
    of mention: MentionCandidate, _ modification: NameModification?, _ syntax: DescriptionSyntax,
    first: Int
  ) -> (mention: Int, probability: Double)? {
    let owner = syntax.possessor(of: mention).map { known.members[first + $0].cluster }
    return scorer.antecedent { later, earlier, values in
      let (mention, other) = (known.members[later], known.members[earlier])
      if other.cluster == owner || isSpeaker(of: mention.candidate, earlier) { return false }
      if let modification, known.contradicts(modification, earlier) { return false }
      PairFeatures.write(
        mention.candidate, later, other.candidate, earlier,
        sentences: mention.order - other.order, in: syntax.sentence, into: &values)
      guard let mine = mention.candidate.gender, let theirs = known.gender(of: earlier) else {
        return true
      }
      return mine == theirs
    }
  }
}
