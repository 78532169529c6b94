import RelataCore

/// A document of one or more sentences with trees and names made by hand, and what must be read in it.
public struct TestSentence: Sendable, CustomStringConvertible {
  /// `# sent_id` of its first sentence, unique among all files.
  public var id: String
  public var file: String
  public var line: Int
  public var annotated: AnnotatedDocument
  public var expected: [ExpectedReading]
  /// Whether readings that are not named are left unjudged.
  public var isOpen: Bool

  public var description: String { "\(id) (\(file):\(line)) \(annotated.document.text.string)" }
}

/// Reads test sentences: CoNLL-U (universaldependencies.org/format.html) with names and demands.
///
/// Comments with `=` describe a sentence, those with `:` say what is demanded of it; any other is a mistake.
///
///     # sent_id = denial-1                      must be there
///     # text = Karl Denby did not kill Quint.   must be what the words make
///     # published = 2021-09-25                  of the document
///     # continues                               belongs to the document of the sentence before;
///     # newpar                                  the same, as a new paragraph
///     # furniture                               page furniture: must give nothing
///     # note = anything
///     # open = why                              other readings than those named are not judged
///     # for $W/$R = hire/hired pay/paid         stands for several documents, $W and $R replaced in each
///     # head: Karl Denby | killed | Quint | 0.98 | kill | negative=0.9      a score of the relation head: its
///                                               probability and word
///     # want: Karl Denby | killed | Quint | negative | rule=rule.verb.v1    see ``ExpectedReading``
///     # not: Quint | killed | Karl Denby
///
/// The last column holds `SpaceAfter=No`, `NER=B-PERSON` and `NER=I-PERSON`, and on the first word of a name
/// `Ent=Karl_Denby` where the entity is called otherwise and `Score=0.9` where it is less than sure;
/// `Inner=LOCATION:Iraq` (`:2` for two words) is a name within a longer one that begins at that word; on a word that stands for somebody `Ref=Karl_Denby:0.9`, as the coreference head has it.
public struct SentenceFile {
  typealias Line = (number: Int, text: Substring)

  /// The documents of a file, in order.
  ///
  /// - Throws: RL9901 at the first line that breaks a rule above, or whose tree is none.
  public static func read(_ text: String, file: String) throws(RelataError) -> [TestSentence] {
    var found: [TestSentence] = []
    for document in documents(in: text) {
      for blocks in try expansions(of: document, file: file) {
        var draft: TreeDocumentDraft?
        for block in blocks {
          let sentence = try SentenceBlock(block, file: file)
          guard sentence.continues == (draft != nil) else {
            throw error("the first sentence continues nothing", file: file, line: sentence.line)
          }
          if draft == nil { draft = TreeDocumentDraft(sentence, file: file) }
          try draft?.append(sentence)
        }
        if let draft { found.append(try draft.finished()) }
      }
    }
    return found
  }

  /// Blocks of lines, those that continue a document with it.
  private static func documents(in text: String) -> [[[Line]]] {
    var documents: [[[Line]]] = []
    var block: [Line] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in (lines + [""]).enumerated() {
      if !line.isEmpty {
        block.append((index + 1, line))
        continue
      }
      guard !block.isEmpty else { continue }
      let continues = block.contains { $0.text == "# continues" || $0.text == "# newpar" }
      if continues, !documents.isEmpty {
        documents[documents.count - 1].append(block)
      } else {
        documents.append([block])
      }
      block = []
    }
    return documents
  }

  /// A document once, or with its `# for` once for each of the values.
  private static func expansions(
    of document: [[Line]], file: String
  ) throws(RelataError) -> [[[Line]]] {
    var names: [String] = []
    var values: [[String]] = []
    var plain = document
    plain[0].removeAll { $0.text.hasPrefix("# for ") }
    for line in document[0] where line.text.hasPrefix("# for ") {
      let sides = line.text.dropFirst("# for ".count).split(separator: "=", maxSplits: 1).map(trim)
      let variables = (sides.first ?? "").split(separator: "/").map(String.init)
      guard sides.count == 2, variables.allSatisfy({ $0.hasPrefix("$") }),
        names.isEmpty || names == variables
      else { throw error("'\(line.text)' gives no values", file: file, line: line.number) }
      names = variables
      for value in sides[1].split(separator: " ") {
        let parts = value.split(separator: "/").map(String.init)
        guard parts.count == names.count else {
          throw error("'\(value)' is not \(names)", file: file, line: line.number)
        }
        values.append(parts)
      }
    }
    if names.isEmpty { return [document] }
    return values.map { value in
      plain.map { block in
        block.map { line in
          var text = String(line.text)
          for (name, part) in zip(names, value) { text = text.replacing(name, with: part) }
          if text.hasPrefix("# sent_id") { text += "-" + value.joined(separator: "-") }
          return (line.number, text[...])
        }
      }
    }
  }

