import RelataCore
import RelataLanguage
import RelataTestSupport
import Testing

@testable import RelataAnnotation
@testable import RelataExtraction

/// Where patterns match, what sentences are explained by, and what a user's words come before.
@Suite("Rules of users, as approved")
struct UserRulesTableTests {
  /// A tree, "::" and a pattern; each match with its ends, its words and the word whose clause counts.
  @Test func `patterns match where it is approved`() throws {
    try ApprovedTable.compare("patterns.txt") { line in
      let sides = line.components(separatedBy: " :: ")
      let reading = try BracketedReading(sides[0])
      let pattern = try SurfacePattern(
        sides[1], relation: "owns", confidence: 0.7, at: InputLocation(file: "r.yaml"))
      let context = reading.contexts[reading.contexts.count - 1]
      var matcher = PatternMatcher(context)
      let found = context.tree.tokens.indices.compactMap { matcher.match(pattern, from: $0) }
      let proposed = PatternRule(patterns: [pattern]).candidates(in: context).count
      return found.map { match in
        let ends = [match.subject, match.object].map { end in
          end.map { reading.words($0, in: context) } ?? "nobody"
        }
        let words = match.words.map { context.tree.form($0) }.joined(separator: " ")
        let anchor = context.tree.form(matcher.anchor(of: match.words))
        return "\(ends[0]); \(ends[1]); \(words), \(anchor)"
      } + ["\(proposed) proposed"]
    }
  }

  /// Names, words that stand for them, and triggers with what stands in their places.
  @Test func `sentences are explained as approved`() throws {
    let extractor = try AssertionExtractor(minimumConfidence: 0)
    try ApprovedTable.compare("explained.txt") { line in
      let text = try BracketedReading(line).text
      let document = text.document
      func words(_ reference: SentenceExplanation.Reference) -> String {
        "\(document.words(reference.span)) = "
          + (reference.entities.isEmpty
            ? "?" : reference.entities.map { text.name($0) }.joined(separator: ", "))
      }
      return extractor.explain(document).sentences.flatMap { sentence in
        var lines = ["\(sentence.sentence + 1)\(sentence.isFurniture ? " furniture" : "")"]
        lines += sentence.names.map { "name \(words($0))" }
        lines += sentence.references.map { "reference \(words($0))" }
        for trigger in sentence.triggers {
          let relations = trigger.relations.map(\.rawValue).joined(separator: ", ")
          let arguments = trigger.arguments.map(words).joined(separator: "; ")
          lines.append("trigger \(document.words(trigger.span)) [\(relations)]: \(arguments)")
        }
        lines += sentence.candidates.map { "\($0.relation): \($0.path)" }
        return lines
      }
    }
  }

  /// The same verb, noun, event and adjective as the shipped ones are read by the user's line first.
  @Test func `a user's line comes before the shipped ones`() throws {
    let rules = try UserRules(
      yaml: """
        triggers:
          opposes:
            confidence: 0.25
            verbs: ["hire : o > s"]
            nouns: ["leader : h > of"]
            events: ["talk : a > with"]
            adjectives: ["loyal : n > to"]
            compounds: [backed]
          supports:
            verbs: [hire]
        """, file: "r.yaml")
    let lexicon = Lexicon.standard.adding(rules.triggers)
    #expect(lexicon.verbFrames["hire"]?.prefix(2).map(\.relation) == ["opposes", "supports"])
    #expect(lexicon.verbFrames["hire"]?.prefix(2).map(\.confidence) == [0.25, 0.7])
    #expect(lexicon.verbFrames["hire"]?.first?.from == .patient)
    #expect(lexicon.roles.frames["leader"]?.first?.relation == "opposes")
    #expect(lexicon.roles.frames["leader"]?.first?.confidence == 0.25)
    #expect(lexicon.eventNouns["talk"]?.first?.relation == "opposes")
    #expect(lexicon.eventNouns["talk"]?.first?.confidence == 0.25)
    #expect(lexicon.adjectives["loyal"]?.first?.relation == "opposes")
    #expect(lexicon.adjectives["loyal"]?.first?.confidence == 0.25)
    #expect(lexicon.compounds["backed"]?.relation == "opposes")
    #expect(lexicon.compounds["backed"]?.confidence == 0.25)
    #expect((lexicon.verbFrames["hire"]?.count ?? 0) > 2)
  }

  private static let head =
    "agreement: [1, 2, 3], alone: [1, 2, 3, 4, 5, 6], relations: {hired: 0.5}"

  @Test(arguments: [
    ("rules: {a: 0, b: 1}\nrelations: {c: 0.5}\nhead: {\(Self.head)}\n", true),
    ("rules: {a: 0.5}\nhead: {\(Self.head)}\n", true),
    ("rules: {a: 1.5}\nhead: {\(Self.head)}\n", false),
    ("rules: {a: -0.5}\nhead: {\(Self.head)}\n", false),
    ("rules: {a: 0.5}\nrelations: {c: 2}\nhead: {\(Self.head)}\n", false),
    ("rules: {a: .nan}\nhead: {\(Self.head)}\n", false),
    (
      "rules: {a: 0.5}\nhead: {agreement: [1, 2, .nan], alone: [1, 2, 3, 4, 5, 6], relations: {}}\n",
      false
    ),
    (
      "rules: {a: 0.5}\nhead: {agreement: [1, 2, 3], alone: [1, 2, 3, 4, 5, .inf], relations: {}}\n",
      false
    ),
    (
      "rules: {a: 0.5}\nhead: {agreement: [1, 2, 3], alone: [1, 2, 3, 4, 5, 6], relations: {a: .nan}}\n",
      false
    ),
  ])
  func `a table of confidence holds probabilities and finite weights`(yaml: String, isOne: Bool) {
    do throws(RelataError) {
      let table = try ConfidenceTable(yaml: yaml, file: "c.yaml")
      #expect(isOne)
      #expect(table.precision(of: Rule("a", "a rule")) != nil)
      #expect(table.precision(of: Rule("d", "no rule")) == nil)
      #expect(table.precision(of: Rule("d", "stated", trust: .stated(0.3, because: ""))) == 0.3)
    } catch {
      #expect(!isOne && error.code == "RL3004")
    }
  }
}
