import Foundation
import RelataCore
import RelataEvaluation
import RelataTestSupport
import Testing

@Suite struct EntityEvaluationTests {
  private static let gold = """
    {"id":"d1","text":"Anna Kern met Karl Kern. Anna told Karl of Acme.","entities":[
     {"id":"g1","name":"Anna Kern","type":"PERSON","aliases":["Anna Kern","Anna"]},
     {"id":"g2","name":"Karl Kern","type":"PERSON","aliases":["Karl Kern","Karl"]},
     {"id":"g3","name":"Acme","type":"ORGANIZATION","aliases":["Acme","the firm"]}],"relations":[]}
    """.replacing("\n", with: "")

  /// A document of the gold's text whose names belong to the entities given, in order of the text.
  private func document(_ names: [(String, String)], types: [EntityType]) throws
    -> AnnotatedDocument
  {
    let text = "Anna Kern met Karl Kern. Anna told Karl of Acme."
    var mentions: [Mention] = []
    var start = text.startIndex
    for (name, entity) in names {
      let range = try #require(text.range(of: name, range: start..<text.endIndex))
      let from = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
      mentions.append(
        Mention(
          id: "m", span: Span(from, from + name.unicodeScalars.count), sentence: 0, tokens: 0..<1,
          type: .person, entity: EntityID(entity)))
      start = range.upperBound
    }
    let ids = Set(names.map(\.1)).sorted()
    let entities = zip(ids, types).map { id, type in
      DocumentEntity(
        id: EntityID(id), name: names.first { $0.1 == id }?.0 ?? "", type: type,
        aliases: names.filter { $0.1 == id }.map(\.0))
    }
    return AnnotatedDocument(
      document: Document(id: DocumentID("d1"), source: "d1", text: SourceText(text)), sentences: [],
      mentions: mentions, entities: entities)
  }

  private func evaluate(
    _ names: [(String, String)], types: [EntityType] = [.person, .person, .organization]
  ) throws -> EntityEvaluation {
    let article = try #require(
      try GoldArticle.read(jsonl: Data(Self.gold.utf8), file: "gold.jsonl").first)
    var evaluation = EntityEvaluation()
    evaluation.add(try document(names, types: types), gold: article)
    return evaluation
  }

  private static let right = [
    ("Anna Kern", "e1"), ("Karl Kern", "e2"), ("Anna", "e1"), ("Karl", "e2"), ("Acme", "e3"),
  ]

  @Test func rightClustersAreWhole() throws {
    let result = try evaluate(Self.right)
    #expect(result.strict == [PrecisionRecall(truePositives: 3)])
    #expect(result.clusters[0].f1 == 1)
  }

  @Test func twoPeopleInOneCostPurityNotCompleteness() throws {
    let merged = Self.right.map { ($0.0, $0.1 == "e2" ? "e1" : $0.1) }
    let result = try evaluate(merged, types: [.person, .organization])
    #expect(result.clusters[0].recall == 1)
    #expect(abs(result.clusters[0].precision - (4 * 0.5 + 1) / 5) < 1e-12)
    #expect(result.strict == [PrecisionRecall(truePositives: 2, falseNegatives: 1)])
  }

  @Test func onePersonInTwoCostsCompletenessNotPurity() throws {
    let split = Self.right.map { ($0.0, $0.0 == "Anna" ? "e4" : $0.1) }
    let result = try evaluate(split, types: [.person, .person, .organization, .person])
    #expect(result.clusters[0].precision == 1)
    #expect(abs(result.clusters[0].recall - (2 * 0.5 + 3) / 5) < 1e-12)
    #expect(result.strict == [PrecisionRecall(truePositives: 3, falsePositives: 1)])
  }

  @Test func aWrongTypeIsNotStrict() throws {
    let result = try evaluate(Self.right, types: [.person, .person, .location])
    #expect(
      result.strict == [PrecisionRecall(truePositives: 2, falsePositives: 1, falseNegatives: 1)])
    #expect(result.clusters[0].f1 == 1)
  }
}
