import RelataCore

/// Finds page furniture: what stands in an article's text but is not the article.
///
/// Newsletter boxes, lists of other articles, credits, bylines, share and cookie lines and the like are
/// found by cue phrase and shape, first as whole lines, then as sentences within a line, because text
/// copied from a page often runs together. When in doubt a span is left in the text.
public struct FurnitureDetector: Sendable {
  /// A span and what it is.
  public struct Finding: Hashable, Sendable {
    /// In scalars of the text; whole lines or whole sentences.
    public var span: Span
    /// What it is.
    public var kind: FurnitureKind
  }

  private let cues: FurnitureCues

  /// A detector that goes by these cues.
  public init(cues: FurnitureCues = .standard) { self.cues = cues }

  /// The furniture in order of the text, without overlap; spans begin and end with a visible scalar.
  ///
  /// - Complexity: O(n) in the scalars of the text.
  public func findings(in text: SourceText) -> [Finding] {
    let lines = TextLayout(text).lines
    let lineRules = LineRules(cues: cues, lines: lines)
    let sentenceRules = SentenceRules(cues: cues)
    var findings: [Finding] = []
    var list = ListState()
    for (index, line) in lines.enumerated() {
      if let kind = lineRules.kind(at: index) {
        findings.append(Finding(span: line.span, kind: kind))
        list.saw(kind, line: line)
      } else if list.continues(with: line) {
        findings.append(Finding(span: line.span, kind: .list))
      } else {
        list.end()
        let isHead = index < 3
        findings += sentenceRules.findings(in: line, mayHoldByline: isHead)
      }
    }
    return findings
  }

  /// The spans of ``findings(in:)``.
  public func spans(in text: SourceText) -> [Span] { findings(in: text).map(\.span) }
}

/// Follows a list of headlines below its heading.
private struct ListState {
  private var isOpen = false
  private var sawEntry = false

  mutating func saw(_ kind: FurnitureKind, line: Line) {
    isOpen = kind == .list
    sawEntry = line.words.count > 4
  }

  mutating func end() { isOpen = false }

  /// A headline, or the authors' names below one.
  mutating func continues(with line: Line) -> Bool {
    guard isOpen else { return false }
    let words = line.words[...]
    let isEntry =
      FurnitureShape.isHeadline(words)
      || (!line.startsParagraph && words.count <= 22 && !line.endsSentence)
      || (sawEntry && words.count <= 8 && FurnitureShape.isNames(words) && !line.endsSentence)
    sawEntry = isEntry
    return isEntry
  }
}
