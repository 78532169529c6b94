import RelataCore

/// What of a document's words is kept to find its copies: an agency story in several papers, a corrected article.
///
/// Two documents are compared by their shingles, the runs of five words: by how much of the shorter one the longer one
/// holds, so that a copy which is cut at the end, has another headline or another byline is still one (Broder, "On the
/// resemblance and containment of documents", 1997). Which documents are worth comparing is found by bands of
/// min-hashes (Broder; Indyk and Motwani, "Approximate nearest neighbors", 1998): of the whole text, and of its first
/// words, which a shortened copy keeps. Whether two are copies depends on the two alone.
package struct TextSketch: Hashable, Sendable {
  /// The shingles, ascending, each once.
  package let shingles: [UInt32]
  /// Two documents that share none of them are not compared.
  ///
  /// Of a text too short to be compared there are none.
  package let bands: [Int64]

  /// The sketch of a text without some spans of it, such as page furniture.
  ///
  /// - Complexity: O(length of the text).
  package init(_ text: SourceText, without spans: [Span] = []) {
    var words: [UInt64] = []
    var start = 0
    for span in spans.sorted() where span.start >= start {
      words += WordHashes.of(text[Span(start, span.start)])
      start = span.end
    }
    if start < text.count { words += WordHashes.of(text[Span(start, text.count)]) }
    let runs = WordHashes.shingles(words, length: Self.length)
    shingles = Set(runs.map { UInt32(truncatingIfNeeded: $0) }).sorted()
    guard shingles.count >= Self.fewest else {
      bands = []
      return
    }
    bands =
      Self.bands(of: runs, count: 32, from: 0)
      + Self.bands(of: Array(runs.prefix(120)), count: 16, from: 32)
  }

  /// A sketch that was kept; without bands it can be compared, but not looked for.
  package init(shingles: [UInt32], bands: [Int64] = []) {
    (self.shingles, self.bands) = (shingles, bands)
  }

  /// Whether one of two documents is a copy of the other, or both are of a third.
  ///
  /// The longer one holds at least half of the shorter one, and 20 runs of five words or more. It is at most four times
  /// as long: a digest that reprints many reports does not make them one.
  ///
  /// - Complexity: O(n + m).
  package func isCopy(of other: TextSketch) -> Bool {
    let short = min(shingles.count, other.shingles.count)
    let long = max(shingles.count, other.shingles.count)
    guard short >= Self.fewest, long <= 4 * short else { return false }
    let shared = SortedSets.sharedCount(shingles, other.shingles)
    return shared >= Self.fewest && 2 * shared >= short
  }

  /// Words of a shingle.
  private static let length = 5
  /// The fewest shingles in common: a sentence or two that two articles quote are less.
  private static let fewest = 20

  /// Bands of two min-hashes each: of texts that share half of all their runs, 32 find all but one pair in ten thousand.
  private static func bands(of runs: [UInt64], count: Int, from first: Int) -> [Int64] {
    (first..<(first + count)).map { band in
      let least = (0..<2).map { row in
        let seed = WordHashes.mixed(UInt64(2 * band + row))
        return runs.reduce(UInt64.max) { min($0, WordHashes.mixed($1 ^ seed)) }
      }
      let key = WordHashes.mixed(least[0] ^ WordHashes.mixed(least[1] &+ UInt64(band)))
      return Int64(bitPattern: key)
    }
  }
}
