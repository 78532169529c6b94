import RelataCore
import RelataLanguage

/// Everything a rule may look at for one sentence.
struct SentenceContext: Sendable {
  let annotated: AnnotatedDocument
  let index: Int
  let tree: SentenceTree
  let lexicon: Lexicon
  /// For each token the name mention that covers it, as an index into `annotated.mentions`.
  private let mentionAt: [Int?]
  /// For each mention of the sentence its syntactic head.
  private let headOf: [Int: Int]
  /// What pronouns and plural descriptions stand for, by token.
  var references: [Int: [EntityID]] = [:]
  /// What the relation head found in the sentence.
  var heads: HeadScores
  let types: [EntityID: EntityType]
  /// What its verbs say of whom, in order; none for page furniture, which nobody reads.
  let predications: [Predication]
  /// Who speaks where the whole sentence stands in a quotation that began before or goes on.
  var quoted: Attribution?

  /// The document's name for an entity.
  func name(of entity: EntityID) -> String? {
    annotated.entities.first { $0.id == entity }?.name
  }

  init(
    annotated: AnnotatedDocument, index: Int, mentions: [Int], lexicon: Lexicon,
    types: [EntityID: EntityType]
  ) {
    self.annotated = annotated
    self.index = index
    self.lexicon = lexicon
    self.types = types
    heads = HeadScores(schema: .standard)
    tree = SentenceTree(annotated.sentences[index])
    predications =
      annotated.sentences[index].isFurniture ? [] : PredicationReader(tree: tree).all()
    var mentionAt = [Int?](repeating: nil, count: tree.count)
    var headOf: [Int: Int] = [:]
    // A name inside a longer one ("U.S." in "U.S. Senate") keeps its own words.
    let byLength = mentions.sorted {
      let (a, b) = (annotated.mentions[$0].tokens, annotated.mentions[$1].tokens)
      return a.count != b.count ? a.count > b.count : a.lowerBound < b.lowerBound
    }
    for m in byLength {
      let mention = annotated.mentions[m]
      guard mention.kind != .pronoun, mention.tokens.upperBound <= tree.count else { continue }
      for i in mention.tokens { mentionAt[i] = m }
      headOf[m] = SentenceContext.head(of: mention.tokens, in: tree)
    }
    self.mentionAt = mentionAt
    self.headOf = headOf
  }

  /// The first token of the range whose head lies outside it.
  static func head(of range: Range<Int>, in tree: SentenceTree) -> Int {
    for i in range {
      guard let head = tree.head(i) else { return i }
      if !range.contains(head) { return i }
    }
    return range.lowerBound
  }

  /// What a word says as a verb, whatever its part of speech.
  func predication(of token: Int) -> Predication {
    predications.first { $0.verb == token } ?? PredicationReader(tree: tree).read(token)
  }

  func mention(at token: Int) -> Mention? { mentionAt[token].map { annotated.mentions[$0] } }

  func headToken(ofMentionAt token: Int) -> Int? {
    mentionAt[token].flatMap { headOf[$0] }
  }

  /// Mentions of names in the sentence with the token of their head, in order.
  var names: [(mention: Mention, head: Int)] {
    headOf.sorted { $0.key < $1.key }.map { (annotated.mentions[$0.key], $0.value) }
  }

  func type(of entity: EntityID) -> EntityType? { types[entity] }

  /// Whether a modifier that names a state tells nationality ("American", "U.S."), not origin ("Florida").
  func isNationality(_ token: Int, _ span: Span) -> Bool {
    tree.relation(token) == "amod" || ["U.S.", "US", "U.K.", "UK"].contains(words(span))
  }

  func words(_ span: Span) -> String { annotated.words(span) }
}
