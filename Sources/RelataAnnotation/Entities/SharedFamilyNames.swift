import RelataCore
import RelataLanguage

/// Given names that take their family name from the one named beside them: "Omar and Lena Duarte".
///
/// Such a name is nobody else's of that given name. A surname there ("Putin and Donald Trump") is none:
/// it stands behind a title, ends somebody's full name, or is no known given name.
struct SharedFamilyNames {
  /// A given name and the full name whose family name it shares.
  private(set) var relative: [Int: Int] = [:]
  /// Given names so placed that no table knows: whoever else is called so is another.
  private(set) var unsure: Set<Int> = []

  /// Reads the names of people, `people` in order of the text.
  init(_ people: [Int], _ mentions: [NamedMention], _ sentences: [Sentence]) {
    var families: Set<String> = []
    for i in people where mentions[i].form.parts.count > 1 {
      if let name = PersonName(mentions[i].form), !name.isBare { families.insert(name.family) }
    }
    var next: Int?
    var shares: [Int: Int] = [:]
    for i in people.reversed() {
      defer { next = i }
      guard let j = next, mentions[j].sentence == mentions[i].sentence,
        mentions[i].form.parts.count == 1, let name = PersonName(mentions[i].form)
      else { continue }
      let tokens = sentences[mentions[i].sentence].tokens
      let end = mentions[i].words.upperBound
      let between = tokens[end..<max(end, mentions[j].words.lowerBound)].map(\.form)
      let isFull =
        PersonName(mentions[j].form).map { !$0.isBare && $0.plainGiven.count == 1 } ?? false
      if isFull, ["and", "&"].contains(between.last), between.count == 1 || between == [",", "and"]
      {
        shares[i] = j
      } else if between == [","] {
        shares[i] = shares[j]
      }
      guard let full = shares[i] else { continue }
      let before = mentions[i].words.lowerBound - 1
      let isTitled = before >= 0 && Titles.isTitle(tokens[before].form)
      guard !isTitled, !families.contains(name.family) else {
        shares[i] = nil
        continue
      }
      if Gender(givenName: name.family) != nil || Nicknames.contains(name.family) {
        relative[i] = full
      } else {
        unsure.insert(i)
      }
    }
  }
}
