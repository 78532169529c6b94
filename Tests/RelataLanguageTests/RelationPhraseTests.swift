import RelataCore
import RelataLanguage
import Testing

@Suite struct RelationPhraseTests {
  private func phrase(_ id: RelationID, _ predicate: String? = nil) -> RelationPhrase {
    RelationPhrase(id, predicate: predicate, in: .standard)
  }

  @Test func `every relation of the schema reads as English either way`() throws {
    let rows = RelationPhraseTable.rows.split(separator: "\n").map {
      $0.split(separator: "|").map { $0.trimmingPrefix(" ").reversed().drop { $0 == " " } }
        .map { String($0.reversed()) }
    }
    #expect(rows.map { $0[0] } == RelationSchema.standard.relations.map(\.id.rawValue))
    for row in rows {
      let words = phrase(RelationID(row[0]))
      var said: [String] = []
      for voice in RelationVoice.allCases {
        for tense in [TenseClass.current, .former] {
          for polarity in [Polarity.positive, .negative] {
            said.append(words.words(voice: voice, polarity: polarity, tense: tense))
          }
        }
      }
      #expect(said == Array(row.dropFirst()))
    }
  }

  @Test(arguments: RelationSchema.standard.relations)
  func `a negative is never read as the positive`(relation: RelationType) {
    for voice in RelationVoice.allCases {
      for status in AssertionStatus.allCases {
        for tense in TenseClass.allCases {
          for number in GrammaticalNumber.allCases {
            let negative = RelationPhrase(relation).words(
              voice: voice, polarity: .negative, status: status, tense: tense, number: number)
            #expect(negative.split(separator: " ").contains("not"), "\(negative)")
          }
        }
      }
    }
  }

  @Test func `plans and possibilities are said as such`() {
    #expect(phrase("hired").words(status: .planned) == "plans to hire")
    #expect(phrase("hired").words(polarity: .negative, status: .planned) == "does not plan to hire")
    #expect(phrase("hired").words(voice: .inverse, status: .planned) == "is set to be hired by")
    #expect(phrase("hired").words(status: .planned, tense: .former) == "planned to hire")
    #expect(phrase("member_of").words(status: .planned) == "plans to become a member of")
    // Stored with ordered ends, so nobody knows who of the two plans it.
    #expect(phrase("met_with").words(status: .planned) == "is set to meet with")
    #expect(phrase("attacked").words(status: .hypothetical) == "might attack")
    #expect(phrase("killed").words(status: .hypothetical, tense: .former) == "might have killed")
    #expect(
      phrase("fights").words(polarity: .negative, status: .hypothetical) == "might not fight")
  }

  @Test func `a plural subject takes a plural verb`() {
    #expect(phrase("supports").words(number: .plural) == "support")
    #expect(phrase("supports").words(polarity: .negative, number: .plural) == "do not support")
    #expect(phrase("allied_with").words(number: .plural) == "are allied with")
    #expect(phrase("hired").words(voice: .inverse, number: .plural) == "were hired by")
  }

  @Test func `the text's own verb is kept where it says the same more exactly`() {
    #expect(phrase("accused", "criticised").words() == "criticised")
    #expect(phrase("accused", "Criticised").words(polarity: .negative) == "did not criticise")
    #expect(phrase("detained", "jailed").words(voice: .inverse) == "was jailed by")
    #expect(phrase("left", "resigned from").words() == "resigned from")
    #expect(phrase("left", "resigned from").words(voice: .inverse) == "was left by")
    #expect(phrase("accused", "saw").words() == "accused")
    #expect(phrase("killed", "").words() == "killed")
  }

  @Test(arguments: [
    ("accused", "criticizing", "criticized"), ("left", "flee", "fled"),
    ("travelled_to", "fleeing to", "fled to"), ("travelled_to", "deported to", "was deported to"),
    ("leads", "vice president", "is vice president of"), ("leads", "leader", "leads"),
    ("leads", "french president", "is president of"), ("leads", "commanding", "commands"),
    ("represents", "lawyer", "is a lawyer for"),
    ("advises", "senior adviser", "is a senior adviser to"),
    ("owns", "shareholder", "is a shareholder of"), ("controls", "seizing", "seized"),
    ("supports", "back", "backs"), ("fights", "clashed with", "clashed with"),
    ("hired", "president", "hired"), ("prosecuted", "trying", "tried"),
    ("founded", "co-founded", "co-founded"),
  ])
  func `the form in the text does not matter`(id: String, predicate: String, words: String) {
    #expect(phrase(RelationID(id), predicate).words() == words)
  }

  @Test func `posts are conjugated like states`() {
    let vice = phrase("leads", "vice president")
    #expect(vice.words(tense: .former) == "was formerly vice president of")
    #expect(vice.words(polarity: .negative) == "is not vice president of")
    #expect(vice.words(status: .planned) == "plans to become vice president of")
    #expect(vice.words(voice: .inverse) == "has as vice president")
    #expect(vice.words(voice: .inverse, tense: .former) == "formerly had as vice president")
    let deported = phrase("travelled_to", "deported to")
    #expect(deported.words(polarity: .negative) == "was not deported to")
    #expect(deported.words(status: .hypothetical) == "might be deported to")
    #expect(deported.words(voice: .inverse) == "“was deported to” by")
    #expect(phrase("child_of", "son").words(voice: .inverse) == "is a parent of")
  }

  @Test func `an open predicate is conjugated if its verb is known and left whole if not`() {
    #expect(phrase(.other, "fled to").words(polarity: .negative) == "did not flee to")
    #expect(phrase(.other, "urged").words(voice: .inverse) == "was urged by")
    #expect(phrase(.other, "godfather of").words() == "godfather of")
    #expect(phrase(.other, "godfather of").words(polarity: .negative) == "not: godfather of")
    #expect(
      phrase(.other, "godfather of").words(status: .planned, tense: .former)
        == "planned, formerly: godfather of")
    #expect(phrase(.other, "a\n  b").words() == "a b")
    #expect(phrase("not_in_schema").words() == "not in schema")
  }

  @Test(arguments: [
    ("banned", "did not ban"), ("studied", "did not study"), ("denied", "did not deny"),
    ("evaluated", "did not evaluate"), ("treated", "did not treat"),
    ("examined", "did not examine"),
    ("toured", "did not tour"), ("injured", "did not injure"), ("planned", "did not plan"),
    ("challenged", "did not challenge"), ("fled", "did not flee"), ("owns", "does not own"),
  ])
  func `regular and irregular verbs find their base`(predicate: String, negative: String) {
    #expect(phrase(.other, predicate).words(polarity: .negative) == negative)
  }

  @Test func `claimants agree in number with their verb`() {
    func say(_ names: String...) -> String {
      RelationPhrase.attribution(names.map { RelationPhrase.Claimant($0) })
    }
    #expect(say("Ali Nazary") == "says Ali Nazary")
    #expect(say("Reuters") == "says Reuters")
    #expect(say("two former officials") == "say two former officials")
    #expect(say("a person close to the talks") == "says a person close to the talks")
    #expect(say("officials in Kabul") == "say officials in Kabul")
    #expect(say("a spokeswoman for the Taliban") == "says a spokeswoman for the Taliban")
    #expect(say("A", "B") == "say A and B")
    #expect(say("A", "B", "C") == "say A and 2 others")
    #expect(say() == "reportedly")
  }
}
