/// A universal part of speech (universaldependencies.org/u/pos).
public enum UPOS: String, Sendable, Codable, CaseIterable {
  case adj = "ADJ"
  case adp = "ADP"
  case adv = "ADV"
  case aux = "AUX"
  case cconj = "CCONJ"
  case det = "DET"
  case intj = "INTJ"
  case noun = "NOUN"
  case num = "NUM"
  case part = "PART"
  case pron = "PRON"
  case propn = "PROPN"
  case punct = "PUNCT"
  case sconj = "SCONJ"
  case sym = "SYM"
  case verb = "VERB"
  case x = "X"
}

/// One word of a sentence with its analysis.
public struct Token: Hashable, Sendable {
  /// Where it stands in the text.
  public var span: Span
  /// The word as written.
  public var form: String
  /// The dictionary form, lower-case except for proper nouns.
  public var lemma: String
  /// Its part of speech.
  public var upos: UPOS
  /// The Penn Treebank tag ("VBD", "NNP"), empty if unknown.
  public var xpos: String
  /// Index of the syntactic head within the sentence; −1 for the root.
  public var head: Int
  /// The universal dependency to the head, with subtype ("nsubj:pass").
  public var deprel: String
  /// Whether white space (or the sentence's start) stands before the word.
  public var spaceBefore: Bool

  /// A word with its analysis.
  public init(
    span: Span, form: String, lemma: String, upos: UPOS, xpos: String = "", head: Int,
    deprel: String, spaceBefore: Bool = true
  ) {
    self.span = span
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.head = head
    self.deprel = deprel
    self.spaceBefore = spaceBefore
  }
}

/// One sentence: a span of the text and its words in order.
///
/// The heads form a tree with exactly one root. A sentence inside page furniture is kept, so that
/// offsets and counts stay whole, but nothing is read from it.
public struct Sentence: Hashable, Sendable {
  /// Where it stands in the text.
  public var span: Span
  /// Its words in order; empty where a document was read back from an extraction.
  public var tokens: [Token]
  /// Whether it is page furniture, of which nothing is read.
  public var isFurniture: Bool

  /// A sentence with its words.
  public init(span: Span, tokens: [Token], isFurniture: Bool = false) {
    self.span = span
    self.tokens = tokens
    self.isFurniture = isFurniture
  }
}
