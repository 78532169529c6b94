import RelataCore
import RelataLanguage

/// The other party of a role: whose leader, of what, for whom.
struct RoleParties {
  let noun: RoleNoun
  let bearers: Bearers
  private var tree: SentenceTree { noun.tree }
  private var finder: ArgumentFinder { noun.finder }

  init(noun: RoleNoun, bearers: Bearers) {
    self.noun = noun
    self.bearers = bearers
  }

  /// The parties with the prepositions that join them.
  func parties(of frame: NounFrame) -> (arguments: [Argument], cases: [Int]) {
    let i = noun.index
    let bearerTokens = Set(bearers.arguments.map(\.token))
    var found: [Argument] = []
    var cases: [Int] = []
    // "son of the late leader …": what follows the preposition belongs to the noun, however parsed.
    var phrases = tree.children(i, "nmod")
    if i + 1 < tree.count, tree.deprel(i + 1) == "case", let phrase = tree.head(i + 1), phrase > i,
      !phrases.contains(phrase), tree.preposition(phrase) == tree.form(i + 1).lowercased(),
      frame.prepositions.contains(tree.preposition(phrase))
    {
      let parties = finder.single(phrase)
      if !parties.isEmpty { return (parties, [i + 1]) }
    }
    phrases = phrases.filter { !bearerTokens.contains($0) }
    let kinBetween = RoleRelation(noun: noun).kinBetween
    for child in phrases where !frame.onlyModifier {
      if tree.deprel(child) == "nmod:poss" {
        found += isOtherKin(child) ? owners(ofKin: child, frame) : finder.arguments(child)
      } else if tree.deprel(child) == "nmod", frame.prepositions.contains(tree.preposition(child)) {
        if kinBetween.contains(child) {
          found += owners(ofKin: child, frame)
          continue
        }
        // "its agent in Spain", "a diplomat in Brussels": where somebody works is not for whom.
        let isAbroad = frame.relation == "employed_by" && tree.preposition(child) == "in"
        let parties = finder.arguments(child).filter { !isAbroad || $0.type != .location }
        found += parties
        // "president of Peru in 2005": only what joins a party says so.
        if !parties.isEmpty { cases += tree.children(child, "case") }
      }
    }
    if found.isEmpty, frame.namesPerson, !frame.allowsModifier {
      found = modifiers(of: frame).filter { $0.type == .person }
    } else if found.isEmpty, frame.allowsModifier {
      found = modifiers(of: frame).filter {
        !frame.onlyModifier || tree.deprel($0.token) != "nmod:poss"
      }
    } else if found.isEmpty, let titled = bearers.titled {
      // "Iran's Foreign Minister Mottaki": the genitive may hang on the name.
      found = tree.children(titled, "nmod:poss").flatMap { finder.arguments($0) }
    }
    return (found.isEmpty ? givers(of: frame) : found, cases)
  }

  /// "The Alpine Club elected him president": who gives an office and names no other body gives its own.
  private func givers(of frame: NounFrame) -> [Argument] {
    guard let verb = bearers.anchor, tree.token(verb).upos == .verb,
      RoleGiving.offices.contains(tree.lemma(verb)), frame.prepositions.contains("of"),
      noun.context.schema[frame.relation]?.isRole == true
    else { return [] }
    return noun.context.predication(of: verb).agents.flatMap { finder.arguments($0) }
      .filter { $0.type == .organization && $0.reference != .agent }
  }

  /// "Dorn's son's wife": a role noun without a name of its own owns the role.
  private func isOtherKin(_ owner: Int) -> Bool {
    noun.context.mention(at: owner) == nil && tree.token(owner).upos == .noun
      && noun.context.lexicon.roles(at: owner, in: tree) != nil
      && !tree.children(owner, "nmod:poss").isEmpty
  }

  /// Kin of kin are kin; the wife of a lawyer is nobody's.
  private func owners(ofKin owner: Int, _ frame: NounFrame) -> [Argument] {
    RoleRelation(noun: noun).isKinThroughKin(frame)
      ? RoleRelation.owners(of: owner, in: tree).flatMap { finder.arguments($0) } : []
  }

  /// "Taliban leader", "Thai Prime Minister", "Iraq's president": the nearest modifier that is a body or state.
  private func modifiers(of frame: NounFrame) -> [Argument] {
    // "foreign ministry spokeswoman": the ministry is the party, and it has no name here.
    let inner = noun.innerModifiers
    let cues = noun.context.lexicon.cues
    if inner.contains(where: {
      cues.stateBodies.contains(tree.lemma($0)) || cues.companyNouns.contains(tree.lemma($0))
    }) {
      return []
    }
    for place in [noun.index] + inner + [bearers.titled].compactMap({ $0 }) {
      var found: [Argument] = []
      for child in tree.children(place, "nmod:poss", "amod", "compound", "nmod:desc")
      where !isSide(child) && (child < noun.index || tree.deprel(child) == "nmod:poss") {
        found += finder.arguments(child).filter {
          // "the Estonian subsidiary": where it is, not whose.
          if $0.type == .location, frame.relation == "owns" { return false }
          return $0.type != .person || tree.deprel(child) == "nmod:poss"
            || frame.namesPerson && tree.relation(child) == "compound" && child < noun.index
        }
      }
      if let nearest = found.last { return [nearest] }
    }
    return bearers.titled == nil ? [] : before()
  }

  /// "anti-Hamas fighter": who is for or against somebody is not theirs.
  private func isSide(_ name: Int) -> Bool {
    name > 1 && tree.form(name - 1) == "-"
      && ["anti", "pro"].contains(tree.form(name - 2).lowercased())
  }

  /// "acting president", not "accusations linking the president".
  private static let participles: Set<String> = [
    "acting", "outgoing", "incoming", "ruling", "sitting", "visiting", "founding", "managing",
    "reigning", "governing",
  ]

  /// Names in the unbroken run of words before a title: "Russian Foreign Minister", "Iraq's president".
  private func before() -> [Argument] {
    let context = noun.context
    // "Director - General" is one word.
    var i = noun.index >= 3 && tree.form(noun.index - 1) == "-" ? noun.index - 3 : noun.index - 1
    while i >= 0, noun.index - i < 6 {
      if let mention = context.mention(at: i) {
        guard mention.type != .person, let entity = mention.entity,
          let type = context.type(of: entity), mention.type != .date
        else { return [] }
        return [
          Argument(
            entity: entity, type: type, span: mention.span, token: i, reference: .name)
        ]
      }
      guard isPart(i), !isOtherParty(i) else { return [] }
      i -= 1
    }
    return []
  }

  private func isPart(_ i: Int) -> Bool {
    let token = tree.token(i)
    return token.upos == .adj || token.upos == .propn || token.upos == .noun || token.form == "'s"
      || token.form == "’s" || token.form == "-"
      || Self.participles.contains(token.form.lowercased())
      || (token.upos == .part && token.form == "'")
  }

  private func isOtherParty(_ i: Int) -> Bool {
    let lexicon = noun.context.lexicon
    return lexicon.cues.stateBodies.contains(tree.lemma(i)) || lexicon.nouns[tree.lemma(i)] != nil
  }
}
