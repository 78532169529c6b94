import RelataCore

/// Puts the sentences of a test document together: offsets, names, entities, references, scores.
struct TreeDocumentDraft {
  private let id: String
  private let file: String
  private let line: Int
  private let published: String?
  private let isOpen: Bool
  private var text = ""
  private var length = 0
  private var annotated: AnnotatedDocument
  private var demands: [(key: String, text: Substring, line: Int, sentence: Int)] = []

  init(_ first: SentenceBlock, file: String) {
    (id, line, published) = (first.id, first.line, first.published)
    isOpen = first.isOpen
    self.file = file
    annotated = AnnotatedDocument(
      document: Document(id: DocumentID(first.id), source: file, text: SourceText("")),
      sentences: [], mentions: [], entities: [])
  }

  mutating func append(_ block: SentenceBlock) throws(RelataError) {
    if !text.isEmpty {
      let gap = block.startsParagraph ? "\n\n" : " "
      text += gap
      length += gap.count
    }
    let index = annotated.sentences.count
    var tokens = block.words.map(\.token)
    for i in tokens.indices {
      tokens[i].span = Span(tokens[i].span.start + length, tokens[i].span.end + length)
    }
    let end = tokens.last?.span.end ?? length
    annotated.sentences.append(
      Sentence(span: Span(length, end), tokens: tokens, isFurniture: block.isFurniture))
    text += block.text
    length = end
    try addNames(block, tokens, sentence: index)
    demands += block.demands.map { ($0.key, $0.text, $0.line, index) }
  }

  /// A name of the given words.
  private mutating func addName(
    _ name: String?, _ type: EntityType, _ words: Range<Int>, score: Double = 1, _ tokens: [Token],
    sentence: Int
  ) {
    let span = Span(tokens[words.lowerBound].span.start, tokens[words.upperBound - 1].span.end)
    var written = ""
    for token in tokens[words] {
      written += (token.spaceBefore && !written.isEmpty ? " " : "") + token.form
    }
    annotated.mentions.append(
      Mention(
        id: "m\(annotated.mentions.count + 1)", span: span, sentence: sentence, tokens: words,
        type: type,
        entity: type.isNode ? entity(name?.replacing("_", with: " ") ?? written, type) : nil,
        score: score))
  }

  private mutating func addInner(
    _ inner: String, at i: Int, _ tokens: [Token], sentence: Int, line: Int
  ) throws(RelataError) {
    let parts = inner.split(separator: ":").map(String.init)
    guard parts.count >= 2, let type = EntityType(rawValue: parts[0]),
      let count = parts.count == 3 ? Int(parts[2]) : 1, count > 0, i + count <= tokens.count
    else { throw SentenceFile.error("'\(inner)' is no name", file: file, line: line) }
    addName(parts[1], type, i..<(i + count), tokens, sentence: sentence)
  }

  private mutating func addNames(
    _ block: SentenceBlock, _ tokens: [Token], sentence: Int
  ) throws(RelataError) {
    for (i, word) in block.words.enumerated() {
      if let stands = word.keys["Ref"] {
        let parts = stands.split(separator: ":", maxSplits: 1).map(String.init)
        let name = parts[0].replacing("_", with: " ")
        guard let entity = annotated.entities.first(where: { $0.name == name }),
          let score = parts.count == 2 ? Double(parts[1]) : 1
        else {
          throw SentenceFile.error(
            "nobody before is called '\(name)'", file: file, line: word.line)
        }
        annotated.references.append(
          Mention(
            id: "r\(annotated.references.count + 1)", span: tokens[i].span, sentence: sentence,
            tokens: i..<(i + 1), type: entity.type,
            kind: word.token.upos == .pron ? .pronoun : .nominal, entity: entity.id, score: score))
      }
      guard let tag = word.keys["NER"] else { continue }
      let continuesName = i > 0 && block.words[i - 1].keys["NER"]?.dropFirst(2) == tag.dropFirst(2)
      guard let type = EntityType(rawValue: String(tag.dropFirst(2))),
        tag.hasPrefix("B-") || tag.hasPrefix("I-") && continuesName
      else { throw SentenceFile.error("'\(tag)' begins no name", file: file, line: word.line) }
      guard tag.hasPrefix("B-") else {
        if let inner = word.keys["Inner"] {
          try addInner(inner, at: i, tokens, sentence: sentence, line: word.line)
        }
        continue
      }
      var last = i
      while last + 1 < tokens.count, block.words[last + 1].keys["NER"] == "I-\(type.rawValue)" {
        last += 1
      }
      guard let score = word.keys["Score"].map(Double.init) ?? 1 else {
        throw SentenceFile.error("the score is no number", file: file, line: word.line)
      }
      addName(
        word.keys["Ent"], type, i..<(last + 1), score: score, tokens, sentence: sentence)
      if let inner = word.keys["Inner"] {
        try addInner(inner, at: i, tokens, sentence: sentence, line: word.line)
      }
    }
  }

