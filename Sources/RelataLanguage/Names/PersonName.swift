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
  /// The first given name that is no particle; nil for a name without one.
  package var firstGiven: String? { given.first { !particles.contains($0) } }
  /// Parts without leading particles: "al-Hakim" has one.
  package let core: [String]
  /// Parts that are particles in this name.
  private let particles: Set<String>

  /// Nil for a name without letters.
  package init?(_ form: NameForm) {
    var parts = form.parts
    var generation: String?
    if parts.count > 1, let last = parts.last, NameParts.generations.contains(last) {
      generation = last
      parts.removeLast()
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
    self.generation = generation
    particles = Self.particles(among: parts, of: form.text)
    var core = parts[...]
    while core.count > 1, let first = core.first, particles.contains(first) {
      core.removeFirst()
    }
    self.core = Array(core)
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
  /// lack only initials, no different generation.
  package func agrees(with other: PersonName) -> Bool {
    if let a = generation, let b = other.generation, a != b { return false }
    guard family == other.family else {
      // "Abdul Aziz al-Hakim" and "Abdul Aziz Hakim" differ by the particle only.
      return false
    }
    let a = given.filter { !particles.contains($0) }
    let b = other.given.filter { !other.particles.contains($0) }
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

  /// Whether this name is the end of a fuller one: "al-Hakim" or "Shah Massoud" of "Ahmad Shah Massoud".
  package func isTail(of full: PersonName) -> Bool {
    core.count < full.core.count && Array(full.parts.suffix(core.count)) == core
  }

  /// Whether this is the first part of a fuller name: "Saddam" of "Saddam Hussein".
  package func isGivenName(of full: PersonName) -> Bool {
    core.count == 1 && parts.count == 1 && full.parts.count > 1 && full.parts[0] == parts[0]
  }
}
