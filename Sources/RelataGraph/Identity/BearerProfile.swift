import RelataCore
import RelataLanguage

/// What one document says of the bearer of a name, as far as it helps to tell whether another document means the same
/// one.
///
/// Made from what an extraction holds, so that a graph built from texts and one built from their extractions decide
/// alike.
package struct BearerProfile: Hashable, Sendable {
  /// What cannot be otherwise of the same bearer.
  package struct Facts: Hashable, Sendable, Codable {
    /// Of a person, as pronouns, titles and nouns for people say; nil where they say nothing or contradict each other.
    package var sex: Sex?
    /// Age in years as stated, and the year in which it was stated, where that is known.
    package var age: Int?
    package var ageYear: Int?
    /// Year of birth as stated.
    package var born: Int?
    /// Whether the document says that the bearer is dead, and the year if it says so.
    package var isDead = false
    package var died: Int?
    /// The first and the last year in which the document says the bearer did something.
    package var firstActive: Int?
    package var lastActive: Int?
    /// Whether a relative bears the same name, as the document says.
    package var hasNamesake = false
    /// The legal form written with the name, folded, and the country of the seat or of registration.
    package var legalForm: String?
    package var seat: String?
    /// The year in which a firm was founded or incorporated, and its number in a register.
    package var founded: Int?
    package var registration: String?
    /// Other names that the document gives for the same bearer, as forms of keys; sorted.
    package var otherNames: [String] = []
    /// The names that a marriage which the document tells of may have given the bearer, as forms of keys; sorted, nil
    /// for none.
    package var marriedNames: [String]?

    package init() {}
  }

  package enum Sex: String, Sendable, Codable { case female, male }

  /// What stands near the name.
  package struct Context: Hashable, Sendable, Codable {
    /// Who and what is named near, as texts of keys; sorted.
    package var names: [String] = []
    /// Roles that the document gives, folded; sorted.
    package var roles: [String] = []
    /// Those of the names that the document ties to the bearer by a relation; sorted.
    package var ties: [String] = []
    /// Stems of the words near that are rare, numbers as they are written after a "#"; sorted.
    package var words: [String] = []

    package init() {}

    /// Reads what a graph file keeps; one of before roles were kept has none.
    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      names = try container.decode([String].self, forKey: .names)
      roles = try container.decodeIfPresent([String].self, forKey: .roles) ?? []
      ties = try container.decode([String].self, forKey: .ties)
      words = try container.decode([String].self, forKey: .words)
    }
  }

  package var facts = Facts()
  package var context = Context()

  package init() {}

  package init(facts: Facts, context: Context) { (self.facts, self.context) = (facts, context) }
}
