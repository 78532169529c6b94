import RelataCore
import RelataTestSupport

@testable import RelataGraph

/// A small random multigraph with every kind of relation.
func randomGraph(vertices: Int, edges: Int, seed: UInt64) -> KnowledgeGraph {
  var random = SeededGenerator(seed: seed)
  let types: [RelationID] = ["hired", "met_with", "funds", "other"]
  let entities = (0..<vertices).map { i in
    Entity(id: EntityID("e\(i)"), name: "N\(i % 3)", type: .person)
  }
  let relations = (0..<edges).compactMap { i -> Relation? in
    let a = Int.random(in: 0..<vertices, using: &random)
    let b = Int.random(in: 0..<vertices, using: &random)
    if a == b { return nil }
    return Relation(
      id: AssertionID("r\(i)"), subject: EntityID("e\(a)"),
      type: types[Int.random(in: 0..<types.count, using: &random)], object: EntityID("e\(b)"),
      predicate: "p", polarity: Int.random(in: 0..<4, using: &random) == 0 ? .negative : .positive,
      status: AssertionStatus.allCases[Int.random(in: 0..<4, using: &random)], tense: .current,
      confidence: Double(Int.random(in: 1...4, using: &random)) / 4, evidence: [])
  }
  return KnowledgeGraph(entities: entities, relations: relations)
}
