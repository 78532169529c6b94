import RelataCore
import RelataLanguage

/// Finds the names of redacted entities in text and replaces them.
///
/// A text is read folded (``FoldedText``), where it has letters of other scripts in several readings
/// (``LetterReading``), and each reading is gone through once with one dictionary of all names
/// (``HiddenNames``), so that time grows with the text and with the names, not with their product.
struct TextRedaction: Sendable {
  /// What stands for a redacted name inside of another entity's name, where a pseudonym would be a second
  /// person, and for what may be one of several redacted.
  static let blank = "[…]"

  /// What a text is, as far as names are written otherwise in it.
  enum Kind {
    /// Running text.
    case prose
    /// An address, a file name or an id, where case tells nothing.
    case address
    /// The name of another entity.
    case otherName
  }

  /// Words that a relation's ends stand on, in scalars of the text.
  struct Mark {
    var range: Range<Int>
    /// An index into the redacted; nil for another entity.
    var owner: Int?
  }

  private let names: HiddenNames
  private let pseudonyms: [String]
  /// Work done to make the dictionary, in words and letters.
  let steps: Int

  /// An engine for some entities.
  ///
  /// - Parameters:
  ///   - redacted: The entities.
  ///   - pseudonyms: Of each of them, in order.
  ///   - graph: Whose texts say how they are called besides.
  init(_ redacted: [Entity], pseudonyms: [String], in graph: KnowledgeGraph) {
    self.pseudonyms = pseudonyms
    guard !redacted.isEmpty else {
      (names, steps) = (HiddenNames(), 0)
      return
    }
    let first = HiddenNames(redacted, in: graph)
    var reader = StatedNameReader(
      first, pseudonyms: pseudonyms,
      roles: redacted.map { Set($0.roles.map { FoldedText.words(of: $0) }) })
    reader.read(graph)
    names = reader.stated.isEmpty ? first : HiddenNames(redacted, in: graph, stated: reader.stated)
    steps = first.steps + reader.steps + names.steps
  }

  /// A text without the names.
  ///
  /// - Parameters:
  ///   - text: Any text of the graph or about it.
  ///   - kind: What it is.
  ///   - marks: Words in it that are known to mean somebody.
  /// - Returns: The text, its edits, and what could not be decided.
  /// - Complexity: O(text), times the length of the longest name in words.
  func redacted(_ text: String, _ kind: Kind = .prose, marks: [Mark] = []) -> RedactedText {
    let source = Array(text.unicodeScalars)
    var edits = described(marks, source)
    var undecided: [UndecidedName] = []
    var steps = 0
    let isAmbiguous = source.contains(where: LetterReading.isAmbiguous)
    for reading in LetterReading.allCases {
      if reading == .latin, !isAmbiguous { continue }
      if reading == .lookalike, !isAmbiguous, !Self.hasCapitalI(source) { continue }
      var scan = NameScan(
        names, FoldedText(source, as: reading), pseudonyms: pseudonyms, isAddress: kind == .address,
        isOtherName: kind == .otherName)
      scan.mark(marks)
      scan.run()
      steps += scan.steps
      edits = Self.merged(edits, scan.edits)
      if reading == .plain { undecided = scan.undecided }
    }
    edits = AddressEnds.widened(edits, in: source)
    var result = RedactedText(source, RedactionEdit.joined(edits, in: source))
    result.undecided = undecided
    result.steps = steps
    return result
  }

  /// Edits of both, ascending; those that overlap become one that says what the first's said.
  private static func merged(_ a: [RedactionEdit], _ b: [RedactionEdit]) -> [RedactionEdit] {
    let all = (a.map { ($0, true) } + b.map { ($0, false) }).sorted {
      $0.0.range.lowerBound < $1.0.range.lowerBound
    }
    var result: [(edit: RedactionEdit, isFirst: Bool)] = []
    for (edit, isFirst) in all {
      guard let last = result.last, edit.range.lowerBound < last.edit.range.upperBound else {
        result.append((edit, isFirst))
        continue
      }
      let end = max(last.edit.range.upperBound, edit.range.upperBound)
      result[result.count - 1].edit.range = last.edit.range.lowerBound..<end
      if isFirst, !last.isFirst {
        result[result.count - 1].edit.replacement = edit.replacement
        result[result.count - 1].isFirst = true
      }
    }
    return result.map(\.edit)
  }

  /// "I" after a small letter may be an "l".
  private static func hasCapitalI(_ source: [Unicode.Scalar]) -> Bool {
    for index in source.indices.dropFirst() where source[index] == "I" {
      if (0x61...0x7a).contains(source[index - 1].value) { return true }
    }
    return false
  }

  // MARK: Marked words

  /// Edits of words that stand for a redacted entity without naming it: "the Brazilian leader".
  private func described(_ marks: [Mark], _ source: [Unicode.Scalar]) -> [RedactionEdit] {
    var edits: [RedactionEdit] = []
    for mark in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard let owner = mark.owner, mark.range.upperBound <= source.count,
        edits.last.map({ $0.range.upperBound <= mark.range.lowerBound }) ?? true
      else { continue }
      let words = FoldedText(Array(source[mark.range])).words
      guard (1...Self.longestDescription).contains(words.count),
        !words.allSatisfy({ NameContext.pronouns.contains($0.folded) })
      else { continue }
      // "His" and "the firm's" keep their ending.
      var range = mark.range
      if words.count > 1, words[words.count - 1].folded == "s",
        ["'", "’"].contains(source[range.lowerBound + words[words.count - 1].range.lowerBound - 1])
      {
        range = range.lowerBound..<(range.lowerBound + words[words.count - 2].range.upperBound)
      }
      edits.append(RedactionEdit(range: range, replacement: pseudonyms[owner]))
    }
    return edits
  }

  /// Words of a description at most; a longer one is rather a reading gone wrong, and its names go one by one.
  private static let longestDescription = 8

}
