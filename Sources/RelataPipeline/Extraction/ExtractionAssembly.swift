import RelataCore

/// Turns a decoded line into a document, refusing references that lead nowhere.
struct ExtractionAssembly {
  let line: ExtractionLine
  let location: InputLocation

  func document() throws(RelataError) -> ExtractedDocument {
    let document = Document(
      id: line.document.id, source: line.document.source, title: line.document.title,
      published: line.document.published, author: line.document.author,
      outlet: line.document.outlet, address: line.document.url,
      language: line.document.language, text: line.text, furniture: line.furniture,
      blocks: line.blocks ?? [], pages: line.pages ?? [], recognizer: line.document.recognizer,
      isConfidential: line.document.confidential ?? false, files: line.document.files)
    guard document.sha256 == line.document.sha256 else {
      throw misfit("the checksum does not fit the text, so no offset can be trusted")
    }
    try check(line.furniture + line.sentences, named: "span")
    try check(document.blocks)
    try check(document.pages)
    let ids = Set(line.entities.map(\.id))
    guard ids.count == line.entities.count else { throw misfit("an entity id is used twice") }
    var mentions: [Mention] = []
    for mention in line.mentions { mentions.append(try checked(mention, ids)) }
    var assertions: [Assertion] = []
    for assertion in line.assertions { assertions.append(try checked(assertion, ids)) }
    let annotated = AnnotatedDocument(
      document: document,
      sentences: line.sentences.map { span in
        Sentence(
          span: span, tokens: [], isFurniture: document.furniture.contains { $0.contains(span) })
      },
      mentions: mentions.filter { !$0.isReference }, entities: line.entities,
      references: mentions.filter(\.isReference))
    return ExtractedDocument(annotated: annotated, assertions: assertions)
  }

  private func checked(
    _ mention: Mention, _ ids: Set<EntityID>
  ) throws(RelataError) -> Mention {
    try check([mention.span], named: "mention")
    guard let sentence = line.sentences.firstIndex(where: { $0.contains(mention.span) }) else {
      throw misfit("mention \(mention.id) lies in no sentence")
    }
    try check(entity: mention.entity, ids)
    var mention = mention
    mention.sentence = sentence
    mention.score = min(1, max(0, mention.score))
    return mention
  }

  private func checked(
    _ assertion: Assertion, _ ids: Set<EntityID>
  ) throws(RelataError) -> Assertion {
    let attribution = assertion.attribution
    let claimants = [attribution?.entity] + (attribution?.via ?? []).map(\.entity)
    for id in [assertion.subject, assertion.object] + claimants { try check(entity: id, ids) }
    let evidence = assertion.evidence
    guard line.sentences.indices.contains(evidence.sentence) else {
      throw misfit(
        "assertion \(assertion.id) names sentence \(evidence.sentence) of \(line.sentences.count)")
    }
    try check(evidence.spans, named: "evidence")
    var assertion = assertion
    assertion.confidence = min(1, max(0, assertion.confidence))
    return assertion
  }

  private func check(_ spans: [Span], named name: String) throws(RelataError) {
    for span in spans where span.end > line.text.count {
      throw misfit(
        "\(name) \(span.start)…\(span.end) lies outside the text of \(line.text.count) scalars")
    }
  }

  private func check(_ blocks: [Block]) throws(RelataError) {
    try check(blocks.compactMap(\.speaker), named: "speaker")
    var last = 0
    for span in blocks.map(\.span) {
      guard last <= span.start, span.end <= line.text.count else {
        throw misfit("block \(span.start)…\(span.end) is out of order or outside the text")
      }
      last = span.end
    }
  }

  private func check(_ pages: [PageStart]) throws(RelataError) {
    var last = 0
    for page in pages {
      guard last...line.text.count ~= page.start, page.page > 0 else {
        throw misfit("page \(page.page) begins at \(page.start), out of order or outside the text")
      }
      last = page.start
    }
  }

  private func check(entity id: EntityID?, _ ids: Set<EntityID>) throws(RelataError) {
    if let id, !ids.contains(id) { throw misfit("entity '\(id)' is not listed") }
  }

  private func misfit(_ message: String) -> RelataError { Self.misfit(message, at: location) }

  /// The error for a line whose parts do not fit each other.
  static func misfit(_ message: String, at location: InputLocation) -> RelataError {
    RelataError(
      .badInput, code: "RL7103", "inconsistent extraction: \(message)", at: location,
      hint: "the line was changed after 'relata extract' wrote it; extract again")
  }
}
