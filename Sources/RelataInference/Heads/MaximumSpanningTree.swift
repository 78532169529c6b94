/// The maximum spanning arborescence of Chu & Liu (1965) and Edmonds (1967), as used for parsing by McDonald
/// and others 2005, with exactly one child of the root; in Tarjan's form for dense graphs (1977).
///
/// A path is grown along best heads. Where it meets itself, the cycle becomes one part of the path, entered
/// through whichever of its words costs least. Each part is looked through once when it is on the path and
/// once when it goes into a larger part: cycles that nest, as they do in every sentence since no word
/// chooses the root of itself, cost no more than others.
struct MaximumSpanningTree {
  /// What a second child of the root costs; larger than any sum of scores.
  private static let rootPenalty = 1e6

  /// The head of each word, 0 for the root, else the word's number plus one.
  ///
  /// `scores` are row-major (words, words + 1); `[d][h]` rates head h for word d, column 0 is the root. Rows
  /// may be `stride` entries apart. Values are finite. Of heads that are as good, the first is taken.
  ///
  /// - Complexity: O(n²), whatever the scores.
  static func heads(_ scores: UnsafePointer<Float>, words: Int, stride: Int) -> [Int] {
    var tree = MaximumSpanningTree(scores, words: words, stride: stride)
    tree.grow()
    return tree.heads()
  }

  /// How a part is entered: from head `head` through the part's word `word`.
  private struct Edge {
    var head: Int
    var word: Int
  }

  /// Words and the root, which is node 0.
  private let n: Int
  /// Row-major (n, n): what a part, in the row of its first word, gains by a head.
  private var gains: [Double]
  /// Row-major (n, n): through which word of the part that head enters.
  private var entrances: [Int32]
  /// For each part, words first and then cycles in order of their making: the row in which it is rated.
  private var rows: [Int]
  private var children: [[Int]]
  private var parents: [Int?]
  private var chosen: [Edge?]
  /// For each node the largest part that it belongs to.
  private var largest: [Int]
  /// Scores looked at: what the work is proportional to.
  private(set) var scoresRead = 0

  init(_ scores: UnsafePointer<Float>, words: Int, stride: Int) {
    n = words + 1
    gains = [Double](repeating: 0, count: n * n)
    entrances = [Int32](repeating: 0, count: n * n)
    for d in 1..<max(n, 1) {
      for h in 0..<n {
        let score = Double(scores[(d - 1) * stride + h])
        gains[d * n + h] = h == 0 ? score - Self.rootPenalty : score
        entrances[d * n + h] = Int32(d)
      }
    }
    rows = Array(0..<n)
    children = [[Int]](repeating: [], count: n)
    parents = [Int?](repeating: nil, count: n)
    chosen = [Edge?](repeating: nil, count: n)
    largest = Array(0..<n)
  }

  /// Chooses a head for every part, of which the last ones hang together under the root.
  mutating func grow() {
    // For each part whether it is known to reach the root, and its place on the path.
    var reachesRoot = [Bool](repeating: false, count: 2 * n)
    var place = [Int?](repeating: nil, count: 2 * n)
    reachesRoot[0] = true
    for start in 0..<n where !reachesRoot[largest[start]] {
      var path = [largest[start]]
      place[largest[start]] = 0
      while let part = path.last {
        let edge = bestEdge(into: part)
        chosen[part] = edge
        let next = largest[edge.head]
        if reachesRoot[next] { break }
        if let first = place[next] {
          let cycle = contract(Array(path[first...]))
          path.removeSubrange(first...)
          place[cycle] = path.count
          path.append(cycle)
        } else {
          place[next] = path.count
          path.append(next)
        }
      }
      for part in path { reachesRoot[part] = true }
    }
  }

  private mutating func bestEdge(into part: Int) -> Edge {
    let row = rows[part] * n
    var best = 0
    for head in 1..<n where largest[head] != part && gains[row + head] > gains[row + best] {
      best = head
    }
    scoresRead += n
    return Edge(head: best, word: Int(entrances[row + best]))
  }

  /// Makes a cycle one part, which gains by a head what the word that it enters gains over its place in the cycle.
  private mutating func contract(_ cycle: [Int]) -> Int {
    let made = rows.count
    let parts = cycle.map { part in
      (row: rows[part] * n, inCycle: chosen[part].map { gains[rows[part] * n + $0.head] } ?? 0)
    }
    let into = parts[0].row
    for head in 0..<n {
      var best = parts[0]
      for part in parts.dropFirst()
      where gains[part.row + head] - part.inCycle > gains[best.row + head] - best.inCycle {
        best = part
      }
      gains[into + head] = gains[best.row + head] - best.inCycle
      entrances[into + head] = entrances[best.row + head]
    }
    scoresRead += n * cycle.count
    for part in cycle { parents[part] = made }
    for node in 0..<n where parents[largest[node]] == made { largest[node] = made }
    rows.append(rows[cycle[0]])
    children.append(cycle)
    parents.append(nil)
    chosen.append(nil)
    return made
  }

  /// Opens the cycles again, each where its head enters it.
  private func heads() -> [Int] {
    var heads = [Int](repeating: 0, count: n)
    var open = parents.indices.filter { parents[$0] == nil }
    while let part = open.popLast() {
      guard let edge = chosen[part] else { continue }
      heads[edge.word] = edge.head
      var entered = edge.word
      while entered != part, let cycle = parents[entered] {
        open += children[cycle].filter { $0 != entered }
        entered = cycle
      }
    }
    return Array(heads.dropFirst())
  }
}
