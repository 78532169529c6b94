import RelataCore
import Testing

@testable import RelataLanguage

/// Words and meaning of the shipped relations agree.
@Suite struct RelationLabelTests {
  @Test(arguments: RelationSchema.standard.relations)
  func anEventIsToldInThePastAndAStateInThePresent(relation: RelationType) throws {
    let phrase = try #require(VerbPhrase.parse(relation.label), "\(relation.label)")
    #expect(phrase.isEvent == (relation.aspect == .event))
  }

  @Test(arguments: RelationSchema.standard.relations)
  func everyExactPhraseHasAVerbThatCanBeBent(relation: RelationType) throws {
    #expect(Set(relation.phrases).count == relation.phrases.count)
    for phrase in relation.phrases {
      #expect(VerbPhrase.parse(phrase) != nil, "\(phrase)")
      #expect(phrase != relation.label)
      // Texts have the participle alone: "deported to".
      let predicate = phrase.hasPrefix("was ") ? String(phrase.dropFirst(4)) : phrase
      #expect(RelationPhrase(relation, predicate: predicate).words() == phrase)
    }
  }

  @Test(arguments: RelationSchema.standard.relations)
  func everyExactNounIsSaidWithItsPreposition(relation: RelationType) throws {
    guard let nouns = relation.nouns else { return }
    #expect(Set(nouns.words).count == nouns.words.count)
    // "Chair" is the verb as well, and then said as such.
    for noun in nouns.words where !relation.phrases.contains("\(noun)s") {
      let words = RelationPhrase(relation, predicate: noun).words()
      #expect(words.hasPrefix("is ") && words.hasSuffix("\(noun) \(nouns.preposition)"), "\(words)")
    }
  }

  @Test func phrasesOfASchemaOfTheUsersAreShown() throws {
    var mentors = RelationType(
      id: "hired", family: .kin, domain: [.person], range: [.person], isSymmetric: false,
      label: "mentors", inverseLabel: "mentored by")
    mentors.phrases = ["taught"]
    mentors.nouns = .init(words: ["teacher"], preposition: "of")
    #expect(RelationPhrase(mentors, predicate: "taught").words() == "taught")
    #expect(RelationPhrase(mentors, predicate: "teacher").words() == "is a teacher of")
    // What ships for this id is not theirs.
    #expect(RelationPhrase(mentors, predicate: "recruited").words() == "mentors")
  }
}
