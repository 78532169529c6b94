import Foundation
import RelataCore

/// A document with trees and names, each sentence written by hand in one line: no model is asked.
///
///     [nsubj Karl_Denby@PERSON] hired/VBD [obj Quint@PERSON] [obl with [obj help]] .
///
/// A bracket is a subtree with its relation to the word that heads what is around it. That word is the one
/// without a bracket; words of no content of their own ("the", "of", "and", "not", "will", "'s", marks) hang on it
/// with the relation they mostly have. A word is `form/XPOS/lemma` from the left as far as needed. `@TYPE` makes
/// it a name, `_` joins the words of a longer one, `@TYPE=Name` gives its entity another name; `=Name:0.9` says
/// whom the coreference head takes a word for. "*" marks a word. Sentences stand between " | ", one that begins
/// with "!" is furniture; " || " begins a paragraph.
public struct BracketedText {
  /// A word's dictionary form by form, universal tag and Penn tag.
  public typealias Lemma = (_ form: String, _ upos: String, _ xpos: String) -> String

  public private(set) var document: AnnotatedDocument
  /// Marked words: sentence and place in it.
  public private(set) var marked: [(sentence: Int, token: Int)] = []
  private let lemma: Lemma
  private var text = ""

  /// Reads a line; one that is none traps.
  public init(_ line: String, published: String? = nil, lemma: @escaping Lemma) {
    self.lemma = lemma
    document = AnnotatedDocument(
      document: Document(id: DocumentID("d"), source: "test", text: SourceText("")), sentences: [],
      mentions: [], entities: [])
    for (p, paragraph) in line.components(separatedBy: " || ").enumerated() {
      for (s, sentence) in paragraph.components(separatedBy: " | ").enumerated() {
        if !text.isEmpty { text += p > 0 && s == 0 ? "\n\n" : " " }
        add(sentence)
      }
    }
    document.document = Document(
      id: DocumentID("d"), source: "test", published: published, text: SourceText(text))
  }

  private mutating func add(_ line: String) {
    let isFurniture = line.hasPrefix("!")
    let start = text.unicodeScalars.count
    var reader = BracketedSentence(lemma: lemma, start: start)
    reader.read(isFurniture ? line.dropFirst() : line[...])
    let sentence = document.sentences.count
    marked += reader.marked.map { (sentence, $0) }
    text += reader.text
    document.sentences.append(
      Sentence(
        span: Span(start, text.unicodeScalars.count), tokens: reader.tokens,
        isFurniture: isFurniture))
    for name in reader.names {
      document.mentions.append(
        Mention(
          id: "m\(document.mentions.count + 1)", span: reader.span(name.words), sentence: sentence,
          tokens: name.words, type: name.type,
          entity: name.type.isNode ? entity(name.entity, name.type) : nil))
    }
    for link in reader.links {
      guard let known = document.entities.first(where: { $0.name == link.name }) else {
        preconditionFailure("nobody is called \(link.name)")
      }
      document.references.append(
        Mention(
          id: "r\(document.references.count + 1)", span: reader.tokens[link.token].span,
          sentence: sentence, tokens: link.token..<(link.token + 1), type: known.type,
          kind: reader.tokens[link.token].upos == .pron ? .pronoun : .nominal, entity: known.id,
          score: link.score))
    }
  }

  private mutating func entity(_ name: String, _ type: EntityType) -> EntityID {
    if let known = document.entities.first(where: { $0.name == name }) { return known.id }
    let id = EntityID("e\(document.entities.count + 1)")
    document.entities.append(DocumentEntity(id: id, name: name, type: type))
    return id
  }

  /// Fills in what follows from names and trees.
  public mutating func refer(_ resolve: (inout AnnotatedDocument) -> Void) { resolve(&document) }

  /// The document's name for an entity.
  public func name(_ id: EntityID?) -> String {
    document.entities.first { $0.id == id }?.name ?? "?"
  }
}
