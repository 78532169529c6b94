/// What the signs of a page's elements say, found once for all who ask.
struct ElementSigns {
  private let kinds: [Set<PageSigns.Kind>]

  /// - Complexity: O(letters of all classes and ids).
  init(_ tree: PageTree, signs: PageSigns = .standard) {
    kinds = tree.nodes.map { $0.isText ? [] : signs.kinds($0) }
  }

  /// The kinds of sign that a node carries; none of a text.
  subscript(node: Int) -> Set<PageSigns.Kind> { kinds[node] }
}