  static func error(_ message: String, file: String, line: Int) -> RelataError {
    RelataError(
      .badInput, code: "RL9901", message, at: InputLocation(file: file, line: line),
      hint: "SentenceFile.swift says how test sentences are written")
  }

  static func trim(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// The lines of one sentence, read but not yet placed in a document.
struct SentenceBlock {
  private static let keys: Set<String> = ["SpaceAfter", "NER", "Ent", "Score", "Inner", "Ref"]

  struct Word {
    var token: Token
    var keys: [String: String]
    var line: Int
  }
  var id = ""
  var text = ""
  var line: Int
  var published: String?
  var continues = false
  var startsParagraph = false
  var isFurniture = false
  var isOpen = false
  var words: [Word] = []
  /// `head`, `want` … with the text behind the colon.
  var demands: [(key: String, text: Substring, line: Int)] = []

  /// Spans are counted from the start of the sentence.
  init(_ lines: [(number: Int, text: Substring)], file: String) throws(RelataError) {
    line = lines[0].number
    var length = 0
    var spaceBefore = true
    for (number, line) in lines {
      if line.hasPrefix("#") {
        try comment(line.dropFirst(), file: file, number: number)
        continue
      }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 10, columns.allSatisfy({ !$0.isEmpty }) else {
        throw SentenceFile.error("a word needs ten columns", file: file, line: number)
      }
      guard Int(columns[0]) == words.count + 1, let head = Int(columns[6]), head >= 0,
        let upos = UPOS(rawValue: columns[3])
      else {
        throw SentenceFile.error("number, part of speech or head is none", file: file, line: number)
      }
      var keys: [String: String] = [:]
      for pair in columns[9].split(separator: "|") where pair != "_" {
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, Self.keys.contains(parts[0]),
          keys.updateValue(parts[1], forKey: parts[0]) == nil
        else { throw SentenceFile.error("'\(pair)' is no key", file: file, line: number) }
      }
      if spaceBefore && !words.isEmpty { length += 1 }
      let end = length + columns[1].unicodeScalars.count
      words.append(
        Word(
          token: Token(
            span: Span(length, end), form: columns[1], lemma: columns[2], upos: upos,
            xpos: columns[4] == "_" ? "" : columns[4], head: head - 1, deprel: columns[7],
            spaceBefore: spaceBefore), keys: keys, line: number))
      spaceBefore = keys["SpaceAfter"] != "No"
      length = end
    }
    try checkTree(file: file)
    let written = words.map { ($0.token.spaceBefore ? " " : "") + $0.token.form }.joined()
      .dropFirst()
    guard !id.isEmpty, text == written else {
      throw SentenceFile.error(
        "sent_id is missing, or the words make '\(written)'", file: file, line: line)
    }
  }

  private mutating func comment(
    _ text: Substring, file: String, number: Int
  ) throws(RelataError) {
    let mark = text.firstIndex { $0 == "=" || $0 == ":" } ?? text.endIndex
    let key = SentenceFile.trim(text[..<mark])
    let rest = text[mark...].dropFirst()
    let isDemand = text[mark...].first == ":"
    switch (key, isDemand) {
    case ("sent_id", false): id = SentenceFile.trim(rest)
    case ("text", false): self.text = SentenceFile.trim(rest)
    case ("published", false): published = SentenceFile.trim(rest)
    case ("continues", false) where rest.isEmpty: continues = true
    case ("newpar", false) where rest.isEmpty: (continues, startsParagraph) = (true, true)
    case ("furniture", false) where rest.isEmpty: isFurniture = true
    case ("note", false): break
    case ("open", false): isOpen = true
    case ("head", true): demands.append((key, rest, number))
    case (_, true) where ExpectedReading.Demand(rawValue: key) != nil:
      demands.append((key, rest, number))
    default: throw SentenceFile.error("'#\(text)' says nothing", file: file, line: number)
    }
  }

  /// One root, and from every word a way up to it.
  private func checkTree(file: String) throws(RelataError) {
    let heads = words.map(\.token.head)
    guard heads.count(where: { $0 == -1 }) == 1 else {
      throw SentenceFile.error("a tree has one root", file: file, line: line)
    }
    for word in words {
      var (at, steps) = (word.token.head, 0)
      while at >= 0, at < heads.count, steps <= heads.count { (at, steps) = (heads[at], steps + 1) }
      guard at == -1 else {
        throw SentenceFile.error("no way leads up to the root", file: file, line: word.line)
      }
    }
  }
}
