/// Puts the lines of a page into the order in which they are read: columns from left to right, between what spans them.
///
/// A recursive cut along the gutter that fewest lines cross (the idea of the XY-cut, Nagy and Seth 1984).
enum PageColumns {
  private static let leastLines = 3
  /// Cuts within cuts beyond this depth are not made.
  private static let deepest = 4

  /// The stretches of the page that are read from top to bottom, one after the other.
  ///
  /// - Complexity: O(lines²).
  static func segments(of lines: [PageLine]) -> [[PageLine]] { segments(of: lines, depth: 0) }

  private static func segments(of lines: [PageLine], depth: Int) -> [[PageLine]] {
    let sorted = PageRows.ordered(lines)
    guard !lines.isEmpty else { return [] }
    guard depth < deepest, let gutter = gutter(of: lines) else { return [sorted] }
    var out: [[PageLine]] = []
    var segment: [PageLine] = []
    func close() {
      out += segments(of: segment.filter { $0.left < gutter }, depth: depth + 1)
      out += segments(of: segment.filter { $0.left >= gutter }, depth: depth + 1)
      segment = []
    }
    for line in sorted {
      if crosses(line, gutter) {
        close()
        out.append([line])
      } else {
        segment.append(line)
      }
    }
    close()
    return out
  }

  private static func crosses(_ line: PageLine, _ x: Double) -> Bool {
    line.left < x - 1 && line.right > x + 1
  }

  /// Where lines begin that stand beside others, with few lines across; nil for a page of one column.
  private static func gutter(of lines: [PageLine]) -> Double? {
    guard lines.count >= 2 * leastLines else { return nil }
    var best: (crossing: Int, x: Double)?
    for x in Set(lines.map { ($0.left - 2).rounded() }).sorted() {
      let left = lines.filter { $0.right <= x + 1 }
      let right = lines.filter { $0.left >= x - 1 }
      let crossing = lines.count - left.count - right.count
      guard min(left.count, right.count) >= leastLines, crossing * 4 <= lines.count,
        standBeside(left, right), !isTable(left, right)
      else { continue }
      if best.map({ crossing < $0.crossing }) ?? true { best = (crossing, x) }
    }
    return best?.x
  }

  /// Whether most of the smaller side has lines of the other beside it.
  private static func standBeside(_ left: [PageLine], _ right: [PageLine]) -> Bool {
    let (few, many) = left.count < right.count ? (left, right) : (right, left)
    let beside = few.count { line in
      many.contains { $0.top < line.bottom && line.top < $0.bottom }
    }
    return beside * 2 > few.count
  }

  /// Whether both sides are cells at equal heights that go on with no sentence: columns of a table.
  private static func isTable(_ left: [PageLine], _ right: [PageLine]) -> Bool {
    let (few, many) = left.count < right.count ? (left, right) : (right, left)
    let level = few.count { line in
      many.contains { abs($0.top - line.top) < 0.4 * max(line.height, 4) }
    }
    let lower = (left + right).count(where: \.beginsLower)
    return level * 10 >= few.count * 7 && lower * 6 <= left.count + right.count
  }
}
