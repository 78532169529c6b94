/// Words that occur in dates; lower case.
package enum TimeWords {
  /// Whether the word alone shows that a phrase is about time.
  package static func isCore(_ word: String) -> Bool {
    if core.contains(word) || CalendarWords.month(word) != nil || CalendarDate(iso: word) != nil {
      return true
    }
    let digits = word.hasSuffix("s") ? word.dropLast() : word[...]
    return digits.count == 4 && digits.allSatisfy(\.isNumber)
  }

  /// Whether the word may stand in such a phrase.
  package static func isPart(_ word: String) -> Bool {
    if isCore(word) || function.contains(word) { return true }
    return word.first?.isNumber == true
  }

  // "Last night" is a date, a part of any other day belongs to one.
  private static let core = CalendarWords.table[.weekday].union(CalendarWords.table[.unit])
    .union(["night"])
  private static let function = [CalendarWords.Class.function, .number, .partOfDay]
    .reduce(into: Set<String>()) { $0.formUnion(CalendarWords.table[$1]) }
}
