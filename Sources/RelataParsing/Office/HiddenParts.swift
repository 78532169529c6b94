import RelataReading

/// Counts what a file hides from its readers, for a note.
struct HiddenParts {
  private var counts: [String: Int] = [:]
  private var names: [String: [String]] = [:]

  /// One more of a kind ("hidden text"), with its name if it has one.
  mutating func add(_ kind: String, name: String? = nil) {
    counts[kind, default: 0] += 1
    if let name { names[kind, default: []].append(name) }
  }

  /// "hidden row (3); hidden sheet (1): Prices"; nil if nothing is hidden.
  var note: String? {
    guard !counts.isEmpty else { return nil }
    return counts.sorted { $0.key < $1.key }.map { kind, count in
      names[kind].map { LeftOutWords.text(kind, $0) } ?? "\(kind) (\(count))"
    }.joined(separator: "; ")
  }
}
