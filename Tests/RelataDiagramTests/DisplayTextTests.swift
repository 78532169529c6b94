import RelataDiagram
import Testing

@Suite struct DisplayTextTests {
  @Test func `controls and overrides go, letters of every script stay`() {
    #expect(DisplayText.clean("a\u{0}b\u{1B}[31m\u{202E}c\u{FFFE}") == "ab[31mc")
    #expect(DisplayText.clean("  two\n\t words  ") == "two words")
    #expect(DisplayText.clean("أحمد 马 👩‍👩‍👧") == "أحمد 马 👩‍👩‍👧")
  }

  @Test func `lines break at spaces and end in an ellipsis where text is left over`() {
    let name = "Islamic Republic of Afghanistan Ministry of Foreign Affairs"
    let lines = DisplayText.wrap(name, width: 22, lines: 2)
    #expect(lines == ["Islamic Republic of", "Afghanistan Ministry…"])
    #expect(DisplayText.wrap("", width: 5) == [])
    #expect(DisplayText.wrap("abcdefgh", width: 5) == ["abcd…"])
  }

  @Test(arguments: 2...30)
  func `shortened text keeps within its limit`(limit: Int) {
    let text = "one two three four five six seven"
    let short = DisplayText.shorten(text, to: limit)
    #expect(short.count <= max(limit, 1))
    #expect(short == text || short.hasSuffix("…"))
  }

  @Test func `slugs are plain`() {
    #expect(DisplayText.slug("Ahmad Massoud; \"A\" <b>") == "ahmad-massoud-a-b")
    #expect(DisplayText.slug("Tomás Núñez") == "tomas-nunez")
    #expect(DisplayText.slug("马") == "figure")
    #expect(DisplayText.slug(String(repeating: "ab-", count: 40)).count <= 40)
  }

  @Test func `clipped text keeps its beginning and says that it is cut`() {
    #expect(DisplayText.clipped("  Ada\u{0}  Lovelace ", to: 20) == "Ada Lovelace")
    #expect(DisplayText.clipped("one two three four", to: 12) == "one two…")
    let marks = "Zed" + String(repeating: "\u{301}", count: 100_000)
    let short = DisplayText.clipped(marks, to: 20)
    #expect(
      short.hasPrefix("Zed" + String(repeating: "\u{301}", count: 30)) && short.hasSuffix("…"))
    #expect(short.unicodeScalars.count <= 20 * 16)
    // A letter keeps the marks of every script, and emoji stay whole where text is cut.
    let families = String(repeating: "👩‍👩‍👧", count: 30)
    #expect(DisplayText.clipped(families, to: 5) == String(repeating: "👩‍👩‍👧", count: 4) + "…")
    #expect(DisplayText.clipped("क्षि नी", to: 20) == "क्षि नी")
  }
}
