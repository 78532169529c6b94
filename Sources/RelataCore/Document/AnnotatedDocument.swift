/// A document with its sentences, words, trees, names and the entities that the names refer to.
///
/// What annotation hands to extraction. Mentions are in order of the text; every `entity` of a mention
/// is the id of one of `entities`.
public struct AnnotatedDocument: Hashable, Sendable {
  /// The text and where it comes from.
  public var document: Document
  /// In order of the text; furniture included.
  public var sentences: [Sentence]
  /// Names and values, in order of the text.
  public var mentions: [Mention]
  /// What the names mean, in order of first mention.
  public var entities: [DocumentEntity]
  /// Coreference: spans that mean the same thing, named or not ("the report", "it").
  ///
  /// Each cluster has two spans or more, ascending; no span is in two. In order of their first spans.
  /// Empty where no coreference was resolved.
  public var clusters: [[Span]]
  /// What the coreference head links: pronouns and descriptions that stand for an entity named elsewhere, in
  /// order of the text; `tokens` is the head word, `span` the whole phrase, `score` how probable the link is.
  public var references: [Mention]
  /// Whom words are taken to mean, by rules and the links of the head together.
  ///
  /// In order of the text; no word is in it twice. Extraction reads these alone.
  public var resolved: [ResolvedReference]
  /// What the relation head found between entities of one sentence, in order of the text.
  public var relations: [ScoredRelation]

  /// A document with what was found in it.
  public init(
    document: Document, sentences: [Sentence], mentions: [Mention], entities: [DocumentEntity],
    clusters: [[Span]] = [], references: [Mention] = [],
    resolved: [ResolvedReference] = [], relations: [ScoredRelation] = []
  ) {
    self.document = document
    self.sentences = sentences
    self.mentions = mentions
    self.entities = entities
    self.clusters = clusters
    self.references = references
    self.resolved = resolved
    self.relations = relations
  }

  /// The words of a span of the text.
  public func words(_ span: Span) -> String { document.text[span] }
}

/// What extraction hands to the graph: the annotated document, roles filled in, and its assertions.
public struct ExtractedDocument: Hashable, Sendable {
  /// The document with its names and trees.
  public var annotated: AnnotatedDocument
  /// In order of the evidence in the text, then subject, relation and object.
  public var assertions: [Assertion]

  /// A document with what it asserts.
  public init(annotated: AnnotatedDocument, assertions: [Assertion]) {
    self.annotated = annotated
    self.assertions = assertions
  }
}
