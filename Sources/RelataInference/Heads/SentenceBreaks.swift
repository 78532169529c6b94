/// Where sentences begin, by rule and by model together.
enum SentenceBreaks {
  /// A border set by rule stays unless a beginning is less probable than this.
  static let leastKept = 0.1
  /// A border is made inside a sentence where a beginning is at least this probable.
  static let leastMade = 0.9

  /// First words of the sentences of a window, in order; the first is 0 if there are words.
  ///
  /// `starts` are first words by rule, `fixed` those that stay whatever the model says; `probability` tells how
  /// probable it is that a sentence begins with a word.
  static func all(
    words: Int, starts: Set<Int>, fixed: Set<Int>, probability: (Int) -> Double
  ) -> [Int] {
    (0..<words).filter { word in
      word == 0 || fixed.contains(word)
        || probability(word) >= (starts.contains(word) ? leastKept : leastMade)
    }
  }
}
