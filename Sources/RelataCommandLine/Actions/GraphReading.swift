import RelataCore
import RelataExtraction
import RelataGraph
import RelataPipeline
import RelataReading
import RelataStore

/// The sentences of a graph that tie two entities, or else name both, read again.
struct GraphReading {
  /// Documents in order of their ids, each with the sentences wanted.
  private(set) var found: [(DocumentExplanation, [SentenceExplanation])] = []
  /// What a reader should know besides.
  private(set) var notes: [String] = []

  private let store: GraphStore
  private let extractor: Extractor

  /// - Throws: RL7501 and RL7502 for names that mean nobody or several; what reading throws.
  init(
    store: GraphStore, extractor: Extractor, _ first: String, _ second: String
  ) throws {
    self.store = store
    self.extractor = extractor
    let subject = try store.entity(named: first)
    let object = try store.entity(named: second)
    let relations = try store.neighborhood(of: subject.id).graph.relations(of: subject.id)
      .filter { [$0.subject, $0.object].contains(object.id) }
    if relations.isEmpty {
      try readTogether(subject, object)
      notes.append(
        "nothing ties \(subject.name) and \(object.name); "
          + (found.isEmpty ? "no sentence names both" : "these sentences name both"))
    } else {
      try read(relations.flatMap(\.evidence))
    }
  }

  /// Reads the sentences of evidence, each once, with the proposals between its two ends.
  private mutating func read(_ evidence: [EvidenceRecord]) throws {
    let byDocument = Dictionary(grouping: evidence, by: \.document)
    for (id, records) in byDocument.sorted(by: { $0.key < $1.key }) {
      guard let explanation = try explanation(of: id) else { continue }
      var sentences: [SentenceExplanation] = []
      for record in Dictionary(grouping: records, by: \.span).sorted(by: { $0.key < $1.key }) {
        // A list's item is quoted with the head of the list.
        let index = record.value[0].sentence
        guard
          var sentence = explanation.sentences.first(where: {
            $0.span == record.key || $0.sentence == index && record.key.contains($0.span)
          })
        else {
          notes.append("\(id): sentence \(record.value[0].sentence + 1) is divided otherwise now")
          continue
        }
        let ends = Set(record.value.flatMap { [$0.subject, $0.object] })
        sentence.candidates = sentence.candidates.filter {
          ends.contains($0.subject.span) && ends.contains($0.object.span)
        }
        if !sentence.candidates.contains(where: \.isKept) {
          notes.append(
            "\(id): this version no longer reads sentence \(sentence.sentence + 1) so; "
              + "'relata build' brings the graph up to date")
        }
        sentences.append(sentence)
      }
      found.append((explanation, sentences))
    }
  }

  /// Reads the documents that name both and keeps the sentences in which both stand.
  private mutating func readTogether(_ subject: Entity, _ object: Entity) throws {
    for id in subject.documents where object.documents.contains(id) {
      guard let explanation = try explanation(of: id) else { continue }
      let (first, second) = (Self.local(subject, explanation), Self.local(object, explanation))
      let sentences = explanation.sentences.filter { sentence in
        let entities = Set((sentence.names + sentence.references).flatMap(\.entities))
        return !entities.isDisjoint(with: first) && !entities.isDisjoint(with: second)
      }
      if !sentences.isEmpty { found.append((explanation, sentences)) }
    }
  }

  /// The entities of a document that bear a name of an entity of the graph.
  private static func local(_ entity: Entity, _ explanation: DocumentExplanation) -> Set<EntityID> {
    let names = Set([entity.name] + entity.aliases)
    return Set(
      explanation.document.annotated.entities.filter {
        $0.type == entity.type && names.contains($0.name)
      }.map(\.id))
  }

  private func explanation(of id: DocumentID) throws -> DocumentExplanation? {
    guard let text = try store.text(of: id),
      let stored = try store.documents().first(where: { $0.id == id })
    else { return nil }
    return try extractor.explain(
      Document(
        id: id, source: stored.source, title: stored.title, published: stored.published,
        author: stored.author, outlet: stored.outlet, address: stored.address,
        language: stored.language, text: text, furniture: FurnitureDetector().spans(in: text),
        pages: stored.pages))
  }
}
