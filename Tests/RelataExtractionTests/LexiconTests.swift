import RelataCore
import RelataLanguage
import Testing

@testable import RelataExtraction

/// What the tables may hold; what each of their words says is in `Sentences/words-….conllu`.
@Suite struct LexiconTests {
  private func lexicon(_ kind: String, _ line: String) throws(RelataError) -> Lexicon {
    guard kind == "nouns" else {
      return try Lexicon(yaml: [("words.yaml", "\(kind):\n  hired:\n    - \"\(line)\"\n")])
    }
    // The language room's table, of lines of the same shape.
    var lexicon = Lexicon()
    for frame in try NounFrame.parse(line, relation: "hired", file: "words.yaml") {
      lexicon.roles.frames[frame.noun, default: []].append(frame)
    }
    return lexicon
  }

  @Test(arguments: [
    ("verbs", "hire"), ("verbs", "hire s > o"), ("verbs", "hire : s o"), ("verbs", ": s > o"),
    ("verbs", "hire : s < o"), ("verbs", "hire : x > o"), ("verbs", "hire : s > y"),
    ("verbs", "hire : s > for|"), ("verbs", "hire : s > |for"), ("verbs", "hire : s > f0r"),
    ("verbs", "hire : s >"), ("nouns", "boss : h > h"), ("nouns", "boss : of > for"),
    ("events", "talk : h > with"), ("adjectives", "loyal : h > to"),
  ])
  func aLineThatSaysNothingIsRefused(kind: String, line: String) {
    do throws(RelataError) {
      _ = try lexicon(kind, line)
      Issue.record("accepted: \(line)")
    } catch {
      #expect(error.code == "RL3003", "\(error)")
      #expect(error.location?.file == "words.yaml")
      #expect(error.message.contains(line))
    }
  }

  @Test(arguments: ["supports m n", "supports m > n now", "supports x > n", "supports m < n"])
  func aCompoundThatSaysNothingIsRefused(text: String) {
    #expect(throws: RelataError.self) {
      try Lexicon(yaml: [("words.yaml", "compounds:\n  backed: \"\(text)\"\n")])
    }
  }

  @Test func aFileThatIsNoTableIsRefused() {
    #expect(throws: RelataError.self) { try Lexicon(yaml: [("words.yaml", "verbs: 3\n")]) }
  }

  @Test func aVerbLineIsReadWithItsParts() throws {
    let frame = try #require(
      lexicon(
        "verbs", "break_up+tie : s > with|next_to former past bare person body complement alone"
      )
      .verbFrames["break"]?.first)
    #expect(frame.particle == "up")
    #expect(frame.objectNoun == "tie")
    #expect(frame.from == .agent)
    #expect(frame.to == .preposition(["with", "next to"]))
    #expect(frame.isFormer && frame.isPast && frame.isBare && frame.isPersonal && frame.isCorporate)
    #expect(frame.needsComplement && frame.isAlone)
    let plain = try #require(lexicon("verbs", "hire : o's > i").verbFrames["hire"]?.first)
    #expect(plain.from == .patientOrOwner && plain.to == .recipient)
    #expect(plain.particle == nil && plain.objectNoun == nil)
    #expect(!plain.isFormer && !plain.isPast && !plain.isBare && !plain.isPersonal)
    #expect(!plain.isCorporate && !plain.needsComplement && !plain.isAlone)
    #expect(try lexicon("verbs", "cut : s > 's").verbFrames["cut"]?.first?.to == .objectOwner)
  }

  @Test func framesWithMoreConditionsComeFirst() throws {
    let lexicon = try Lexicon(yaml: [
      (
        "words.yaml",
        "verbs:\n  hired:\n    - \"take : s > o\"\n    - \"take_on : s > o\"\n    - \"take+job : s > of\"\n"
      )
    ])
    let frames = try #require(lexicon.verbFrames["take"])
    #expect(frames.map(\.objectNoun) == ["job", nil, nil])
    #expect(frames.map(\.particle) == [nil, "on", nil])
  }

  @Test func aNounLineIsReadWithItsParts() throws {
    let frame = try #require(
      lexicon("nouns", "press_boss : of|for > h genitive modifier local").nouns["press boss"]?.first
    )
    #expect(frame.isReversed && frame.onlyModifier && frame.isLocal && !frame.allowsModifier)
    #expect(frame.prepositions == ["of", "for"])
    let plain = try #require(lexicon("nouns", "boss : h > of").nouns["boss"]?.first)
    #expect(!plain.isReversed && !plain.onlyModifier && !plain.isLocal && plain.allowsModifier)
  }
}
