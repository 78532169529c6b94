import RelataCore

/// Writes an extracted document, one sentence an assertion, with exact spans.
public struct DocumentDraft {
  public var id: String
  public var source: String
  private var text = ""
  private var entities: [DocumentEntity] = []
  private var sentences: [Sentence] = []
  private var assertions: [Assertion] = []
  private let affair: String?

  /// A document without entities yet.
  ///
  /// `affair` are rare words that stand near every name of the document: documents of one affair tell of the same
  /// people, those of two, or of none, need not.
  public init(
    _ id: String, source: String? = nil, affair: String? = "quarry larkspur dredger foundling"
  ) {
    self.id = id
    self.source = source ?? "source of \(id)"
    self.affair = affair
  }

  @discardableResult
  public mutating func entity(
    _ name: String, _ type: EntityType = .person, aliases: [String] = [], roles: [String] = []
  ) -> EntityID {
    let id = EntityID("e\(entities.count + 1)")
    entities.append(
      DocumentEntity(id: id, name: name, type: type, aliases: aliases.sorted(), roles: roles))
    return id
  }

  public mutating func assert(
    _ subject: EntityID, _ relation: RelationID, _ object: EntityID, predicate: String? = nil,
    polarity: Polarity = .positive, status: AssertionStatus = .asserted,
    tense: TenseClass = .current, claimant: EntityID? = nil, claimantText: String? = nil,
    confidence: Double = 0.8
  ) {
    let phrase = predicate ?? relation.rawValue
    var offset = text.unicodeScalars.count
    let start = offset
    func span(_ words: String) -> Span {
      let span = Span(offset, offset + words.unicodeScalars.count)
      offset = span.end + 1
      return span
    }
    let (subjectName, objectName) = (name(subject), name(object))
    let spans = [span(subjectName), span(phrase), span(objectName)]
    text += "\(subjectName) \(phrase) \(objectName). "
    let whole = Span(start, offset)  // with its full stop, without the space
    let attribution =
      claimant == nil && claimantText == nil
      ? nil : Attribution(entity: claimant, text: claimantText, cue: "said")
    assertions.append(
      Assertion(
        id: AssertionID("a\(assertions.count + 1)"), subject: subject, relation: relation,
        object: object, predicate: phrase, polarity: polarity, status: status, tense: tense,
        attribution: attribution, confidence: confidence, extractor: "test.v1",
        evidence: Evidence(
          sentence: sentences.count, span: whole, subject: spans[0], object: spans[2],
          trigger: spans[1])))
    sentences.append(Sentence(span: whole, tokens: []))
  }

  private func name(_ id: EntityID) -> String { entities.first { $0.id == id }?.name ?? "" }

  public var document: ExtractedDocument {
    var (text, sentences) = (text, sentences)
    var mentions: [Mention] = []
    // One more sentence, which names everybody together with the words of the affair.
    let start = text.unicodeScalars.count
    for entity in entities where affair != nil && entity.type.isNode {
      let offset = text.unicodeScalars.count
      mentions.append(
        Mention(
          id: "m\(mentions.count + 1)",
          span: Span(offset, offset + entity.name.unicodeScalars.count),
          sentence: sentences.count, tokens: 0..<0, type: entity.type, entity: entity.id))
      text += entity.name + ", "
    }
    if let affair, !mentions.isEmpty {
      text += affair + "."
      sentences.append(Sentence(span: Span(start, text.unicodeScalars.count), tokens: []))
    }
    return ExtractedDocument(
      annotated: AnnotatedDocument(
        document: Document(
          id: DocumentID(id), source: source, title: "Title of \(id)", published: "2021-09-25",
          text: SourceText(text)),
        sentences: sentences, mentions: mentions, entities: entities),
      assertions: assertions)
  }
}

/// Repeatable documents that name each other's entities in the ways that make resolution hard.
public struct SyntheticCorpus {
  private static let names: [(name: String, type: EntityType, aliases: [String])] = [
    ("Ahmad Massoud", .person, ["Massoud", "Ahmed Masoud"]),
    ("Ahmad Shah Massoud", .person, ["Massoud", "Ahmad Massoud"]),
    ("Ahmed Masoud", .person, []), ("Massoud", .person, ["Ahmad Massoud"]),
    ("AHMAD MASSOUD", .person, []), ("Amrullah Saleh", .person, ["Saleh", "A. Saleh"]),
    ("Amrullāh Sāleh", .person, []), ("Saleh", .person, []),
    ("National Resistance Front", .organization, ["NRF"]),
    ("the National Resistance Front", .organization, ["National Resistance Front of Afghanistan"]),
    ("National Resistance Front of Afghanistan", .organization, ["NRF"]),
    ("National Research Foundation", .organization, ["NRF"]), ("NRF", .organization, []),
    ("Acme Inc.", .organization, []), ("Acme", .organization, ["ACME"]),
    ("United States", .location, ["U.S."]), ("USA", .location, []), ("Panjshir", .location, []),
    ("Panjshir", .organization, []), ("Afghans", .group, []), ("Afghan", .group, []),
    ("Saturday", .date, []),
  ]
  private static let relations: [RelationID] = [
    "hired", "met_with", "allied_with", "leads", "opposes", "other", "fights",
  ]

  /// Small documents about the same few names.
  public static func documents(_ count: Int, seed: UInt64) -> [ExtractedDocument] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      var draft = DocumentDraft(
        "d\(number)", source: "source \(Int.random(in: 0..<3, using: &random))")
      let ids = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        let pick = names[Int.random(in: 0..<names.count, using: &random)]
        let aliases = pick.aliases.filter { _ in Bool.random(using: &random) }
        let roles = Bool.random(using: &random) ? ["role \(number % 3)"] : []
        return draft.entity(pick.name, pick.type, aliases: aliases, roles: roles)
      }
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        draft.assert(
          ids[Int.random(in: 0..<ids.count, using: &random)],
          relations[Int.random(in: 0..<relations.count, using: &random)],
          ids[Int.random(in: 0..<ids.count, using: &random)],
          predicate: ["asked", "told", "Told"][Int.random(in: 0..<3, using: &random)],
          polarity: Int.random(in: 0..<5, using: &random) == 0 ? .negative : .positive,
          status: AssertionStatus.allCases[Int.random(in: 0..<4, using: &random)],
          claimant: Bool.random(using: &random) ? ids[0] : nil,
          confidence: Double(Int.random(in: 0...10, using: &random)) / 10)
      }
      return draft.document
    }
  }

  /// Documents of many assertions between many people: for measurements.
  ///
  /// Ends are drawn with a skew, so that some people are hubs.
  public static func large(
    documents: Int, assertions: Int, people: Int, seed: UInt64
  ) -> [ExtractedDocument] {
    var random = SeededGenerator(seed: seed)
    return (0..<documents).map { number in
      var draft = DocumentDraft("doc-\(number)", source: "outlet \(number % 50)")
      var ids: [Int: EntityID] = [:]
      func person() -> EntityID {
        let draw = Double.random(in: 0..<1, using: &random)
        let i = Int(draw * draw * Double(people))
        if let id = ids[i] { return id }
        let id = draft.entity("Given\(i % 997) Family\(i)")
        ids[i] = id
        return id
      }
      for _ in 0..<assertions {
        let (a, b) = (person(), person())
        let relation = relations[Int.random(in: 0..<relations.count, using: &random)]
        draft.assert(a, relation, b, confidence: Double.random(in: 0.5..<1, using: &random))
      }
      return draft.document
    }
  }
}
