import RelataCore
import Testing

@testable import RelataLanguage

/// How a user's pattern is taken apart; what it reads is in the tests of extraction.
@Suite struct SurfacePatternTests {
  private func elements(_ text: String) throws -> [SurfacePattern.Element] {
    try SurfacePattern(
      text, relation: "owns", confidence: 0.7, at: InputLocation(file: "r.yaml")
    ).elements
  }

  @Test(
    arguments: [
      ("{subject} runs {object}", [.subject(nil), .words(["runs"]), .object(nil)]),
      (
        "{object}, a front for {subject}",
        [
          .object(nil), .words([","]), .words(["a"]), .words(["front"]), .words(["for"]),
          .subject(nil),
        ]
      ),
      ("{subject} Runs|owns {object}", [.subject(nil), .words(["runs", "owns"]), .object(nil)]),
      (
        "{subject} (the|a) boss {object}",
        [.subject(nil), .optional(["the", "a"]), .words(["boss"]), .object(nil)]
      ),
      ("{subject} met ... {object}", [.subject(nil), .words(["met"]), .gap, .object(nil)]),
      ("{subject} met … {object}", [.subject(nil), .words(["met"]), .gap, .object(nil)]),
      (
        "{subject}'s firm {object}",
        [.subject(nil), .words(["'s"]), .words(["firm"]), .object(nil)]
      ),
      (
        "{subject}’s firm {object}",
        [.subject(nil), .words(["'s"]), .words(["firm"]), .object(nil)]
      ),
      (
        "{subject person} runs {object ORGANIZATION}",
        [.subject(.person), .words(["runs"]), .object(.organization)]
      ),
      (
        "{subject} - boss; {object}",
        [.subject(nil), .words(["-"]), .words(["boss"]), .words([";"]), .object(nil)]
      ),
    ] as [(String, [SurfacePattern.Element])])
  func everyPieceIsOneElement(text: String, wanted: [SurfacePattern.Element]) throws {
    #expect(try elements(text) == wanted)
  }

  @Test(arguments: [
    "{subject} runs", "runs {object}", "{subject} runs {subject} {object}", "{subject} {object}",
    "{subject}, {object}", "{subject} runs {object", "{subject runs {object}",
    "{subject} (runs {object}",
    "{subject} () runs {object}", "{subject} runs} {object}", "{subject DATE} runs {object}",
    "{subject ARMY} runs {object}", "{subject PERSON now} runs {object}", "{} runs {object}",
    "{owner} {subject} runs {object}", "",
  ])
  func whatSaysNothingIsRefused(text: String) {
    #expect(throws: RelataError.self) { try elements(text) }
  }
}
