import Foundation
import RelataCore

/// A document with the sentences, words, trees and names somebody annotated by hand.
public struct GoldDocument: Sendable {
  /// A name: its span and its type as the file writes it ("PER", "LOC", "PERSON").
  public struct Name: Hashable, Sendable {
    /// In scalars of the document's text.
    public var span: Span
    /// As the file has it.
    public var type: String

    /// A name as the file has it.
    public init(span: Span, type: String) {
      self.span = span
      self.type = type
    }
  }

  /// What the file calls the document (`# newdoc id = …`), empty if it does not say.
  public var id: String
  /// The running text, rebuilt from the words where the file does not give it.
  public var text: SourceText
  /// Words with heads and relations; tags are `.x` and heads −1 where the file has none.
  public var sentences: [Sentence]
  /// From the column MISC, in order of the text.
  public var names: [Name]
  /// Spans inside which a name found is neither right nor wrong.
  public var unjudged: [Span]

  /// A document as the file has it.
  public init(
    id: String = "", text: SourceText, sentences: [Sentence], names: [Name], unjudged: [Span] = []
  ) {
    self.id = id
    self.text = text
    self.sentences = sentences
    self.names = names
    self.unjudged = unjudged
  }
}

/// Reads treebanks in CoNLL-U (universaldependencies.org/format.html).
///
/// Text is rebuilt from the words and `SpaceAfter=No`; paragraphs (`# newpar`) are separated by a blank
/// line, documents by `# newdoc`. Words of a multiword token share its surface. Empty nodes are skipped.
public struct CoNLLUReader: Sendable {
  /// A reader without state.
  public init() {}

  private struct Row {
    var form: String
    var lemma: String
    var upos: String
    var xpos: String
    var head: Int
    var deprel: String
    /// Surface that the row adds to the text; empty for later words of a multiword token.
    var surface: String
    var spaceAfter: Bool
  }

  /// The documents of a file, in order.
  ///
  /// - Throws: `RelataError` RL8101 at the first line that is not CoNLL-U.
  public func documents(in text: String, file: String) throws(RelataError) -> [GoldDocument] {
    var documents: [DocumentBuilder] = []
    var rows: [Row] = []
    var startsParagraph = false
    var multiword: (last: Int, surface: String, spaceAfter: Bool)?
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      if line.isEmpty {
        if !rows.isEmpty { append(rows, &documents, startsParagraph) }
        if !rows.isEmpty { startsParagraph = false }
        (rows, multiword) = ([], nil)
        continue
      }
      if line.hasPrefix("#") {
        if line.hasPrefix("# newdoc") {
          documents.append(DocumentBuilder())
          if let id = line.split(separator: "=", maxSplits: 1).dropFirst().first {
            documents[documents.count - 1].id = id.trimmingCharacters(in: .whitespaces)
          }
        }
        if line.hasPrefix("# newpar"), !line.hasPrefix("# newpar_block") { startsParagraph = true }
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 10 else {
        throw Self.error("a line needs 10 columns, this one has \(fields.count)", file, number)
      }
      if fields[0].contains(".") { continue }
      let spaceAfter = !fields[9].split(separator: "|").contains("SpaceAfter=No")
      if let dash = fields[0].firstIndex(of: "-") {
        guard let last = Int(fields[0][fields[0].index(after: dash)...]) else {
          throw Self.error("\(fields[0]) is no range of words", file, number)
        }
        multiword = (last, fields[1], spaceAfter)
        continue
      }
      guard let id = Int(fields[0]), id == rows.count + 1, let head = Int(fields[6]) ?? -1 as Int?
      else {
        throw Self.error("words must be numbered from 1 in order", file, number)
      }
      var row = Row(
        form: fields[1], lemma: fields[2], upos: fields[3], xpos: fields[4], head: head,
        deprel: fields[7], surface: fields[1], spaceAfter: spaceAfter)
      if let word = multiword {
        let rest = word.surface
        let isLast = id == word.last
        row.surface = isLast ? rest : rest.hasPrefix(row.form) ? row.form : String(rest.prefix(1))
        row.spaceAfter = isLast ? word.spaceAfter : false
        multiword =
          isLast ? nil : (word.last, String(rest.dropFirst(row.surface.count)), word.spaceAfter)
      }
      rows.append(row)
    }
    if !rows.isEmpty { append(rows, &documents, startsParagraph) }
    return documents.map(\.document)
  }

  private static func error(_ message: String, _ file: String, _ line: Int) -> RelataError {
    RelataError(
      .badInput, code: "RL8101", message, at: InputLocation(file: file, line: line),
      hint: "Give a treebank file in CoNLL-U.")
  }

  private func append(_ rows: [Row], _ documents: inout [DocumentBuilder], _ startsParagraph: Bool)
  {
    if documents.isEmpty { documents.append(DocumentBuilder()) }
    var builder = documents.removeLast()
    builder.beginSentence(paragraph: startsParagraph)
    var spaceBefore = true
    var tokens: [Token] = []
    for row in rows {
      let span = builder.append(row.surface)
      tokens.append(
        Token(
          span: span, form: row.form, lemma: row.lemma, upos: UPOS(rawValue: row.upos) ?? .x,
          xpos: row.xpos == "_" ? "" : row.xpos, head: row.head - 1, deprel: row.deprel,
          spaceBefore: spaceBefore))
      spaceBefore = row.spaceAfter
      if row.spaceAfter { builder.space() }
    }
    builder.endSentence(tokens)
    documents.append(builder)
  }
}

/// Collects the text and sentences of one document.
struct DocumentBuilder {
  private var scalars: [Unicode.Scalar] = []
  private var pendingSpace = false
  private var sentences: [Sentence] = []
  var names: [GoldDocument.Name] = []
  var id = ""

  var document: GoldDocument {
    GoldDocument(
      id: id, text: SourceText(scalars: scalars), sentences: sentences, names: names)
  }

  mutating func beginSentence(paragraph: Bool) {
    if paragraph, !scalars.isEmpty {
      scalars += ["\n", "\n"]
      pendingSpace = false
    }
  }

  /// Appends a word behind any pending space.
  mutating func append(_ surface: String) -> Span {
    if pendingSpace { scalars.append(" ") }
    pendingSpace = false
    let start = scalars.count
    scalars.append(contentsOf: surface.unicodeScalars)
    return Span(start, scalars.count)
  }

  mutating func space() { pendingSpace = !scalars.isEmpty }

  mutating func endSentence(_ tokens: [Token]) {
    guard let first = tokens.first, let last = tokens.last else { return }
    sentences.append(Sentence(span: Span(first.span.start, last.span.end), tokens: tokens))
  }
}
