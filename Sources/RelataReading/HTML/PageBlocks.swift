import RelataCore

/// Says of each passage of a story what it is, by the elements around it.
struct PageBlocks {
  let tree: PageTree

  private static let lists: Set<String> = ["ul", "ol", "menu"]
  private static let around = 12

  /// The words of the passages, with a mark before those that are no paragraphs.
  ///
  /// - Complexity: O(passages + letters).
  func marked(_ passages: [Passage]) -> [String] {
    var last: Int?
    return passages.map { passage in
      let (kind, level, group) = read(passage)
      let continues = group != nil && last == group
      last = group
      // Signs of marks that stand on the page itself mean nothing.
      let words =
        passage.text.unicodeScalars.contains(where: PageMarks.isMark)
        ? String(
          String.UnicodeScalarView(passage.text.unicodeScalars.filter { !PageMarks.isMark($0) }))
        : passage.text
      guard kind != .paragraph else { return words }
      return BlockMark(kind, level: level, continues: continues).sign + words
    }
  }

  /// What a passage is, and the list or table that it is part of.
  private func read(_ passage: Passage) -> (kind: Block.Kind, level: Int?, group: Int?) {
    let chain = [passage.block] + Array(tree.ancestors(passage.block).prefix(Self.around))
    func nearest(_ names: Set<String>) -> Int? {
      chain.first { names.contains(tree.nodes[$0].name) }
    }
    switch passage.kind {
    case .heading:
      let level = chain.lazy.map { tree.nodes[$0].name }.first {
        $0.count == 2 && $0.hasPrefix("h")
      }
      .flatMap { $0.last?.wholeNumberValue }
      return (.heading, level, nil)
    case .item:
      let item = nearest(["li", "dt", "dd"]).map { tree.nodes[$0].name }
      if item == "dt" { return (.term, nil, nearest(["dl"])) }
      if item == "dd" { return (.definition, nil, nearest(["dl"])) }
      return (.item, nil, nearest(Self.lists))
    case .row: return (.row, nil, nearest(["table"]))
    case .quotation: return (.quotation, nil, nearest(["blockquote"]))
    case .caption: return (.caption, nil, nil)
    case .paragraph: return (.paragraph, nil, nil)
    }
  }
}
