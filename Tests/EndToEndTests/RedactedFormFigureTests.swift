import Foundation
import RelataTestSupport
import Testing

/// Every way of writing a redacted name, in figures and reports of the built program.
@Suite(.serialized) struct RedactedFormFigureTests {
  /// A folder with a graph in whose documents every form stands.
  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.write("nora_feldt.jsonl", WrittenName.extraction())
    let built = try Tool.run("build", "nora_feldt.jsonl", "-g", "nora_feldt.relata", in: place)
    try #require(built.status == 0, "\(built.err)")
    return place
  }

  /// What a reader sees: without tags, their texts joined.
  private func visible(_ text: String) -> String {
    text.replacing(#/<[^>]*>/#, with: " ").replacing(#/\s+/#, with: " ")
  }

  @Test(arguments: ["a.svg", "a.html", "a.md", "a.dot", "fragment.html"], [true, false])
  func noOutputHoldsAForm(file: String, isStripped: Bool) throws {
    let place = try place()
    let isReport = file.hasSuffix("html") || file.hasSuffix("md")
    var arguments = [
      isReport ? "report" : "render", "--redact", "Nora Feldt", "--title", "What Feldt's N.F. did",
      "-g", "nora_feldt.relata", "-o", file,
    ]
    if isStripped { arguments.append("--strip-metadata") }
    if file == "fragment.html" { arguments += ["--format", "fragment"] }
    let run = try Tool.run(arguments, in: place)
    try #require(run.status == 0, "\(run.err)")
    for name in file == "a.md" ? [file, "a.svg"] : [file] {
      let text = try place.text(name)
      #expect(text.contains("Person A") && text.contains("Milo Hartwell"))
      for form in WrittenName.all {
        #expect(!form.isLeft(in: text) && !form.isLeft(in: visible(text)), "\(form) in \(name)")
      }
    }
    if isReport {
      let text = visible(try place.text(file))
      // Quotes of others are whole.
      #expect(
        text.contains("a kernel of wheat was left in Fels")
          && text.contains("The n-factor, the NFL"))
    }
  }
}
