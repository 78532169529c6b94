import RelataCore

/// Confusions of letters that optical character recognition makes.
struct ScannerNoise {
  /// Share of letters and digits that are confused where a confusion is known.
  static let rate = 0.04
  private static let single: [Unicode.Scalar: [String]] = [
    "l": ["1", "I"], "I": ["l", "1"], "1": ["l"], "O": ["0"], "0": ["O"], "o": ["0", "c"],
    "e": ["c"], "c": ["e"], "h": ["b"], "b": ["h"], "S": ["5"], "5": ["S"], "B": ["8"],
    "n": ["u", "ri"], "u": ["n", "ii"], "m": ["rn"], "w": ["vv"], "d": ["cl"], "t": ["f"],
    "f": ["t"], "i": ["j", "l"], "a": ["o"], "g": ["q"], "y": ["v"], "v": ["y"], "r": ["i"],
    "s": ["5"], "D": ["O"], "G": ["C"], "E": ["F"], "T": ["I"], "A": ["4"], "Z": ["2"],
  ]
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(state: seed) }

  /// What stands for each scalar of a text; no word vanishes and none is divided.
  func pieces(_ scalars: ContiguousArray<Unicode.Scalar>) -> [String.UnicodeScalarView] {
    var generator = generator
    return scalars.map { scalar in
      guard let confusions = Self.single[scalar],
        Double.random(in: 0..<1, using: &generator) < Self.rate,
        let choice = confusions.randomElement(using: &generator)
      else { return String(scalar).unicodeScalars }
      return choice.unicodeScalars
    }
  }
}
