import RelataCore
import RelataLanguage

/// A stretch of text that may refer to something: a name, a pronoun or a noun with what hangs on it.
///
/// `words` is the core that the model reads: the name, or the head word alone. The definitions are those
/// of the training code (scripts/training/relata_training/mentions.py): change both or neither.
struct MentionCandidate {
  /// Kinds of reference; the raw values are the model's.
  enum Reference: Int {
    case name, definite, demonstrative, possessed, indefinite
    case he, she, it, they, firstPerson, we, you, relative, demonstrativePronoun

    static let count = 14
    var isPronoun: Bool { rawValue >= Reference.he.rawValue }
    /// "I", "we" and "our firm": the speaker says whom they mean.
    var isSpoken: Bool { self == .firstPerson || self == .we || self == .possessed }
  }

  /// Index of the sentence in the document.
  var sentence: Int
  var words: Range<Int>
  var head: Int
  /// Index into the model's mention forms: six types of names, pronoun, description.
  var form: Int
  var reference: Reference
  /// Index of the mention in the document, for names and named bodies.
  var mention: Int?
  var features: PairFeatures.Side
  /// Known only where it is nearly certain.
  var gender: Gender?

  static let pronounForm = 6
  static let descriptionForm = 7
  var isDescription: Bool { form == Self.descriptionForm }
}

extension MentionCandidate {
  private static let forms: [EntityType] = [
    .person, .organization, .location, .group, .event, .other,
  ]

  /// All candidates of a sentence in order of the text.
  ///
  /// `mentions` are the sentence's, with their numbers in the document.
  static func all(
    in sentence: Sentence, number: Int, mentions: [(index: Int, mention: Mention)],
    words vocabulary: inout PairFeatures.Vocabulary
  ) -> [MentionCandidate] {
    guard !sentence.isFurniture else { return [] }
    var found: [MentionCandidate] = []
    var named: [Int: Int] = [:]
    for (index, mention) in mentions where mention.kind == .name {
      guard let form = forms.firstIndex(of: mention.type) else { continue }
      for word in mention.tokens { named[word] = index }
      let head = headWord(of: mention.tokens, in: sentence)
      found.append(
        MentionCandidate(
          sentence: number, words: mention.tokens, head: head, form: form, reference: .name,
          mention: index, features: .init()))
    }
    let children = children(of: sentence)
    for (i, token) in sentence.tokens.enumerated() where named[i] == nil {
      guard let (form, reference) = kind(of: i, token, sentence, children[i], named) else {
        continue
      }
      let body = mentions.first { $0.mention.kind == .nominal && $0.mention.tokens.last == i }
      found.append(
        MentionCandidate(
          sentence: number, words: i..<i + 1, head: i, form: form, reference: reference,
          mention: body?.index, features: .init()))
    }
    found.sort {
      ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound)
    }
    let quoted = QuotationScanner.oddMarksBefore(sentence.tokens.map(\.form))
    for i in found.indices {
      found[i].features = PairFeatures.Side(
        found[i], in: sentence, isQuoted: quoted[found[i].head], words: &vocabulary)
    }
    return found
  }

  private static let pronouns: [String: Reference] = {
    var table: [String: Reference] = [:]
    let lists: [(Reference, String)] = [
      (.he, "he him his himself"), (.she, "she her hers herself"), (.it, "it its itself"),
      (.they, "they them their theirs themselves themself"), (.firstPerson, "i me my mine myself"),
      (.we, "we us our ours ourselves"), (.you, "you your yours yourself yourselves"),
      (.relative, "who whom whose which"), (.demonstrativePronoun, "this that these those"),
    ]
    for (reference, words) in lists {
      for word in words.split(separator: " ") { table[String(word)] = reference }
    }
    return table
  }()

  /// Words with these relations belong to another mention.
  private static let parts: Set<Substring> = [
    "compound", "flat", "fixed", "goeswith", "punct", "nummod", "det",
  ]

  private static func kind(
    of i: Int, _ token: Token, _ sentence: Sentence, _ children: [Int], _ named: [Int: Int]
  ) -> (Int, Reference)? {
    if token.upos == .pron || (token.upos == .det && token.deprel == "nmod:poss"),
      let reference = pronouns[token.form.lowercased()]
    {
      return (pronounForm, reference)
    }
    guard token.upos == .noun || token.upos == .propn,
      !parts.contains(token.deprel.prefix { $0 != ":" }), token.deprel != "nmod:desc"
    else { return nil }
    if token.upos == .propn,
      children.contains(where: {
        named[$0] != nil && ["flat", "appos"].contains(sentence.tokens[$0].deprel)
      })
    {
      return nil
    }
    return (descriptionForm, determination(children, sentence))
  }

  private static func determination(_ children: [Int], _ sentence: Sentence) -> Reference {
    for child in children {
      let token = sentence.tokens[child]
      if token.deprel.prefix(while: { $0 != ":" }) == "det" {
        switch token.form.lowercased() {
        case "the": return .definite
        case "this", "that", "these", "those": return .demonstrative
        default: return .indefinite
        }
      }
      if token.deprel == "nmod:poss" { return .possessed }
    }
    return .indefinite
  }

  /// The first word of a stretch whose head lies outside it.
  static func headWord(of words: Range<Int>, in sentence: Sentence) -> Int {
    words.first { !words.contains(sentence.tokens[$0].head) } ?? words.lowerBound
  }

  static func children(of sentence: Sentence) -> [[Int]] {
    var children = [[Int]](repeating: [], count: sentence.tokens.count)
    for (i, token) in sentence.tokens.enumerated() where token.head >= 0 {
      children[token.head].append(i)
    }
    return children
  }
}
