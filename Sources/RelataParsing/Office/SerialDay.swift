import RelataReading

/// Days and times as spreadsheets keep them: numbers of days since the end of 1899, or since 1904.
enum SerialDay {
  /// Days of the years 1900 to 9999.
  private static let last = 2_958_465.0

  /// The moment of a number as ISO 8601 says it.
  ///
  /// - Parameters:
  ///   - serial: Days, the time of day as their fraction.
  ///   - is1904: Whether day 0 is the first of 1904, as in files of old Macintoshes.
  ///   - parts: What of it is shown.
  /// - Returns: nil for a number that is no day.
  static func text(_ serial: Double, is1904: Bool, parts: Parts) -> String? {
    guard serial >= 0, serial <= last else { return nil }
    var seconds = Int((serial * 86_400).rounded())
    if parts.isElapsed {
      return "\(seconds / 3_600):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    }
    if !parts.hasTime, parts.hasDay { seconds = Int(serial) * 86_400 }
    var day = seconds / 86_400
    // 1900 had no 29 February, but the first spreadsheet thought so, and all others after it.
    if is1904 { day += 1_462 } else if day < 60 { day += 1 }
    let time =
      "\(padded(seconds / 3_600 % 24)):\(padded(seconds / 60 % 60))"
      + (seconds % 60 == 0 ? "" : ":\(padded(seconds % 60))")
    guard parts.hasDay else { return time }
    let written = CalendarDays.iso(daysSince1970: day - 25_569).split(separator: "-")
      .prefix(parts.precision).joined(separator: "-")
    return parts.hasTime ? "\(written) \(time)" : written
  }

  /// What a format shows of a moment.
  struct Parts: Equatable {
    var hasDay: Bool
    var hasTime: Bool
    /// Hours that go on beyond 24.
    var isElapsed = false
    /// How much of the day is shown: 1 is its year, 2 its month too, 3 all.
    var precision = 3
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
