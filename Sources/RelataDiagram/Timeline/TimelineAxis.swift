import RelataGraph
import RelataLanguage

/// The days that a timeline shows, and the years or months marked on it.
struct TimelineAxis {
  struct Mark: Hashable {
    /// From 1970-01-01.
    var day: Int
    var label: String
  }

  /// The first day shown, and the day behind the last one.
  let days: Range<Int>
  /// In order, at most ``limit``.
  let marks: [Mark]

  private static let limit = 10
  /// Months between two marks.
  private static let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 60_000]

  /// The axis for some days, widened to whole months.
  init(_ known: Range<Int>) {
    let first = CalendarDate(ordinal: known.lowerBound).components
    let last = CalendarDate(ordinal: max(known.lowerBound, known.upperBound - 1)).components
    let (start, end) = (first.year * 12 + first.month - 1, last.year * 12 + last.month)
    let step = Self.steps.first { (end - start) / $0 < Self.limit } ?? 60_000
    func day(_ month: Int) -> Int {
      let year = month >= 0 ? month / 12 : (month - 11) / 12
      return CalendarDate(year: year, month: month - year * 12 + 1, day: 1)?.ordinal ?? 0
    }
    days = day(start)..<max(day(end), day(start) + 28)
    let ceiling = start >= 0 ? (start + step - 1) / step * step : start / step * step
    marks = stride(from: ceiling, through: end, by: step).map { month in
      let ordinal = day(month)
      let parts = CalendarDate(ordinal: ordinal).components
      let year = CalendarDate.padded(parts.year, to: 4)
      return Mark(
        day: ordinal,
        label: step % 12 == 0 ? year : "\(year)-\(CalendarDate.padded(parts.month, to: 2))")
    }
  }

  /// Where a day lies, 0 at the left end and 1 at the right one; days outside lie at the ends.
  func position(_ day: Int) -> Double {
    let day = min(max(day, days.lowerBound), days.upperBound)
    return Double(day - days.lowerBound) / Double(days.count)
  }
}
