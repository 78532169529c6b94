import RelataCore

extension EvidenceRecord {
  /// Sorts evidence by document and span, and keeps the surest of records with the same words.
  package static func assembled(_ records: [EvidenceRecord]) -> [EvidenceRecord] {
    var kept: [EvidenceRecord] = []
    for record in records.sorted(by: precedes) {
      if let last = kept.last, last.citesSameWords(as: record) { continue }
      kept.append(record)
    }
    return kept
  }

  private func citesSameWords(as other: EvidenceRecord) -> Bool {
    document == other.document && span == other.span && subject == other.subject
      && object == other.object && trigger == other.trigger
      && attribution?.name == other.attribution?.name
  }

  private static func precedes(_ a: EvidenceRecord, _ b: EvidenceRecord) -> Bool {
    if a.document != b.document { return a.document < b.document }
    let spans = (order(a.span, b.span), order(a.subject, b.subject), order(a.object, b.object))
    for order in [spans.0, spans.1, spans.2, order(a.trigger, b.trigger)] where order != 0 {
      return order < 0
    }
    let names = (a.attribution?.name ?? "", b.attribution?.name ?? "")
    if names.0 != names.1 { return names.0 < names.1 }
    if a.confidence != b.confidence { return a.confidence > b.confidence }
    if a.extractor != b.extractor { return a.extractor < b.extractor }
    let rest = { (r: EvidenceRecord) in
      [r.time ?? "", r.place ?? "", r.amount ?? "", r.attribution?.cue ?? ""]
        + (r.attribution?.via ?? [])
    }
    return rest(a).lexicographicallyPrecedes(rest(b))
  }

  private static func order(_ a: Span?, _ b: Span?) -> Int {
    switch (a, b) {
    case (nil, nil): 0
    case (nil, _): -1
    case (_, nil): 1
    case (let a?, let b?): a < b ? -1 : (b < a ? 1 : 0)
    }
  }
}
