import Foundation
import RelataCore

/// What is counted of a document's edges.
public enum EdgeMeasure: String, CaseIterable, Sendable {
  /// Entities by any of their names, whatever their type.
  case entities
  /// The two entities of an edge, without type or direction.
  case pair
  /// Relation and direction (none for symmetric relations).
  case typed
  /// Typed with polarity and status.
  case strict
  /// Of the typed edges that are right: those with the right polarity, status, or with an attribution
  /// exactly where the gold has one.
  case polarity, status, attribution
  /// Of the right edges that the gold attributes to somebody: those attributed to the same one.
  case attributionSource = "attribution source"
}

/// Scores extracted edges against hand-annotated articles, by canonical entities.
///
/// A predicted entity stands for the gold entity whose names its own names match most often
/// (case, titles, a leading "the" and possessives aside). Each edge counts once a document. An edge
/// with an entity that the gold does not list is wrong. Deterministic.
public struct EdgeEvaluation: Sendable {
  /// The counts of each document, in the order added.
  public private(set) var byDocument: [[EdgeMeasure: PrecisionRecall]] = []
  /// Typed counts per relation.
  public private(set) var byRelation: [String: PrecisionRecall] = [:]
  /// Right and all typed edges per extractor and relation ("rule.verb.v1 hired").
  public private(set) var byExtractor: [String: PrecisionRecall] = [:]
  /// How far confidence tells right edges from wrong ones.
  public private(set) var calibration = Calibration()
  /// Typed counts of each document, for each of ``thresholds``.
  public private(set) var byThreshold: [[PrecisionRecall]] = []
  /// Why edges were missed or wrong.
  public private(set) var errors = ErrorBreakdown()
  private let schema: RelationSchema

  /// The least confidences at which ``byThreshold`` counts.
  public static let thresholds = stride(from: 30, through: 95, by: 5).map { Double($0) / 100 }

  /// Nothing counted yet; the schema says which relations are symmetric.
  public init(schema: RelationSchema = .standard) { self.schema = schema }

  /// Documents added so far.
  public var documents: Int { byDocument.count }

  /// The counts of a measure over all documents.
  public subscript(measure: EdgeMeasure) -> PrecisionRecall {
    counts(measure).reduce(into: PrecisionRecall()) { $0 += $1 }
  }

  /// The counts of a measure by document.
  public func counts(_ measure: EdgeMeasure) -> [PrecisionRecall] {
    byDocument.map { $0[measure] ?? PrecisionRecall() }
  }

  /// Adds one document's edges with at least the given confidence.
  ///
  /// - Parameters:
  ///   - predicted: What the tool read.
  ///   - gold: What the annotators drew.
  ///   - minimumConfidence: Less sure edges count as not emitted.
  ///   - isOracle: Whether the entities carry the ids of the gold; see ``OracleAnnotation``.
  public mutating func add(
    _ predicted: ExtractedDocument, gold: GoldArticle, minimumConfidence: Double = 0,
    isOracle: Bool = false
  ) {
    let names =
      isOracle
      ? EntityAlignment(identityOf: gold, predicted: predicted.annotated)
      : EntityAlignment(gold: gold, predicted: predicted.annotated)
    var counts: [EdgeMeasure: PrecisionRecall] = [.entities: names.score]
    let goldEdges = gold.relations.map { Edge($0, schema) }
    let goldTyped = Set(goldEdges.map(\.typed))
    let assertions = predicted.assertions.filter { $0.confidence >= minimumConfidence }
    let edges = assertions.map { Edge($0, names, schema) }
    let predictedTyped = Set(edges.map(\.typed))
    counts[.strict] = PrecisionRecall(predicted: Set(edges), gold: Set(goldEdges))
    counts[.typed] = PrecisionRecall(predicted: predictedTyped, gold: goldTyped)
    counts[.pair] = PrecisionRecall(
      predicted: Set(predictedTyped.map(\.ends)), gold: Set(goldTyped.map(\.ends)))
    for relation in schema.relations.map(\.id.rawValue) {
      let counts = PrecisionRecall(
        predicted: predictedTyped.filter { $0.relation == relation },
        gold: goldTyped.filter { $0.relation == relation })
      if counts != PrecisionRecall() { byRelation[relation, default: PrecisionRecall()] += counts }
    }
    let matches = Dictionary(grouping: gold.relations.indices) { goldEdges[$0].typed }
    for (assertion, edge) in zip(assertions, edges) {
      let relations = (matches[edge.typed] ?? []).map { gold.relations[$0] }
      count(assertion, isRight: !relations.isEmpty)
      guard !relations.isEmpty else { continue }
      for (measure, isRight) in Self.details(assertion, relations, names, predicted, gold) {
        counts[measure, default: PrecisionRecall()] += PrecisionRecall(isRight: isRight)
      }
    }
    byThreshold.append(
      Self.thresholds.map { threshold in
        let sure = zip(assertions, edges).filter { $0.0.confidence >= threshold }
        return PrecisionRecall(predicted: Set(sure.map(\.1.typed)), gold: goldTyped)
      })
    errors.add(
      predicted, assertions: zip(assertions, edges).map { ($0, $1) }, gold: gold, names, schema)
    byDocument.append(counts)
  }

  private mutating func count(_ assertion: Assertion, isRight: Bool) {
    for key in [assertion.extractor, "\(assertion.extractor) \(assertion.relation)"] {
      byExtractor[key, default: PrecisionRecall()] += PrecisionRecall(isRight: isRight)
    }
    calibration.add(confidence: assertion.confidence, isRight: isRight)
  }

  private static func details(
    _ assertion: Assertion, _ gold: [GoldArticle.Relation], _ names: EntityAlignment,
    _ predicted: ExtractedDocument, _ article: GoldArticle
  ) -> [(EdgeMeasure, Bool)] {
    var details: [(EdgeMeasure, Bool)] = [
      (.polarity, gold.contains { $0.polarity == assertion.polarity.rawValue }),
      (.status, gold.contains { $0.status == assertion.status.rawValue }),
      (
        .attribution,
        gold.contains { ($0.attribution == nil) == (assertion.attribution == nil) }
      ),
    ]
    let claims = gold.compactMap(\.attribution).filter { $0.entity != nil || $0.text != nil }
    // Where another sentence of the article says the same in its own voice, either is right.
    guard !claims.isEmpty, claims.count == gold.count else { return details }
    let source = assertion.attribution.map { AttributionSource($0, predicted.annotated, names) }
    details.append(
      (.attributionSource, claims.contains { source?.isSame($0, in: article) == true }))
    return details
  }
}

/// The claimant of an assertion, comparable with the gold's.
private struct AttributionSource {
  var goldID: String?
  var words: [String]

  init(_ attribution: Attribution, _ document: AnnotatedDocument, _ names: EntityAlignment) {
    goldID = attribution.entity.flatMap(names.goldID)
    words = [attribution.text].compactMap { $0 }
    for entity in document.entities where entity.id == attribution.entity {
      words += [entity.name] + entity.aliases
    }
  }

  func isSame(_ claim: GoldArticle.Relation.Claim, in article: GoldArticle) -> Bool {
    if let entity = claim.entity {
      if let goldID { return goldID == entity }
      let names = article.entities.filter { $0.id == entity }.flatMap { [$0.name] + $0.aliases }
      return names.contains { name in words.contains { NameKey.describeTheSame($0, name) } }
    }
    guard let text = claim.text else { return false }
    return words.contains { NameKey.describeTheSame($0, text) }
  }
}