  private mutating func entity(_ name: String, _ type: EntityType) -> EntityID {
    if let known = annotated.entities.first(where: { $0.name == name }) { return known.id }
    let id = EntityID("e\(annotated.entities.count + 1)")
    annotated.entities.append(DocumentEntity(id: id, name: name, type: type))
    return id
  }

  func finished() throws(RelataError) -> TestSentence {
    var annotated = annotated
    annotated.document = Document(
      id: DocumentID(id), source: file, published: published, text: SourceText(text))
    let names = Set(annotated.entities.map(\.name))
    var expected: [ExpectedReading] = []
    for demand in demands {
      if let kind = ExpectedReading.Demand(rawValue: demand.key) {
        expected.append(
          try ExpectedReading(kind, demand.text, names: names, file: file, line: demand.line))
      } else {
        annotated.relations.append(
          try score(demand.text, sentence: demand.sentence, in: annotated, line: demand.line))
      }
    }
    guard expected.contains(where: { $0.demand == .want || $0.demand == .not }) else {
      throw SentenceFile.error("nothing is demanded of '\(id)'", file: file, line: line)
    }
    return TestSentence(
      id: id, file: file, line: line, annotated: annotated, expected: expected, isOpen: isOpen)
  }

  /// Reads a score: `subject | relation | object | probability | word | mood=score …`.
  private func score(
    _ text: Substring, sentence: Int, in annotated: AnnotatedDocument, line: Int
  ) throws(RelataError) -> ScoredRelation {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(SentenceFile.trim)
    let tokens = annotated.sentences[sentence].tokens
    func end(_ name: String) -> (EntityID, Range<Int>)? {
      // A name of the sentence, or a word of it that stands for one.
      let mentions = annotated.mentions + annotated.references
      guard let id = annotated.entities.first(where: { $0.name == name })?.id,
        let mention = mentions.first(where: { $0.sentence == sentence && $0.entity == id })
      else { return nil }
      return (id, mention.tokens)
    }
    guard parts.count >= 5, let subject = end(parts[0]), let object = end(parts[2]),
      RelationSchema.standard.contains(RelationID(parts[1])), let probability = Double(parts[3]),
      let trigger = tokens.firstIndex(where: { $0.form == parts[4] })
    else {
      throw SentenceFile.error("'\(text)' is no score of the head", file: file, line: line)
    }
    var moods: [Double]? = parts.count > 5 ? [0, 0, 0, 0, 0] : nil
    for part in parts.dropFirst(5) {
      let pair = part.split(separator: "=").map(String.init)
      guard pair.count == 2, let at = MoodScores.labels.firstIndex(of: pair[0]),
        let value = Double(pair[1])
      else { throw SentenceFile.error("'\(part)' is no mood", file: file, line: line) }
      moods?[at] = value
    }
    return ScoredRelation(
      sentence: sentence, subject: subject.0, subjectTokens: subject.1, object: object.0,
      objectTokens: object.1, relation: RelationID(parts[1]), probability: probability,
      trigger: trigger, moods: moods.flatMap { MoodScores($0) })
  }
}
