import Foundation
import RelataCore
import RelataTestSupport
import Testing

@testable import RelataAnnotation

@Suite("Annotator")
struct AnnotatorTests {
  /// Loaded once for all tests of the suite.
  static let shared = Result { try Annotator() }

  private func annotate(_ text: SourceText, furniture: [Span] = []) throws -> AnnotatedDocument {
    try Self.shared.get().annotate(
      Document(id: "d", source: "test", text: text, furniture: furniture))
  }

  /// Checks what every annotated document promises.
  private func check(_ annotated: AnnotatedDocument) {
    let text = annotated.document.text
    var end = 0
    for sentence in annotated.sentences {
      #expect(sentence.span.start >= end && !sentence.tokens.isEmpty)
      #expect(sentence.span.start == sentence.tokens.first?.span.start)
      #expect(sentence.span.end == sentence.tokens.last?.span.end)
      #expect(sentence.tokens.filter { $0.head == -1 }.count == 1)
      for (i, token) in sentence.tokens.enumerated() {
        #expect(text[token.span].unicodeScalars.elementsEqual(token.form.unicodeScalars))
        #expect(sentence.tokens.indices.contains(token.head) || token.head == -1)
        #expect((token.head == -1) == (token.deprel == "root"))
        #expect(token.head != i && !token.lemma.isEmpty)
      }
      end = sentence.span.end
    }
    let entities = Set(annotated.entities.map(\.id))
    var previous = Span(0, 0)
    for mention in annotated.mentions {
      let sentence = annotated.sentences[mention.sentence]
      #expect(!sentence.isFurniture)
      #expect(mention.span.start == sentence.tokens[mention.tokens.lowerBound].span.start)
      #expect(mention.span.end == sentence.tokens[mention.tokens.upperBound - 1].span.end)
      #expect(mention.span.start >= previous.start)
      #expect((0...1).contains(mention.score))
      #expect(mention.type.isNode == (mention.entity != nil))
      if let entity = mention.entity { #expect(entities.contains(entity)) }
      previous = mention.span
    }
    let used = Set(annotated.mentions.compactMap(\.entity))
    #expect(used == entities)
  }

  @Test func `a news paragraph gets sentences, names and entities`() throws {
    let annotated = try annotate(
      SourceText(
        "Robert Stryk met Sen. Lindsey Graham in Washington on Monday. Stryk paid $4.5 million to the United Nations."
      ))
    check(annotated)
    #expect(annotated.sentences.count == 2)
    let people = annotated.entities.filter { $0.type == .person }.map(\.name)
    #expect(people == ["Robert Stryk", "Lindsey Graham"])
    #expect(annotated.mentions.contains { $0.type == .money })
    #expect(annotated.sentences[1].tokens[1].lemma == "pay")
  }

  @Test func `furniture is split but gets no names`() throws {
    let text = SourceText("Photo: Angela Merkel\n\nAngela Merkel spoke in Berlin.")
    let annotated = try annotate(text, furniture: [Span(0, 20)])
    check(annotated)
    #expect(annotated.sentences.map(\.isFurniture) == [true, false])
    #expect(annotated.mentions.allSatisfy { $0.sentence == 1 })
  }

  @Test(arguments: ["", " \n\n\t", ".", "\u{0}", "\u{301}", "🚢", "\r\n\r\n", "a"])
  func `almost nothing is annotated as almost nothing`(text: String) throws {
    let annotated = try annotate(SourceText(text))
    check(annotated)
    #expect(annotated.sentences.count <= 1)
  }

  @Test(arguments: 0..<6)
  func `any Unicode keeps the promises`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = SourceText(scalars: RandomText.scalars(&generator, count: 150))
    let cut = text.count / 3
    check(try annotate(text, furniture: [Span(cut, cut + 20), Span(cut + 10, 10_000)]))
  }

  @Test func `a long sentence and a long word are annotated`() throws {
    let long = String(repeating: "the old man of the sea and ", count: 60)
    check(try annotate(SourceText(long + String(repeating: "x", count: 100_000))))
  }

  @Test func `threads and repeated calls agree`() async throws {
    let annotator = try Self.shared.get()
    let document = Document(
      id: "d", source: "test",
      text: SourceText("Zoë Brontë-Müller sued Łukasiewicz Holdings. She won in Gdańsk."))
    let expected = annotator.annotate(document)
    await withTaskGroup(of: AnnotatedDocument.self) { group in
      for _ in 0..<6 { group.addTask { annotator.annotate(document) } }
      for await result in group { #expect(result == expected) }
    }
  }

  @Test func `missing and damaged weights are refused with their codes`() throws {
    let nowhere = URL(fileURLWithPath: "/nowhere/weights")
    #expect { try Annotator(weights: nowhere) } throws: { ($0 as? RelataError)?.code == "RL2001" }
    let junk = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data("no weights at all".utf8).write(to: junk)
    defer { try? FileManager.default.removeItem(at: junk) }
    #expect { try Annotator(weights: junk) } throws: { ($0 as? RelataError)?.code == "RL2002" }
  }
}
