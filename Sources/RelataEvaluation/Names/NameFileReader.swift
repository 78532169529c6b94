import RelataCore

/// Reads names in columns: one word a line, its label in BIO or IOB2 last, a blank line between
/// sentences.
///
/// Understands two-column files, CoNLL-2003 (word, tags, label; `-DOCSTART-`) and Universal NER (number,
/// word, label, …; `# text` gives the spacing). Without spacing the words are joined as English is
/// written.
public struct NameFileReader: Sendable {
  /// A reader without state.
  public init() {}

  private struct Row {
    var form: String
    var label: String
  }

  /// The documents of a file; a new one begins at `-DOCSTART-`, `# newdoc`, or every 20 sentences where a
  /// file marks none.
  ///
  /// - Throws: `RelataError` RL8102 at the first line without a label.
  public func documents(in text: String, file: String) throws(RelataError) -> [GoldDocument] {
    let isMarked = text.contains("-DOCSTART-") || text.contains("# newdoc")
    var builders = [DocumentBuilder()]
    var sentences = 0
    var rows: [Row] = []
    var given: String?
    var number = 0
    func close() {
      if !rows.isEmpty {
        if !isMarked, sentences > 0, sentences.isMultiple(of: 20) {
          builders.append(DocumentBuilder())
        }
        add(rows, given, to: &builders[builders.count - 1])
        sentences += 1
      }
      (rows, given) = ([], nil)
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      if line.allSatisfy(\.isWhitespace) {
        close()
        continue
      }
      if line.hasPrefix("# ") {
        if line.hasPrefix("# newdoc") { builders.append(DocumentBuilder()) }
        if line.hasPrefix("# text = ") { given = String(line.dropFirst(9)) }
        if rows.isEmpty, !line.contains("\t") { continue }
      }
      if line.hasPrefix("-DOCSTART-") {
        builders.append(DocumentBuilder())
        continue
      }
      guard let row = Self.row(line) else {
        throw RelataError(
          .badInput, code: "RL8102", "a line needs a word and a label",
          at: InputLocation(file: file, line: number),
          hint: "Give names in columns, labels such as B-PER last.")
      }
      rows.append(row)
    }
    close()
    return builders.map(\.document).filter { !$0.sentences.isEmpty }
  }

  private static func isLabel(_ field: some StringProtocol) -> Bool {
    field == "O" || field.hasPrefix("B-") || field.hasPrefix("I-")
  }

  private static func row(_ line: Substring) -> Row? {
    let fields = line.split(whereSeparator: { $0 == "\t" || $0 == " " }).map(String.init)
    if fields.count >= 3, Int(fields[0]) != nil, isLabel(fields[2]),
      !isLabel(fields[fields.count - 1])
    {
      return Row(form: fields[1], label: fields[2])
    }
    guard fields.count >= 2, let label = fields.last, isLabel(label) else { return nil }
    return Row(form: fields[0], label: label)
  }

  private func add(_ rows: [Row], _ given: String?, to builder: inout DocumentBuilder) {
    let tokens = builder.append(sentence: rows.map(\.form), spacedAs: given)
    var open: GoldDocument.Name?
    for (row, token) in zip(rows, tokens) {
      let type = String(row.label.dropFirst(2))
      if row.label.hasPrefix("I-"), var name = open, name.type == type {
        name.span.end = token.span.end
        open = name
        continue
      }
      if let name = open { builder.names.append(name) }
      open = row.label == "O" ? nil : GoldDocument.Name(span: token.span, type: type)
    }
    if let name = open { builder.names.append(name) }
  }
}

extension DocumentBuilder {
  /// Appends words as a sentence, with the spaces of `given` or those of English habit.
  @discardableResult
  mutating func append(sentence words: [String], spacedAs given: String? = nil) -> [Token] {
    beginSentence(paragraph: false)
    space()
    var spacing = Spacing(given)
    var tokens: [Token] = []
    for word in words {
      let spaceBefore = tokens.isEmpty || spacing.isSpace(before: word)
      if spaceBefore { space() }
      let span = append(word)
      tokens.append(
        Token(
          span: span, form: word, lemma: "", upos: .x, head: -1, deprel: "",
          spaceBefore: spaceBefore))
    }
    endSentence(tokens)
    return tokens
  }
}

/// Where spaces stand between words, by the given text or by English habit.
private struct Spacing {
  private var rest: Substring?
  private var glue = false
  private var isQuoteOpen = false

  init(_ given: String?) { rest = given.map { $0[...] } }

  private static let closing: Set<String> = [
    ",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "...", "'s", "n't", "'re", "'ve", "'ll", "'d",
    "'m", "'", "”", "’", "’s",
  ]
  private static let opening: Set<String> = ["(", "[", "{", "$", "£", "€", "“", "‘"]

  mutating func isSpace(before form: String) -> Bool {
    if let text = rest {
      let trimmed = text.drop(while: \.isWhitespace)
      if trimmed.hasPrefix(form) {
        rest = trimmed.dropFirst(form.count)
        return trimmed.startIndex != text.startIndex
      }
      rest = nil
    }
    var space = !glue && !Self.closing.contains(form)
    glue = Self.opening.contains(form)
    if form == "\"" {
      space = space && !isQuoteOpen
      glue = !isQuoteOpen
      isQuoteOpen.toggle()
    }
    return space
  }
}
