/// Puts the mark of a note, which stands higher than its words, onto their line.
enum NoteMarkLines {
  /// The lines of a page, without those that were nothing but a mark beside a line.
  ///
  /// - Complexity: O(lines · marks).
  static func joined(_ lines: [PageLine]) -> [PageLine] {
    var lines = lines
    var taken: Set<Int> = []
    for i in lines.indices where isMark(lines[i]) {
      let next = lines.indices.first { j in
        j != i && !taken.contains(j) && !isMark(lines[j]) && isBeside(lines[i], lines[j])
      }
      guard let next else { continue }
      lines[next] = lines[next].behind(lines[i])
      taken.insert(i)
    }
    return lines.indices.filter { !taken.contains($0) }.map { lines[$0] }
  }

  private static func isMark(_ line: PageLine) -> Bool {
    let letters = line.scalars.filter { !$0.properties.isWhitespace }
    return (1...3).contains(letters.count)
      && letters.allSatisfy {
        $0.properties.numericType != nil || "*†‡§".unicodeScalars.contains($0)
      }
  }

  /// Whether a line of larger letters begins right behind a mark, at its height or a little lower.
  private static func isBeside(_ mark: PageLine, _ line: PageLine) -> Bool {
    let gap = line.left - mark.right
    return mark.height < 0.9 * line.height && (-1...3 * line.height).contains(gap)
      && mark.top < line.bottom && mark.bottom > line.top
      && mark.top <= line.top + 0.5 * line.height
  }
}
