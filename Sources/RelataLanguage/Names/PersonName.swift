/// A person's name in parts: given names, particles and family name, generation.
package struct PersonName: Hashable {
  /// All parts but the generation, folded, in the order written; never empty.
  package let parts: [String]
  /// "jr", "sr", "ii" …, if written.
  package let generation: String?
  /// The last part.
  package var family: String { parts[parts.count - 1] }
  /// All parts but the last.
  package var given: ArraySlice<String> { parts.dropLast() }
  /// Given names without particles: "paul" of "Paul van Kern".
  package var plainGiven: [String] { given.filter { !particles.contains($0) } }
  /// The first given name that is no particle; nil for a name without one.
  package var firstGiven: String? { given.first { !particles.contains($0) } }
  /// Parts without leading particles: "al-Hakim" has one.
  package let core: [String]
  /// Parts that are particles in this name.
  private let particles: Set<String>

  /// What stands between quotation marks within the name, folded: "nan" in `Anna "Nan" Kern`.
  package let nickname: [String]

  /// Nil for a name without letters.
  package init?(_ form: NameForm) {
    let (plain, nickname) = Self.withoutNickname(form.text)
    var parts = (nickname.isEmpty ? form.parts : NameForm(plain).parts).map(TextFolding.folded)
    let generation = Self.generation(endingIn: &parts)
    guard !parts.isEmpty else { return nil }
    self.init(parts: parts, generation: generation, nickname: nickname, text: plain)
  }

  /// The full name of somebody named by given name beside a relative: "Omar and Lena Duarte".
  package init(given: PersonName, familyOf relative: PersonName) {
    let particle = Array(
      relative.given.reversed().prefix { relative.particles.contains($0) }.reversed())
    self.init(
      parts: given.parts + particle + [relative.family], generation: nil, nickname: [],
      text: (given.parts + particle + [relative.family]).joined(separator: " "))
  }

  private init(parts: [String], generation: String?, nickname: [String], text: String) {
    self.parts = parts
    self.generation = generation
    self.nickname = nickname
    particles = Self.particles(among: parts, of: text)
    var core = parts[...]
    while core.count > 1, let first = core.first, particles.contains(first) {
      core.removeFirst()
    }
    self.core = Array(core)
  }

  /// Takes "Jr.", "III" or "the Elder" off the end; different writings of one give the same.
  private static func generation(endingIn parts: inout [String]) -> String? {
    guard parts.count > 1, let last = parts.last else { return nil }
    if parts.count > 2, ["elder", "younger"].contains(last), parts[parts.count - 2] == "the" {
      parts.removeLast(2)
      return last == "elder" ? "sr" : "jr"
    }
    let written = ["junior": "jr", "senior": "sr"][last] ?? last
    guard NameParts.generations.contains(written) else { return nil }
    parts.removeLast()
    return written
  }

  /// The name without what stands between quotation marks or brackets inside it, and that.
  private static func withoutNickname(_ text: String) -> (plain: String, nickname: [String]) {
    for (open, close) in [
      ("\"", "\""), ("“", "”"), ("‘", "’"), ("'", "'"), ("``", "''"), ("(", ")"),
    ] {
      guard let start = text.range(of: " " + open),
        let end = text.range(of: close, range: start.upperBound..<text.endIndex),
        end.upperBound < text.endIndex, text[end.upperBound...].first == " "
      else { continue }
      let inside = NameForm(String(text[start.upperBound..<end.lowerBound])).parts
      let plain = text[..<start.lowerBound] + text[end.upperBound...]
      if !inside.isEmpty { return (String(plain), inside.map(TextFolding.folded)) }
    }
    return (text, [])
  }

  private static func particles(among parts: [String], of text: String) -> Set<String> {
    Set(
      parts.filter { part in
        NameParts.particles.contains(part)
          // "ash-Sharif", but Ash Carter.
          || NameParts.joinedParticles.contains(part)
            && text.lowercased().split(whereSeparator: \.isWhitespace).contains {
              $0.unicodeScalars.starts(with: part.unicodeScalars)
                && $0.unicodeScalars.dropFirst(part.unicodeScalars.count).first
                  .map(ScalarClass.isDash) == true
            }
      })
  }

  /// Whether it can stand for different people: a family name or a given name alone.
  package var isBare: Bool { core.count == 1 }

  /// Whether two full names can be the same person's: same family name, given names that agree or
  /// lack only initials, the same generation: George Hale is not George Hale Jr.
  package func agrees(with other: PersonName) -> Bool {
    guard generation == other.generation else { return false }
    guard family == other.family else {
      // "Abdul Aziz al-Hakim" and "Abdul Aziz Hakim" differ by the particle only.
      return false
    }
    let (a, b) = (plainGiven, other.plainGiven)
    guard let firstA = a.first, let firstB = b.first, Self.same(firstA, firstB) else {
      return false
    }
    let (short, long) = a.count <= b.count ? (a[...], b[...]) : (b[...], a[...])
    return Self.lacksOnlyInitials(short.dropFirst(), long.dropFirst())
  }

  /// Equal, or one the initial of the other.
  private static func same(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard a.unicodeScalars.count == 1 || b.unicodeScalars.count == 1 else { return false }
    return a.unicodeScalars.first == b.unicodeScalars.first
  }

  private static func lacksOnlyInitials(_ short: ArraySlice<String>, _ long: ArraySlice<String>)
    -> Bool
  {
    guard let next = long.first else { return short.isEmpty }
    if let mine = short.first, same(mine, next) {
      return lacksOnlyInitials(short.dropFirst(), long.dropFirst())
    }
    return next.unicodeScalars.count <= 2 && lacksOnlyInitials(short, long.dropFirst())
  }

  /// Whether one of two names of the same family and first given name has a middle name that the other lacks
  /// altogether: "Sergei Ivanovich Morozov" and "Sergei Morozov".
  package func differsByMiddleNames(from other: PersonName) -> Bool {
    guard generation == other.generation, family == other.family else { return false }
    let (a, b) = (plainGiven, other.plainGiven)
    return min(a.count, b.count) == 1 && a.first == b.first
  }

  /// Whether this name begins a fuller one: "Porfirio Lopes" of "Porfirio Lopes Silva".
  package func isBeginning(of full: PersonName) -> Bool {
    parts.count > 1 && parts.count < full.parts.count
      && full.parts.starts(with: parts) && (generation == nil || generation == full.generation)
  }

  /// Whether this name is the end of a fuller one: "al-Hakim" or "Shah Massoud" of "Ahmad Shah Massoud".
  package func isTail(of full: PersonName) -> Bool {
    // "Hale Jr." is no Hale without it.
    guard generation == nil || generation == full.generation else { return false }
    return core.count < full.core.count && Array(full.parts.suffix(core.count)) == core
  }

  /// Whether this is the first part of a fuller name: "Saddam" of "Saddam Hussein".
  package func isGivenName(of full: PersonName) -> Bool {
    core.count == 1 && parts.count == 1 && full.parts.count > 1 && full.parts[0] == parts[0]
      && (generation == nil || generation == full.generation)
  }

  /// Whether a quoted name within a fuller one is this one, alone or before the family name.
  package func isNickname(of full: PersonName) -> Bool {
    !full.nickname.isEmpty && (parts == full.nickname || parts == full.nickname + [full.family])
  }
}
