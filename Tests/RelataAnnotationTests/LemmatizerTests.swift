import Testing

@testable import RelataAnnotation

@Suite("Lemmas")
struct LemmatizerTests {
  private let lemmatizer = Lemmatizer()

  @Test(arguments: [
    ("hired", "VERB", "VBD", "hire"), ("fled", "VERB", "VBD", "flee"),
    ("quitting", "VERB", "VBG", "quit"),
    ("overthrew", "VERB", "VBD", "overthrow"), ("provoked", "VERB", "VBN", "provoke"),
    ("ratifies", "VERB", "VBZ", "ratify"), ("bid", "VERB", "VBD", "bid"),
    ("was", "AUX", "VBD", "be"),
    ("n't", "PART", "RB", "not"), ("’s", "AUX", "VBZ", "be"),
    ("companies", "NOUN", "NNS", "company"),
    ("wives", "NOUN", "NNS", "wife"), ("policemen", "NOUN", "NNS", "policeman"),
    ("children", "NOUN", "NNS", "child"), ("series", "NOUN", "NNS", "series"),
    ("Bigger", "ADJ", "JJR", "big"), ("Massoud", "PROPN", "NNP", "Massoud"),
    ("I", "PRON", "PRP", "I"), ("Ministry", "NOUN", "NN", "ministry"),
    ("controlled", "VERB", "VBN", "control"),
  ])
  func `words have their dictionary form`(form: String, upos: String, xpos: String, lemma: String) {
    #expect(lemmatizer.lemma(form, upos: upos, xpos: xpos) == lemma)
  }

  @Test func `no word loses its last letter`() {
    for form in ["s", "ed", "ing", "es", "er", "x", "Š", "👍"] {
      for tag in ["VERB/VBD", "VERB/VBG", "VERB/VBZ", "NOUN/NNS", "ADJ/JJR", "PROPN/NNPS"] {
        let parts = tag.split(separator: "/").map(String.init)
        #expect(!lemmatizer.lemma(form, upos: parts[0], xpos: parts[1]).isEmpty)
      }
    }
  }
}
