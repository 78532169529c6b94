import RelataAnnotation
import RelataCore
import RelataExtraction
import Testing

/// A text with the readings that must come out of it and those that must not.
///
/// A reading is written `subject | relation | object`, optionally `| negative`, `| claimed`, `| planned`,
/// `| hypothetical`, `| former`; what is not written is not checked, except in `wrong`, where a reading
/// without status means the plain positive assertion.
struct ReadingCase: Sendable, CustomTestStringConvertible {
  var text: String
  var right: [String]
  var wrong: [String]

  init(_ text: String, _ right: [String] = [], not wrong: [String] = []) {
    self.text = text
    self.right = right
    self.wrong = wrong
  }

  var testDescription: String { text }
}

/// The real annotator, loaded once for all tests of this target.
enum Reader {
  static let shared: Result<(Annotator, AssertionExtractor), any Error> = Result {
    // What the rules find is to be seen whatever its measured precision, and though the head is silent.
    (try Annotator(), try AssertionExtractor(minimumConfidence: 0.2))
  }

  static func read(_ text: String, published: String? = nil) throws -> ExtractedDocument {
    try shared.get().1.extract(annotate(text, published: published))
  }

  /// Without what the coreference and relation heads say: these tests are about the rules.
  static func annotate(_ text: String, published: String? = nil) throws -> AnnotatedDocument {
    var annotated = try shared.get().0.annotate(
      Document(
        id: DocumentID("test"), source: "test", published: published, text: SourceText(text)))
    annotated.references = []
    annotated.relations = []
    return annotated
  }

  /// Readings of the text as `subject | relation | object | flags…`.
  static func readings(_ text: String) throws -> [Set<String>] {
    let extracted = try read(text)
    let names = Dictionary(
      uniqueKeysWithValues: extracted.annotated.entities.map { ($0.id, $0.name) })
    return extracted.assertions.map { assertion in
      let ends = [names[assertion.subject] ?? "?", names[assertion.object] ?? "?"]
      let isSymmetric = RelationSchema.standard[assertion.relation]?.isSymmetric == true
      let ordered = isSymmetric ? ends.sorted() : ends
      return [
        "\(ordered[0]) | \(assertion.relation) | \(ordered[1])", assertion.polarity.rawValue,
        assertion.status.rawValue, assertion.tense.rawValue,
      ]
    }
  }

  static func check(_ test: ReadingCase) throws {
    let found = try readings(test.text)
    for reading in test.right {
      let wanted = parse(reading)
      #expect(
        found.contains { wanted.isSubset(of: $0) },
        "missing '\(reading)' in '\(test.text)'; found \(found.map { $0.sorted() })")
    }
    for reading in test.wrong {
      var unwanted = parse(reading)
      if unwanted.count == 1 { unwanted.formUnion(["positive", "asserted"]) }
      #expect(
        !found.contains { unwanted.isSubset(of: $0) },
        "wrong '\(reading)' in '\(test.text)'; found \(found.map { $0.sorted() })")
    }
  }

  private static func parse(_ reading: String) -> Set<String> {
    let parts = reading.split(separator: "|").map { $0.trimmed }
    var ends = [parts[0], parts[2]]
    if RelationSchema.standard[RelationID(parts[1])]?.isSymmetric == true { ends.sort() }
    return Set(["\(ends[0]) | \(parts[1]) | \(ends[1])"] + parts.dropFirst(3))
  }
}

extension Substring {
  var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
