import RelataCore

/// Turns a decoded line into a document, refusing references that lead nowhere.
struct ExtractionAssembly {
  let file: ExtractionFile
  let location: InputLocation

  func document() throws(RelataError) -> ExtractedDocument {
    let text = SourceText(file.text)
    let document = Document(
      id: DocumentID(file.document.id), source: file.document.source, title: file.document.title,
      published: file.document.published, text: text, furniture: file.furniture)
    guard document.sha256 == file.document.sha256 else {
      throw misfit("the checksum does not fit the text, so no offset can be trusted")
    }
    try check(file.furniture + file.sentences, within: text.span, named: "span")
    let ids = Set(file.entities.map(\.id))
    guard ids.count == file.entities.count else { throw misfit("an entity id is used twice") }
    var mentions: [Mention] = []
    for mention in file.mentions {
      mentions.append(try self.mention(mention, text: text, ids: ids))
    }
    var assertions: [Assertion] = []
    for assertion in file.assertions {
      assertions.append(try self.assertion(assertion, text: text, ids: ids))
    }
    let annotated = AnnotatedDocument(
      document: document,
      sentences: file.sentences.map { span in
        Sentence(
          span: span, tokens: [], isFurniture: document.furniture.contains { $0.contains(span) })
      },
      mentions: mentions.filter { !isReference($0) },
      entities: file.entities.map {
        DocumentEntity(
          id: EntityID($0.id), name: $0.name, type: $0.type, aliases: $0.aliases, roles: $0.roles)
      }, references: mentions.filter(isReference))
    return ExtractedDocument(annotated: annotated, assertions: assertions)
  }

  /// Names and named bodies are numbered m1, m2 …, what stands for them r1, r2 …
  private func isReference(_ mention: Mention) -> Bool {
    mention.kind == .pronoun || mention.id.hasPrefix("r")
  }

  private func mention(
    _ mention: ExtractionFile.Mention, text: SourceText, ids: Set<String>
  ) throws(RelataError) -> Mention {
    let span = try span(mention.start, mention.end, within: text.span, named: "mention")
    guard let sentence = file.sentences.firstIndex(where: { $0.contains(span) }) else {
      throw misfit("mention \(mention.id) lies in no sentence")
    }
    try check(entity: mention.entity, ids: ids)
    return Mention(
      id: mention.id, span: span, sentence: sentence, tokens: 0..<0, type: mention.type,
      kind: mention.kind, entity: mention.entity.map { EntityID($0) },
      score: min(1, max(0, mention.score)))
  }

  private func assertion(
    _ assertion: ExtractionFile.Assertion, text: SourceText, ids: Set<String>
  ) throws(RelataError) -> Assertion {
    let reporters = assertion.attribution?.via ?? []
    let claimants = [assertion.attribution?.entity] + reporters.map(\.entity)
    for id in [assertion.subject, assertion.object] + claimants {
      try check(entity: id, ids: ids)
    }
    guard file.sentences.indices.contains(assertion.evidence.sentence) else {
      throw misfit(
        "assertion \(assertion.id) names sentence \(assertion.evidence.sentence) of \(file.sentences.count)"
      )
    }
    let evidence = assertion.evidence
    let quoted = try span(evidence.start, evidence.end, within: text.span, named: "evidence")
    try check(
      [
        evidence.subject, evidence.object, evidence.trigger, evidence.time, evidence.place,
        evidence.amount,
      ].compactMap { $0 }, within: text.span, named: "evidence")
    var read = Assertion(
      id: AssertionID(assertion.id), subject: EntityID(assertion.subject),
      relation: RelationID(assertion.relation), object: EntityID(assertion.object),
      predicate: assertion.predicate, polarity: assertion.polarity, status: assertion.status,
      tense: assertion.tense,
      attribution: assertion.attribution.map {
        Attribution(
          entity: $0.entity.map { EntityID($0) }, text: $0.text, cue: $0.cue,
          via: reporters.map {
            .init(entity: $0.entity.map { EntityID($0) }, text: $0.text, cue: $0.cue)
          })
      },
      time: assertion.time, place: assertion.place, amount: assertion.amount,
      confidence: min(1, max(0, assertion.confidence)), extractor: assertion.extractor,
      evidence: Evidence(
        sentence: evidence.sentence, span: quoted, subject: evidence.subject,
        object: evidence.object, trigger: evidence.trigger, time: evidence.time,
        place: evidence.place, amount: evidence.amount))
    read.support = assertion.support.map { .init(rule: $0.rule, head: $0.head) }
    return read
  }

  private func span(
    _ start: Int, _ end: Int, within whole: Span, named name: String
  ) throws(RelataError) -> Span {
    guard 0 <= start, start <= end, end <= whole.end else {
      throw misfit("\(name) \(start)…\(end) lies outside the text of \(whole.end) scalars")
    }
    return Span(start, end)
  }

  private func check(
    _ spans: [Span], within whole: Span, named name: String
  ) throws(RelataError) {
    for span in spans where span.end > whole.end {
      throw misfit(
        "\(name) \(span.start)…\(span.end) lies outside the text of \(whole.end) scalars")
    }
  }

  private func check(entity id: String?, ids: Set<String>) throws(RelataError) {
    if let id, !ids.contains(id) { throw misfit("entity '\(id)' is not listed") }
  }

  private func misfit(_ message: String) -> RelataError {
    RelataError(
      .badInput, code: "RL7103", "inconsistent extraction: \(message)", at: location,
      hint: "the line was changed after 'relata extract' wrote it; extract again")
  }
}
