/// What the text or a given name says of somebody's sex, where it is nearly certain.
///
/// Used to keep "she" from a man and "he" from a woman, and to choose only between two who are as much in view.
package enum Gender: Sendable {
  case female, male

  /// Of whoever bears a title ("Mrs.", "King"), nil where both do.
  package init?(title: String) {
    guard let found = Self.titles[title.lowercased()] else { return nil }
    self = found
  }

  /// Of a description's noun ("spokeswoman"), nil where it fits both.
  package init?(noun: String) {
    guard let found = Self.nouns[noun.lowercased()] else { return nil }
    self = found
  }

  /// Of a third-person pronoun: "she", "his".
  package init?(pronoun: String) {
    switch pronoun.lowercased() {
    case "he", "him", "his", "himself": self = .male
    case "she", "her", "hers", "herself": self = .female
    default: return nil
    }
  }

  /// Of a given name that one sex bears at least twenty times as often.
  package init?(givenName: String) {
    guard let found = Self.givenNames[givenName.lowercased()] else { return nil }
    self = found
  }

  private static let titles = table(female: Titles.table[.female], male: Titles.table[.male])
  private static let nouns = table(
    female: PersonNouns.table[.female], male: PersonNouns.table[.male])

  private static func table(female: Set<String>, male: Set<String>) -> [String: Gender] {
    Dictionary(
      female.map { ($0, Gender.female) } + male.map { ($0, Gender.male) },
      uniquingKeysWith: { first, _ in first })
  }

  private static let givenNames: [String: Gender] = {
    var table: [String: Gender] = [:]
    for row in TableRows(LargeTables.givenNames) where row.count == 2 {
      table[String(row[0])] = row[1] == "F" ? .female : .male
    }
    return table
  }()
}
