import Foundation
import RelataCore

/// Scores extracted edges against hand-annotated articles, by canonical entities.
///
/// A predicted entity stands for the gold entity whose names its own names match most often
/// (case, titles, a leading "the" and possessives aside). Each edge counts once a document:
/// - pair: the two entities, without type or direction;
/// - typed: relation and direction (none for symmetric relations);
/// - strict: typed with polarity and status.
/// An edge with an entity that the gold does not list is wrong. Deterministic.
public struct EdgeEvaluation: Sendable {
  public private(set) var documents = 0
  public private(set) var entities = PrecisionRecall()
  public private(set) var pair = PrecisionRecall()
  public private(set) var typed = PrecisionRecall()
  public private(set) var strict = PrecisionRecall()
  /// Typed counts per relation.
  public private(set) var byRelation: [String: PrecisionRecall] = [:]
  /// Right and all typed edges per extractor and relation ("rule.verb.v1 hired").
  public private(set) var byExtractor: [String: PrecisionRecall] = [:]
  /// Of the typed edges that are right: how many have the right polarity, status and claimant.
  public private(set) var polarity = PrecisionRecall()
  public private(set) var status = PrecisionRecall()
  public private(set) var attribution = PrecisionRecall()
  private let schema: RelationSchema

  public init(schema: RelationSchema = .standard) { self.schema = schema }

  struct Edge: Hashable {
    var subject: String
    var relation: String
    var object: String
    var mood: String
  }

  /// Adds one document's edges with at least the given confidence.
  public mutating func add(
    _ predicted: ExtractedDocument, gold: GoldArticle, minimumConfidence: Double = 0
  ) {
    documents += 1
    let names = EntityAlignment(gold: gold, predicted: predicted.annotated)
    entities += names.score
    let goldEdges = gold.relations.map {
      edge($0.subject, $0.relation, $0.object, mood: "\($0.polarity) \($0.status)")
    }
    let assertions = predicted.assertions.filter { $0.confidence >= minimumConfidence }
    let edges = assertions.map { assertion in
      edge(
        names[assertion.subject], assertion.relation.rawValue, names[assertion.object],
        mood: "\(assertion.polarity.rawValue) \(assertion.status.rawValue)")
    }
    strict += PrecisionRecall(predicted: Set(edges), gold: Set(goldEdges))
    let goldTyped = Set(goldEdges.map { $0.without(mood: true) })
    let predictedTyped = Set(edges.map { $0.without(mood: true) })
    typed += PrecisionRecall(predicted: predictedTyped, gold: goldTyped)
    pair += PrecisionRecall(
      predicted: Set(predictedTyped.map(\.ends)), gold: Set(goldTyped.map(\.ends)))
    for relation in schema.relations.map(\.id.rawValue) {
      let counts = PrecisionRecall(
        predicted: predictedTyped.filter { $0.relation == relation },
        gold: goldTyped.filter { $0.relation == relation })
      if counts != PrecisionRecall() { byRelation[relation, default: PrecisionRecall()] += counts }
    }
    addDetails(assertions, edges: edges, gold: gold, goldEdges: goldEdges)
  }

  private mutating func addDetails(
    _ assertions: [Assertion], edges: [Edge], gold: GoldArticle, goldEdges: [Edge]
  ) {
    var goldByType: [Edge: [Int]] = [:]
    for (i, edge) in goldEdges.enumerated() { goldByType[edge.without(mood: true), default: []].append(i) }
    for (assertion, edge) in zip(assertions, edges) {
      let matches = goldByType[edge.without(mood: true)] ?? []
      for key in [assertion.extractor, "\(assertion.extractor) \(assertion.relation)"] {
        byExtractor[key, default: PrecisionRecall()] +=
          matches.isEmpty ? PrecisionRecall(falsePositives: 1) : PrecisionRecall(truePositives: 1)
      }
      guard !matches.isEmpty else { continue }
      let relations = matches.map { gold.relations[$0] }
      polarity += Self.outcome(relations.contains { $0.polarity == assertion.polarity.rawValue })
      status += Self.outcome(relations.contains { $0.status == assertion.status.rawValue })
      attribution += Self.outcome(
        relations.contains { ($0.attribution == nil) == (assertion.attribution == nil) })
    }
  }

  private static func outcome(_ isRight: Bool) -> PrecisionRecall {
    isRight ? PrecisionRecall(truePositives: 1) : PrecisionRecall(falsePositives: 1)
  }

  private func edge(_ subject: String, _ relation: String, _ object: String, mood: String) -> Edge {
    if schema[RelationID(relation)]?.isSymmetric == true, object < subject {
      return Edge(subject: object, relation: relation, object: subject, mood: mood)
    }
    return Edge(subject: subject, relation: relation, object: object, mood: mood)
  }
}

extension EdgeEvaluation {
  /// Each assertion with whether it is right as a typed edge, and the gold types of its pair.
  public func details(
    _ predicted: ExtractedDocument, gold: GoldArticle
  ) -> [(assertion: Assertion, isRight: Bool, goldTypes: [String])] {
    let names = EntityAlignment(gold: gold, predicted: predicted.annotated)
    let goldEdges = Set(gold.relations.map { edge($0.subject, $0.relation, $0.object, mood: "") })
    return predicted.assertions.map { assertion in
      let edge = edge(
        names[assertion.subject], assertion.relation.rawValue, names[assertion.object], mood: "")
      let types = goldEdges.filter { $0.ends == edge.ends }.map(\.relation).sorted()
      return (assertion, goldEdges.contains(edge), types)
    }
  }

  /// Gold relations that no assertion gives with the right type and direction.
  public func missed(_ predicted: ExtractedDocument, gold: GoldArticle) -> [GoldArticle.Relation] {
    let names = EntityAlignment(gold: gold, predicted: predicted.annotated)
    let found = Set(
      predicted.assertions.map {
        edge(names[$0.subject], $0.relation.rawValue, names[$0.object], mood: "")
      })
    return gold.relations.filter {
      !found.contains(edge($0.subject, $0.relation, $0.object, mood: ""))
    }
  }
}

extension EdgeEvaluation.Edge {
  func without(mood: Bool) -> Self {
    var changed = self
    changed.mood = ""
    return changed
  }

  /// The two ends in a fixed order.
  var ends: [String] { [subject, object].sorted() }
}
