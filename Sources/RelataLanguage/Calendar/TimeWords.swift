/// Words that occur in dates.
package enum TimeWords {
  /// Whether the word alone shows that a phrase is about time.
  package static func isCore(_ word: String) -> Bool {
    if core.contains(word) || CalendarDate(iso: word) != nil { return true }
    let digits = word.hasSuffix("s") ? word.dropLast() : word[...]
    return digits.count == 4 && digits.allSatisfy(\.isNumber)
  }

  /// Whether the word may stand in such a phrase.
  package static func isPart(_ word: String) -> Bool {
    if isCore(word) || function.contains(word) { return true }
    return word.first?.isNumber == true
  }

  private static let core: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "oct.", "nov.", "dec.", "jan",
    "feb",
    "aug", "sept", "sep", "oct", "nov", "dec", "today", "yesterday", "tomorrow", "tonight", "week",
    "weekend", "month", "year", "night", "ago",
  ]
  private static let function: Set<String> = [
    "the", "of", "on", "in", "to", "until", "till", "through", "and", "last", "next", "this",
    "past",
    "coming", "same", "early", "late", "earlier", "later", "mid", "mid-", "a", "an", "one", "two",
    "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "day",
    "days",
    "weeks", "months", "years", "morning", "afternoon", "evening", "noon", "midday",
  ]
}
