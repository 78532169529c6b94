import Foundation
import RelataCore
import RelataTestSupport
import Testing

@testable import RelataCommandLine

@Suite struct OutputTests {
  private let plain = TerminalStyle(.never, isTerminal: false, environment: [:])

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("-5", "-5"), ("-x", "'-x"),
    ("@cmd", "'@cmd"), ("", ""),
  ])
  func csvCellsAreQuotedAndHarmless(text: String, cell: String) {
    #expect(CSVWriter.row([text]) == cell + "\n")
  }

  @Test(arguments: [("abc", 3), ("日本", 4), ("é", 1), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("", 0)])
  func widthsAreThoseOfATerminal(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test func truncatedTextFitsAndSaysSo() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let length = Int.random(in: 0...20, using: &generator)
      let text = String((0..<length).map { _ in "aé日x👩".randomElement(using: &generator) ?? "a" })
      let limit = Int.random(in: 2...12, using: &generator)
      let cut = TextWidth.truncate(text, to: limit)
      #expect(TextWidth.of(cut) <= limit)
      #expect(cut == text || cut.hasSuffix("…"))
    }
  }

  @Test func wrappingKeepsEveryWord() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let words = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        String(repeating: "w", count: Int.random(in: 1...15, using: &generator))
      }
      let lines = TextWidth.wrap(words.joined(separator: "  "), to: 16)
      #expect(lines.joined(separator: " ").split(separator: " ").map(String.init) == words)
      for line in lines { #expect(line.count <= 16) }
    }
  }

  @Test func textCannotMoveTheCursor() {
    let shown = TextWidth.printable("a\u{1B}[2Jb\u{202E}c\nd\te\u{07}")
    #expect(shown == "a\u{FFFD}[2Jb\u{FFFD}c d e\u{FFFD}")
  }

  @Test func tablesShrinkTheirFlexibleColumns() {
    var listing = Listing([
      .init(title: "Name", isFlexible: true), .init(title: "N", isNumeric: true),
    ])
    listing.append([String(repeating: "x", count: 60), "7"], object: .null)
    listing.append(["short", "1234"], object: .null)
    let narrow = TableWriter(width: 30, style: plain).lines(listing)
    for line in narrow { #expect(TextWidth.of(line) <= 30) }
    #expect(narrow[1].contains("…") && narrow[1].hasSuffix("   7"))
    let wide = TableWriter(width: nil, style: plain).lines(listing)
    #expect(wide[1].contains(String(repeating: "x", count: 60)))
  }

  @Test(
    arguments: [
      (ColorMode.auto, true, [:], true), (.auto, false, [:], false),
      (.auto, true, ["NO_COLOR": "1"], false), (.auto, true, ["NO_COLOR": ""], true),
      (.auto, true, ["TERM": "dumb"], false), (.always, false, ["NO_COLOR": "1"], true),
      (.never, true, [:], false),
    ] as [(ColorMode, Bool, [String: String], Bool)])
  func colourFollowsTheRules(
    mode: ColorMode, isTerminal: Bool, environment: [String: String], isColored: Bool
  ) {
    let style = TerminalStyle(mode, isTerminal: isTerminal, environment: environment)
    #expect(style.isColored == isColored)
    #expect((style.bold("x") == "x") == !isColored)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567"), (12_345, "12,345"),
  ])
  func thousandsAreGrouped(number: Int, text: String) {
    #expect(Count.grouped(number) == text)
  }

  @Test(arguments: [
    ("Massoud", "Massoud"), ("Ahmad Massoud", "\"Ahmad Massoud\""), ("a\"b", "\"a\\\"b\""),
    ("$HOME", "\"\\$HOME\""), ("", "\"\""), ("`x`", "\"\\`x\\`\""),
  ])
  func wordsForAShellAreQuoted(word: String, quoted: String) {
    #expect(ShellWord.quoted(word) == quoted)
  }

  @Test func manyLikeDiagnosticsAreCounted() {
    let err = MemorySink()
    let streams = OutputStreams(out: MemorySink(), err: err)
    let printer = DiagnosticPrinter(streams: streams, isJSON: false)
    for line in 1...50 {
      printer.tell(
        Diagnostic(.warning, code: "RL1999", "odd", at: InputLocation(file: "x", line: line)))
    }
    printer.tellSuppressed()
    let lines = err.text.split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines.last?.contains("30 more of [RL1999]") == true)
  }
}
