import RelataCore

/// Why edges are missed and what is wrong with wrong ones, one cause each: the first that holds.
public struct ErrorBreakdown: Sendable {
  /// Why a gold edge is missed.
  public enum Miss: String, CaseIterable, Sendable {
    /// The sentence has no words for one end; only the article as a whole tells.
    case noWords = "an end without words in the sentence"
    /// An edge of this relation runs the other way.
    case direction = "read in the wrong direction"
    /// An edge between the two has another relation.
    case type = "read as another relation"
    /// An end's words hold a name that no mention covers.
    case mention = "name not found"
    /// A mention covers an end's words but stands for another entity, or for one that the gold lacks.
    case link = "name linked to another entity"
    /// An end is a pronoun or a description.
    case reference = "pronoun or description as an end"
    /// Both ends are found and linked; nothing was read between them.
    case candidate = "both ends found, nothing read"
  }

  /// What is wrong with an edge that the gold does not have.
  public enum Fault: String, CaseIterable, Sendable {
    case direction = "wrong direction"
    case type = "wrong relation"
    /// One end is no entity of the gold.
    case entity = "an end that is not annotated"
    /// One end was read from a pronoun or description.
    case reference = "pronoun or description as an end"
    /// Both ends are names of the gold, in a sentence that relates them otherwise or not at all.
    case pair = "no relation between the two"
  }

  /// One wrong or missed edge.
  public struct Case: Hashable, Sendable {
    /// The id of the article.
    public var document: String
    /// "wrong" or "missed".
    public var kind: String
    /// Why, in a few words.
    public var cause: String
    /// `subject | relation | object | polarity status`, for wrong edges with extractor and confidence.
    public var reading: String
    /// The sentence.
    public var text: String
  }

  /// In the order of the documents, missed edges before wrong ones.
  public private(set) var cases: [Case] = []
  /// Annotated edges that were not found, by cause.
  public private(set) var misses: [Miss: Int] = [:]
  /// Edges that the annotators do not have, by cause.
  public private(set) var faults: [Fault: Int] = [:]

  /// Nothing counted yet.
  public init() {}

  mutating func add(
    _ predicted: ExtractedDocument, assertions: [(assertion: Assertion, edge: Edge)],
    gold: GoldArticle, _ names: EntityAlignment, _ schema: RelationSchema
  ) {
    let goldEdges = Set(gold.relations.map { Edge($0, schema).typed })
    let found = Set(assertions.map(\.edge.typed))
    var seen = found
    for relation in gold.relations {
      let edge = Edge(relation, schema).typed
      guard seen.insert(edge).inserted else { continue }
      let cause = Self.cause(of: relation, edge, found, predicted.annotated, gold, names)
      misses[cause, default: 0] += 1
      let name = { id in gold.entities.first { $0.id == id }?.name ?? id }
      cases.append(
        Case(
          document: gold.id, kind: "missed", cause: cause.rawValue,
          reading: "\(name(relation.subject)) | \(relation.relation) | \(name(relation.object))"
            + " | \(relation.polarity) \(relation.status)",
          text: Self.sentence(of: relation, gold, predicted.annotated)))
    }
    seen = goldEdges
    for (assertion, edge) in assertions where seen.insert(edge.typed).inserted {
      let fault = Self.fault(of: assertion, edge.typed, goldEdges, predicted.annotated, names)
      faults[fault, default: 0] += 1
      let name = { id in predicted.annotated.entities.first { $0.id == id }?.name ?? "\(id)" }
      cases.append(
        Case(
          document: gold.id, kind: "wrong", cause: fault.rawValue,
          reading: "\(name(assertion.subject)) | \(assertion.relation) | \(name(assertion.object))"
            + " | \(assertion.polarity.rawValue) \(assertion.status.rawValue)"
            + " | \(assertion.extractor) \(assertion.confidence)",
          text: predicted.annotated.words(assertion.evidence.span)))
    }
  }

  private static func sentence(
    of relation: GoldArticle.Relation, _ gold: GoldArticle, _ document: AnnotatedDocument
  ) -> String {
    guard let index = relation.evidence?.sentence, let sentences = gold.sentences,
      sentences.indices.contains(index), let span = Span(pair: sentences[index])
    else { return "" }
    return document.words(span.clamped(to: document.document.text.span))
  }

  private static func cause(
    of relation: GoldArticle.Relation, _ edge: Edge, _ found: Set<Edge>,
    _ document: AnnotatedDocument, _ gold: GoldArticle, _ names: EntityAlignment
  ) -> Miss {
    if found.contains(where: edge.isReversed) { return .direction }
    if found.contains(where: { $0.ends == edge.ends }) { return .type }
    guard let subject = Span(pair: relation.evidence?.subject),
      let object = Span(pair: relation.evidence?.object)
    else { return .noWords }
    let ends = [(relation.subject, subject), (relation.object, object)].map {
      state(of: $0.0, at: $0.1, document, gold, names)
    }
    return [.mention, .link, .reference].first(where: ends.contains) ?? .candidate
  }

  /// How the words for one gold end were read; `candidate` if rightly.
  private static func state(
    of id: String, at span: Span, _ document: AnnotatedDocument, _ gold: GoldArticle,
    _ names: EntityAlignment
  ) -> Miss {
    let mentions = document.mentions.filter {
      $0.kind == .name && $0.entity != nil && $0.span.overlaps(span)
    }
    if mentions.contains(where: { $0.entity.flatMap(names.goldID) == id }) { return .candidate }
    let entity = gold.entities.first { $0.id == id }
    let words = " " + document.words(span.clamped(to: document.document.text.span)) + " "
    let isNamed = ([entity?.name] + (entity?.aliases ?? [])).contains { alias in
      guard let alias, alias.contains(where: \.isUppercase) else { return false }
      return words.contains(alias)
    }
    if isNamed { return mentions.isEmpty ? .mention : .link }
    return .reference
  }

  private static func fault(
    of assertion: Assertion, _ edge: Edge, _ gold: Set<Edge>, _ document: AnnotatedDocument,
    _ names: EntityAlignment
  ) -> Fault {
    if gold.contains(where: edge.isReversed) { return .direction }
    if gold.contains(where: { $0.ends == edge.ends }) { return .type }
    if [assertion.subject, assertion.object].contains(where: { names.goldID(of: $0) == nil }) {
      return .entity
    }
    let ends = [
      (assertion.subject, assertion.evidence.subject),
      (assertion.object, assertion.evidence.object),
    ]
    let areNamed = ends.allSatisfy { entity, span in
      guard let span else { return false }
      return document.mentions.contains {
        $0.kind == .name && $0.entity == entity && $0.span.overlaps(span)
      }
    }
    return areNamed ? .pair : .reference
  }
}

extension Span {
  /// The part of the span inside another; empty at the other's start or end if there is none.
  func clamped(to whole: Span) -> Span {
    let start = min(max(start, whole.start), whole.end)
    return Span(start, min(max(end, start), whole.end))
  }
}
