import RelataCore
import RelataExtraction
import RelataGraph
import RelataLanguage
import RelataPipeline
import RelataReading
import RelataStore

/// Why sentences were read as they were.
struct ExplainAction {
  enum Subject {
    case text(String, published: String?)
    case file(String)
    case ends(String, String, graph: String, includesConfidential: Bool)
  }

  var subject: Subject
  /// Index of the only sentence wanted; nil for all.
  var sentence: Int?
  /// What is read besides what ships.
  var rules: UserRules?
  var model = ReadingModel.standard
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    var shown: [JSONValue] = []
    var count = 0
    func show(_ explanation: DocumentExplanation, _ sentences: [SentenceExplanation]) throws {
      for sentence in sentences {
        count += 1
        if format == .json || format == .csv {
          shown.append(ExplanationJSON.sentence(sentence, of: explanation))
        } else if format == .jsonl {
          try context.streams.print(
            JSONWriter().text(ExplanationJSON.sentence(sentence, of: explanation)))
        } else {
          let lines = ExplanationLines(
            explanation: explanation, style: context.style, width: context.streams.width)
          if count > 1 { try context.streams.print() }
          for line in lines.lines(sentence) { try context.streams.print(line) }
        }
      }
    }
    let extractor = Extractor(userRules: rules, model: model)
    switch subject {
    case .text(let text, let published):
      guard var document = DocumentReader().document(text: text, name: "text") else {
        throw Self.nothingToRead("the text")
      }
      document.published = published ?? document.published
      // What is typed is meant to be read, whatever it looks like.
      document.furniture = []
      let explanation = try extractor.explain(document)
      try show(explanation, wanted(explanation))
    case .file(let path):
      for document in try Self.documents(path, context) {
        let explanation = try extractor.explain(document)
        try show(explanation, wanted(explanation))
      }
    case .ends(let first, let second, let path, let includesConfidential):
      let store = try GraphStore(
        path: path, mode: .readOnly, includesConfidential: includesConfidential)
      let extractor = Extractor(userRules: try store.rules(with: rules), model: model)
      let reading = try GraphReading(store: store, extractor: extractor, first, second)
      for (explanation, sentences) in reading.found { try show(explanation, sentences) }
      for note in reading.notes { context.say("relata: \(note)") }
    }
    if format == .json || format == .csv {
      try context.streams.print(JSONWriter(pretty: true).text(.array(shown)))
    }
    if count == 0, sentence != nil { context.say("relata: there is no such sentence to explain") }
    return .success
  }

  private func wanted(_ explanation: DocumentExplanation) -> [SentenceExplanation] {
    guard let sentence else { return explanation.sentences }
    return explanation.sentences.filter { $0.sentence == sentence }
  }

  private static func documents(
    _ path: String, _ context: CommandContext
  ) throws(RelataError) -> [Document] {
    var documents: [Document] = []
    for event in DocumentReader().read([.path(path)]) {
      switch event {
      case .document(let document): documents.append(document)
      case .diagnostic(let diagnostic): context.printer.tell(diagnostic)
      case .failure(let error): throw error
      }
    }
    guard !documents.isEmpty else { throw nothingToRead(path) }
    return documents
  }

  private static func nothingToRead(_ what: String) -> RelataError {
    RelataError(
      .badInput, code: "RL7503", "there is nothing to explain: \(what) holds no words",
      hint: "give a sentence")
  }
}
