import RelataGraph

/// Tells in words whether two entities may be one.
enum IdentityLines {
  static func lines(_ reasons: IdentityReasons, _ a: Entity, _ b: Entity) -> [String] {
    var lines = ["\(shown(a)) and \(shown(b)): \(verdict(reasons))"]
    lines.append("  names: \(names(reasons.names))")
    for conflict in reasons.conflicts { lines.append("  against: \(words(conflict))") }
    if !reasons.sharedNames.isEmpty {
      lines.append("  both near: " + list(reasons.sharedNames))
    }
    if !reasons.sharedWords.isEmpty {
      lines.append("  words of both: " + list(reasons.sharedWords))
    }
    if reasons.sharedNames.isEmpty, reasons.sharedWords.isEmpty {
      lines.append("  their documents share no name and no rare word near them")
    }
    return lines
  }

  /// "maybe the same: Daniel Okafor (person, 1 document): e-…".
  static func possible(_ entities: [Entity]) -> String {
    let shown = entities.prefix(5).map { "\(self.shown($0)): \($0.id)" }.joined(separator: "; ")
    return shown + (entities.count > 5 ? "; and \(entities.count - 5) more" : "")
  }

  private static func shown(_ entity: Entity) -> String {
    let documents = Count.of(entity.documents.count, "document")
    return
      "\(TextWidth.printable(entity.name)) (\(entity.type.rawValue.lowercased()), \(documents))"
  }

  private static func list(_ words: [String]) -> String {
    words.prefix(8).map(TextWidth.printable).joined(separator: ", ")
      + (words.count > 8 ? ", and \(words.count - 8) more" : "")
  }

  private static func verdict(_ reasons: IdentityReasons) -> String {
    switch reasons.verdict {
    case .same: "kept apart, though much speaks for one: other documents speak against it"
    case .unsure: "maybe the same"
    case .different: "two"
    }
  }

  private static func names(_ names: IdentityReasons.Names) -> String {
    switch names {
    case .same: "the same"
    case .variant: "another spelling, order or short form"
    case .weak: "initials or a name more lie between them"
    case .faint: "alike, but no spelling of each other"
    case .partial: "only a part agrees, which others may bear too"
    case .different: "different"
    }
  }

  private static func words(_ conflict: IdentityReasons.Conflict) -> String {
    switch conflict {
    case .sameDocument: "a document names both"
    case .decided: "somebody decided that they are two ('relata decisions')"
    case .sex: "the documents call one he and the other she"
    case .age: "their ages do not fit"
    case .birth: "one did things before the other could have"
    case .death: "one died before the other did something"
    case .legalForm: "their legal forms differ"
    case .seat: "they have their seats in two countries"
    case .registration: "they have two numbers in the register"
    case .founding: "they were founded in different years"
    }
  }
}
