import RelataCore
import RelataInference

/// Sentences whose relations are read later, when a name may have come for a description in them.
struct DelayedRelations {
  private struct Waiting {
    var sentence: Int
    /// How many sentences were read before it.
    var order: Int
    /// Number of its first mention.
    var first: Int
    var inputs: [MentionInput]
    var vectors: [Float]
  }

  let scorer: PairScorer
  let relations: [RelationID]
  private var waiting: [Waiting] = []
  private(set) var scores: [ScoredRelation] = []

  init(scorer: PairScorer, relations: [RelationID]) {
    self.scorer = scorer
    self.relations = relations
  }

  /// Remembers a sentence of `words` words, whose mentions are numbered from `first`.
  mutating func add(
    sentence: Int, order: Int, first: Int, inputs: [MentionInput], words: Int,
    vectors: UnsafePointer<Float>
  ) {
    let floats = UnsafeBufferPointer(start: vectors, count: words * scorer.vectorWidth)
    waiting.append(
      Waiting(
        sentence: sentence, order: order, first: first, inputs: inputs, vectors: Array(floats)))
  }

  /// Reads what was remembered before `order` sentences were read, in order of the text.
  mutating func read(before order: Int, _ clusters: MentionClusters, in sentences: [Sentence]) {
    while let next = waiting.first, next.order < order {
      waiting.removeFirst()
      next.vectors.withUnsafeBufferPointer { vectors in
        if let base = vectors.baseAddress { read(next, clusters, in: sentences, vectors: base) }
      }
    }
  }

  private mutating func read(
    _ next: Waiting, _ clusters: MentionClusters, in sentences: [Sentence],
    vectors: UnsafePointer<Float>
  ) {
    let mentions = clusters.members[next.first..<next.first + next.inputs.count]
    let ends = next.inputs.indices.filter { mentions[next.first + $0].entity != nil }
    guard ends.count > 1 else { return }
    let found = scorer.relations(
      vectors: vectors, tree: sentences[next.sentence].tokens.map(\.head),
      mentions: ends.map { next.inputs[$0] }
    ) { s, o in
      mentions[next.first + ends[s]].entity != mentions[next.first + ends[o]].entity
    }
    for score in found {
      let subject = mentions[next.first + ends[score.subject]]
      let object = mentions[next.first + ends[score.object]]
      guard let from = subject.entity, let to = object.entity else { continue }
      scores.append(
        ScoredRelation(
          sentence: next.sentence, subject: from, subjectTokens: subject.candidate.words,
          object: to, objectTokens: object.candidate.words, relation: relations[score.relation],
          probability: (score.probability * 10000).rounded() / 10000, trigger: score.trigger,
          moods: MoodScores(score.moods)))
    }
  }
}
