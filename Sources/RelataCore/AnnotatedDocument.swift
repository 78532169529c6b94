/// A document with its sentences, words, trees, names and the entities that the names refer to.
///
/// What annotation hands to extraction. Mentions are in order of the text; every `entity` of a mention
/// is the id of one of `entities`.
public struct AnnotatedDocument: Hashable, Sendable {
  public var document: Document
  public var sentences: [Sentence]
  public var mentions: [Mention]
  public var entities: [DocumentEntity]
  /// Pronouns and descriptions that stand for an entity named elsewhere, in order of the text; `tokens`
  /// is the head word, `span` the whole phrase, `score` how probable the link is.
  public var references: [Mention]
  /// Coreference clusters of at least two mentions, named or not, in order of their first mention.
  public var clusters: [[Span]]
  /// What the relation head found between entities of one sentence, in order of the text.
  public var relations: [ScoredRelation]

  public init(
    document: Document, sentences: [Sentence], mentions: [Mention], entities: [DocumentEntity],
    references: [Mention] = [], clusters: [[Span]] = [], relations: [ScoredRelation] = []
  ) {
    self.document = document
    self.sentences = sentences
    self.mentions = mentions
    self.entities = entities
    self.references = references
    self.clusters = clusters
    self.relations = relations
  }

  /// The words of a span of the text.
  public func words(_ span: Span) -> String { document.text[span] }
}

/// What extraction hands to the graph: the annotated document, roles filled in, and its assertions.
public struct ExtractedDocument: Hashable, Sendable {
  public var annotated: AnnotatedDocument
  /// In order of the evidence in the text, then subject, relation and object.
  public var assertions: [Assertion]

  public init(annotated: AnnotatedDocument, assertions: [Assertion]) {
    self.annotated = annotated
    self.assertions = assertions
  }
}
