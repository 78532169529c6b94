import Foundation
import Testing

/// Meaning is data: what relations have in common stands in `ontology.yaml`, words in tables.
@Suite struct MeaningTests {
  @Test func noFileBesidesTheSchemaHoldsASetOfRelations() throws {
    let relations = try Self.relations()
    #expect(relations.count > 40)
    var found: [String] = []
    for (path, text) in try Checkout.swiftFiles(in: "Sources")
    where !path.hasPrefix("Sources/RelataCore/Schema/") {
      found += Self.sets(of: relations, in: text).map { "\(path):\($0)" }
    }
    #expect(found.isEmpty, "ask RelationType for what these have in common: \(found)")
  }

  /// Ids of the shipped relations.
  private static func relations() throws -> Set<String> {
    let schema = try Checkout.text("Sources/RelataCore/Resources/ontology.yaml")
    return Set(schema.matches(of: #/(?m)^  - id: (\w+)$/#).map { String($0.1) })
  }

  /// Lines of collection literals, and of cases, that name two relations or more.
  ///
  /// Many ids are plain words ("left", "paid"), so a list with other words beside them is a list of words
  /// unless one of the ids can be nothing else ("met_with").
  private static func sets(of relations: Set<String>, in text: String) -> [Int] {
    func isSet(_ strings: [String]) -> Bool {
      let ids = strings.filter(relations.contains)
      return ids.count > 1 && (ids.count == strings.count || ids.contains { $0.contains("_") })
    }
    let literals = SwiftLiterals(text)
    let collections = literals.collections.filter { isSet($0.strings) }.map(\.line)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let cases = Dictionary(grouping: literals.strings, by: \.line).filter { line, strings in
      lines[line - 1].drop { $0 == " " }.hasPrefix("case ") && isSet(strings.map(\.text))
    }.map(\.key)
    return (collections + cases).sorted()
  }

  @Test func setsOfRelationsAreFoundWhereverTheyStand() {
    func sets(_ code: String) -> [Int] {
      Self.sets(of: ["met_with", "left", "paid", "owns"], in: code)
    }
    #expect(sets("let a: Set = [\"left\", \"paid\"]") == [1])
    #expect(sets("let a = [\n  \"met_with\": 1, // \"x\"\n  \"owns\": 2,\n]") == [1])
    #expect(sets("switch a {\ncase \"owns\", \"met_with\": b\n}") == [2])
    #expect(sets("if [\"owns\", \"left\"].contains(a) {}") == [1])
    // Words, single ids, comments and text are none.
    #expect(sets("let a = [\"left\", \"paid\", \"won\"]") == [])
    #expect(sets("a[\"owns\"] = b[\"left\"]") == [])
    #expect(sets("// [\"owns\", \"left\"]\n/* [\"owns\", \"left\"] */") == [])
    #expect(sets("let a = \"[owns, met_with]\"") == [])
  }

  // MARK: Words

  /// The longest list of words that code may hold: what is longer is data.
  private static let longest = 11

  /// How many strings in long lists a file or folder may hold, and why they are not words for a table.
  private static let allowed: [String: (strings: Int, reason: String)] = [
    "Sources/Graphviz/SVG/": (80, "elements and attributes of SVG that pass the sanitiser"),
    "Sources/RelataReading/HTML/": (110, "elements and metadata of HTML"),
    "Sources/RelataParsing/": (80, "elements of HTML and of office files, codes of RTF"),
    "Sources/RelataPipeline/": (70, "keys of the JSON that the program writes"),
    "Sources/RelataReport/": (90, "options of figures and fields of templates"),
    "Sources/RelataCommandLine/Output/": (45, "heads of columns, and what each rule is called"),
    "Sources/RelataAnnotation/References/": (18, "relations of Universal Dependencies"),
    "Sources/RelataEvaluation/Coreference/": (18, "relations of Universal Dependencies"),
    "Sources/RelataLanguage/Trees/": (
      31, "relations of Universal Dependencies, and verbs of leaving"
    ),
    "Sources/RelataLanguage/Names/TextFolding.swift": (
      20, "letters that folding does not take apart"
    ),
    "Sources/RelataGraph/Redaction/EscapedText.swift": (60, "names of characters in HTML"),
    "Sources/RelataGraph/Redaction/LetterReading.swift": (
      420, "letters that look or sound like others"
    ),
    "Sources/RelataEvaluation/Robustness/": (30, "letters that scanners take for others"),
    "Sources/RelataEvaluation/Edges/": (
      28, "what a measure counts as a description: no input of a reader"
    ),
    "Sources/RelataExtraction/": (200, "lists of cues that still stand beside their rules"),
  ]

  @Test func longListsOfWordsStandInTables() throws {
    var counts: [String: Int] = [:]
    for (path, text) in try Checkout.swiftFiles(in: "Sources") {
      let words = Self.listedWords(in: text)
      guard words > 0 else { continue }
      let place = Self.allowed.keys.first { path.hasPrefix($0) }
      counts[place ?? path, default: 0] += words
    }
    for (place, words) in counts.sorted(by: { $0.key < $1.key }) {
      let allowed = Self.allowed[place]?.strings ?? 0
      #expect(words <= allowed, "\(place): \(words) words in lists; put them into a table")
    }
    for place in Self.allowed.keys {
      #expect(counts[place] != nil, "\(place) holds no list any more: take it off here")
    }
  }

  /// How many strings of a file stand in long lists of words.
  private static func listedWords(in text: String) -> Int {
    func isWord(_ text: Substring) -> Bool {
      text.contains(where: \.isLetter)
        && text.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" || $0 == "." }
    }
    let literals = SwiftLiterals(text)
    let lists = literals.collections.map { $0.strings.filter { isWord($0[...]) }.count }
    // "one two three …", to be split.
    let texts = literals.strings.map { literal in
      let words = literal.text.split(whereSeparator: \.isWhitespace)
      let isSentence = words.contains { $0.hasSuffix(",") || $0.hasSuffix(":") || $0.contains("(") }
      return !isSentence && words.allSatisfy(isWord) && literal.text.contains("\n")
        ? words.count : 0
    }
    return (lists + texts).filter { $0 > longest }.reduce(0, +)
  }

  @Test func wordsInListsAreCounted() {
    let dozen = (1...12).map { String(repeating: "a", count: $0) }
    let list = dozen.map { "\"\($0)\"" }.joined(separator: ", ")
    #expect(Self.listedWords(in: "let a = [\(list)]") == 12)
    #expect(Self.listedWords(in: "let a = [\(list), \"1\", \"$\"]") == 12)
    #expect(Self.listedWords(in: "let a = [\(list.replacing("\"a\",", with: ""))]") == 0)
    #expect(Self.listedWords(in: "let a = \"\"\"\n\(dozen.joined(separator: " "))\n\"\"\"") == 12)
    #expect(
      Self.listedWords(in: "let a = \"\"\"\nNo, \(dozen.joined(separator: " "))\n\"\"\"") == 0)
    #expect(Self.listedWords(in: "let a = [[\"a\", \"b\"], [\(list.prefix(40))\"]]") == 0)
  }
}
