import RelataCore
import RelataInference
import RelataLanguage

/// What the antecedent head is told about two mentions besides their words' vectors.
///
/// Nine small numbers, in the order of the training code (mentions.py): sentences between, mentions
/// between, kinds of reference, likeness of the words, forms, place in the tree, roles, quotation, number.
enum PairFeatures {
  /// Numbers for words, so that they are compared once.
  struct Vocabulary {
    private var numbers: [String: Int] = [:]

    mutating func number(_ word: String) -> Int {
      if let known = numbers[word] { return known }
      numbers[word] = numbers.count
      return numbers.count - 1
    }
  }

  /// What one mention brings to its pairs.
  struct Side {
    var joined = -1
    var last = -1
    var initials = -1
    var isLong = false
    /// Word numbers, ascending, without repeats.
    var words: [Int] = []
    var role = 0
    var isPlural = false
    var isQuoted = false

    init() {}

    init(
      _ mention: MentionCandidate, in sentence: Sentence, isQuoted: Bool,
      words vocabulary: inout Vocabulary
    ) {
      let tokens = sentence.tokens[mention.words]
      let forms = tokens.map { $0.form.lowercased() }
      let text = forms.joined(separator: " ")
      joined = vocabulary.number(text)
      isLong = text.unicodeScalars.count > 1
      let lastWord =
        mention.isDescription ? tokens.last?.lemma.lowercased() ?? "" : forms.last ?? ""
      last = vocabulary.number(lastWord)
      let capitals = tokens.compactMap { token in
        token.form.unicodeScalars.first.flatMap { ScalarClass.isUpper($0) ? $0 : nil }
      }
      var letters = String.UnicodeScalarView()
      letters.append(contentsOf: capitals)
      initials = vocabulary.number(String(letters).lowercased())
      words = Set(
        forms.filter {
          $0.unicodeScalars.count > 1 || $0.unicodeScalars.allSatisfy(\.properties.isAlphanumeric)
        }
        .map { vocabulary.number($0) }
      ).sorted()
      let head = sentence.tokens[mention.head]
      role = Self.role(head.deprel)
      isPlural = head.xpos == "NNS" || head.xpos == "NNPS"
      self.isQuoted = isQuoted
    }

    private static func role(_ deprel: String) -> Int {
      if deprel == "nmod:poss" { return 8 }
      switch deprel.prefix(while: { $0 != ":" }) {
      case "nsubj": return 1
      case "obj", "iobj": return 2
      case "obl": return 3
      case "nmod": return 4
      case "appos": return 5
      case "conj": return 6
      case "root": return 7
      default: return 0
      }
    }
  }

  /// How a mention's head hangs in the tree, for the relation head.
  static func relationRole(_ deprel: String) -> Int {
    switch deprel {
    case "nmod:poss": return 8
    case "nsubj:pass": return 11
    case "obl:agent": return 12
    case "nmod:desc": return 13
    default: break
    }
    switch deprel.prefix(while: { $0 != ":" }) {
    case "nsubj": return 1
    case "obj", "iobj": return 2
    case "obl": return 3
    case "nmod": return 4
    case "appos": return 5
    case "conj": return 6
    case "root": return 7
    case "amod": return 9
    case "compound": return 10
    case "flat": return 13
    default: return 0
    }
  }

  /// Writes the features of the later mention `a`, number `i`, and the earlier `b`, number `j`.
  static func write(
    _ a: MentionCandidate, _ i: Int, _ b: MentionCandidate, _ j: Int, sentences between: Int,
    in sentence: Sentence, into values: inout [Int]
  ) {
    let (f, g) = (a.features, b.features)
    values[0] = PairScorer.bucket(between)
    values[1] = PairScorer.bucket(i - j)
    values[2] = a.reference.rawValue * MentionCandidate.Reference.count + b.reference.rawValue
    values[3] = likeness(a, b)
    values[4] = a.form * 8 + b.form
    values[5] = a.sentence == b.sentence ? place(a.head, b.head, in: sentence) : 0
    values[6] = f.role * 9 + g.role
    values[7] = (f.isQuoted ? 2 : 0) + (g.isQuoted ? 1 : 0)
    values[8] = number(a, b)
  }

  private static func likeness(_ a: MentionCandidate, _ b: MentionCandidate) -> Int {
    let (f, g) = (a.features, b.features)
    if a.form == MentionCandidate.pronounForm || b.form == MentionCandidate.pronounForm { return 6 }
    if f.joined == g.joined { return 1 }
    if f.last == g.last { return 2 }
    let shared = sharedCount(f.words, g.words)
    if shared == f.words.count || shared == g.words.count { return 3 }
    if f.isLong && f.joined == g.initials || g.isLong && g.joined == f.initials { return 4 }
    return shared > 0 ? 5 : 0
  }

  private static func sharedCount(_ a: [Int], _ b: [Int]) -> Int {
    var (i, j, shared) = (0, 0, 0)
    while i < a.count && j < b.count {
      if a[i] == b[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return shared
  }

  /// How two words of one sentence stand in its tree.
  private static func place(_ later: Int, _ earlier: Int, in sentence: Sentence) -> Int {
    let tokens = sentence.tokens
    if isAbove(earlier, later, tokens) { return 2 }
    if isAbove(later, earlier, tokens) { return 3 }
    if tokens[later].head == tokens[earlier].head { return 1 }
    return tokens[earlier].deprel.hasPrefix("nsubj") ? 4 : 5
  }

  private static func isAbove(_ i: Int, _ j: Int, _ tokens: [Token]) -> Bool {
    var word = tokens[j].head
    while word >= 0 {
      if word == i { return true }
      word = tokens[word].head
    }
    return false
  }

  private static func number(_ a: MentionCandidate, _ b: MentionCandidate) -> Int {
    let plural = b.features.isPlural
    if a.form != MentionCandidate.pronounForm, b.form != MentionCandidate.pronounForm {
      return (a.features.isPlural ? 2 : 0) + (plural ? 1 : 0)
    }
    if a.reference == .they || a.reference == .we { return plural ? 3 : 0 }
    return plural ? 1 : 0
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
