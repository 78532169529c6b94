/// The maximum spanning arborescence by Chu-Liu/Edmonds (Chu & Liu 1965; Edmonds 1967), as used for
/// parsing by McDonald and others 2005, with exactly one child of the root.
enum MaximumSpanningTree {
  /// What a second child of the root costs; larger than any sum of scores.
  private static let rootPenalty = 1e6

  /// The head of each word, 0 for the root, else the word's number plus one.
  ///
  /// `scores` are row-major (words, words + 1); `[d][h]` rates head h for word d, column 0 is the root. Rows
  /// may be `stride` entries apart. Values are finite.
  ///
  /// - Complexity: O(n²), O(n³) where cycles nest.
  static func heads(_ scores: UnsafePointer<Float>, words: Int, stride: Int) -> [Int] {
    let n = words + 1
    var matrix = Matrix(n)
    for d in 1..<max(n, 1) {
      for h in 0..<n where h != d {
        let score = Double(scores[(d - 1) * stride + h])
        matrix[d, h] = h == 0 ? score - rootPenalty : score
      }
    }
    return Array(solve(matrix).dropFirst())
  }

  /// A square matrix of scores `[dependant, head]`, node 0 the root.
  private struct Matrix {
    let n: Int
    private var values: [Double]
    init(_ n: Int) {
      self.n = n
      values = [Double](repeating: -.infinity, count: n * n)
    }
    subscript(d: Int, h: Int) -> Double {
      get { values[d * n + h] }
      set { values[d * n + h] = newValue }
    }
    func bestHeads() -> [Int] {
      var heads = [Int](repeating: 0, count: n)
      for d in 1..<max(n, 1) {
        var best = 0
        for h in 1..<n where self[d, h] > self[d, best] { best = h }
        heads[d] = best
      }
      return heads
    }
  }

  private static func cycle(_ heads: [Int]) -> [Int]? {
    // 0 unseen, 1 on the current path, 2 known to reach the root.
    var state = [UInt8](repeating: 0, count: heads.count)
    if !state.isEmpty { state[0] = 2 }
    for start in heads.indices {
      var path: [Int] = []
      var v = start
      while state[v] == 0 {
        state[v] = 1
        path.append(v)
        v = heads[v]
      }
      if state[v] == 1, let first = path.firstIndex(of: v) { return Array(path[first...]) }
      for p in path { state[p] = 2 }
    }
    return nil
  }

  private static func solve(_ s: Matrix) -> [Int] {
    let heads = s.bestHeads()
    guard let cycle = cycle(heads) else { return heads }
    let inside = Set(cycle)
    let outside = (0..<s.n).filter { !inside.contains($0) }
    let k = outside.count
    // The cycle becomes node k; remember through which of its words each edge goes.
    var contracted = Matrix(k + 1)
    var entrance = [Int](repeating: 0, count: k)
    var exit = [Int](repeating: 0, count: k)
    for (j, v) in outside.enumerated() {
      for (i, u) in outside.enumerated() where i > 0 { contracted[i, j] = s[u, v] }
      for (c, word) in cycle.enumerated() {
        let enter = s[word, v] - s[word, heads[word]]
        if enter > contracted[k, j] {
          contracted[k, j] = enter
          entrance[j] = c
        }
        if j > 0, s[v, word] > contracted[j, k] {
          contracted[j, k] = s[v, word]
          exit[j] = c
        }
      }
    }
    let sub = solve(contracted)
    var result = heads
    for i in 1..<max(k, 1) { result[outside[i]] = sub[i] == k ? cycle[exit[i]] : outside[sub[i]] }
    result[cycle[entrance[sub[k]]]] = outside[sub[k]]
    return result
  }
}
