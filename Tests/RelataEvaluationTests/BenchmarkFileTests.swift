import Foundation
import RelataCore
import RelataEvaluation
import RelataTestSupport
import Testing

/// The files under Tests/Benchmark say what they may.
@Suite struct BenchmarkFileTests {
  private static func data(_ name: String) throws -> Data {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Data(contentsOf: tests.appending(path: "Benchmark/\(name)"))
  }

  private static let articles = Result {
    try GoldArticle.read(jsonl: data("articles.jsonl"), file: "articles.jsonl")
  }
  private static let traps = Result {
    try Trap.read(jsonl: data("traps.jsonl"), file: "traps.jsonl")
  }

  // MARK: Articles

  @Test func thereAreTwelveArticlesOrMoreOfUsualLength() throws {
    let articles = try Self.articles.get()
    #expect(articles.count >= 12)
    #expect(Set(articles.map(\.id)).count == articles.count)
    for article in articles {
      let words = article.text.split(whereSeparator: \.isWhitespace).count
      #expect((110...320).contains(words), "\(article.id) has \(words) words")
    }
  }

  @Test func sentencesCoverTheTextInOrder() throws {
    for article in try Self.articles.get() {
      let scalars = Array(article.text.unicodeScalars)
      var end = 0
      for pair in try #require(article.sentences) {
        #expect(pair.count == 2 && end <= pair[0] && pair[0] < pair[1] && pair[1] <= scalars.count)
        let isCovered = scalars[end..<pair[0]].allSatisfy { $0.properties.isWhitespace }
        #expect(isCovered, "\(article.id) \(pair)")
        end = pair[1]
      }
      #expect(scalars[end...].allSatisfy { $0.properties.isWhitespace })
      for index in article.furniture ?? [] {
        #expect(article.sentences?.indices.contains(index) == true)
      }
    }
  }

  @Test func spansFallOnWordsOfTheirSentence() throws {
    for article in try Self.articles.get() {
      let scalars = Array(article.text.unicodeScalars)
      func isLetter(_ i: Int) -> Bool {
        scalars.indices.contains(i) && scalars[i].properties.isAlphabetic
      }
      for relation in article.relations {
        let place = try #require(relation.evidence)
        let sentence = try #require(article.sentences?[place.sentence])
        #expect(article.furniture?.contains(place.sentence) != true, "\(article.id): \(relation)")
        for span in [place.subject, place.object, place.trigger].compactMap({ $0 }) {
          #expect(sentence[0] <= span[0] && span[0] < span[1] && span[1] <= sentence[1])
          #expect(!isLetter(span[0] - 1) && !isLetter(span[1]), "\(article.id): \(relation)")
          #expect(!scalars[span[0]].properties.isWhitespace)
          #expect(!scalars[span[1] - 1].properties.isWhitespace)
        }
        #expect(place.trigger != nil)
      }
    }
  }

  @Test func idsResolveAndRelationsFitTheSchema() throws {
    for article in try Self.articles.get() {
      let types = Dictionary(uniqueKeysWithValues: article.entities.map { ($0.id, $0.type) })
      for relation in article.relations {
        let type = try #require(
          RelationSchema.standard[RelationID(relation.relation)], "\(article.id): \(relation)")
        let subject = try #require(types[relation.subject].flatMap(EntityType.init))
        let object = try #require(types[relation.object].flatMap(EntityType.init))
        #expect(type.allows(subject: subject, object: object), "\(article.id): \(relation)")
        #expect(relation.subject != relation.object)
        #expect(Polarity(rawValue: relation.polarity) != nil)
        #expect(AssertionStatus(rawValue: relation.status) != nil)
        #expect(TenseClass(rawValue: relation.tense) != nil)
        if relation.status == "claimed" { #expect(relation.attribution != nil) }
        if let claim = relation.attribution {
          #expect((claim.entity == nil) != (claim.text == nil), "\(article.id): \(relation)")
          let cue = try #require(claim.cue)
          #expect(article.text.contains(cue), "\(article.id): \(relation)")
          if let entity = claim.entity { #expect(types[entity] != nil) }
          if let text = claim.text {
            #expect(article.text.contains(text), "\(article.id): \(text)")
          }
        }
      }
      for entity in article.entities {
        #expect(!entity.aliases.isEmpty, "\(article.id): \(entity.name)")
        for alias in entity.aliases {
          #expect(article.text.contains(alias), "\(article.id): \(alias)")
        }
      }
    }
  }

  // MARK: Traps

  @Test func everyCategoryIsSplitEvenly() throws {
    let traps = try Self.traps.get()
    #expect(traps.count >= 240)
    #expect(Set(traps.map(\.id)).count == traps.count)
    #expect(Set(traps.map(\.text)).count == traps.count)
    for (category, items) in Dictionary(grouping: traps, by: \.category) {
      let dev = items.filter { $0.half == .dev }.count
      #expect(abs(2 * dev - items.count) <= 1, "\(category)")
      #expect(items.count >= 12, "\(category)")
    }
  }

  @Test func readingsUseTheSchemaAndItsValues() throws {
    for trap in try Self.traps.get() {
      #expect(!trap.wrong.isEmpty || !trap.right.isEmpty, "\(trap.id)")
      for reading in trap.right {
        let isOpen = [reading.subject, reading.relation, reading.object].contains { $0.isAnything }
        #expect(!isOpen, "\(trap.id)")
        #expect(reading.polarity != nil, "\(trap.id)")
      }
      for reading in trap.right + trap.wrong {
        for relation in reading.relation.values where !reading.relation.isAnything {
          #expect(RelationSchema.standard.contains(RelationID(relation)), "\(trap.id) \(relation)")
        }
        for value in reading.polarity?.values ?? [] { #expect(Polarity(rawValue: value) != nil) }
        for value in reading.status?.values ?? [] {
          #expect(AssertionStatus(rawValue: value) != nil)
        }
        for value in reading.tense?.values ?? [] { #expect(TenseClass(rawValue: value) != nil) }
        #expect(!(reading.subject.isAnything && reading.object.isAnything), "\(trap.id)")
      }
    }
  }

  /// A tool that gives exactly the right readings must not be blamed for any of them.
  @Test func noRightReadingIsAWrongOne() throws {
    for trap in try Self.traps.get() {
      var evaluation = TrapEvaluation()
      var draft = DocumentDraft(trap.id)
      var entities: [String: EntityID] = [:]
      for reading in trap.right {
        for name in [reading.subject.values[0], reading.object.values[0]]
        where entities[name] == nil {
          entities[name] = draft.entity(name)
        }
        let subject = try #require(entities[reading.subject.values[0]])
        let object = try #require(entities[reading.object.values[0]])
        draft.assert(
          subject, RelationID(reading.relation.values[0]), object,
          polarity: reading.polarity.flatMap { Polarity(rawValue: $0.values[0]) } ?? .positive,
          status: reading.status.flatMap { AssertionStatus(rawValue: $0.values[0]) } ?? .asserted,
          tense: reading.tense.flatMap { TenseClass(rawValue: $0.values[0]) } ?? .current,
          claimantText: reading.attribution?.values[0])
      }
      evaluation.add(draft.document, trap: trap)
      let result = try #require(evaluation.results.first)
      #expect(result.emitted.isEmpty, "\(trap.id): \(result.emitted)")
      #expect(result.missed.isEmpty, "\(trap.id): \(result.missed)")
    }
  }
}
