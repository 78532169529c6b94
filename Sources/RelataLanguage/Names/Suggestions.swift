/// The words a user probably meant: for names, relations, commands and formats.
public enum Suggestions {
  /// Words of a vocabulary that are near a word or start with it, best first.
  ///
  /// Near means at most `maximumDistance` edits (``editDistance(_:_:atMost:)``), and fewer than half
  /// the letters of the word, so that short words do not suggest everything. Case and diacritics do
  /// not count. Sorted by distance, words that only share the start last, then alphabetically.
  ///
  /// - Returns: At most `limit` words as they stand in the vocabulary, without duplicates; empty if
  ///   the word is empty.
  /// - Complexity: O(words · length · `maximumDistance`).
  public static func nearest(
    to word: String, among vocabulary: some Sequence<String>, maximumDistance: Int = 2,
    limit: Int = 3
  ) -> [String] {
    let target = TextFolding.folded(word)
    guard !target.isEmpty else { return [] }
    var seen: Set<String> = []
    var ranked: [(rank: Int, word: String)] = []
    for candidate in vocabulary where seen.insert(candidate).inserted {
      if let rank = rank(of: TextFolding.folded(candidate), for: target, maximumDistance) {
        ranked.append((rank, candidate))
      }
    }
    ranked.sort { ($0.rank, $0.word) < ($1.rank, $1.word) }
    return ranked.prefix(limit).map(\.word)
  }

  /// The rank of a folded candidate for a folded word: 0 is best; nil if it is not near.
  public static func rank(
    of candidate: String, for target: String, _ maximumDistance: Int = 2
  ) -> Int? {
    let allowed = min(maximumDistance, (target.unicodeScalars.count - 1) / 2)
    if let distance = editDistance(target, candidate, atMost: allowed) { return distance }
    let isPrefix = target.unicodeScalars.count >= 2 && candidate.hasPrefix(target)
    return isPrefix ? maximumDistance + 1 : nil
  }

  /// The least number of inserted, deleted, replaced or swapped neighboring letters between two words.
  ///
  /// Optimal string alignment: no letter is edited twice (Damerau 1964).
  ///
  /// - Returns: The distance in Unicode scalars, or nil if it is above `limit`.
  /// - Complexity: O(n · m) time in the worst case, O(m) memory; leaves early once every entry of a
  ///   row is above `limit`.
  public static func editDistance(_ a: String, _ b: String, atMost limit: Int) -> Int? {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 1...a.count {
      row[0] = i
      var least = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        row[j] = best
        least = min(least, best)
      }
      // A swap reaches back two rows, so one row above the limit is not enough to stop.
      if least > limit, last.min() ?? 0 > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
