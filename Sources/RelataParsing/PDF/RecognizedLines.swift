import CPoppler
import RelataReading

/// Puts words that were read from a picture together to the lines of a page.
enum RecognizedLines {
  /// The lines from top to bottom, in points.
  ///
  /// The boxes of words are those of their ink. Lines are as high as most words of the page, so that one with few tall
  /// letters is not taken for smaller type; those of headings are as high as they are.
  static func lines(of words: [RecognizedWord], scale: Double) -> [PageLine] {
    let usual = median(words.map(\.height))
    var lines: [PageLine] = []
    for line in grouped(words) {
      let own = median(line.map(\.height))
      let size = (own > 1.35 * usual ? own : usual) / scale
      var result = PageLine()
      for (i, word) in line.enumerated() {
        if i > 0 { result.append(" ", size: size, nil) }
        let letters = Array(word.text.unicodeScalars)
        let width = word.width / Double(letters.count)
        for (j, letter) in letters.enumerated() {
          let left = word.left + Double(j) * width
          result.append(
            letter, size: size,
            PopplerRectangle(
              x1: left / scale, y1: word.top / scale, x2: (left + width) / scale,
              y2: (word.top + word.height) / scale))
        }
      }
      lines.append(result)
    }
    return PageRows.ordered(lines)
  }

  private static func grouped(_ words: [RecognizedWord]) -> [[RecognizedWord]] {
    var lines: [[RecognizedWord]] = []
    for word in words {
      if lines.last?.last?.line == word.line {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
      }
    }
    return lines
  }

  private static func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
