import Foundation

/// Splits words into the encoder's pieces: SentencePiece unigram (Kudo 2018) over NFKC.
///
/// The best segmentation by the sum of piece scores; of equal ones the one found first, scanning start
/// positions in ascending order. A scalar that no piece covers alone counts as unknown, consecutive
/// unknowns are one piece. Every word has 1 to 16 pieces.
final class PieceTokenizer {
  static let longestWord = 100
  static let mostPieces = 16

  private let unknown: Int32
  private let unknownScore: Double
  private let scores: [Float]
  private let offsets: [Int32]
  private let text: [UInt8]
  private let longestPiece: Int
  /// Open addressing from the hash of a piece's bytes to its number, −1 where empty.
  private let table: [Int32]

  init(_ file: WeightFile) throws(InferenceError) {
    let configuration = file.configuration
    let count = configuration.vocabularySize
    text = Array(try file.blob("vocab.pieces"))
    offsets = try file.integers("vocab.offsets", [count + 1])
    scores = try file.floats("vocab.scores", [count])
    unknown = Int32(configuration.unk)
    guard offsets.first == 0, offsets.last.map({ Int($0) }) == text.count,
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
    else {
      throw .malformed(path: file.path, detail: "the piece offsets do not ascend")
    }
    let special: Set<Int> = [
      configuration.bos, configuration.eos, configuration.pad, configuration.unk,
    ]
    var size = 64
    while size < 2 * count { size *= 2 }
    var table = [Int32](repeating: -1, count: size)
    var longest = 1
    var lowest = Double(0)
    for piece in 0..<count where !special.contains(piece) && offsets[piece] < offsets[piece + 1] {
      let range = Int(offsets[piece])..<Int(offsets[piece + 1])
      var slot = Int(truncatingIfNeeded: Self.hash(text[range])) & (size - 1)
      var known = false
      while table[slot] >= 0 {
        let other = Int(table[slot])
        if text[Int(offsets[other])..<Int(offsets[other + 1])].elementsEqual(text[range]) {
          known = true
          break
        }
        slot = (slot + 1) & (size - 1)
      }
      if known { continue }
      table[slot] = Int32(piece)
      longest = max(longest, range.count)
      lowest = min(lowest, Double(scores[piece]))
    }
    self.table = table
    longestPiece = longest
    unknownScore = lowest - 10
  }

  private static let hashSeed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(hashSeed, step)
  }

  /// The pieces of one word, 1…16 of them; `spaceBefore` says whether white space or the sentence's start
  /// stands before it.
  ///
  /// - Complexity: O(length · longest piece); words over 100 scalars are cut first.
  func pieces(of word: String, spaceBefore: Bool) -> [Int32] {
    var bytes = Self.normalized(word)
    if bytes.isEmpty { return [unknown] }
    if spaceBefore { bytes.insert(contentsOf: [0xe2, 0x96, 0x81], at: 0) }
    let found = bytes.withUnsafeBufferPointer(segment)
    if found.isEmpty { return [unknown] }
    if found.count <= Self.mostPieces { return found }
    return Array(found.prefix(Self.mostPieces / 2) + found.suffix(Self.mostPieces / 2))
  }

  /// NFKC as UTF-8, the first and last 50 scalars of a longer word; empty if only white space.
  private static func normalized(_ word: String) -> [UInt8] {
    let utf8 = Array(word.utf8)
    if utf8.allSatisfy({ $0 < 128 }) {
      if utf8.allSatisfy({ $0 == 32 || 9...13 ~= $0 || 28...31 ~= $0 }) { return [] }
      guard utf8.count > longestWord else { return utf8 }
      return Array(utf8.prefix(longestWord / 2) + utf8.suffix(longestWord / 2))
    }
    // A word of a million combining marks must not be normalised whole.
    let scalars = word.unicodeScalars
    var short = word
    if scalars.count > 4 * longestWord {
      var view = String.UnicodeScalarView(scalars.prefix(2 * longestWord))
      view.append(contentsOf: scalars.suffix(2 * longestWord))
      short = String(view)
    }
    let text = short.precomposedStringWithCompatibilityMapping
    let normal = text.unicodeScalars
    if normal.allSatisfy(\.properties.isWhitespace) { return [] }
    guard normal.count > longestWord else { return Array(text.utf8) }
    var cut = String.UnicodeScalarView(normal.prefix(longestWord / 2))
    cut.append(contentsOf: normal.suffix(longestWord / 2))
    return Array(String(cut).utf8)
  }

  /// Viterbi over the bytes of a text that begins and ends at scalar borders.
  private func segment(_ text: UnsafeBufferPointer<UInt8>) -> [Int32] {
    let n = text.count
    var best = [Double](repeating: -.infinity, count: n + 1)
    var from = [Int32](repeating: -1, count: n + 1)
    var piece = [Int32](repeating: -1, count: n + 1)
    best[0] = 0
    var start = 0
    while start < n {
      var next = start + 1
      while next < n, text[next] & 0xc0 == 0x80 { next += 1 }
      let base = best[start]
      var covered = false
      var hash = Self.hashSeed
      for end in (start + 1)...min(n, start + longestPiece) {
        hash = Self.step(hash, text[end - 1])
        guard let found = lookUp(text, start..<end, hash) else { continue }
        if end == next { covered = true }
        let score = base + Double(scores[Int(found)])
        if score > best[end] {
          best[end] = score
          from[end] = Int32(start)
          piece[end] = found
        }
      }
      if !covered, base + unknownScore > best[next] {
        best[next] = base + unknownScore
        from[next] = Int32(start)
        piece[next] = unknown
      }
      start = next
    }
    var reversed: [Int32] = []
    var end = n
    while end > 0, from[end] >= 0 {
      if !(piece[end] == unknown && reversed.last == unknown) { reversed.append(piece[end]) }
      end = Int(from[end])
    }
    return reversed.reversed()
  }

  private func lookUp(
    _ word: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ hash: UInt64
  ) -> Int32? {
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] >= 0 {
      let candidate = Int(table[slot])
      let start = Int(offsets[candidate])
      if Int(offsets[candidate + 1]) - start == range.count {
        var i = 0
        while i < range.count, text[start + i] == word[range.lowerBound + i] { i += 1 }
        if i == range.count { return table[slot] }
      }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }
}
