import RelataCore

/// What the text or a given name says of somebody's sex, where it is nearly certain.
///
/// Used to keep "she" from a man and "he" from a woman, never to choose.
enum Gender {
  case female, male

  /// By the titles before a person's name ("Mrs.", "King"), else by the given name of a full name.
  static func of(_ mentions: [(mention: Mention, sentence: Sentence)]) -> Gender? {
    var named: Gender?
    for (mention, sentence) in mentions {
      let tokens = sentence.tokens
      let before = mention.tokens.lowerBound - 1
      if before >= 0, let titled = titles[tokens[before].form.lowercased()] { return titled }
      if named == nil, mention.tokens.count > 1 {
        named = givenNames[tokens[mention.tokens.lowerBound].form.lowercased()]
      }
    }
    return named
  }

  /// Of a pronoun, or of a description's noun ("spokeswoman").
  static func of(_ candidate: MentionCandidate, in sentence: Sentence) -> Gender? {
    switch candidate.reference {
    case .he: return .male
    case .she: return .female
    default:
      return candidate.isDescription
        ? nouns[sentence.tokens[candidate.head].lemma.lowercased()] : nil
    }
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

  /// Given names that one sex bears at least twenty times as often.
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
