/// A day of RTF, which comes number by number: `\yr2023\mo5\dy2`.
struct RichTextDay {
  private var numbers: [String: Int] = [:]

  /// One of the numbers; the first of each counts, which is that of creation.
  mutating func take(_ word: String, _ number: Int) { numbers[word] = numbers[word] ?? number }

  /// In ISO 8601; nil for a day that is none, as programs write that know of none.
  var day: String? {
    guard let year = numbers["yr"], let month = numbers["mo"], let day = numbers["dy"],
      (1900...2199).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}
