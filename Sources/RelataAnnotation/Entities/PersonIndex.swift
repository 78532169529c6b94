import RelataLanguage

/// Where to look for the person whom a name means, so that not every name is compared with every other.
///
/// People are numbers in the order they were added. Every answer holds all that fit and some that do not,
/// ascending, without repeats: the caller compares the names.
struct PersonIndex {
  private struct GivenName: Hashable {
    var family: String
    var given: String
  }

  private var byGiven: [GivenName: [Int]] = [:]
  /// By the first letter of the given name.
  private var byInitial: [GivenName: [Int]] = [:]
  private var byTail: [[String]: [Int]] = [:]
  private var byFirst: [String: [Int]] = [:]

  /// A bare name of more words is no end of a fuller one.
  private static let longestTail = 12

  /// Adds a full name of a person, who may have others.
  mutating func add(_ person: Int, _ name: PersonName) {
    guard let (given, initial) = Self.given(name) else { return }
    Self.append(person, to: &byGiven[GivenName(family: name.family, given: given), default: []])
    Self.append(person, to: &byInitial[GivenName(family: name.family, given: initial), default: []])
  }

  /// People of the same family name whose given name is the same, or an initial of it.
  func people(agreeingWith name: PersonName) -> [Int] {
    guard let (given, initial) = Self.given(name) else { return [] }
    if given == initial {
      return byInitial[GivenName(family: name.family, given: initial)] ?? []
    }
    let same = byGiven[GivenName(family: name.family, given: given)] ?? []
    let initials = byGiven[GivenName(family: name.family, given: initial)] ?? []
    return Set(same + initials).sorted()
  }

  /// Takes the final names of all people, by their numbers, for the questions below.
  mutating func addTails(_ names: [PersonName]) {
    for (person, name) in names.enumerated() {
      for count in 1..<max(1, min(name.core.count, Self.longestTail)) {
        byTail[Array(name.parts.suffix(count)), default: []].append(person)
      }
      if name.parts.count > 1 { byFirst[name.parts[0], default: []].append(person) }
    }
  }

  /// People whose fuller name ends so: "Massoud" of "Ahmad Shah Massoud".
  func people(endingWith name: PersonName) -> [Int] { byTail[name.core] ?? [] }

  /// People whose first name it is: "Saddam" of "Saddam Hussein".
  func people(called name: PersonName) -> [Int] { byFirst[name.parts[0]] ?? [] }

  /// The first given name and its first letter; nil for a name without one.
  private static func given(_ name: PersonName) -> (given: String, initial: String)? {
    guard let given = name.firstGiven, let letter = given.unicodeScalars.first else { return nil }
    return (given, String(letter))
  }

  private static func append(_ person: Int, to people: inout [Int]) {
    if people.last != person, !people.contains(person) { people.append(person) }
  }
}
