import RelataCore
import RelataLanguage

/// Features of a run of words that tell headlines, names and dates from sentences.
enum FurnitureShape {
  private static let small = FurnitureWords.table[.small]
  private static let connectors = FurnitureWords.table[.connector]
  private static let dateWords = CalendarWords.names.union(FurnitureWords.table[.clock])

  /// The share of words with letters, small words aside, that begin with a capital; 0 for none.
  static func titleCase(_ words: ArraySlice<Word>) -> Double {
    let content = words.filter { $0.hasLetters && !small.contains($0.core) }
    guard !content.isEmpty else { return 0 }
    return Double(content.count { $0.isCapitalized }) / Double(content.count)
  }

  /// A line like a headline: 2 to 25 words, capitalised throughout, without final stop.
  static func isHeadline(_ words: ArraySlice<Word>) -> Bool {
    guard (2...25).contains(words.count), let last = words.last else { return false }
    return titleCase(words) >= 0.75 && (!last.endsSentence || last.lastMark == "?")
  }

  /// Names of people, places and posts only, as in "Jane Doe in Port Vila, Pacific correspondent".
  static func isNames(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first, first.isCapitalized, first.core != "the",
      !isDateWord(first), !words.isEmpty
    else { return false }
    return words.allSatisfy {
      ($0.isCapitalized && !$0.isNumber) || connectors.contains($0.core) || !$0.hasLetters
        || $0.core.contains("@")
    }
  }

  /// A month, weekday, number, time or zone: "25", "25th", "2021-09-25T10:00Z", "GMT".
  static func isDateWord(_ word: Word) -> Bool {
    if word.isNumber { return isNumeral(word.core) }
    return dateWords.contains(word.core) || (word.core.isEmpty && !word.hasLetters)
  }

  private static func isNumeral(_ core: String) -> Bool {
    guard core.utf8.count <= 30 else { return false }
    let letters = core.filter { $0.isLetter }
    return ["", "st", "nd", "rd", "th", "am", "pm", "a.m", "p.m", "t", "z", "tz"].contains(letters)
  }

  /// Dates and times only, with a number, and a month or a number that is itself a date.
  static func isDate(_ words: ArraySlice<Word>) -> Bool {
    words.allSatisfy(isDateWord)
      && words.contains { $0.isNumber }
      && (words.count > 1
        || words.contains { PublicationDate.normalized($0.core)?.count ?? 0 >= 10 })
  }

  /// Whether a dateline such as "PORT VILA, Vanuatu —" or "KABUL (Reuters) -" starts here.
  static func startsDateline(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first, first.isAllCaps, first.core.count > 2 else { return false }
    let isPlain = { (word: Word) in !word.hasLetters || word.isCapitalized || word.isNumber }
    guard let dash = words.prefix(9).firstIndex(where: { $0.core.isEmpty && isDash($0.lastMark) })
    else { return false }
    return words[..<dash].allSatisfy(isPlain)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2013}" || scalar == "\u{2014}"
  }
}
