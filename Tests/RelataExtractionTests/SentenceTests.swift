import Foundation
import RelataAnnotation
import RelataCore
import RelataExtraction
import RelataTestSupport
import Testing

/// The sentences of `Sentences/*.conllu`, each with all that is to be read in it: no model, only trees.
enum Sentences {
  static let all: Result<[TestSentence], any Error> = Result {
    let folder = try #require(Bundle.module.url(forResource: "Sentences", withExtension: nil))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try files.filter { $0.hasSuffix(".conllu") }.flatMap { file in
      try SentenceFile.read(
        String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8), file: file)
    }.map { sentence in
      // What annotation makes of names and trees, without its model.
      var sentence = sentence
      ReferenceResolver.resolve(&sentence.annotated)
      return sentence
    }
  }

  /// The sentences, none where a file is broken: ``SentenceTests/everyFileIsWellFormed`` says so.
  static var readable: [TestSentence] { (try? all.get()) ?? [] }

  /// The document of a sentence's id, for tests that look at more than its readings.
  static func named(_ id: String) throws -> AnnotatedDocument {
    try #require(all.get().first { $0.id == id }, "no sentence \(id)").annotated
  }

  /// What the rules find is to be seen whatever its measured precision.
  static let extractor = Result { try AssertionExtractor(minimumConfidence: 0) }
}

@Suite struct SentenceTests {
  @Test func everyFileIsWellFormed() throws {
    let sentences = try Sentences.all.get()
    #expect(Set(sentences.map(\.id)).count == sentences.count)
    #expect(sentences.count >= 250)
  }

  /// All that is wanted is read, nothing that is not, and nothing else.
  @Test(arguments: Sentences.readable)
  func whatIsReadIsWhatIsSaid(_ sentence: TestSentence) throws {
    let extracted = try Sentences.extractor.get().extract(sentence.annotated)
    let found = extracted.assertions.map { Reading($0, in: extracted.annotated) }
    if sentence.annotated.sentences.count == 1 {
      #expect(Set(found.map(\.ends)).count == found.count, "read twice: \(found)")
    }
    let (wanted, others) = (
      sentence.expected.filter { $0.demand == .want },
      sentence.expected.filter { $0.demand != .want }
    )
    for demand in wanted {
      #expect(
        found.contains(where: demand.matches),
        "\(sentence.file):\(demand.line) missing: \(demand.ends) \(demand.fields)")
    }
    for demand in others where demand.demand == .not {
      #expect(
        !found.contains(where: demand.matches), "\(sentence.file):\(demand.line) is read")
    }
    let allowed = wanted + others.filter { $0.demand == .knownWrong || $0.demand == .knownMissing }
    for reading in found where !sentence.isOpen && !allowed.contains(where: { $0.matches(reading) })
    {
      Issue.record("\(sentence.file):\(sentence.line) \(sentence.id) reads\n# want: \(reading)")
    }
  }

  @Test func everyRelationHasAReadingAndANonReading() {
    let expected = Sentences.readable.flatMap(\.expected)
    for relation in RelationSchema.standard.relations.map(\.id) {
      for demand in [ExpectedReading.Demand.want, .not] {
        #expect(
          expected.contains { $0.demand == demand && $0.relation == relation },
          "no '\(demand)' of \(relation)")
      }
    }
  }
}
