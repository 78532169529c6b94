import Foundation
import RelataCore

@testable import RelataAnnotation

/// A document of tagged words and marked names, written by hand in one line: no model is asked.
///
/// Sentences stand between " | "; one that begins with "!" is furniture. A word is `form`, or
/// `form/UPOS:deprel:head:XPOS:lemma` from the left as far as needed; the head is another word's form, 0 the root.
/// A "+" before it leaves out the space. Words with a capital are proper nouns, marks punctuation, all
/// others nouns, and each hangs on the first word. `[PERSON Anna Kern]` is a name; `PERSON:0.5` gives its
/// score (0.9 else), `*` behind the type makes it a subject, `~` an adjective.
struct TaggedText {
  private(set) var document: Document
  private(set) var sentences: [Sentence] = []
  private(set) var names: [[NameSpan]] = []
  private var text = ""

  init(_ marked: String) {
    document = Document(id: DocumentID("d"), source: "test", text: SourceText(""))
    for sentence in marked.components(separatedBy: " | ") { add(sentence) }
    document = Document(id: DocumentID("d"), source: "test", text: SourceText(text))
  }

  private mutating func add(_ marked: String) {
    var rest = Substring(marked)
    let isFurniture = rest.hasPrefix("!")
    if isFurniture { rest = rest.dropFirst() }
    if !text.isEmpty { text += " " }
    let start = text.unicodeScalars.count
    var tokens: [Token] = []
    var heads: [String?] = []
    var spans: [NameSpan] = []
    var open: (label: Substring, first: Int)?
    for piece in rest.split(separator: " ") {
      if piece.hasPrefix("["), piece.count > 1, let second = piece.dropFirst().first,
        second.isUppercase,
        EntityType.allCases.contains(where: { piece.dropFirst().hasPrefix($0.rawValue) })
      {
        open = (piece.dropFirst(), tokens.count)
        continue
      }
      var word = piece
      let closes = open != nil && word.count > 1 && word.hasSuffix("]")
      if closes { word = word.dropLast() }
      tokens.append(token(String(word), number: tokens.count, isName: open != nil))
      heads.append(Self.tags(word).dropFirst(2).first)
      if closes, let name = open {
        spans.append(span(name.label, name.first..<tokens.count, &tokens))
        open = nil
      }
    }
    for (i, head) in heads.enumerated() {
      guard let head else { continue }
      tokens[i].head = tokens.firstIndex { $0.form == head } ?? -1
      precondition(tokens[i].head != i, "\(head) hangs on itself")
    }
    sentences.append(
      Sentence(
        span: Span(start, text.unicodeScalars.count), tokens: tokens, isFurniture: isFurniture))
    names.append(spans)
  }

  private mutating func token(_ marked: String, number: Int, isName: Bool) -> Token {
    let isJoined = marked.hasPrefix("+") && marked.count > 1
    let form = String(marked.dropFirst(isJoined ? 1 : 0).prefix { $0 != "/" })
    let tags = Self.tags(marked)
    // A subtype stays with its relation: "nmod+poss".
    let deprel = tags.count > 1 ? tags[1].replacingOccurrences(of: "+", with: ":") : nil
    if !isJoined, number > 0 { text += " " }
    let start = text.unicodeScalars.count
    text += form
    let first = form.unicodeScalars.first ?? " "
    let isWord = form.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    let plain: UPOS = !isWord ? .punct : first.properties.isUppercase || isName ? .propn : .noun
    return Token(
      span: Span(start, text.unicodeScalars.count), form: form,
      lemma: tags.count > 4 ? tags[4] : form.lowercased(),
      upos: tags.first.flatMap(UPOS.init) ?? plain, xpos: tags.count > 3 ? tags[3] : "",
      head: number == 0 ? -1 : 0,
      deprel: deprel ?? (number == 0 ? "root" : "dep"), spaceBefore: !isJoined)
  }

  private static func tags(_ marked: some StringProtocol) -> [String] {
    let fields = String(marked).split(separator: "/" as Character, maxSplits: 1)
    return fields.count > 1 ? fields[1].split(separator: ":").map(String.init) : []
  }

  private func span(_ label: Substring, _ words: Range<Int>, _ tokens: inout [Token]) -> NameSpan {
    let fields = label.split(separator: ":")
    var type = String(fields[0])
    if type.hasSuffix("*") { tokens[words.lowerBound].deprel = "nsubj" }
    if type.hasSuffix("~") { for i in words { tokens[i].upos = .adj } }
    type = type.trimmingCharacters(in: ["*", "~"])
    return NameSpan(
      words: words, type: EntityType(rawValue: type) ?? .other,
      score: fields.count > 1 ? Double(fields[1]) ?? 0.9 : 0.9)
  }
}
