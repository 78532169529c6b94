/// A piece of a text that gives way to a pseudonym or a blank.
struct RedactionEdit {
  /// In scalars of the text.
  var range: Range<Int>
  var replacement: String
  var length: Int { replacement.unicodeScalars.count }

  /// Makes one edit of neighbors that say the same, such as a given name and a surname.
  ///
  /// - Parameters:
  ///   - edits: Ascending, without overlaps.
  ///   - source: The text they are edits of.
  /// - Returns: Fewer edits or as many.
  static func joined(_ edits: [RedactionEdit], in source: [Unicode.Scalar]) -> [RedactionEdit] {
    edits.reduce(into: []) { result, edit in
      if let last = result.last, last.replacement == edit.replacement,
        isWithinName(source[last.range.upperBound..<edit.range.lowerBound])
      {
        result[result.count - 1].range = last.range.lowerBound..<edit.range.upperBound
      } else {
        result.append(edit)
      }
    }
  }

  /// Whether a gap parts two words of one name; a full stop does within an address only.
  private static func isWithinName(_ gap: ArraySlice<Unicode.Scalar>) -> Bool {
    gap.elementsEqual(["."])
      || gap.allSatisfy { $0.properties.isWhitespace || $0 == "-" || $0 == "_" }
  }
}

/// A text after its edits, with the way back from old offsets.
struct RedactedText {
  var text: String
  var edits: [RedactionEdit]
  /// Words that may be a redacted name and were left, with the reason.
  var undecided: [UndecidedName] = []
  /// Words and letters looked at.
  var steps = 0

  /// A text with its edits made.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - edits: Ascending, without overlaps.
  init(_ source: [Unicode.Scalar], _ edits: [RedactionEdit]) {
    var result = String.UnicodeScalarView()
    var end = 0
    for edit in edits {
      result.append(contentsOf: source[end..<edit.range.lowerBound])
      result.append(contentsOf: edit.replacement.unicodeScalars)
      end = edit.range.upperBound
    }
    result.append(contentsOf: source[end...])
    text = String(result)
    self.edits = edits
  }

  /// Where an offset of the old text, in scalars, lies in the new one; inside of a replaced name its
  /// beginning or end.
  func position(of offset: Int, isEnd: Bool) -> Int {
    var shift = 0
    for edit in edits {
      if offset >= edit.range.upperBound {
        shift += edit.length - edit.range.count
      } else if offset > edit.range.lowerBound {
        return edit.range.lowerBound + shift + (isEnd ? edit.length : 0)
      }
    }
    return offset + shift
  }
}

/// Words that may name somebody redacted and were left as they are, or were taken for the name on weak grounds.
public struct UndecidedName: Hashable, Sendable, Comparable {
  /// Why nothing could be decided.
  public enum Reason: String, Sendable, CaseIterable {
    /// The name is also a common word, and the place does not tell.
    case commonWord = "also a common word"
    /// It may be another bearer of the name, whom the graph does not know.
    case anotherBearer = "may be another bearer of the name"
    /// Other words of the entity's name or its initials are used for something else.
    case sameLetters = "initials that may mean something else"
    /// A role that only one entity of the graph holds, in a place where another holder may be meant.
    case role = "a role that others may hold"
    /// A long description of the entity.
    case description = "a description"
  }
  /// The words, as the text has them.
  public var words: String
  public var reason: Reason
  /// Whether they were blanked all the same.
  public var isHidden: Bool

  public static func < (a: Self, b: Self) -> Bool {
    (a.words, a.reason.rawValue, a.isHidden ? 0 : 1) < (
      b.words, b.reason.rawValue, b.isHidden ? 0 : 1
    )
  }
}
