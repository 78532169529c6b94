import CPoppler
import RelataReading

/// A line of a page with where it stands, in points from the upper left corner.
struct PageLine {
  private(set) var scalars: [Unicode.Scalar] = []
  private var heights: [Double] = []
  /// The raised signs that point to notes and were taken out.
  private(set) var noteMarks: [String] = []
  private(set) var left = Double.infinity
  private(set) var right = -Double.infinity
  private(set) var top = Double.infinity
  private(set) var bottom = -Double.infinity
  /// The number of its page, from 1.
  var page = 0

  var isBlank: Bool { scalars.allSatisfy(\.properties.isWhitespace) }
  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// Whether it is nothing but the mark of a list's item.
  var isBullet: Bool {
    let words = scalars.filter { !$0.properties.isWhitespace }
    return words.count == 1 && "•▪–—·●◦‣*-".unicodeScalars.contains(words[0])
  }

  /// Whether its first letter is a small one, as in the middle of a sentence.
  var beginsLower: Bool {
    scalars.first { !$0.properties.isWhitespace }?.properties.isLowercase == true
  }

  /// The size of most of its letters.
  var height: Double {
    let sorted = heights.filter { $0 > 0 }.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// Whether a letter stands too far from the last one to be of the same column: lines of columns that stand at one
  /// height come as one.
  func isFar(from box: PopplerRectangle, size: Double) -> Bool {
    guard !isBlank, box.x2 > box.x1, let last = scalars.last else { return false }
    let gap = box.x1 - right
    let widest = last.properties.isWhitespace ? 1.1 : 0.5
    return gap > widest * max(size, 4) || gap < -3 * max(size, 4)
  }

  /// One more letter, with its size in points and its place.
  mutating func append(_ scalar: Unicode.Scalar, size: Double, _ box: PopplerRectangle?) {
    if PageMarks.isMark(scalar) { return }
    for letter in (Ligatures.letters[scalar.value] ?? String(scalar)).unicodeScalars {
      scalars.append(letter)
      heights.append(size)
    }
    let (y1, y2) = box.map { (min($0.y1, $0.y2), max($0.y1, $0.y2)) } ?? (0, 0)
    guard let box, !scalar.properties.isWhitespace else { return }
    left = min(left, box.x1)
    right = max(right, box.x2)
    top = min(top, y1)
    bottom = max(bottom, y2)
  }

  /// The same, with a mark before its first letter.
  func behind(_ mark: PageLine) -> PageLine {
    var line = self
    line.scalars = mark.scalars + [" "] + scalars
    line.heights = mark.heights + [0] + heights
    line.left = min(left, mark.left)
    return line
  }

  /// Without its first letters.
  func dropping(_ count: Int) -> PageLine {
    var line = self
    line.scalars.removeFirst(min(count, scalars.count))
    line.heights.removeFirst(min(count, heights.count))
    return line
  }

  /// Without the raised small numbers and signs that point to notes.
  func withoutNoteMarks() -> PageLine {
    let height = height
    var line = self
    (line.scalars, line.heights) = ([], [])
    var isMark = false
    var isFirst = true
    for (i, scalar) in scalars.enumerated() {
      let isSmall =
        heights[i] > 0 && heights[i] < 0.85 * height
        && (scalar.properties.numericType != nil || "*†‡§".unicodeScalars.contains(scalar))
      // A mark stands behind a letter or a stop, or goes on; the one that begins a note stays.
      isFirst = isFirst && (isSmall || scalar.properties.isWhitespace)
      if isSmall, !isFirst, isMark || !scalars[i - 1].properties.isWhitespace {
        if !isMark { line.noteMarks.append("") }
        line.noteMarks[line.noteMarks.count - 1].unicodeScalars.append(scalar)
        isMark = true
        continue
      }
      isMark = false
      line.scalars.append(scalar)
      line.heights.append(heights[i])
    }
    return line
  }
}
