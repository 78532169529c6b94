import RelataCore

/// A text of a corpus that marks facts by the words of both ends.
public struct FactDocument: Sendable {
  /// A label of the corpus between two spans of the text.
  public struct Fact: Sendable {
    /// The corpus's own name of the relation.
    public var label: String
    /// In scalars of the document's text.
    public var subject: Span
    /// In scalars of the document's text.
    public var object: Span
    /// The same for facts that are one, told of several mentions of the same two.
    public var group: String
  }

  /// A part of the text and the labels that were looked for in it.
  public struct Passage: Sendable {
    /// In scalars of the document's text; facts outside passages are not annotated.
    public var span: Span
    /// Relations that were annotated in this passage; what is said of others counts for nothing.
    public var labels: Set<String>
    /// What the passage states, in order of the file.
    public var facts: [Fact]
  }

  /// As in the file.
  public var id: String
  /// Whole; spans count its scalars.
  public var text: String
  /// The annotated parts, in order of the text.
  public var passages: [Passage]
}

/// Counts of facts found and of predictions that are facts; the two differ where several predictions
/// find one fact.
public struct FactCounts: Hashable, AdditiveCounts {
  /// Readings of the tool that an annotated fact bears out.
  public var rightPredictions = 0
  /// Readings of the tool that were judged.
  public var predictions = 0
  /// Annotated facts that the tool found.
  public var found = 0
  /// Annotated facts.
  public var facts = 0

  /// Nothing counted yet.
  public init() {}

  /// Share of the counted predictions that are facts; 0 if there are none.
  public var precision: Double {
    predictions == 0 ? 0 : Double(rightPredictions) / Double(predictions)
  }
  /// Share of the facts that are found; 0 if there are none.
  public var recall: Double { facts == 0 ? 0 : Double(found) / Double(facts) }
  /// Harmonic mean of the two.
  public var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  /// Adds counts of other documents.
  public static func += (a: inout FactCounts, b: FactCounts) {
    a.rightPredictions += b.rightPredictions
    a.predictions += b.predictions
    a.found += b.found
    a.facts += b.facts
  }
}

/// Scores assertions against a corpus that marks facts by spans.
///
/// - A prediction counts if it is positive, asserted or claimed, its evidence stands in a passage, and
///   one of the labels it may be read as was looked for in that passage. All others are ignored.
/// - It is right if one of these labels holds between spans that overlap the evidence's ends, or overlap
///   names of the same entities in the passage. The same relation between the same two entities counts
///   once a passage. Every other counted prediction is wrong: unmarked pairs are negatives.
/// - A fact marked on several mentions of the same two is one, and found if any of them is.
public struct FactEvaluation: Sendable {
  /// One entry a document, in the order they were added.
  public private(set) var byDocument: [FactCounts] = []
  /// By the corpus's label; a wrong prediction counts for the first label it may be read as.
  public private(set) var byLabel: [String: FactCounts] = [:]
  private let table: CorpusRelationTable

  private struct Prediction {
    var assertion: Assertion
    var subject: [Span]
    var object: [Span]
    var labels: [CorpusRelationTable.Label]
  }

  init(table: CorpusRelationTable) { self.table = table }

  /// For the files of KnowledgeNet.
  public static var knowledgeNet: FactEvaluation { FactEvaluation(table: .knowledgeNet) }
  /// For the files of re3d.
  public static var re3d: FactEvaluation { FactEvaluation(table: .re3d) }

  /// The sum over all documents.
  public var total: FactCounts { byDocument.reduce(into: FactCounts()) { $0 += $1 } }

  /// Counts one document.
  public mutating func add(
    _ extracted: ExtractedDocument, gold: FactDocument, minimumConfidence: Double = 0
  ) {
    var counts = FactCounts()
    for passage in gold.passages {
      let predictions = predictions(in: passage, extracted, minimumConfidence)
      var found: Set<String> = []
      for prediction in predictions {
        let matches = passage.facts.filter { isFact($0, prediction) }
        let label = matches.first?.label ?? prediction.labels.first?.name ?? ""
        var one = FactCounts()
        one.predictions = 1
        one.rightPredictions = matches.isEmpty ? 0 : 1
        byLabel[label, default: FactCounts()] += one
        counts += one
        found.formUnion(matches.map(\.group))
      }
      var groups: [String: String] = [:]
      for fact in passage.facts where !table.relations(of: fact.label).isEmpty {
        groups[fact.group] = fact.label
      }
      for (group, label) in groups {
        var one = FactCounts()
        one.facts = 1
        one.found = found.contains(group) ? 1 : 0
        byLabel[label, default: FactCounts()] += one
        counts += one
      }
    }
    byDocument.append(counts)
  }

  private func predictions(
    in passage: FactDocument.Passage, _ extracted: ExtractedDocument, _ minimumConfidence: Double
  ) -> [Prediction] {
    var seen: Set<String> = []
    return extracted.assertions.compactMap { assertion in
      guard assertion.confidence >= minimumConfidence, assertion.polarity == .positive,
        [.asserted, .claimed].contains(assertion.status),
        let place = assertion.evidence.trigger ?? assertion.evidence.subject,
        passage.span.contains(place.start)
      else { return nil }
      let labels = (table.labels[assertion.relation] ?? []).filter {
        passage.labels.contains($0.name)
      }
      let key = "\(assertion.subject) \(assertion.relation) \(assertion.object)"
      guard !labels.isEmpty, seen.insert(key).inserted else { return nil }
      return Prediction(
        assertion: assertion,
        subject: words(for: assertion.subject, assertion.evidence.subject, passage, extracted),
        object: words(for: assertion.object, assertion.evidence.object, passage, extracted),
        labels: labels)
    }
  }

  /// The end's words and the entity's names in the passage.
  private func words(
    for entity: EntityID, _ end: Span?, _ passage: FactDocument.Passage,
    _ extracted: ExtractedDocument
  ) -> [Span] {
    let names = extracted.annotated.mentions.filter {
      $0.entity == entity && passage.span.contains($0.span)
    }
    return names.map(\.span) + [end].compactMap { $0 }
  }

  private func isFact(_ fact: FactDocument.Fact, _ prediction: Prediction) -> Bool {
    prediction.labels.contains { label in
      guard label.name == fact.label else { return false }
      func overlap(_ a: [Span], _ b: [Span]) -> Bool {
        a.contains(where: fact.subject.overlaps) && b.contains(where: fact.object.overlaps)
      }
      let isStraight = overlap(prediction.subject, prediction.object)
      let isTurned = overlap(prediction.object, prediction.subject)
      if table.undirected.contains(label.name) { return isStraight || isTurned }
      return label.isInverse ? isTurned : isStraight
    }
  }
}
