/// The facts that two documents state of their bearers, held against each other.
struct PairedFacts {
  private let a: BearerProfile.Facts
  private let b: BearerProfile.Facts

  init(_ a: BearerProfile.Facts, _ b: BearerProfile.Facts) { (self.a, self.b) = (a, b) }

  /// Whether a relative of the same name exists and nothing tells which of them is meant.
  func needsMore(context: Double) -> Bool {
    if a.hasNamesake && b.hasNamesake && context >= 8 { return false }
    return (a.hasNamesake || b.hasNamesake || areFarApart && context < 8) && !agreesInAge
  }

  /// Whether a quarter of a century lies between what the two are told to have done.
  private var areFarApart: Bool {
    guard let mine = (a.firstActive, a.lastActive) as? (Int, Int),
      let theirs = (b.firstActive, b.lastActive) as? (Int, Int)
    else { return false }
    return max(mine.0, theirs.0) - min(mine.1, theirs.1) >= 25
  }

  /// What agreeing facts give.
  var support: Double {
    var support = 0.0
    if agreesInAge { support += 2 }
    if let mine = a.registration, mine == b.registration { support += 8 }
    if let mine = a.founded, mine == b.founded { support += 2 }
    if let mine = a.legalForm, mine == b.legalForm { support += 0.5 }
    if let mine = a.seat, mine == b.seat { support += 1 }
    return support
  }

  /// What cannot be true of one; where the documents share as much as `context`, a seat was told wrongly or moved.
  func conflicts(context: Double) -> [BearerComparison.Conflict] {
    var conflicts: [BearerComparison.Conflict] = []
    if let mine = a.sex, let theirs = b.sex, mine != theirs { conflicts.append(.sex) }
    if differInAge { conflicts.append(.age) }
    for (one, other) in [(a, b), (b, a)] {
      if let born = other.born, let active = one.firstActive, active < born + 14 {
        conflicts.append(.birth)
      }
      if let died = one.died, !other.isDead, let active = other.lastActive, active > died + 1 {
        conflicts.append(.death)
      }
    }
    if let mine = a.legalForm, let theirs = b.legalForm, mine != theirs {
      conflicts.append(.legalForms(min(mine, theirs), max(mine, theirs)))
    }
    if let mine = a.registration, let theirs = b.registration, mine != theirs {
      conflicts.append(.registration)
    }
    if let mine = a.founded, let theirs = b.founded, abs(mine - theirs) > 2 {
      conflicts.append(.founding)
    }
    if let mine = a.seat, let theirs = b.seat, mine != theirs, context < 8 {
      conflicts.append(.seats(min(mine, theirs), max(mine, theirs)))
    }
    return conflicts
  }

  // MARK: - Age

  /// Years of birth, as far as they are known, with how far they may be off.
  private static func birth(_ facts: BearerProfile.Facts) -> Int? {
    if let born = facts.born { return born }
    guard let age = facts.age, let year = facts.ageYear else { return nil }
    return year - age
  }

  private var agreesInAge: Bool {
    if let mine = Self.birth(a), let theirs = Self.birth(b) { return abs(mine - theirs) <= 1 }
    guard let mine = a.age, let theirs = b.age else { return false }
    return abs(mine - theirs) <= 1
  }

  private var differInAge: Bool {
    if let mine = Self.birth(a), let theirs = Self.birth(b) { return abs(mine - theirs) > 2 }
    // Without dates, the documents may lie years apart.
    guard let mine = a.age, let theirs = b.age else { return false }
    return abs(mine - theirs) > 15
  }
}
