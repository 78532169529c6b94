import RelataLanguage

/// Roles with what they are a role in: "Nora Feldt, the mayor of Astel", "Astel mayor Nora Feldt".
extension StatedNameReader {
  /// "Nora Feldt, the mayor of Astel", "Astel mayor Nora Feldt", "the mayor of Astel, Nora Feldt".
  mutating func office(_ range: Range<Int>, of owner: Int, _ text: FoldedText) {
    for role in roles[owner] where role.count < 6 {
      steps += 1
      var start = range.upperBound
      if start < text.words.count, ["the", "a", "an"].contains(text.words[start].folded) {
        start += 1
      }
      if Self.stands(role, at: start, in: text), Self.isOpen(text.gap(before: range.upperBound)) {
        place(role, after: start + role.count, of: owner, text)
      }
      let end = range.lowerBound
      if Self.stands(role, at: end - role.count, in: text), Self.isOpen(text.gap(before: end)) {
        learn(role, in: Self.place(text, before: end - role.count), of: owner)
      }
      for length in 1...6 where Self.stands(role, at: end - length - role.count - 1, in: text) {
        place(role, after: end - length - 1, of: owner, text, end: end)
      }
    }
  }

  private mutating func place(
    _ role: [String], after index: Int, of owner: Int, _ text: FoldedText, end: Int? = nil
  ) {
    guard index < text.words.count, index > 0,
      ["of", "for", "at", "in"].contains(text.words[index].folded)
    else { return }
    var start = index + 1
    if start < text.words.count, text.words[start].folded == "the" { start += 1 }
    var run = Self.run(text, from: start)
    if let end {
      guard start < end, end <= run.upperBound else { return }
      run = start..<end
    }
    learn(role, in: run.map { text.words[$0].folded }, of: owner)
  }

  private mutating func learn(_ role: [String], in place: [String], of owner: Int) {
    for form in HiddenNames.offices(role, in: place) { add(form, .role, of: owner) }
  }

  /// The place of a role that begins at a word: "Astel mayor", "Astel's mayor".
  private static func place(_ text: FoldedText, before index: Int) -> [String] {
    var end = index
    if end > 0, text.words[end - 1].folded == "s" {
      end -= 1
    } else if !text.gap(before: end).elementsEqual([" "]) {
      return []
    }
    let run = run(text, before: end)
    let place = run.drop { Titles.modifiers.contains(text.words[$0].folded) }
    return place.map { text.words[$0].folded }
  }
}
