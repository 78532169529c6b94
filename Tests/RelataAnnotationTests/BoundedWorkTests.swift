import Foundation
import RelataCore
import RelataInference
import RelataLanguage
import Testing

@testable import RelataAnnotation

/// Text made to be slow costs what its length costs.
@Suite struct BoundedWorkTests {
  private func words(_ text: String) -> [String] {
    let source = SourceText(text)
    return WordSplitter(source).words(in: source.span).map { source[$0] }
  }

  @Test func `a letter keeps its marks, a pile of them is cut`() {
    let few = "e" + String(repeating: "\u{301}", count: 30)
    #expect(words(few) == [few])
    let pile = words("e" + String(repeating: "\u{301}\u{323}", count: 5_000))
    #expect(pile.allSatisfy { $0.unicodeScalars.count <= 31 })
    #expect(pile.reduce(0) { $0 + $1.unicodeScalars.count } == 10_001)
    #expect(
      words(String(repeating: "\u{200d}", count: 1_000)).allSatisfy {
        $0.unicodeScalars.count <= 31
      })
  }

  @Test(arguments: ["x", "9", "-", ".", "x-", "AnnaKern"])
  func `no word is longer than the longest address`(piece: String) {
    let text = String(repeating: piece, count: 10_000)
    let found = words(text)
    #expect(found.allSatisfy { $0.unicodeScalars.count <= 2_048 })
    #expect(found.joined() == text)
    // What is written as one word stays one.
    let address = "http://example.org/" + String(repeating: "a/", count: 900)
    #expect(words(address) == [address])
  }

  /// Processor time of this thread, the best of three runs.
  private func cost(_ work: () -> Void) -> Double {
    (0..<3).map { _ in
      var start = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
      work()
      var end = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
      return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
    }.min() ?? 0
  }

  /// Sentences of one name each.
  private func resolve(_ type: EntityType, _ names: [String]) -> [DocumentEntity] {
    var text = ""
    var sentences: [Sentence] = []
    var spans: [[NameSpan]] = []
    for name in names {
      var tokens: [Token] = []
      for (i, word) in name.split(separator: " ").enumerated() {
        if !text.isEmpty { text += " " }
        let start = text.utf8.count
        text += word
        tokens.append(
          Token(
            span: Span(start, text.utf8.count), form: String(word), lemma: String(word),
            upos: .propn, head: i - 1, deprel: i == 0 ? "root" : "flat"))
      }
      sentences.append(
        Sentence(
          span: Span(tokens[0].span.start, tokens[tokens.count - 1].span.end), tokens: tokens))
      spans.append([NameSpan(words: 0..<tokens.count, type: type, score: 0.9)])
    }
    let document = Document(id: "d", source: "test", text: SourceText(text))
    return EntityResolver(document: document, sentences: sentences, names: spans).resolve().1
  }

  /// A name of letters for a number.
  private func word(_ n: Int) -> String {
    var (rest, letters) = (n, "")
    repeat {
      letters += ["ba", "ke", "li", "mo", "ru", "sta", "ven", "tor", "dal", "fir"][rest % 10]
      rest /= 10
    } while rest > 0
    return letters.prefix(1).uppercased() + letters.dropFirst() + "x"
  }

  @Test(arguments: [
    ("people", EntityType.person), ("relatives", .person), ("surnames", .person),
    ("bodies", .organization), ("acronyms", .organization), ("repeats", .person),
  ])
  func `four times the names cost no sixteen times the work`(kind: String, type: EntityType) {
    func names(_ count: Int) -> [String] {
      (0..<count).map { i in
        switch kind {
        case "people": "\(word(i)) \(word(i + 7))"
        case "relatives": "\(word(i)) Kern"
        case "surnames": i % 2 == 0 ? "\(word(i)) \(word(i + 7))" : word(i + 6)
        case "bodies": "\(word(i)) \(word(i + 7)) Trust"
        case "acronyms": "Z\(word(i).prefix(4).uppercased())"
        default: i % 2 == 0 ? "Anna Kern" : "Kern"
        }
      }
    }
    let (few, many) = (names(400), names(1_600))
    let once = cost { _ = resolve(type, few) }
    let fourTimes = cost { _ = resolve(type, many) }
    #expect(fourTimes < 9 * once, "\(kind): \(once) s, then \(fourTimes) s")
  }

  @Test func `who is the same is found among many`() {
    let crowd = (0..<300).map { "\(word($0)) \(word($0 + 7))" }
    let entities = resolve(
      .person, ["Anna Kern"] + crowd + ["A. Kern", "Kern", "Maria Lopez Anna Kern"])
    let kern = entities.filter { ([$0.name] + $0.aliases).contains("Kern") }
    #expect(kern.count == 1)
    #expect(entities.count == 302 || entities.count == 301)
    let bodies = resolve(
      .organization, ["African Central Union"] + crowd.map { $0 + " Trust" } + ["ACU"])
    #expect(bodies.first { $0.name == "African Central Union" }?.aliases == ["ACU"])
  }

  @Test func `idle threads are lent once and come back`() {
    let threads = IdleThreads(3)
    threads.occupied {
      #expect(threads.borrow(5) == 2)
      #expect(threads.borrow(1) == 0)
      threads.giveBack(2)
      #expect(threads.borrow(1) == 1)
      threads.giveBack(1)
    }
    #expect(IdleThreads(1).occupied { 7 } == 7)
  }

  @Test func `a document is read the same with threads to help`() throws {
    let annotator = try AnnotatorTests.shared.get()
    let sentence = "Anna Kern met Paul Weiss in Oslo, and she told him that the bank had failed. "
    let long = String(repeating: "word ", count: 380)
    let document = Document(
      id: "d", source: "test",
      text: SourceText(String(repeating: sentence, count: 40) + long + sentence))
    let alone = annotator.annotate(document)
    #expect(alone.sentences.count > 40)
    #expect(annotator.annotate(document, threads: IdleThreads(4)) == alone)
  }
}
