/// Sets as lists in ascending order, each element once.
enum SortedSets {
  /// Visits what two sets have in common, in order.
  ///
  /// - Complexity: O(n + m).
  static func forEachShared<Element: Comparable>(
    _ a: [Element], _ b: [Element], _ visit: (Element) -> Void
  ) {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        visit(a[i])
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// How many elements two sets have in common.
  static func sharedCount<Element: Comparable>(_ a: [Element], _ b: [Element]) -> Int {
    var count = 0
    forEachShared(a, b) { _ in count += 1 }
    return count
  }

  /// The elements that two sets have in common.
  static func shared<Element: Comparable>(_ a: [Element], _ b: [Element]) -> [Element] {
    var found: [Element] = []
    forEachShared(a, b) { found.append($0) }
    return found
  }
}
