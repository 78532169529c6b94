/// The best legal sequence of BIOES labels (Ratinov & Roth 2009) by Viterbi over log-probabilities.
///
/// Labels are in the order O, then B, I, E, S for each type. There are no transition weights: a
/// sequence is either legal or not. Of equal sequences the one with lower label numbers wins.
struct NameDecoder {
  let labelCount: Int

  private enum Position: Int { case begin, inside, end, single }

  private static func position(_ label: Int) -> Position? {
    label == 0 ? nil : Position(rawValue: (label - 1) % 4)
  }

  /// Whether a label may open a sentence (or follow a closed name).
  private static func opens(_ label: Int) -> Bool {
    switch position(label) {
    case nil, .begin, .single: true
    case .inside, .end: false
    }
  }

  /// Whether a label may close a sentence.
  private static func closes(_ label: Int) -> Bool {
    switch position(label) {
    case nil, .end, .single: true
    case .begin, .inside: false
    }
  }

  /// Labels of the words.
  ///
  /// Shape: `logProbabilities` (words, labels), row-major.
  /// - Complexity: O(words · labels).
  func decode(_ logProbabilities: [Float], words: Int) -> [Int] {
    guard words > 0 else { return [] }
    var score = [Float](repeating: -.infinity, count: labelCount)
    for label in 0..<labelCount where Self.opens(label) { score[label] = logProbabilities[label] }
    var back = [Int32](repeating: 0, count: words * labelCount)
    var next = score
    for word in 1..<max(words, 1) {
      // The best closed predecessor serves every opening label.
      var bestClosed = 0
      var closedScore = -Float.infinity
      for label in 0..<labelCount where Self.closes(label) && score[label] > closedScore {
        closedScore = score[label]
        bestClosed = label
      }
      for label in 0..<labelCount {
        var from = bestClosed
        var value = closedScore
        if !Self.opens(label) {
          let begin = label - (label - 1) % 4
          from = score[begin] >= score[begin + 1] ? begin : begin + 1
          value = score[from]
        }
        back[word * labelCount + label] = Int32(from)
        next[label] = value + logProbabilities[word * labelCount + label]
      }
      swap(&score, &next)
    }
    var last = 0
    for label in 0..<labelCount where Self.closes(label) && score[label] > score[last] {
      last = label
    }
    var labels = [Int](repeating: 0, count: words)
    for word in stride(from: words - 1, through: 0, by: -1) {
      labels[word] = last
      last = Int(back[word * labelCount + last])
    }
    return labels
  }

  /// The names of legal labels: words and type number.
  func names(_ labels: [Int]) -> [(words: Range<Int>, type: Int)] {
    var found: [(words: Range<Int>, type: Int)] = []
    var start = 0
    for (i, label) in labels.enumerated() {
      guard let position = Self.position(label) else { continue }
      if position == .begin || position == .single { start = i }
      if position == .end || position == .single { found.append((start..<i + 1, (label - 1) / 4)) }
    }
    return found
  }
}
