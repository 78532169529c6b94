/// Reads English words for a date as an ISO 8601 date or interval.
///
/// Strict: a phrase is read only if every word of it is understood ("the day after the summit" is not),
/// and a relative one only if the date of publication is known. A weekday or a day without a year is
/// the nearest one on or before the publication for what is past, after it for what is to come.
package struct TimeExpression: Sendable {
  /// Where the event lies from the publication.
  package enum Direction: Sendable { case past, future, unknown }

  /// When the text was published, nil if unknown: relative dates then stay unread.
  package let published: CalendarDate?
  /// Where what is dated lies from the publication.
  package let direction: Direction

  /// A reader for one predicate of a text.
  package init(published: CalendarDate?, direction: Direction) {
    self.published = published
    self.direction = direction
  }

  /// The ISO form, or nil.
  ///
  /// - Parameters:
  ///   - words: Lower-case, without punctuation.
  ///   - preposition: The word before: "on", "since", "from", or empty.
  /// - Returns: A date of any precision or an interval; nil for words that name no time.
  package func iso(_ words: [String], preposition: String) -> String? {
    switch preposition {
    case "", "on", "in", "during", "at", "of", "for", "late", "early", "over":
      return point(words)
    case "since":
      return point(words).flatMap { $0.contains("/") ? nil : "\($0)/.." }
    case "until", "till":
      return point(words).flatMap { $0.contains("/") ? nil : "../\($0)" }
    case "from": return interval(words, separators: ["to", "until", "till", "through"])
    case "between": return interval(words, separators: ["and"])
    default: return nil
    }
  }

  private func interval(_ words: [String], separators: Set<String>) -> String? {
    guard let middle = words.firstIndex(where: separators.contains),
      let start = point(Array(words[..<middle])), let end = point(Array(words[(middle + 1)...])),
      !start.contains("/"), !end.contains("/"), start < end
    else { return nil }
    return "\(start)/\(end)"
  }

  private func point(_ phrase: [String]) -> String? {
    var words = phrase.filter { $0 != "the" && $0 != "of" && $0 != "on" }
    if let first = words.first, ["late", "early", "mid", "mid-"].contains(first) {
      words.removeFirst()
    }
    if let last = words.last, CalendarWords.table[.partOfDay].contains(last), words.count > 1 {
      words.removeLast()
      if words == ["last"] { return published.map { $0.adding(days: -1).description } }
    }
    return calendar(words) ?? relative(words)
  }

  // MARK: Dates of the calendar

  private func calendar(_ given: [String]) -> String? {
    var words = given
    guard let first = words.first else { return nil }
    if words.count == 1 {
      if let date = CalendarDate(iso: first), first.count == 10 { return date.description }
      if let year = year(first) { return Self.padded(year) }
      if first.hasSuffix("s"), let decade = year(String(first.dropLast())), decade % 10 == 0 {
        return "\(Self.padded(decade))/\(Self.padded(decade + 9))"
      }
    }
    // "Monday, September 6": the date says it, the weekday only agrees.
    if words.count > 2, CalendarWords.isWeekday(first) {
      words.removeFirst()
    }
    // "March of next year".
    if words.count == 3, words[2] == "year", let month = CalendarWords.month(words[0]),
      let published
    {
      guard let step = ["last": -1, "this": 0, "next": 1][words[1]] else { return nil }
      return "\(Self.padded(published.components.year + step))-\(CalendarDate.padded(month, to: 2))"
    }
    guard let at = words.firstIndex(where: { CalendarWords.month($0) != nil }),
      let month = CalendarWords.month(words[at])
    else { return nil }
    words.remove(at: at)
    switch words.count {
    case 0: return monthNear(month)
    case 1:
      if let year = year(words[0]) {
        return "\(Self.padded(year))-\(CalendarDate.padded(month, to: 2))"
      }
      if ["last", "this", "next"].contains(words[0]), let published {
        let now = published.components
        var year = now.year
        if words[0] == "last", month >= now.month { year -= 1 }
        if words[0] == "next", month <= now.month { year += 1 }
        return "\(Self.padded(year))-\(CalendarDate.padded(month, to: 2))"
      }
      return day(words[0]).flatMap { dayNear(month, $0) }
    case 2:
      guard let day = day(words[0]), let year = year(words[1]) else { return nil }
      return CalendarDate(year: year, month: month, day: day)?.description
    default: return nil
    }
  }

  private func monthNear(_ month: Int) -> String? {
    guard let now = published?.components else { return nil }
    var year = now.year
    switch direction {
    case .past: if month > now.month { year -= 1 }
    case .future: if month < now.month { year += 1 }
    case .unknown: return nil
    }
    return "\(Self.padded(year))-\(CalendarDate.padded(month, to: 2))"
  }

  private func dayNear(_ month: Int, _ day: Int) -> String? {
    guard let published else { return nil }
    let year = published.components.year
    let years = direction == .future ? [year, year + 1] : [year, year - 1]
    guard direction != .unknown else { return nil }
    return years.compactMap { CalendarDate(year: $0, month: month, day: day) }
      .first { direction == .future ? $0 >= published : $0 <= published }?.description
  }

  // MARK: Dates from the publication

  private func relative(_ words: [String]) -> String? {
    guard let published else { return nil }
    switch words {
    case ["today"], ["tonight"], ["this", "day"]: return published.description
    case ["yesterday"]: return published.adding(days: -1).description
    case ["tomorrow"]: return published.adding(days: 1).description
    default: break
    }
    if let day = weekday(words, from: published) { return day.description }
    if words.last == "ago", words.count == 3 { return ago(words[0], words[1], from: published) }
    var rest = words
    if let first = rest.first, ["earlier", "later"].contains(first) { rest.removeFirst() }
    guard rest.count == 2 else { return nil }
    let step: Int
    switch rest[0] {
    case "last": step = -1
    case "this": step = 0
    case "next": step = 1
    default: return nil
    }
    return period(rest[1], step: step, from: published)
  }

  /// "Monday", "last Monday", "next Monday"; "this Monday" only where the tense tells which.
  private func weekday(_ words: [String], from published: CalendarDate) -> CalendarDate? {
    guard let last = words.last, words.count <= 2,
      let wanted = CalendarWords.weekday(last)
    else { return nil }
    let back = ((published.weekday - wanted) % 7 + 7) % 7
    let ahead = (7 - back) % 7
    switch words.count == 2 ? words[0] : "" {
    case "last", "past": return published.adding(days: back == 0 ? -7 : -back)
    case "next", "coming": return published.adding(days: ahead == 0 ? 7 : ahead)
    case "", "this":
      switch direction {
      case .past: return published.adding(days: -back)
      case .future: return published.adding(days: ahead)
      case .unknown: return nil
      }
    default: return nil
    }
  }

  private func ago(_ number: String, _ unit: String, from published: CalendarDate) -> String? {
    guard let count = CalendarWords.number(number) ?? Int(number), (1...200).contains(count) else {
      return nil
    }
    let now = published.components
    switch unit {
    case "day", "days": return published.adding(days: -count).description
    case "week", "weeks": return week(of: published.adding(days: -7 * count))
    case "month", "months":
      let months = now.year * 12 + now.month - 1 - count
      return "\(Self.padded(months / 12))-\(CalendarDate.padded(months % 12 + 1, to: 2))"
    case "year", "years": return Self.padded(now.year - count)
    default: return nil
    }
  }

  private func period(_ unit: String, step: Int, from published: CalendarDate) -> String? {
    let now = published.components
    switch unit {
    case "week": return week(of: published.adding(days: 7 * step))
    case "weekend":
      let saturday = published.adding(days: 5 - published.weekday + 7 * step)
      return "\(saturday)/\(saturday.adding(days: 1))"
    case "month":
      let months = now.year * 12 + now.month - 1 + step
      return "\(Self.padded(months / 12))-\(CalendarDate.padded(months % 12 + 1, to: 2))"
    case "year": return Self.padded(now.year + step)
    default: return nil
    }
  }

  /// The week from Monday to Sunday.
  private func week(of day: CalendarDate) -> String {
    let monday = day.adding(days: -day.weekday)
    return "\(monday)/\(monday.adding(days: 6))"
  }

  // MARK: Words

  private func year(_ word: String) -> Int? {
    guard word.count == 4, let year = Int(word), (1500...2100).contains(year) else { return nil }
    return year
  }

  private func day(_ word: String) -> Int? {
    var digits = word
    for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) { digits.removeLast(2) }
    guard let day = Int(digits), (1...31).contains(day) else { return nil }
    return day
  }

  private static func padded(_ year: Int) -> String { CalendarDate.padded(year, to: 4) }

}
