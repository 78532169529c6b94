import Testing

@testable import RelataLanguage

@Suite struct TimeExpressionTests {
  private func iso(
    _ text: String, _ direction: TimeExpression.Direction = .past, published: String? = "2021-09-25"
  ) -> String? {
    let words = text.split(separator: " ").map(String.init)
    let prepositions: Set<String> = ["on", "in", "since", "from", "between", "until", "before"]
    let hasPreposition = prepositions.contains(words[0])
    return TimeExpression(
      published: published.flatMap { CalendarDate(iso: $0) }, direction: direction
    ).iso(
      Array(hasPreposition ? words.dropFirst() : words[...]),
      preposition: hasPreposition ? words[0] : "")
  }

  @Test(arguments: [
    ("on september 6", "2021-09-06"), ("on october 3", "2020-10-03"),
    ("on the 6th of september", "2021-09-06"), ("on september 6 2019", "2019-09-06"),
    ("on monday september 6 2019", "2019-09-06"), ("in september", "2021-09"),
    ("in december", "2020-12"), ("in september 2001", "2001-09"), ("in 2019", "2019"),
    ("in the 1990s", "1990/1999"), ("since 2019", "2019/.."), ("until 2019", "../2019"),
    ("from 2010 to 2015", "2010/2015"), ("between 2010 and 2015", "2010/2015"),
    ("on saturday", "2021-09-25"), ("on sunday", "2021-09-19"), ("on friday night", "2021-09-24"),
    ("last saturday", "2021-09-18"), ("last week", "2021-09-13/2021-09-19"),
    ("last month", "2021-08"), ("last year", "2020"), ("earlier this month", "2021-09"),
    ("two days ago", "2021-09-23"), ("nine months ago", "2020-12"), ("yesterday", "2021-09-24"),
    ("last night", "2021-09-24"), ("last december", "2020-12"), ("last september", "2020-09"),
    ("in march of next year", "2022-03"), ("2021-09-06", "2021-09-06"),
  ])
  func readsDates(_ text: String, _ iso: String) { #expect(self.iso(text) == iso) }

  @Test(arguments: [
    "in february 30", "on the day after the summit", "before 2019", "in 20190", "on doomsday",
    "from 2015 to 2010", "in may or june", "on september 31 2019", "two blue moons ago",
    "in 1234567", "3 percent", "from 2010 on",
  ])
  func refusesWhatIsNoDateOrNoSingleOne(_ text: String) { #expect(iso(text) == nil) }

  @Test(arguments: ["on monday", "on september 6", "in september", "last week", "yesterday"])
  func whatIsRelativeNeedsTheDateOfPublication(_ text: String) {
    #expect(iso(text, published: nil) == nil)
  }

  @Test func theFutureLiesAhead() {
    #expect(iso("on monday", .future) == "2021-09-27")
    #expect(iso("on january 3", .future) == "2022-01-03")
    #expect(iso("in march", .future) == "2022-03")
    #expect(iso("on monday", .unknown) == nil)
    #expect(iso("next saturday", .unknown) == "2021-10-02")
  }

  @Test func theCalendarAgreesWithItself() throws {
    var previous = CalendarDate(ordinal: -800_000)
    for ordinal in (-799_999)...(-790_000) {
      let date = CalendarDate(ordinal: ordinal)
      let (year, month, day) = date.components
      #expect(CalendarDate(year: year, month: month, day: day) == date)
      #expect(date.weekday == (previous.weekday + 1) % 7)
      previous = date
    }
    for ordinal in stride(from: -700_000, to: 800_000, by: 37) {
      let (year, month, day) = CalendarDate(ordinal: ordinal).components
      #expect(CalendarDate(year: year, month: month, day: day)?.ordinal == ordinal)
    }
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.ordinal == 0)
    #expect(CalendarDate(year: 2000, month: 2, day: 29)?.description == "2000-02-29")
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(iso: "2021-09-25")?.weekday == 5)
  }
}
