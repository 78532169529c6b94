/// Estimates the width of text in Liberation Sans, which has the metrics of Arial.
///
/// For the title, the legend and the footer, which Graphviz does not lay out. Exact for ASCII;
/// other letters count as an average one, East Asian characters as a square, marks as nothing.
enum TextMeasure {
  /// Advance widths of U+0020…U+007E in thousandths of the size.
  private static let advances: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556,
    556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611,
    778,
    722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611,
    278,
    278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556,
    556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  /// The width in the unit of `size`; bold adds the usual 7 %.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    Double(thousandths(text)) * size / 1000 * (isBold ? 1.07 : 1)
  }

  private static func thousandths(_ text: String) -> Int {
    var thousandths = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E: thousandths += advances[Int(scalar.value) - 0x20]
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
        0xFF00...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        thousandths += 1000
      default:
        if scalar.properties.canonicalCombiningClass == .notReordered { thousandths += 570 }
      }
    }
    return thousandths
  }

  /// Breaks at spaces so that no line is wider than `width`; a wider word has a line of its own and is
  /// cut, with an ellipsis.
  ///
  /// - Complexity: O(n).
  static func wrap(_ text: String, width: Double, size: Double, isBold: Bool = false) -> [String] {
    let limit = width / size * 1000 / (isBold ? 1.07 : 1)
    var lines: [String] = []
    var line = ""
    var taken = 0
    for word in text.split(separator: " ") {
      let (word, length) = cut(word, to: limit)
      if line.isEmpty {
        (line, taken) = (word, length)
      } else if Double(taken + thousandths(" ") + length) > limit {
        lines.append(line)
        (line, taken) = (word, length)
      } else {
        line += " " + word
        taken += thousandths(" ") + length
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The word with its length in thousandths; one that is too long as far as it fits with an ellipsis, at
  /// least one character.
  private static func cut(_ word: Substring, to limit: Double) -> (word: String, length: Int) {
    let length = thousandths(String(word))
    guard Double(length) > limit else { return (String(word), length) }
    var kept = ""
    var taken = thousandths("…")
    for character in word {
      let more = thousandths(String(character))
      if Double(taken + more) > limit, !kept.isEmpty { break }
      kept.append(character)
      taken += more
    }
    return (kept + "…", taken)
  }
}

extension Double {
  /// At most two decimals, without exponent or superfluous zeros.
  var short: String {
    guard isFinite else { return "0" }
    let hundredths = Int((min(max(self, -1e9), 1e9) * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if part == 0 { return "\(sign)\(whole)" }
    return part % 10 == 0
      ? "\(sign)\(whole).\(part / 10)" : "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}
