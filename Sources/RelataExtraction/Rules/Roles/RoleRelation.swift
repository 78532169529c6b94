import RelataCore
import RelataLanguage

/// Which relation a role noun says, where that depends on what stands around it.
///
/// "Ukrainian opposition leader" is a Ukrainian, not the leader of Ukraine; a minister serves the state and
/// leads the ministry; a head of security serves the firm.
struct RoleRelation {
  let noun: RoleNoun
  private var tree: SentenceTree { noun.tree }
  private var context: SentenceContext { noun.context }

  init(noun: RoleNoun) { self.noun = noun }

  func relation(_ frame: NounFrame, of other: Argument) -> RelationID {
    if isKinThroughKin(frame) { return "relative_of" }
    let cues = context.lexicon.cues
    let lemma = tree.lemma(noun.index)
    let inner = noun.innerModifiers.map { tree.lemma($0) }
    let isSubordinate = inner.contains(where: cues.subordinate.contains)
    if frame.isOfPart, isOrgan(other), !isSubordinate { return "leads" }
    if lemma == "counterpart" { return counterpart() }
    if frame.relation == "employed_by" || frame.relation == "advises", other.type == .location,
      cues.personNouns.contains(lemma)
    {
      return isNational(other) ? "citizen_of" : "based_in"
    }
    guard frame.relation == "leads" else { return frame.relation }
    if frame.isLocal, other.type == .location, isNational(other) { return "citizen_of" }
    if isSubordinate || headsPart(of: other) { return "employed_by" }
    // "sales director", "Asia director", "trade chief": heads of a part serve the whole.
    if other.type == .organization, ["director", "chief", "commissioner"].contains(lemma),
      namesPart()
    {
      return "employed_by"
    }
    guard other.type == .location else { return frame.relation }
    if inner.contains(where: cues.factions.contains) { return "citizen_of" }
    // A country's "intelligence chief" serves it; its "chief executive" may lead it.
    let isHeadOfPart =
      ["chief", "head", "boss"].contains(lemma)
      && tree.children(noun.index, "compound").contains {
        context.mention(at: $0) == nil && tree.token($0).upos == .noun
      }
    return isHeadOfPart ? "employed_by" : frame.relation
  }

  /// "Dorn's son's wife", "the uncle of his wife": kin through somebody who is kin.
  func isKinThroughKin(_ frame: NounFrame) -> Bool {
    guard context.schema[frame.relation]?.family == .kin else { return false }
    return !kinBetween.isEmpty
  }

  /// Kin without a name who own the role, and have owners themselves: "son" in "Dorn's son's wife", "sister" in "the
  /// husband of the sister of Dorn".
  var kinBetween: [Int] {
    tree.children(noun.index, "nmod:poss", "nmod").filter { owner in
      (tree.deprel(owner) == "nmod:poss" || tree.preposition(owner) == "of")
        && context.mention(at: owner) == nil && !Self.owners(of: owner, in: tree).isEmpty
        && (context.lexicon.roles(at: owner, in: tree) ?? []).contains {
          context.schema[$0.relation]?.family == .kin
        }
    }
  }

  /// Whose kin somebody is: "Dorn's", "of Dorn".
  static func owners(of kin: Int, in tree: SentenceTree) -> [Int] {
    tree.children(kin, "nmod:poss", "nmod").filter {
      tree.deprel($0) == "nmod:poss" || tree.preposition($0) == "of"
    }
  }

  private func isNational(_ state: Argument) -> Bool {
    context.isNationality(state.token, state.span)
  }

  /// "the Interior Ministry": a part of a state that has a head of its own.
  private func isOrgan(_ party: Argument) -> Bool {
    guard party.type == .organization, party.reference == .name else { return false }
    let organs = context.lexicon.cues.stateOrgans
    return context.words(party.span).lowercased().split(separator: " ").contains {
      organs.contains(String($0))
    }
  }

  /// "Portugal's foreign minister met her Kenyan counterpart": who holds the same office elsewhere.
  private func counterpart() -> RelationID {
    for i in (0..<noun.index).reversed() {
      guard let frame = context.lexicon.roles(at: i, in: tree)?.first(where: { $0.isOffice })
      else { continue }
      return context.lexicon.isSubordinate(i, in: tree) ? "employed_by" : frame.relation
    }
    return "leads"
  }

  /// Nouns of what is the whole itself: "head of state", "head of the group".
  private static let wholes: Set<String> = [
    "state", "government", "board", "party", "company", "group", "firm", "organization",
    "organisation", "country", "movement", "body",
  ]

  /// "Karst Bank's head of security", "chief of staff": who heads what is no name serves the whole.
  private func headsPart(of whole: Argument) -> Bool {
    guard ["chief", "head", "boss", "director"].contains(tree.lemma(noun.index)) else {
      return false
    }
    return tree.children(noun.index, "nmod").contains { part in
      tree.deprel(part) == "nmod" && ["of", "for"].contains(tree.preposition(part))
        && tree.token(part).upos == .noun && part != whole.token
        && context.mention(at: part) == nil && context.references[part] == nil
        && !Self.wholes.contains(tree.lemma(part))
    }
  }

  /// Words before a head that do not name a part: "party chief", "managing director".
  private static let noParts: Set<String> = [
    "party", "company", "group", "bank", "board", "co", "police", "army", "union", "chief",
    "managing", "executive", "general", "founding",
  ]

  private func namesPart() -> Bool {
    tree.children(noun.index, "compound", "amod").contains { child in
      if let mention = context.mention(at: child) { return mention.type == .location }
      if tree.lemma(child) == "regional" { return true }
      return tree.relation(child) == "compound" && tree.token(child).upos == .noun
        && !Self.noParts.contains(tree.lemma(child))
    }
  }
}
