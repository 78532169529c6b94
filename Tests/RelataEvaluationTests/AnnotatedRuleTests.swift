import Foundation
import RelataAnnotation
import RelataCore
import RelataLanguage
import Testing

@testable import RelataExtraction

/// The real annotator, loaded once: rules, words of users and explanations on trees as the model makes them.
private enum Reader {
  static let shared: Result<(Annotator, AssertionExtractor), any Error> = Result {
    (try Annotator(), try AssertionExtractor(minimumConfidence: 0.2))
  }

  /// Without what the coreference and relation heads say: for tests about the rules.
  static func annotate(_ text: String) throws -> AnnotatedDocument {
    var annotated = try shared.get().0.annotate(
      Document(id: DocumentID("test"), source: "test", text: SourceText(text)))
    annotated.references = []
    annotated.relations = []
    return annotated
  }
}

@Suite struct AnnotatedRuleTests {
  @Test(arguments: RuleRegistry.rules.flatMap { rule in rule.examples.map { (rule, $0) } })
  func anExampleGivesWhatItSays(rule: Rule, example: Rule.Example) throws {
    let extractor = try AssertionExtractor(minimumConfidence: 0)
    let (document, sentences) = extractor.explain(try Reader.annotate(example.text))
    let names = Dictionary(
      uniqueKeysWithValues: document.annotated.entities.map { ($0.id, $0.name) })
    let found = sentences.flatMap(\.candidates).filter { candidate in
      guard candidate.rule == rule.id else { return false }
      switch candidate.outcome {
      case .kept, .readBy: return true
      default: return false
      }
    }.map {
      "\(names[$0.subject.entity] ?? "?") | \($0.relation) | \(names[$0.object.entity] ?? "?")"
    }
    #expect(
      found.contains(example.reading) == example.isRead,
      "\(rule.id) in '\(example.text)': \(found); all: \(sentences.flatMap(\.candidates).map { "\($0.rule) \($0.relation) \($0.outcome)" })"
    )
  }

  /// The head has never seen the word and gives it nothing: what a user asks for is found all the same.
  @Test(arguments: [
    ("hired", "verbs: [poach]", "Karst Bank poached Milo Hartwell."),
    ("hired", "confidence: 0.3\n    verbs: [poach]", "Karst Bank poached Milo Hartwell."),
    ("employed_by", "nouns: [\"bagman : h > of\"]", "Milo Hartwell, a bagman of Karst Bank, fled."),
    ("supports", "adjectives: [sympathetic]", "Milo Hartwell is sympathetic to Karst Bank."),
  ])
  func whatAUserAsksForIsFoundWithItsOwnConfidence(
    relation: String, lines: String, text: String
  ) throws {
    let yaml = "triggers:\n  \(relation):\n    \(lines)\n"
    let rules = try UserRules(yaml: yaml, file: "rules.yaml")
    let annotated = try Reader.shared.get().0.annotate(
      Document(id: DocumentID("t"), source: "t", text: SourceText(text)))
    let assertions = try AssertionExtractor(userRules: rules).extract(annotated).assertions
    let found = try #require(assertions.first { $0.relation.rawValue == relation }, "\(assertions)")
    let stated = lines.contains("0.3") ? 0.3 : UserRules.defaultConfidence
    #expect(found.confidence > stated * 0.8 && found.confidence <= stated)
  }

  /// A schema of the user's own: a relation that ours lacks, and a word for it.
  @Test func aRelationOfTheUsersOwnSchemaIsRead() throws {
    let schema = try RelationSchema(
      yaml: """
        version: 1
        relations:
          - id: endorsed
            family: alliance
            domain: [PERSON]
            range: [PERSON]
            symmetric: false
            label: "endorsed"
            inverse: "endorsed by"
            wikidata: []
            ftm: "UnknownLink"
          - id: other
            family: other
            domain: [ANY]
            range: [ANY]
            symmetric: false
            label: "is related to"
            inverse: "is related to"
            wikidata: []
            ftm: "UnknownLink"
        """, file: "schema.yaml")
    let yaml = "triggers:\n  endorsed:\n    verbs: [anoint]\n"
    #expect(throws: RelataError.self) { try UserRules(yaml: yaml, file: "r.yaml") }
    let rules = try UserRules(yaml: yaml, file: "r.yaml", schema: schema)
    let extractor = try AssertionExtractor(schema: schema, userRules: rules)
    let annotated = try Reader.shared.get().0.annotate(
      Document(
        id: DocumentID("t"), source: "t",
        text: SourceText("Angela Merkel anointed Boris Johnson. Paul Simon hired Ivan Orlov.")))
    let found = extractor.extract(annotated).assertions
    #expect(found.map(\.relation) == ["endorsed"])
    // The types of the schema are held, too.
    let place = try Reader.annotate("Angela Merkel anointed Moscow.")
    #expect(extractor.extract(place).assertions.isEmpty)
  }

  @Test func aPatternOfManyGapsTakesFewSteps() throws {
    let gaps = Array(repeating: "...", count: 18).joined(separator: " word ")
    let rules = try UserRules(
      yaml: "patterns:\n  - {relation: owns, pattern: \"{subject} \(gaps) never {object}\"}\n",
      file: "rules.yaml")
    let text = "Angela Merkel " + String(repeating: "word ", count: 120) + "Boris Johnson."
    let annotated = try Reader.annotate(text)
    let context = SentenceContext(
      annotated: annotated, index: 0, mentions: Array(annotated.mentions.indices),
      lexicon: .standard, schema: .standard,
      types: Dictionary(
        annotated.entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first }))
    var matcher = PatternMatcher(context)
    for start in context.tree.tokens.indices {
      #expect(matcher.match(rules.patterns[0], from: start) == nil)
    }
    #expect(matcher.steps <= context.tree.count * rules.patterns[0].elements.count)
  }

  /// Every number on the right of an equation is given or stands on the left of one before.
  @Test(arguments: [
    "Ukraine said that Russia had not attacked Poland.",
    "Angela Merkel met Theresa May. She hired Robert Stryk, a lobbyist for Gazprom.",
    "Iraqi troops attacked Hamas in Mosul, Iraq, on Friday. Ivan Orlov is loyal to Elena Petrova.",
  ])
  func theNumbersComeToTheConfidence(text: String) throws {
    let (annotator, extractor) = try Reader.shared.get()
    let annotated = try annotator.annotate(
      Document(id: DocumentID("test"), source: "test", text: SourceText(text)))
    let scores = extractor.explain(annotated).sentences.flatMap(\.candidates).compactMap(\.score)
    #expect(!scores.isEmpty)
    for score in scores {
      var known: [Double] = []
      for equation in score.equations {
        let sides = equation.text.components(separatedBy: " = ")
        let (left, right) = (try #require(Double(sides[0])), sides[1])
        let found = try Arithmetic.value(right, known: known)
        #expect(abs(found - left) < 0.003, "\(equation.text) comes to \(found)")
        known.append(left)
      }
      #expect(known.last == score.confidence)
    }
    // Where the head looked, its share is shown.
    #expect(scores.contains { $0.headProbability != nil && !$0.terms.isEmpty })
  }
}
