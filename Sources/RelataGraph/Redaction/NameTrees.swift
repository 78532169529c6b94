/// Forms of several words, by their words.
struct FormTree<Value: Sendable>: Sendable {
  private struct Step: Hashable {
    var node: Int32
    var word: String
  }
  private var next: [Step: Int32] = [:]
  private var values: [Int32: Value] = [:]
  private var count: Int32 = 1

  mutating func insert(_ words: [String], _ value: (Value?) -> Value) {
    var node: Int32 = 0
    for word in words {
      let step = Step(node: node, word: word)
      if let known = next[step] {
        node = known
      } else {
        next[step] = count
        node = count
        count += 1
      }
    }
    values[node] = value(values[node])
  }

  /// The forms that begin at a word, shortest first, with their ends.
  ///
  /// - Parameters:
  ///   - words: Of the text.
  ///   - start: The first word of the forms.
  ///   - steps: Grows by the words looked at.
  /// - Returns: The end of each form, exclusive, and what it stands for.
  func matches(
    _ words: [FoldedText.Word], from start: Int, steps: inout Int
  ) -> [(end: Int, value: Value)] {
    var found: [(Int, Value)] = []
    var node: Int32 = 0
    var index = start
    while index < words.count {
      steps += 1
      guard let following = next[Step(node: node, word: words[index].folded)] else { break }
      node = following
      index += 1
      if let value = values[node] { found.append((index, value)) }
    }
    return found
  }
}

/// Names by their letters, to find them at the beginning or in the middle of longer words.
struct LetterTree: Sendable {
  enum Kind: Int, Comparable, Sendable {
    /// A surname cut for an ending ("Orwell", "Castr").
    case stem
    /// A surname or a written form.
    case name
    /// Given name and surname written together.
    case full

    static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }
  private struct Step: Hashable {
    var node: Int32
    var letter: Unicode.Scalar
  }
  private var next: [Step: Int32] = [:]
  private var values: [Int32: (owner: HiddenNames.Owner, kind: Kind)] = [:]
  private var count: Int32 = 1

  mutating func insert(_ word: String, _ owner: HiddenNames.Owner, _ kind: Kind) {
    var node: Int32 = 0
    for letter in word.unicodeScalars {
      let step = Step(node: node, letter: letter)
      if let known = next[step] {
        node = known
      } else {
        next[step] = count
        node = count
        count += 1
      }
    }
    if let old = values[node] {
      values[node] = (.joined(old.owner, owner), max(old.kind, kind))
    } else {
      values[node] = (owner, kind)
    }
  }

  /// The names that begin at a letter, longest first, with their lengths.
  ///
  /// - Complexity: O(letters of the longest name).
  func matches(
    _ letters: ArraySlice<Unicode.Scalar>, steps: inout Int
  ) -> [(length: Int, owner: HiddenNames.Owner, kind: Kind)] {
    var found: [(Int, HiddenNames.Owner, Kind)] = []
    var node: Int32 = 0
    for (index, letter) in letters.enumerated() {
      steps += 1
      guard let following = next[Step(node: node, letter: letter)] else { break }
      node = following
      if let value = values[node] { found.append((index + 1, value.owner, value.kind)) }
    }
    return found.reversed()
  }
}
