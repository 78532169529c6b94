import RelataLanguage

/// A year, a month or a day: all days from its first to its last.
///
/// As a half-open range it begins with its first day and ends before the first day of the next one, so that
/// "2019-05" has the whole of 31 May and nothing of 1 June.
public struct CalendarPeriod: Hashable, Sendable, CustomStringConvertible {
  /// As ISO 8601: "2019", "2019-05" or "2019-05-06".
  public let description: String
  /// Its days, counted from 1970-01-01, negative before.
  public let days: Range<Int>

  /// The period that a text names; nil for what is no date, such as 30 February.
  ///
  /// - Parameter text: A date of ISO 8601; a time of day behind "T" does not count.
  public init?(iso text: String) {
    let date = text.split(separator: "T", omittingEmptySubsequences: false).first ?? ""
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard let year = numbers.first,
      let first = CalendarDate(
        year: year, month: numbers.count > 1 ? numbers[1] : 1,
        day: numbers.count > 2 ? numbers[2] : 1)
    else { return nil }
    let length =
      switch numbers.count {
      case 1: (1...12).reduce(0) { $0 + CalendarDate.days(inMonth: $1, of: year) }
      case 2: CalendarDate.days(inMonth: numbers[1], of: year)
      default: 1
      }
    description = String(date)
    days = first.ordinal..<(first.ordinal + length)
  }

  /// The day with a number, as ISO 8601.
  package static func day(_ ordinal: Int) -> String { CalendarDate(ordinal: ordinal).description }
}

/// When a text says that something is so: a date, or from one to another, either end open.
package struct StatedTime: Hashable, Sendable {
  /// The period in which it begins; nil where that is open.
  package let start: CalendarPeriod?
  /// The period in which it ends; that of `start` for a single date.
  package let end: CalendarPeriod?
  /// Whether the text names one date, not two.
  package let isPoint: Bool

  /// Reads a time as ``EvidenceRecord/time`` has it: "2019-05", "2010/2015", "2019/..", "../2020"; nil for what names no
  /// date.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1:
      guard let period = CalendarPeriod(iso: text) else { return nil }
      (start, end, isPoint) = (period, period, true)
    case 2:
      let ends = parts.map { $0 == ".." ? nil : CalendarPeriod(iso: $0) }
      guard zip(parts, ends).allSatisfy({ $0 == ".." || $1 != nil }),
        ends.contains(where: { $0 != nil })
      else { return nil }
      (start, end, isPoint) = (ends[0], ends[1], false)
    default: return nil
    }
  }

  /// Every day that it may mean; nil where it is open at an end.
  package var days: Range<Int>? {
    guard let start, let end, start.days.lowerBound < end.days.upperBound else { return nil }
    return start.days.lowerBound..<end.days.upperBound
  }
}
