import RelataCore

/// Reads the blocks of a plain text, by its line breaks and the marks of its lines.
package struct LineBlocks {
  private let text: SourceText
  private let lines: [LineBreaks.Line]

  /// The blocks of a text in order; what is furniture is in none.
  ///
  /// `furniture` is in order, without overlap. A line in capitals before a colon is a speaker's label only where there
  /// are two of them.
  ///
  /// - Complexity: O(text + furniture).
  package static func blocks(of text: SourceText, without furniture: [Span] = []) -> [Block] {
    let reader = LineBlocks(text: text, lines: LineBreaks(text.scalars).lines)
    return withoutFurniture(withTurns(reader.blocks(), of: text), furniture, of: text)
  }

  private func blocks() -> [Block] {
    var found: [Block] = []
    for (i, line) in lines.enumerated() {
      guard line.startsParagraph || line.separates, let first = kind(i) else {
        if !found.isEmpty {
          found[found.count - 1].span.end = line.end
        }
        continue
      }
      found.append(
        Block(
          span: Span(line.start, line.end), kind: first.kind, level: first.level,
          continues: !line.startsParagraph))
    }
    return found
  }

  private func kind(_ i: Int) -> (kind: Block.Kind, level: Int?)? {
    let line = lines[i]
    let words = text.scalars[line.start..<line.end]
    if LineMarks.isItem(words) { return (.item, nil) }
    let isTable =
      line.isRow
      && (i + 1 < lines.count && lines[i + 1].isRow && !lines[i + 1].startsParagraph
        || i > 0 && lines[i - 1].isRow && !line.startsParagraph)
    if isTable { return (.row, nil) }
    if let level = LineMarks.level(words) { return (.heading, level) }
    return (words.first == ">" ? .quotation : .paragraph, nil)
  }

  /// The blocks, paragraphs that begin with a speaker's label as turns.
  package static func withTurns(_ blocks: [Block], of text: SourceText) -> [Block] {
    let turns = blocks.map { block in
      block.kind == .paragraph
        ? LineMarks.turn(text.scalars[block.span.start..<block.span.end]) : nil
    }
    let areNames = turns.count { $0?.isName == true } > 1
    return zip(blocks, turns).map { block, turn in
      guard let turn, areNames || !turn.isName else { return block }
      var block = block
      block.kind = turn.kind
      block.speaker = Span(block.span.start, turn.end)
      return block
    }
  }

  /// The blocks, cut where furniture stands: what is left behind it begins anew.
  ///
  /// Both in order, without overlap.
  package static func withoutFurniture(
    _ blocks: [Block], _ furniture: [Span], of text: SourceText
  ) -> [Block] {
    guard !furniture.isEmpty else { return blocks }
    var found: [Block] = []
    func keep(_ block: Block, _ start: Int, _ end: Int) {
      var (start, end) = (start, end)
      while start < end, ScalarClass.isSpace(text.scalars[start]) { start += 1 }
      while start < end, ScalarClass.isSpace(text.scalars[end - 1]) { end -= 1 }
      guard start < end else { return }
      var piece = block
      piece.span = Span(start, end)
      found.append(piece)
    }
    var next = 0
    for block in blocks {
      var rest = block
      while next < furniture.count, furniture[next].end <= block.span.start {
        // Furniture between two blocks ends a list.
        rest.continues = false
        next += 1
      }
      var start = block.span.start
      while next < furniture.count, furniture[next].start < block.span.end {
        keep(rest, start, furniture[next].start)
        start = max(start, furniture[next].end)
        (rest.continues, rest.speaker) = (false, nil)
        guard furniture[next].end <= block.span.end else { break }
        next += 1
      }
      keep(rest, start, block.span.end)
    }
    return found
  }
}
