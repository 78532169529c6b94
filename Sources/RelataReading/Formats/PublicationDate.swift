import Foundation
import RelataCore
import RelataLanguage

/// Dates of publication: found by general rules, written as ISO 8601.
enum PublicationDate {
  private static let labels: Set<String> = ["date", "published", "posted"]

  /// The date at the start of a string, as ISO 8601, or nil.
  ///
  /// An ISO date or time is kept as written; "September 25, 2021", "25 Sept. 2021" become `2021-09-25`.
  static func normalized(_ string: String) -> String? {
    let words = string.split(whereSeparator: \.isWhitespace).map(String.init)
    guard var first = words.first else { return nil }
    // "2025/03/17", as libraries write it.
    if first.count == 10, first.dropFirst(4).hasPrefix("/") {
      first = first.replacingOccurrences(of: "/", with: "-")
    }
    if let date = isoDate(first) {
      let rest = first.dropFirst(10)
      return rest.isEmpty || (rest.first == "T" && rest.count <= 30) ? date + rest : nil
    }
    if words.count == 1, isPartialISO(first) { return first }
    return written(words.prefix(4))
  }

  /// "02/05/2023" where only one order is a day: "14.11.2019", "11/14/2019"; else nil.
  static func slashed(_ word: String) -> String? {
    let parts = word.split(omittingEmptySubsequences: false) { "/.".contains($0) }.map(String.init)
    guard parts.count == 3, parts[2].count == 4, let year = Int(parts[2]),
      let first = Int(parts[0]), let second = Int(parts[1])
    else { return nil }
    if first > 12 || word.contains(".") || first == second { return format(year, second, first) }
    return second > 12 ? format(year, first, second) : nil
  }

  /// The date that the first lines give, or nil.
  ///
  /// In the first two lines after a label ("date 2021-09-25 …", "Published: 25 September 2021") or as a
  /// line of its own; else in a dateline of the first six ("PORT VILA, Sept. 25, 2021 —").
  static func atHead(of text: SourceText) -> String? {
    let lines = TextLayout(text, limit: 2_000).lines.prefix(6)
    for line in lines.prefix(2) {
      let words = line.words.prefix(8).map { text[$0.span] }
      let isLabelled = words.first.map { labels.contains(core($0)) } ?? false
      let labelled = isLabelled ? words.dropFirst().drop { core($0) == "on" } : words[...]
      guard isLabelled || line.words.count <= 4 else { continue }
      guard let first = labelled.first else { continue }
      if let date = isoDate(String(first.prefix(10))) { return date }
      if let date = written(labelled.prefix(4)) { return date }
    }
    return lines.lazy.compactMap { dateline($0.words[...], of: text) }.first
  }

  private static func dateline(_ words: ArraySlice<Word>, of text: SourceText) -> String? {
    guard FurnitureShape.startsDateline(words) else { return nil }
    let head = words.prefix { $0.hasLetters || $0.isNumber }.map { text[$0.span] }
    return head.indices.lazy.compactMap { written(head[$0...].prefix(3)) }.first
  }

  /// An ISO date anywhere in a file name: `panjshir-2021-09-25.txt`.
  static func inFileName(_ name: String) -> String? {
    let characters = Array(name)
    guard characters.count >= 10 else { return nil }
    for start in 0...(characters.count - 10) {
      let isInsideNumber = start > 0 && characters[start - 1].isNumber
      let next = start + 10
      if next < characters.count, characters[next].isNumber { continue }
      if !isInsideNumber, let date = isoDate(String(characters[start..<next])) { return date }
    }
    return nil
  }

  /// The first ten characters if they are a real day of the years 1500–2199.
  private static func isoDate(_ string: String) -> String? {
    let parts = string.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard string.count >= 10, parts.count == 3, parts[0].count == 4, parts[1].count == 2,
      parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy(\.isASCII) && $0.allSatisfy(\.isNumber) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return format(year, month, day)
  }

  private static func isPartialISO(_ string: String) -> Bool {
    let parts = string.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]),
      parts[0].count == 4, (1500...2199).contains(year)
    else { return false }
    return parts.count == 1
      || (parts.count == 2 && parts[1].count == 2 && (1...12).contains(Int(parts[1]) ?? 0))
  }

  /// "September 25, 2021" or "25 September 2021", a leading weekday allowed.
  private static func written(_ words: some Collection<String>) -> String? {
    var cores = words.map(core).map(withoutOrdinal)
    if let first = cores.first, isWeekday(first) { cores.removeFirst() }
    guard cores.count >= 3, let year = Int(cores[2]) else { return nil }
    if let month = CalendarWords.month(cores[0]), let day = Int(cores[1]) {
      return format(year, month, day)
    }
    if let month = CalendarWords.month(cores[1]), let day = Int(cores[0]) {
      return format(year, month, day)
    }
    return nil
  }

  /// Whether a word is "monday", "mon" or their like.
  static func isWeekday(_ word: String) -> Bool {
    let word = core(word)
    return word.hasSuffix("day")
      || ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(word)
  }

  /// "14th" is 14.
  private static func withoutOrdinal(_ word: String) -> String {
    let digits = word.prefix { $0.isNumber }
    let ending = word[digits.endIndex...]
    return !digits.isEmpty && ["st", "nd", "rd", "th"].contains(ending) ? String(digits) : word
  }

  private static func core(_ word: some StringProtocol) -> String {
    String(word.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private static func format(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1500...2199).contains(year) else { return nil }
    return CalendarDate(year: year, month: month, day: day)?.description
  }
}

/// The calendar, for parsers of files that count days.
package enum CalendarDays {
  /// The day so many days after 1970-01-01, as ISO 8601.
  package static func iso(daysSince1970 days: Int) -> String {
    CalendarDate(ordinal: days).description
  }
}
