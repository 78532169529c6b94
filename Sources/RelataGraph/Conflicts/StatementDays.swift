import RelataCore

/// Days of statements as numbers, and what can be told from them.
enum StatementDays {
  /// Of what may change, statements further apart may both be right.
  static let memory = 366

  /// The day on which a text was published; nil where that is not known to the day.
  static func published(_ record: EvidenceRecord) -> Int? { record.published.flatMap(day) }

  /// A day as a number; nil for what is no whole date.
  static func day(_ text: String) -> Int? {
    let parts = text.prefix(10).split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...12).contains(month), (1...31).contains(day), (0...9999).contains(year)
    else { return nil }
    // Months as of March, so that a leap day is the last of its year.
    let shifted = month < 3 ? year - 1 : year
    let days = (153 * ((month + 9) % 12) + 2) / 5 + day
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + days
  }

  /// The first and last day that a time of evidence may mean: "2021" is all of the year, "2010/2015" six of them.
  static func span(_ time: String) -> ClosedRange<Int>? {
    let ends = time.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    func bound(_ text: String, isLast: Bool) -> Int? {
      if text == ".." { return isLast ? Int.max : 0 }
      let rest = isLast ? ["", "-12", "-31"] : ["", "-01", "-01"]
      let known = text.prefix(10).split(separator: "-").count
      guard (1...3).contains(known) else { return nil }
      return day(String(text.prefix(10)) + rest[known...].joined())
    }
    guard let first = ends.first.flatMap({ bound($0, isLast: false) }),
      let last = ends.last.flatMap({ bound($0, isLast: true) }), first <= last
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
