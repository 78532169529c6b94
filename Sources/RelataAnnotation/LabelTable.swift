import RelataCore
import RelataInference

/// A name the model found, in the words of a sentence.
struct NameSpan: Hashable {
  var words: Range<Int>
  var type: EntityType
  var score: Double
  var kind: MentionKind = .name
}

/// The model's label numbers as values of the core.
struct LabelTable: Sendable {
  let upos: [UPOS]
  let xpos: [String]
  let deprel: [String]
  /// Relations of the relation head, in its order; empty without one.
  let relations: [RelationID]
  private let types: [EntityType]

  /// `pairs` is the large model, whose relations count where it reads.
  init(_ configuration: ModelConfiguration, pairs: ModelConfiguration? = nil) throws(RelataError) {
    let scored = pairs ?? configuration
    upos = configuration.uposLabels.compactMap(UPOS.init)
    types = configuration.nerTypes.compactMap(EntityType.init)
    xpos = configuration.xposLabels
    relations = (scored.relationLabels ?? []).map { RelationID($0) }
    deprel = configuration.deprelLabels
    guard upos.count == configuration.uposLabels.count, types.count == configuration.nerTypes.count,
      [nil, MoodScores.labels].contains(scored.moodLabels)
    else {
      throw RelataError(
        .failed, code: "RL2008", "the weight file uses labels this version does not know")
    }
  }

  func names(_ prediction: SentencePrediction) -> [NameSpan] {
    prediction.names.map { NameSpan(words: $0.words, type: types[$0.type], score: $0.score) }
  }
}
