/// Words of dates, from `calendar.tsv`; all in lower case without full stop.
package enum CalendarWords {
  /// What a word does in a date; the table's head says it in full.
  package enum Class: String, CaseIterable, Hashable, Sendable {
    case month, weekday, number, unit, function
    case shortMonth = "month-short"
    case shortWeekday = "weekday-short"
    case partOfDay = "part-of-day"
  }

  /// The table that ships, parsed at the first use.
  package static let table = WordTable<Class>(PackageResources.calendar_tsv)

  private static let values: [String: Int] = {
    var values: [String: Int] = [:]
    for row in TableRows(PackageResources.calendar_tsv) where row.count == 3 {
      values[String(row[0])] = Int(row[2])
    }
    return values
  }()

  /// 1 to 12 for a month's name or abbreviation, with or without full stop, in any case; nil else.
  package static func month(_ word: String) -> Int? {
    let name = plain(word)
    return table[.month].contains(name) || table[.shortMonth].contains(name) ? values[name] : nil
  }

  /// 0 for Monday to 6 for Sunday, for a weekday's full name in lower case; nil else.
  package static func weekday(_ word: String) -> Int? {
    table[.weekday].contains(word) ? values[word] : nil
  }

  /// Whether a word in lower case is a weekday's name or abbreviation.
  package static func isWeekday(_ word: String) -> Bool {
    table[.weekday].contains(word) || table[.shortWeekday].contains(plain(word))
  }

  /// 1 to 12 for a number in words or an article, in lower case; nil else.
  package static func number(_ word: String) -> Int? {
    table[.number].contains(word) ? values[word] : nil
  }

  /// Whether a word is the full name of a month or weekday, written with a capital: "May", not "MAY".
  package static func isProperName(_ form: String) -> Bool {
    guard form.first?.isUppercase == true else { return false }
    let name = form.lowercased()
    return form.dropFirst() == name.dropFirst()
      && (table[.month].contains(name) || table[.weekday].contains(name))
  }

  /// Months and weekdays, written out and short: what a line of a date alone is made of.
  package static let names = [Class.month, .shortMonth, .weekday, .shortWeekday]
    .reduce(into: Set<String>()) { $0.formUnion(table[$1]) }

  private static func plain(_ word: String) -> String {
    let name = word.lowercased()
    return name.hasSuffix(".") ? String(name.dropLast()) : name
  }
}
