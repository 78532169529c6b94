import RelataCore
import RelataLanguage

/// Makes blocks and furniture of the marks that a reader left in a text.
struct MarkedBlocks {
  private let text: SourceText
  private let marks: [(start: Int, mark: BlockMark)]

  init(_ taken: PageMarks.Taken) { (text, marks) = (taken.text, taken.blocks) }

  /// The blocks, and the furniture given together with what is marked as such; both in order, without overlap.
  ///
  /// Where nothing else is marked, the lines of the text tell the blocks.
  func read(furniture: [Span], and more: [Span] = []) -> (blocks: [Block], furniture: [Span]) {
    let parts = marks.isEmpty ? [] : parts()
    let marked = more + parts.filter { $0.mark != nil && $0.mark?.kind == nil }.map(\.span)
    let furniture = marked.isEmpty ? furniture : Self.merged(furniture + marked)
    guard marks.contains(where: { $0.mark.kind != nil && $0.mark.kind != .paragraph }) else {
      return (LineBlocks.blocks(of: text, without: furniture), furniture)
    }
    let blocks = parts.compactMap { part -> Block? in
      guard let mark = part.mark else { return Block(span: part.span, kind: .paragraph) }
      return mark.kind.map {
        Block(span: part.span, kind: $0, level: mark.level, continues: mark.continues)
      }
    }
    return (
      LineBlocks.withoutFurniture(
        LineBlocks.withTurns(withoutLayout(blocks), of: text), furniture, of: text), furniture
    )
  }

  /// The text between marks and blank lines, with the mark before it.
  private func parts() -> [(span: Span, mark: BlockMark?)] {
    var found: [(span: Span, mark: BlockMark?)] = []
    var next = 0
    var mark: BlockMark?
    var start = -1
    var end = 0
    func close() {
      if start >= 0 { found.append((Span(start, end), mark)) }
      (start, mark) = (-1, nil)
    }
    var breaks = 0
    for (i, scalar) in text.scalars.enumerated() {
      while next < marks.count, marks[next].start <= i {
        close()
        mark = marks[next].mark
        next += 1
      }
      if scalar == "\n" { breaks += 1 }
      guard !ScalarClass.isSpace(scalar) else { continue }
      if breaks > 1, start >= 0 { close() }
      breaks = 0
      if start < 0 { start = i }
      end = i + 1
    }
    close()
    return found
  }

  /// A page that stands in a quotation as a whole quotes nobody: it is laid out so.
  private func withoutLayout(_ blocks: [Block]) -> [Block] {
    let quoted = blocks.reduce(0) { $0 + ($1.kind == .quotation ? $1.span.count : 0) }
    let all = blocks.reduce(0) { $0 + $1.span.count }
    guard quoted * 4 > all * 3 else { return blocks }
    return blocks.map { block in
      var block = block
      if block.kind == .quotation { (block.kind, block.continues) = (.paragraph, false) }
      return block
    }
  }

  private static func merged(_ spans: [Span]) -> [Span] {
    var found: [Span] = []
    for span in spans.sorted() where !span.isEmpty {
      if let last = found.last, span.start < last.end {
        found[found.count - 1] = last.union(span)
      } else {
        found.append(span)
      }
    }
    return found
  }
}
