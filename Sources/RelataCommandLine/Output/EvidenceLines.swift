import RelataGraph

/// Quotes with their citations, as indented lines.
struct EvidenceLines {
  let style: TerminalStyle
  /// Columns to wrap at; nil leaves quotes on one line.
  let width: Int?

  /// A sentence that stands in several places is told once, with all of them.
  func lines(_ sentences: [PrintedSentence]) -> [String] {
    sentences.flatMap { sentence in
      let record = sentence.first
      let quote = "“" + TextWidth.printable(record.quote) + "”"
      let wrapped = width.map { TextWidth.wrap(quote, to: max(24, $0 - 6)) } ?? [quote]
      let qualifiers = qualifiers(record).map { ["      " + $0] } ?? []
      return wrapped.map { "      " + $0 } + qualifiers
        + sentence.records.enumerated().map { place, record in
          let citation = Citation.text(of: record) { TextWidth.printable($1) }
          let copy = place == 0 && sentence.sameReport != nil ? " (the same report)" : ""
          return "      " + style.dim((place == 0 ? "— " : "— also ") + citation + copy)
        }
    }
  }

  /// When, where and how much the sentence says, and who passes the claim on; nil if nothing of it.
  private func qualifiers(_ record: EvidenceRecord) -> String? {
    var parts: [String] = []
    if let time = record.time { parts.append("when: \(time)") }
    if let place = record.place { parts.append("where: \(place)") }
    if let amount = record.amount { parts.append("how much: \(amount)") }
    let via = record.attribution?.via ?? []
    if !via.isEmpty { parts.append("via: " + via.joined(separator: ", ")) }
    return parts.isEmpty ? nil : parts.map(TextWidth.printable).joined(separator: " · ")
  }
}
