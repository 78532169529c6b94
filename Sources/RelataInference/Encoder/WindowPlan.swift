/// How sentences are packed into the encoder's windows.
///
/// Consecutive whole sentences share a window while it holds at most `shared` pieces. A longer sentence
/// is alone in its window; one beyond `long` pieces is cut at word borders.
struct WindowPlan {
  struct Part: Equatable {
    var sentence: Int
    var words: Range<Int>
  }

  private(set) var windows: [[Part]] = []

  /// `pieceCounts`: for each sentence, the pieces of each word (each at most `long`).
  init(pieceCounts: [[Int]], shared: Int, long: Int) {
    var window: [Part] = []
    var used = 0
    for (sentence, counts) in pieceCounts.enumerated() where !counts.isEmpty {
      let total = counts.reduce(0, +)
      if !window.isEmpty, used + total > shared {
        windows.append(window)
        (window, used) = ([], 0)
      }
      if total > long {
        windows += Self.cut(sentence, counts, long)
      } else {
        window.append(Part(sentence: sentence, words: 0..<counts.count))
        used += total
      }
    }
    if !window.isEmpty { windows.append(window) }
  }

  private static func cut(_ sentence: Int, _ counts: [Int], _ long: Int) -> [[Part]] {
    var parts: [[Part]] = []
    var start = 0
    var used = 0
    for (i, count) in counts.enumerated() {
      if used + count > long {
        parts.append([Part(sentence: sentence, words: start..<i)])
        (start, used) = (i, 0)
      }
      used += count
    }
    parts.append([Part(sentence: sentence, words: start..<counts.count)])
    return parts
  }
}
