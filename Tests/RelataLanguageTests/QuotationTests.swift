import Testing

@testable import RelataLanguage

@Suite struct QuotationTests {
  /// The words in quotation marks, marks aside, of sentences that are cut at "|"; "¶" begins a paragraph.
  private func quoted(_ text: String) -> [String] {
    var scanner = QuotationScanner()
    var found: [String] = []
    for paragraph in text.split(separator: "¶") {
      scanner.startParagraph()
      for sentence in paragraph.split(separator: "|") {
        let forms = sentence.split(separator: " ").map(String.init)
        for (form, isInside) in zip(forms, scanner.read(forms))
        where isInside && QuotationMark(form) == nil {
          found.append(form)
        }
      }
    }
    return found
  }

  @Test(arguments: [
    "“ x ” a", "„ x ” a", "\" x \" a", "`` x '' a", "« x » a", "» x « a", "‘ x ’ a", "‹ x › a",
    "‚ x ’ a", "＂ x ＂ a", "‟ x ” a",
  ])
  func everyKindOfMarkHoldsWhatItHolds(_ text: String) {
    #expect(quoted(text) == ["x"])
    #expect(quoted("b " + text) == ["x"])
  }

  @Test func marksStandInTheirQuotation() {
    #expect(
      QuotationScanner.inside(["a", "“", "x", "”", "b"]) == [false, true, true, true, false])
    #expect(QuotationScanner.inside(["\"", "x", "\"", "b"]) == [true, true, true, false])
    #expect(QuotationScanner.inside(["‘", "x", "’", "b"]) == [true, true, true, false])
    #expect(QuotationScanner.inside([]) == [])
  }

  @Test func severalQuotationsOfOneSentenceAreApart() {
    #expect(quoted("“ x ” , said a , “ y ” b") == ["x", "y"])
    #expect(quoted("\" x \" a \" y \" b") == ["x", "y"])
  }

  @Test func aQuotationInAQuotationEndsBeforeIt() {
    #expect(quoted("“ x ‘ y ’ z ” a") == ["x", "y", "z"])
    #expect(quoted("‘ x “ y ” z ’ a") == ["x", "y", "z"])
    #expect(quoted("a ‘ x ’ b “ y ” c") == ["x", "y"])
  }

  @Test func apostrophesAreNoQuotation() {
    #expect(quoted("the boys ’ house and Kern ’s car") == [])
    #expect(quoted("in the ‘ 90s a boom") == [])
    #expect(quoted("“ the boys ’ x ” a") == ["the", "boys", "x"])
    #expect(quoted("it is 5 ' long") == [])
  }

  @Test func whatIsNotClosedGoesOnToTheEndOfTheParagraph() {
    #expect(quoted("a “ x|y|z ” b|c") == ["x", "y", "z"])
    #expect(quoted("a “ x|y¶b c") == ["x", "y"])
    // Inner marks do not: an apostrophe would swallow the paragraph.
    #expect(quoted("a ‘ b|c ’ d") == [])
  }

  @Test func aParagraphThatGoesOnBeginsWithAMarkOfItsOwn() {
    #expect(quoted("“ x¶“ y¶“ z ” a") == ["x", "y", "z"])
    #expect(quoted("\" x¶\" y \" a") == ["x", "y"])
  }

  @Test func aSecondOpeningMarkBeginsAnewAndAStrayClosingOneEndsNothing() {
    #expect(quoted("“ x “ y ” a") == ["x", "y"])
    #expect(quoted("a ” b “ x ” c") == ["x"])
    #expect(QuotationScanner.inside(["a", "”"]) == [false, true])
  }

  @Test func theFeatureOfTheHeadCountsMarks() {
    #expect(
      QuotationScanner.oddMarksBefore(["a", "“", "x", "”", "b"])
        == [false, false, true, true, false])
    #expect(QuotationScanner.oddMarksBefore(["“", "x", "“", "y"]) == [false, true, true, false])
    #expect(QuotationScanner.oddMarksBefore(["‘", "x", "’", "«"]) == [false, false, false, false])
  }
}
