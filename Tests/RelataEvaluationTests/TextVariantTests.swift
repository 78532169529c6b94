import RelataCore
import RelataEvaluation
import Testing

@Suite struct TextVariantTests {
  private func document() throws -> GoldDocument {
    let text = """
      # newdoc id = d
      1\t“\t“\tPUNCT\t``\t_\t3\tpunct\t_\tSpaceAfter=No
      2\tZoë\tZoë\tPROPN\tNNP\t_\t3\tnsubj\t_\tSpaceAfter=No
      3\t-\t-\tPUNCT\tHYPH\t_\t0\troot\t_\tSpaceAfter=No
      4\tMüller\tMüller\tPROPN\tNNP\t_\t3\tflat\t_\tSpaceAfter=No
      5\t'll\twill\tAUX\tMD\t_\t3\taux\t_\t_
      6\tpay\tpay\tVERB\tVB\t_\t4\tdep\t_\t_
      7\t3.5\t3.5\tNUM\tCD\t_\t6\tobj\t_\tSpaceAfter=No
      8\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

      """
    var document = try #require(try CoNLLUReader().documents(in: text, file: "x").first)
    #expect(document.id == "d")
    document.names = [GoldDocument.Name(span: Span(1, 11), type: "PER")]
    return document
  }

  @Test func caseChangesLettersAndKeepsSpansOnTheirWords() throws {
    let document = try document()
    for (variant, text) in [
      (TextVariant.lowerCase, "“zoë-müller'll pay 3.5."), (.upperCase, "“ZOË-MÜLLER'LL PAY 3.5."),
    ] {
      let varied = variant.applied(to: document)
      #expect(varied.text.string == text)
      #expect(varied.sentences[0].tokens.map(\.span) == document.sentences[0].tokens.map(\.span))
      #expect(varied.text[varied.names[0].span].lowercased() == "zoë-müller")
    }
  }

  @Test func lettersThatGrowMoveWhatFollows() {
    let document = GoldDocument(
      text: SourceText("Straße İz"), sentences: [],
      names: [GoldDocument.Name(span: Span(7, 9), type: "LOC")])
    let upper = TextVariant.upperCase.applied(to: document)
    #expect(upper.text.string == "STRASSE İZ" && upper.text[upper.names[0].span] == "İZ")
    let lower = TextVariant.lowerCase.applied(to: document)
    #expect(lower.text[lower.names[0].span].unicodeScalars.count == 3)
  }

  @Test func withoutMarksWordsStayApartAndTreesStayTrees() throws {
    let varied = TextVariant.unpunctuated.applied(to: try document())
    #expect(varied.text.string == "Zoë Müller'll pay 3.5")
    let tokens = varied.sentences[0].tokens
    #expect(tokens.map(\.form) == ["Zoë", "Müller", "'ll", "pay", "3.5"])
    #expect(tokens.map { varied.text[$0.span] } == tokens.map(\.form))
    // The hyphen was the root: what hung on it is now at the top itself.
    #expect(tokens.map(\.head) == [-1, -1, -1, 1, 3])
    #expect(varied.text[varied.names[0].span] == "Zoë Müller")
  }

  @Test func aSentenceOfMarksVanishes() {
    let token = Token(
      span: Span(0, 3), form: "...", lemma: "...", upos: .punct, head: -1, deprel: "root")
    let document = GoldDocument(
      text: SourceText("..."), sentences: [Sentence(span: Span(0, 3), tokens: [token])],
      names: [GoldDocument.Name(span: Span(0, 3), type: "PER")], unjudged: [Span(0, 3)])
    let varied = TextVariant.unpunctuated.applied(to: document)
    #expect(varied.sentences.isEmpty && varied.names.isEmpty && varied.text.count == 0)
  }

  @Test func noiseIsTheSameEachTimeAndDividesNoWord() {
    let text = String(repeating: "The oldest minister of Illinois said hello. ", count: 40)
    let words = text.split(separator: " ")
    let document = GoldDocument(text: SourceText(text), sentences: [], names: [])
    let noisy = TextVariant.scanned.applied(to: document).text.string
    #expect(noisy == TextVariant.scanned.applied(to: document).text.string)
    #expect(noisy.split(separator: " ").count == words.count)
    let changed = zip(words, noisy.split(separator: " ")).count { $0 != $1 }
    #expect((20...180).contains(changed), "\(changed) of \(words.count) words")
  }
}
