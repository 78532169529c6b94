import Foundation
import RelataAnnotation
import RelataCore
import Testing

/// What README and documentation show compiles, runs and gives what they say.
@Suite struct AnnotatorUseTests {
  @Test func theExampleOfTheDocumentationWorks() throws {
    let annotator = try Annotator()
    let annotated = try annotator.annotate("Anna Kern met Paul Weiss in Oslo. Kern left on Monday.")
    for mention in annotated.mentions {
      print(annotated.words(mention.span), mention.type, mention.score)
    }
    for token in annotated.sentences[0].tokens {
      print(token.form, token.lemma, token.upos.rawValue, token.head, token.deprel)
    }
    print(CoNLLUWriter().text(annotated))

    let kern = annotated.mentions.filter { annotated.words($0.span).hasSuffix("Kern") }
    #expect(kern.count == 2 && Set(kern.map(\.entity)).count == 1)
    #expect(annotated.sentences.count == 2)
    #expect(try annotator.annotate("").sentences.isEmpty)
  }

  @Test(arguments: [
    "README.md", "Sources/RelataAnnotation/Documentation.docc/Annotating.md",
    "Sources/RelataAnnotation/Annotator.swift",
  ])
  func theDocumentationShowsThisExample(path: String) throws {
    let file = URL(fileURLWithPath: #filePath)
    let root = file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      .replacing("\n/// ", with: "\n")
    let source = try String(contentsOf: file, encoding: .utf8)
    let here = Set(source.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    let block = try #require(
      text.matches(of: #/(?s)```swift\n(.*?)```/#).map(\.1).first { $0.contains("Annotator()") })
    let lines = block.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.count >= 4)
    for line in lines { #expect(here.contains(line), "\(line)") }
  }
}
