/// Values by paths of words or letters, to be found where a path begins.
private struct PrefixTree<Element: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Step: Hashable {
    var node: Int32
    var element: Element
  }
  private var next: [Step: Int32] = [:]
  private var values: [Int32: Value] = [:]
  private var count: Int32 = 1

  mutating func insert(_ path: some Sequence<Element>, _ value: (Value?) -> Value) {
    var node: Int32 = 0
    for element in path {
      let step = Step(node: node, element: element)
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

  /// The paths that a sequence begins with, shortest first; `steps` grows by the elements looked at.
  func matches(
    _ elements: some Sequence<Element>, steps: inout Int
  ) -> [(length: Int, value: Value)] {
    var found: [(Int, Value)] = []
    var node: Int32 = 0
    var length = 0
    for element in elements {
      steps += 1
      guard let following = next[Step(node: node, element: element)] else { break }
      node = following
      length += 1
      if let value = values[node] { found.append((length, value)) }
    }
    return found
  }
}

/// Forms of several words, by their words.
struct FormTree<Value: Sendable>: Sendable {
  private var tree = PrefixTree<String, Value>()

  mutating func insert(_ words: [String], _ value: (Value?) -> Value) { tree.insert(words, value) }

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
    tree.matches(words.dropFirst(start).lazy.map(\.folded), steps: &steps)
      .map { (start + $0.length, $0.value) }
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
  private var tree = PrefixTree<Unicode.Scalar, (owner: HiddenNames.Owner, kind: Kind)>()

  mutating func insert(_ word: String, _ owner: HiddenNames.Owner, _ kind: Kind) {
    tree.insert(word.unicodeScalars) { old in
      old.map { (.joined($0.owner, owner), max($0.kind, kind)) } ?? (owner, kind)
    }
  }

  /// The names that begin at a letter, longest first, with their lengths.
  ///
  /// - Complexity: O(letters of the longest name).
  func matches(
    _ letters: ArraySlice<Unicode.Scalar>, steps: inout Int
  ) -> [(length: Int, owner: HiddenNames.Owner, kind: Kind)] {
    tree.matches(letters, steps: &steps).reversed()
      .map { ($0.length, $0.value.owner, $0.value.kind) }
  }
}
