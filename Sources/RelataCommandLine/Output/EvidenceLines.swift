import RelataGraph

/// Quotes with their citations, as indented lines.
struct EvidenceLines {
  let style: TerminalStyle
  /// Columns to wrap at; nil leaves quotes on one line.
  let width: Int?

  func lines(_ evidence: some Sequence<EvidenceRecord>) -> [String] {
    evidence.flatMap { record in
      let quote = "“" + TextWidth.printable(record.quote) + "”"
      let wrapped = width.map { TextWidth.wrap(quote, to: max(24, $0 - 6)) } ?? [quote]
      return wrapped.map { "      " + $0 } + ["      " + style.dim("— " + citation(record))]
    }
  }

  private func citation(_ record: EvidenceRecord) -> String {
    var parts = [TextWidth.printable(record.source)]
    if let title = record.title { parts.append("“\(TextWidth.printable(title))”") }
    if let published = record.published { parts.append(TextWidth.printable(published)) }
    parts.append("sentence \(record.sentence + 1)")
    return parts.joined(separator: ", ")
  }
}
