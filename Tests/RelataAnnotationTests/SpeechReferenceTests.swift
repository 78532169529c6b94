import Testing

@testable import RelataAnnotation

/// Whom the words inside quotation marks mean, and whom unnamed people keep pronouns from.
@Suite struct SpeechReferenceTests {
  private static let saidWhitlow =
    "say|VERB|VBD|0|root Grace_Whitlow|PROPN|NNP|8|nsubj|PERSON"

  @Test func `I and me inside a quotation are the one who is named beside it`() {
    #expect(
      TreeText(
        "“|PUNCT|``|4|punct I|PRON|PRP|4|nsubj never|ADV|RB|4|advmod met|VERB|VBD|8|ccomp "
          + "Omar_Reyes|PROPN|NNP|4|obj|PERSON ,|PUNCT|,|4|punct ”|PUNCT|''|4|punct "
          + Self.saidWhitlow
      ).references == ["I = Grace Whitlow"])
    #expect(
      TreeText(
        "“|PUNCT|``|3|punct Omar_Reyes|PROPN|NNP|3|nsubj|PERSON hired|VERB|VBD|8|ccomp "
          + "me|PRON|PRP|3|obj twice|ADV|RB|3|advmod ,|PUNCT|,|3|punct ”|PUNCT|''|3|punct "
          + Self.saidWhitlow
      ).references == ["me = Grace Whitlow"])
  }

  @Test func `the writer's own I is nobody, whatever the head says`() {
    let text = TreeText(
      "Grace_Whitlow|PROPN|NNP|2|nsubj|PERSON left|VERB|VBD|0|root",
      "I|PRON|PRP|2|nsubj met|VERB|VBD|0|root Omar_Reyes|PROPN|NNP|2|obj|PERSON")
    #expect(text.references == [])
    #expect(text.linking("I", 1, to: "Grace Whitlow", 0.95).references == [])
  }

  @Test func `she inside a quotation is not the one who says it`() {
    let text = TreeText(
      "Ines_Sol|PROPN|NNP|2|nsubj|PERSON say|VERB|VBD|0|root :|PUNCT|:|5|punct "
        + "“|PUNCT|``|6|punct Mara_Quill|PROPN|NNP|6|nsubj|PERSON slept|VERB|VBD|2|ccomp",
      "She|PRON|PRP|2|nsubj left|VERB|VBD|0|root ”|PUNCT|''|2|punct")
    #expect(text.references == ["She = Mara Quill"])
    #expect(text.linking("She", 1, to: "Ines Sol", 0.95).references == ["She = Mara Quill"])
  }

  @Test func `a quotation that follows the report of its speaker is his`() {
    let text = TreeText(
      "Ines_Sol|PROPN|NNP|2|nsubj|PERSON say|VERB|VBD|0|root little|NOUN|NN|2|obj",
      "“|PUNCT|``|3|punct I|PRON|PRP|3|nsubj left|VERB|VBD|0|root ”|PUNCT|''|3|punct")
    #expect(text.references == ["I = Ines Sol"])
  }

  @Test func `who signs a quotation speaks`() {
    let text = TreeText(
      "“|PUNCT|``|3|punct I|PRON|PRP|3|nsubj left|VERB|VBD|0|root ”|PUNCT|''|3|punct "
        + "—|PUNCT|,|6|punct Ines_Sol|PROPN|NNP|3|parataxis|PERSON")
    #expect(text.references == ["I = Ines Sol"])
  }

  @Test func `a label names who speaks the line`() {
    let text = TreeText(
      "Ines_Sol|PROPN|NNP|0|root|PERSON :|PUNCT|:|4|punct I|PRON|PRP|4|nsubj "
        + "hired|VERB|VBD|1|parataxis Omar_Reyes|PROPN|NNP|4|obj|PERSON")
    #expect(text.references == ["I = Ines Sol"])
  }

  @Test func `our firm is the one that the speaker's description names`() {
    let quoted = { (body: String) in
      "“|PUNCT|``|4|punct Our|PRON|PRP$|3|nmod:poss firm|NOUN|NN|4|nsubj grew|VERB|VBD|7|ccomp "
        + ",|PUNCT|,|4|punct ”|PUNCT|''|4|punct say|VERB|VBD|0|root "
        + "Lena_Duarte|PROPN|NNP|7|nsubj|PERSON ,|PUNCT|,|10|punct chief|NOUN|NN|8|appos" + body
    }
    #expect(
      TreeText(quoted(" of|ADP|IN|12|case Karst_Bank|PROPN|NNP|10|nmod|ORGANIZATION")).references
        == ["Our = Karst Bank", "firm = Karst Bank"])
    #expect(TreeText(quoted("")).references == [])
  }

  @Test func `who is spoken to is not spoken of`() {
    let text = TreeText(
      "Omar_Reyes|PROPN|NNP|4|vocative|PERSON ,|PUNCT|,|1|punct he|PRON|PRP|4|nsubj "
        + "left|VERB|VBD|0|root")
    #expect(text.references == [])
  }

  // MARK: Strangers

  private static let judge = "Ines_Sol|PROPN|NNP|2|nsubj|PERSON listened|VERB|VBD|0|root"
  private static let he = "He|PRON|PRP|2|nsubj left|VERB|VBD|0|root"

  @Test(arguments: [
    "The|DET|DT|2|det accused|VERB|VBN|3|nsubj sat|VERB|VBD|0|root",
    "A|DET|DT|2|det banker|NOUN|NN|3|nsubj sat|VERB|VBD|0|root",
    "Her|PRON|PRP$|2|nmod:poss lawyer|NOUN|NN|3|nsubj sat|VERB|VBD|0|root",
    "The|DET|DT|3|det new|ADJ|JJ|3|amod mayor|NOUN|NN|4|nsubj sat|VERB|VBD|0|root",
    "Somebody|PRON|NN|2|nsubj sat|VERB|VBD|0|root",
  ])
  func `an unnamed person just before keeps a pronoun from one named earlier`(_ stranger: String) {
    #expect(!TreeText(Self.judge, stranger, Self.he).references.contains { $0.hasPrefix("He =") })
  }

  @Test(arguments: [
    "A|DET|DT|2|det woman|NOUN|NN|3|nsubj sat|VERB|VBD|0|root",
    "A|DET|DT|2|det report|NOUN|NN|3|nsubj came|VERB|VBD|0|root",
    "Bankers|NOUN|NNS|2|nsubj sat|VERB|VBD|0|root",
    "The|DET|DT|2|det banker|NOUN|NN|3|nsubj sat|VERB|VBD|0|root",
  ])
  func `another sex, a thing, several, and one who may be the named do not`(_ other: String) {
    #expect(TreeText(Self.judge, other, Self.he).references.contains("He = Ines Sol"))
  }

  @Test func `the banker is none whom the text describes otherwise`() {
    let judge = "Judge|NOUN|NN|2|nmod:desc Ines_Sol|PROPN|NNP|3|nsubj|PERSON came|VERB|VBD|0|root"
    let banker = "The|DET|DT|2|det banker|NOUN|NN|3|nsubj sat|VERB|VBD|0|root"
    #expect(TreeText(judge, banker, Self.he).references == [])
  }

  // MARK: Sex and kin

  @Test func `a kin noun says the sex of who bears it`() {
    let text = TreeText(
      "Tariq_Anwar|PROPN|NNP|3|nmod:poss|PERSON 's|PART|POS|1|case mother|NOUN|NN|9|nsubj "
        + "Helen_Quill|PROPN|NNP|3|appos|PERSON and|CCONJ|CC|7|cc his|PRON|PRP$|7|nmod:poss "
        + "sister|NOUN|NN|3|conj Gul_Osman|PROPN|NNP|7|appos|PERSON live|VERB|VBP|0|root")
    #expect(text.references == ["his = Tariq Anwar"])
  }

  @Test func `who is named as somebody's kin later in the sentence is not his owner`() {
    let text = TreeText(
      "George_Hale|PROPN|NNP|2|nsubj|PERSON left|VERB|VBD|0|root",
      "His|PRON|PRP$|2|nmod:poss son|NOUN|NN|4|nsubj Paul_Hale|PROPN|NNP|2|appos|PERSON "
        + "stayed|VERB|VBD|0|root")
    #expect(text.references == ["His = George Hale"])
  }
}
