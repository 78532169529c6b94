import RelataCore

/// Days of statements as numbers, and what can be told from them.
enum StatementDays {
  /// Of what may change, statements further apart may both be right.
  static let memory = 366

  /// The day on which a text was published; nil where that is not known to the day.
  static func published(_ record: EvidenceRecord) -> Int? { record.published.flatMap(day) }

  /// A day as a number; nil for what is no whole date.
  static func day(_ text: String) -> Int? {
    CalendarPeriod(iso: text).flatMap { $0.days.count == 1 ? $0.days.lowerBound : nil }
  }

  /// The first and last day that a time of evidence may mean: "2021" is all of the year, "2010/2015" six of them.
  static func span(_ time: String) -> ClosedRange<Int>? {
    let ends = time.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    func days(_ text: String) -> Range<Int>? {
      text == ".." ? Int.min..<Int.max : CalendarPeriod(iso: text)?.days
    }
    guard let first = ends.first.flatMap(days)?.lowerBound,
      let last = ends.last.flatMap(days).map({ $0.upperBound - 1 }), first <= last
    else { return nil }
    return first...last
  }

  /// Whether two texts speak of different times.
  static func differ(_ a: EvidenceRecord, _ b: EvidenceRecord) -> Bool {
    guard let first = a.time.flatMap(span), let second = b.time.flatMap(span) else { return false }
    return !first.overlaps(second)
  }

  /// How many days lie between two texts; nil where that is not known.
  static func between(_ a: EvidenceRecord, _ b: EvidenceRecord) -> Int? {
    guard let first = published(a), let second = published(b) else { return nil }
    return abs(first - second)
  }
}
