import Testing

@testable import RelataLanguage

/// The calendar by its laws rather than by examples.
@Suite struct CalendarTests {
  /// Leap years as the decree of 1582 has them.
  private static func isLeap(_ year: Int) -> Bool {
    if year % 400 == 0 { return true }
    return year % 4 == 0 && year % 100 != 0
  }

  @Test func everyYearHasItsDaysAndAMonthEveryFourthAFebruaryOf29() throws {
    for year in -401...2801 {
      let first = try #require(CalendarDate(year: year, month: 1, day: 1))
      let next = try #require(CalendarDate(year: year + 1, month: 1, day: 1))
      #expect(next.ordinal - first.ordinal == (Self.isLeap(year) ? 366 : 365))
      #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == Self.isLeap(year))
    }
  }

  @Test func everyMonthEndsWhereTheNextBegins() throws {
    for year in [1900, 1996, 2000, 2023] {
      for month in 1...11 {
        let days = CalendarDate.days(inMonth: month, of: year)
        let last = try #require(CalendarDate(year: year, month: month, day: days))
        #expect(last.adding(days: 1) == CalendarDate(year: year, month: month + 1, day: 1))
        #expect(CalendarDate(year: year, month: month, day: days + 1) == nil)
      }
    }
  }

  @Test(arguments: [(2021, 0, 1), (2021, 13, 1), (2021, 1, 0), (2021, 4, 31), (2021, -1, -1)])
  func whatIsNoDayIsRefused(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test func aDateIsItsOwnWords() throws {
    for ordinal in stride(from: -300_000, to: 300_000, by: 997) {
      let date = CalendarDate(ordinal: ordinal)
      #expect(CalendarDate(iso: date.description) == date)
      #expect(CalendarDate(iso: date.description + "T23:59:00Z") == date)
      #expect(date.adding(days: 31).adding(days: -31) == date)
      #expect(date < date.adding(days: 1))
      #expect(date.description < date.adding(days: 400).description)
    }
    #expect(try #require(CalendarDate(iso: "0033-04-03")).components == (33, 4, 3))
  }

  @Test(arguments: [
    "", "2021", "2021-9-25", "21-09-25", "2021-09", "2021-02-29", "today", "2021/09/25",
  ])
  func whatIsNoISODateIsRefused(_ text: String) { #expect(CalendarDate(iso: text) == nil) }

  // MARK: Words

  @Test func monthsAndDaysAreFoundByNameAndAbbreviation() {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    for (i, name) in months.enumerated() {
      #expect(CalendarWords.month(name) == i + 1)
      #expect(CalendarWords.month(String(name.prefix(3)).uppercased() + ".") == i + 1)
      #expect(CalendarWords.isProperName(name) && TimeWords.isCore(name.lowercased()))
      #expect(!CalendarWords.isProperName(name.uppercased()))
      #expect(!CalendarWords.isProperName(name.lowercased()))
    }
    #expect(CalendarWords.month("Sept.") == 9)
    for word in ["ma", "junk", "marching", "", ".", "monday", "sundown"] {
      #expect(CalendarWords.month(word) == nil, "\(word)")
    }
    #expect(CalendarWords.weekday("monday") == 0 && CalendarWords.weekday("sunday") == 6)
    #expect(CalendarWords.weekday("mon") == nil && CalendarWords.isWeekday("mon"))
    #expect(CalendarWords.isWeekday("tues.") && !CalendarWords.isWeekday("money"))
    #expect(CalendarWords.number("twelve") == 12 && CalendarWords.number("an") == 1)
    #expect(CalendarWords.number("thirteen") == nil)
  }

  @Test func wordsOfAPhraseOfTime() {
    for word in ["tuesday", "1990s", "2021", "2021-09-25", "sept.", "ago", "night"] {
      #expect(TimeWords.isCore(word), "\(word)")
    }
    for word in ["morning", "two", "the", "6th", "days"] {
      #expect(TimeWords.isPart(word) && !TimeWords.isCore(word), "\(word)")
    }
    for word in ["summit", "after", "", "-"] { #expect(!TimeWords.isPart(word), "\(word)") }
  }
}
