/// Which sentences are one, printed several times: word for word, or with a word or two changed.
package enum SentenceKinds {
  /// A number for each sentence; equal ones are one sentence.
  ///
  /// The numbers are those of the first sentence of each kind.
  ///
  /// Two sentences are one if their words are the same, or if the longer one holds four of five runs of three words of
  /// the shorter one, six at least.
  ///
  /// - Complexity: O(words), and sentences that share rare runs of words are compared pair by pair.
  package static func of(_ sentences: [String]) -> [Int] {
    guard sentences.count > 1 else { return Array(sentences.indices) }
    var kinds = Array(sentences.indices)
    var byWords: [[UInt64]: Int] = [:]
    var runs: [Int: [UInt64]] = [:]
    for (i, sentence) in sentences.enumerated() {
      let words = WordHashes.of(sentence)
      if let first = byWords[words] {
        kinds[i] = first
        continue
      }
      byWords[words] = i
      let shingles = Set(WordHashes.shingles(words, length: 3)).sorted()
      if shingles.count >= fewest { runs[i] = shingles }
    }
    join(runs, &kinds)
    return kinds
  }

  private static let fewest = 6

  /// Joins kinds of nearly equal words.
  private static func join(_ runs: [Int: [UInt64]], _ kinds: inout [Int]) {
    guard runs.count > 1 else { return }
    func root(_ i: Int) -> Int {
      var i = i
      while kinds[i] != i { i = kinds[i] }
      return i
    }
    // Sentences that have four of five runs in common share one of these but for one pair in a thousand.
    var byLeast: [UInt64: [Int]] = [:]
    for i in runs.keys.sorted() {
      guard let own = runs[i] else { continue }
      var compared: Set<Int> = []
      for seed in 0..<UInt64(6) {
        let salt = WordHashes.mixed(seed)
        let least = own.reduce(UInt64.max) { min($0, WordHashes.mixed($1 ^ salt)) } ^ seed
        for j in byLeast[least] ?? [] where compared.insert(j).inserted {
          guard let other = runs[j], root(i) != root(j) else { continue }
          let shared = SortedSets.sharedCount(own, other)
          guard shared >= fewest, 5 * shared >= 4 * min(own.count, other.count) else { continue }
          let (first, second) = (min(root(i), root(j)), max(root(i), root(j)))
          kinds[second] = first
        }
        byLeast[least, default: []].append(i)
      }
    }
    for i in kinds.indices { kinds[i] = root(i) }
  }
}
