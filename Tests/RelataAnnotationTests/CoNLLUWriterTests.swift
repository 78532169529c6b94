import Foundation
import RelataCore
import RelataTestSupport
import Testing

@testable import RelataAnnotation

@Suite struct CoNLLUWriterTests {
  private func conllu(_ text: SourceText, id: String = "d", furniture: [Span] = []) throws -> String
  {
    let annotator = try AnnotatorTests.shared.get()
    return CoNLLUWriter().text(
      annotator.annotate(
        Document(id: DocumentID(id), source: "test", text: text, furniture: furniture)))
  }

  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t").map(String.init)
    }
  }

  @Test(arguments: [
    "“It's Mr. Smith's,” she\nsaid in the U.S.\n\nGoldman Sachs agreed.",
    "They'll've gone; I cannot, you gonna? Workers' rights. O'Neill's.",
    "One_ _ # 1 \\ | = a=b|c tab\there.",
    "Cafe\u{301} A\u{30a}ngstro\u{308}m \u{1112}\u{1161}\u{11ab} <\u{338} =\u{338}\u{301} e\u{301}'s.",
    "a\u{a0}b\u{2028}c\u{85}d\u{3000}e\u{200b}f\u{feff}g",
    "👩‍👩‍👧‍👦 🇺🇸 مرحبا 北京。שלום",
    "5pm$3.50%!?… --- http://a.b/c?d=e|f",
    "Line\r\nbreaks\r\rof\n\n\n\tall kinds",
    "\u{301}\u{0} \u{1f} \u{301}",
  ])
  func `varied text passes the format's rules`(text: String) throws {
    let format = CoNLLUFormat(try conllu(SourceText(text)))
    #expect(format.problems == [])
    #expect(format.sentences > 0)
  }

  @Test(arguments: 0..<8)
  func `any Unicode passes the format's rules`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed + 100))
    let text = SourceText(scalars: RandomText.scalars(&generator, count: 200))
    let format = CoNLLUFormat(try conllu(text, furniture: [Span(20, 60)]))
    #expect(format.problems == [], "\(text.string.debugDescription)")
  }

  @Test(arguments: ["", " \n\t\u{200b} "])
  func `text without words gives nothing`(text: String) throws {
    #expect(try conllu(SourceText(text)) == "")
  }

  @Test(arguments: ["", "a b/c\td.txt", "e\u{301}t\u{e9}", "\u{2028}"])
  func `ids of documents become ids of sentences`(id: String) throws {
    let format = CoNLLUFormat(try conllu(SourceText("He left. She stayed."), id: id))
    #expect(format.problems == [] && format.sentences == 2)
  }

  @Test func `clitics stand under the line of the whole`() throws {
    let rows = rows(try conllu(SourceText("They don't (can't) cannot.")))
    #expect(
      rows.filter { $0[0].contains("-") }.map { "\($0[0]) \($0[1]) \($0[9])" } == [
        "2-3 don't _", "5-6 can't SpaceAfter=No", "8-9 cannot SpaceAfter=No",
      ])
    #expect(
      rows.filter { $0[9].hasPrefix("SpaceAfter=No") && !$0[0].contains("-") }.map { $0[1] } == [
        "("
      ])
  }

  @Test func `signs that only touch are words of their own`() throws {
    let text = try conllu(SourceText("5pm, oil-rich and/or (“Anna”)"))
    #expect(CoNLLUFormat(text).wholes == 0)
  }

  @Test func `the rules see what is wrong`() {
    let good = "# sent_id = 1\n# text = Hi\n1\tHi\thi\tINTJ\tUH\t_\t0\troot\t_\t_\n\n"
    // MISC without "=" is not used by us, and so refused.
    let row = good.replacing("\t_\n\n", with: "\tTokenRange=0:2\n\n")
    #expect(CoNLLUFormat(row).problems == [])
    for (old, new) in [
      ("1\tHi", "2\tHi"), ("\t0\t", "\t1\t"), ("root", "Root"), ("INTJ", "UH"), ("sent_id", "id"),
      ("= Hi", "= Ho"), ("\tHi\t", "\tHi \t"), ("\thi\t", "\t\t"), ("\n\n", "\n"),
      ("UH", "\u{65}\u{301}"),
      ("TokenRange=0:2", "SpaceAfter=Yes"), ("\n1", "\n\n1"), ("0\troot", "0\tdep"),
    ] {
      #expect(CoNLLUFormat(row.replacing(old, with: new)).problems != [], "\(old) → \(new)")
    }
  }
}
