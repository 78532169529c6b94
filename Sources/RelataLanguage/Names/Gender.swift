/// What the text or a given name says of somebody's sex, where it is nearly certain.
///
/// Used to keep "she" from a man and "he" from a woman, never to choose.
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

  /// Of a given name that one sex bears at least twenty times as often.
  package init?(givenName: String) {
    guard let found = Self.givenNames[givenName.lowercased()] else { return nil }
    self = found
  }

  private static let titles = table(
    female:
      "mrs. mrs ms. ms miss lady dame queen princess baroness chairwoman spokeswoman congresswoman councilwoman sister",
    male:
      "mr. mr sir lord king prince baron chairman spokesman congressman councilman father pope sheikh mullah"
  )

  private static let nouns = table(
    female:
      "woman wife mother daughter sister girl widow actress queen princess grandmother aunt niece spokeswoman chairwoman congresswoman businesswoman",
    male:
      "man husband father son brother boy widower actor king prince grandfather uncle nephew spokesman congressman businessman"
  )

  private static func table(female: String, male: String) -> [String: Gender] {
    var table: [String: Gender] = [:]
    for word in female.split(separator: " ") { table[String(word)] = .female }
    for word in male.split(separator: " ") { table[String(word)] = .male }
    return table
  }

  private static let givenNames: [String: Gender] = {
    var table: [String: Gender] = [:]
    for line in String(decoding: PackageResources.given_names_tsv, as: UTF8.self).split(
      separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      if fields.count == 2 { table[String(fields[0])] = fields[1] == "F" ? .female : .male }
    }
    return table
  }()
}
