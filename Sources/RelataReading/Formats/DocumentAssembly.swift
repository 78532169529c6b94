import RelataCore
import RelataLanguage

/// Makes a ``Document`` from a text and what is known about it; the same rules for every format.
struct DocumentAssembly: Sendable {
  let input: String
  let detector: FurnitureDetector?
  /// Whether a text that is not in English is read like one that is.
  var readsAnyLanguage = false
  /// The file that the documents are read from.
  var file: SourceFile?

  /// The document, preceded by warnings; only a warning if the text is blank.
  ///
  /// Its marks are taken out: they say where pages and blocks begin.
  /// What is not given is derived: the id from the file's stem and the text's hash, the language from the text, the
  /// source from the file name, the title from a headline line, the date from the text's head or the file name.
  func events(
    text: SourceText, id: String? = nil, title: String? = nil, source: String? = nil,
    published: String? = nil, origin: DocumentOrigin = DocumentOrigin(),
    recognizer: String? = nil, part: String? = nil, at location: InputLocation
  ) -> [ReadingEvent] {
    // The marks move no more once the signs of typesetting are gone.
    let taken = PageMarks.taken(from: TypesettingMarks.removed(from: text))
    let text = taken.text
    guard text.scalars.contains(where: { !$0.properties.isWhitespace }) else {
      return [.diagnostic(ReadingError.empty(location))]
    }
    var events: [ReadingEvent] = []
    // Other formats say it themselves.
    let outlet = id == nil && origin.outlet == nil ? OutletLine.find(in: text) : nil
    let (blocks, furniture) = MarkedBlocks(taken).read(
      furniture: detector?.spans(in: text) ?? [],
      and: detector == nil ? [] : outlet.map { [$0.span] } ?? [])
    var date: String?
    if let published = Self.filled(published) {
      date = PublicationDate.normalized(published)
      if date == nil { events.append(.diagnostic(ReadingError.badDate(location, published))) }
    } else {
      date = PublicationDate.atHead(of: text) ?? outlet?.day ?? Headline.day(of: text)
      if id == nil { date = date ?? PublicationDate.inFileName(FileName(input).name) }
    }
    var document = Document(
      id: DocumentID(id ?? ""), source: Self.filled(source) ?? FileName(input).name,
      title: Self.filled(title) ?? Headline.find(in: text, furniture: furniture), published: date,
      author: Self.filled(origin.author) ?? Headline.author(of: text),
      outlet: Self.filled(origin.outlet) ?? outlet?.outlet,
      address: Self.filled(origin.address),
      language: TextLanguage.declared(origin.language) ?? TextLanguage.code(of: text), text: text,
      furniture: furniture, blocks: blocks, pages: taken.pages, recognizer: recognizer,
      isConfidential: origin.isConfidential ?? false)
    if let recognizer { events.append(.diagnostic(ReadingError.recognized(location, recognizer))) }
    if !readsAnyLanguage, let language = document.language, language != "en" {
      // All of it stays, and none of it is taken for English.
      events.append(.diagnostic(ReadingError.foreign(location, language)))
      (document.furniture, document.blocks) = ([text.span], [])
    }
    if var file {
      file.part = part
      document.files = [file]
    }
    if id == nil {
      document.id = DocumentID("\(FileName(input).stem)-\(document.sha256.prefix(8))")
    }
    events.append(.document(document))
    return events
  }

  /// The documents that another program found in the input, and what it could not read.
  func events(_ report: ParsingReport) -> [ReadingEvent] {
    let location = InputLocation(file: input)
    return report.documents.flatMap { parsed -> [ReadingEvent] in
      let clean = TextDecoder.clean(parsed.marked, at: location)
      let source = parsed.part.map { "\(FileName(input).name), \($0)" }
      return events(
        text: clean.text, title: parsed.title, source: source,
        published: parsed.published.flatMap(PublicationDate.normalized).map {
          String($0.prefix(10))
        },
        origin: parsed.origin, recognizer: parsed.recognizer, part: parsed.part,
        at: location)
    } + report.problems.map { .failure(ReadingError.problem($0, in: input)) }
  }

  /// The words with white space collapsed, or nil if there are none.
  private static func filled(_ string: String?) -> String? {
    string.flatMap { TypesettingMarks.removed(from: SourceText($0)).string.collapsedWords }
  }
}
