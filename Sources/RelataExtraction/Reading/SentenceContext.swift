import RelataCore
import RelataLanguage

/// Everything a rule may look at for one sentence.
struct SentenceContext: Sendable {
  let annotated: AnnotatedDocument
  let index: Int
  let tree: SentenceTree
  let lexicon: Lexicon
  let schema: RelationSchema
  private let sentenceNames: SentenceNames
  /// What pronouns and plural descriptions stand for, by token.
  var references: [Int: [EntityID]] = [:]
  /// What the relation head found in the sentence.
  var heads: HeadScores
  let types: [EntityID: EntityType]
  /// What its verbs say of whom, in order; none for page furniture, which nobody reads.
  let predications: [Predication]
  /// Who speaks where the whole sentence stands in a quotation that began before or goes on.
  var quoted: Attribution?
  /// Whom the next sentences tell to be cleared of what was said of him.
  var clearedLater: Set<EntityID> = []
  /// What is answered to it, where it is a question.
  var answer: Answer?
  /// For each word the number of its cell, where the sentence is a row of a table.
  var cells: [Int]?
  /// What it says as a line that is no prose: a row of a table, a labelled line, an item of a list.
  var lines: [Candidate] = []

  /// The document's name for an entity.
  func name(of entity: EntityID) -> String? {
    annotated.entities.first { $0.id == entity }?.name
  }

  init(
    annotated: AnnotatedDocument, index: Int, mentions: [Int], lexicon: Lexicon,
    schema: RelationSchema, types: [EntityID: EntityType]
  ) {
    self.annotated = annotated
    self.index = index
    self.lexicon = lexicon
    self.schema = schema
    self.types = types
    heads = HeadScores(schema: schema)
    tree = SentenceTree(annotated.sentences[index])
    predications =
      annotated.sentences[index].isFurniture ? [] : PredicationReader(tree: tree).all()
    sentenceNames = SentenceNames(tree, mentions.map { annotated.mentions[$0] })
  }

  /// The mention that covers a token, the innermost of several.
  func mention(at token: Int) -> Mention? { sentenceNames.mention(at: token) }

  /// What a word says as a verb, whatever its part of speech.
  func predication(of token: Int) -> Predication {
    predications.first { $0.verb == token } ?? PredicationReader(tree: tree).read(token)
  }

  /// The token by which the mention that covers a token hangs on the tree.
  func headToken(ofMentionAt token: Int) -> Int? { sentenceNames.head(ofMentionAt: token) }

  /// Mentions of names in the sentence with the token of their head, in order.
  var names: [(mention: Mention, head: Int)] { sentenceNames.names }

  func type(of entity: EntityID) -> EntityType? { types[entity] }

  /// Whether a modifier that names a state tells nationality ("American", "U.S."), not origin ("Florida").
  func isNationality(_ token: Int, _ span: Span) -> Bool {
    tree.relation(token) == "amod" || ["U.S.", "US", "U.K.", "UK"].contains(words(span))
  }

  func words(_ span: Span) -> String { annotated.words(span) }

  /// What is quoted as its evidence: the sentence, a question with its answer.
  var quote: Span {
    let span = annotated.sentences[index].span
    return answer.map { span.union($0.quote) } ?? span
  }
}
