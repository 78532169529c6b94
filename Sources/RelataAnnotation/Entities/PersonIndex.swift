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
  private var byBeginning: [[String]: [Int]] = [:]
  private var byNickname: [[String]: [Int]] = [:]

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

  /// Takes a person's final name, for the questions below; people in ascending order, names in any.
  mutating func addParts(_ person: Int, _ name: PersonName) {
    for count in 1..<max(1, min(name.core.count, Self.longestTail)) {
      Self.append(person, to: &byTail[Array(name.parts.suffix(count)), default: []])
    }
    for count in 1..<max(1, min(name.parts.count, Self.longestTail)) {
      Self.append(person, to: &byBeginning[Array(name.parts.prefix(count)), default: []])
    }
    if !name.nickname.isEmpty {
      Self.append(person, to: &byNickname[name.nickname, default: []])
      Self.append(person, to: &byNickname[name.nickname + [name.family], default: []])
    }
  }

  /// People whose fuller name ends so: "Massoud" of "Ahmad Shah Massoud".
  func people(endingWith name: PersonName) -> [Int] { byTail[name.core] ?? [] }

  /// People whose fuller name begins so: "Saddam" of "Saddam Hussein".
  func people(beginningWith name: PersonName) -> [Int] { byBeginning[name.parts] ?? [] }

  /// People with a quoted name of these words: "Nan" of `Anna "Nan" Kern`.
  func people(nicknamed name: PersonName) -> [Int] { byNickname[name.parts] ?? [] }

  /// The first given name and its first letter; nil for a name without one.
  private static func given(_ name: PersonName) -> (given: String, initial: String)? {
    guard let given = name.firstGiven, let letter = given.unicodeScalars.first else { return nil }
    return (given, String(letter))
  }

  private static func append(_ person: Int, to people: inout [Int]) {
    if people.last != person, !people.contains(person) { people.append(person) }
  }
}
