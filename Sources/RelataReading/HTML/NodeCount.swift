/// How many nodes of a kind stand below any node, in constant time.
struct NodeCount {
  private let tree: PageTree
  private var before: [Int]

  init(_ tree: PageTree, where isCounted: (Int) -> Bool) {
    self.tree = tree
    before = [0]
    before.reserveCapacity(tree.nodes.count + 1)
    for i in tree.nodes.indices { before.append((before.last ?? 0) + (isCounted(i) ? 1 : 0)) }
  }

  /// Among a node and its descendants.
  func below(_ i: Int) -> Int { before[tree.nodes[i].end] - before[i] }
}
