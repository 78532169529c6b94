import RelataCore
import RelataLanguage

/// Nouns that give somebody a role or kinship: titles, appositions, copulas, genitives.
///
/// Positive: "Ali Nazary, a spokesman for Massoud", "Thai Prime Minister Surayud Chulanont",
/// "Massoud's uncle, Ahmad Wali", "Saleh is the leader of the party".
/// Negative: "The leader met a spokesman for the Taliban" names no bearer and yields nothing.
struct RoleNounRule: ExtractionRule {
  func candidates(in context: SentenceContext) -> [Candidate] {
    let tree = context.tree
    let finder = ArgumentFinder(context)
    var found: [Candidate] = []
    for i in tree.tokens.indices {
      guard let frames = frames(at: i, in: context) else { continue }
      found += together(i, in: context, finder: finder)
      let bearers = bearers(of: i, in: context, finder: finder)
      guard !bearers.arguments.isEmpty else { continue }
      for frame in frames {
        found += related(frame, noun: i, bearers: bearers, in: context, finder: finder)
      }
    }
    return found
  }

  private static let mutual: [String: RelationID] = [
    "brother": "sibling_of", "sister": "sibling_of", "sibling": "sibling_of", "twin": "sibling_of",
    "cousin": "relative_of",
  ]

  /// "the brothers Selim and Orhan Tekin": each other's.
  private func together(
    _ noun: Int, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    guard tree.token(noun).xpos == "NNS", let relation = Self.mutual[tree.lemma(noun)],
      tree.children(noun, "nmod:poss").isEmpty,
      let name = nameAfter(noun, in: context), name == noun + 1 || tree.describes(noun, name)
    else { return [] }
    let people = finder.arguments(name).filter { $0.type == .person && $0.reference == .name }
    return people.indices.flatMap { i in
      people[..<i].map { first in
        Candidate(
          subject: first, relation: relation, object: people[i],
          predicate: tree.form(noun).lowercased(),
          trigger: [noun], anchor: noun, isPresupposed: true, rule: "rule.title.v1")
      }
    }
  }

  /// Role nouns; inside a longer name ("Central Bank Governor Trust") the word is not a role.
  private func frames(at i: Int, in context: SentenceContext) -> [NounFrame]? {
    let token = context.tree.token(i)
    guard token.upos == .noun || token.upos == .propn else { return nil }
    if let mention = context.mention(at: i), mention.type != .person { return nil }
    return context.lexicon.roles(at: i, in: context.tree)
  }

  // MARK: The bearer

  private struct Bearers {
    var arguments: [Argument]
    /// Where the mood is read: the noun itself for a statement, else nothing (presupposed).
    var anchor: Int?
    /// A name the noun is a title of; its own modifiers may name the other party.
    var titled: Int?
    var isPast = false
  }

  private func bearers(
    of noun: Int, in context: SentenceContext, finder: ArgumentFinder
  ) -> Bearers {
    let tree = context.tree
    // "Mr. Bush is the leader": a statement with its own mood.
    if !tree.children(noun, "cop").isEmpty {
      let subjects = tree.children(noun, "nsubj").flatMap { finder.arguments($0) }
      // In reported speech a past form says nothing about now.
      let forms = tree.children(noun, "cop", "aux").map { tree.form($0).lowercased() }
      let isPast =
        tree.relation(noun) != "ccomp" && (forms.contains("was") || forms.contains("were"))
        || forms.contains("had") && forms.contains("been")
      if !subjects.isEmpty { return Bearers(arguments: subjects, anchor: noun, isPast: isPast) }
    }
    // "She is the daughter of a senator and the sister of the mayor."
    if tree.relation(noun) == "conj", tree.children(noun, "cop", "nsubj").isEmpty {
      var first = noun
      while tree.relation(first) == "conj", let head = tree.head(first) { first = head }
      if tree.token(first).upos == .noun, !tree.children(first, "cop").isEmpty,
        context.mention(at: first) == nil
      {
        let subjects = tree.children(first, "nsubj").flatMap { finder.arguments($0) }
        let isPast = tree.children(first, "cop").contains {
          ["was", "were"].contains(tree.form($0).lowercased())
        }
        if !subjects.isEmpty {
          return Bearers(
            arguments: subjects, anchor: first, isPast: isPast && tree.relation(first) != "ccomp")
        }
      }
    }
    // "The leader of the party is Saleh", not "is in Paris".
    if tree.relation(noun) == "nsubj", let name = tree.head(noun),
      !tree.children(name, "cop").isEmpty, tree.children(name, "case").isEmpty,
      context.mention(at: name) != nil
    {
      return Bearers(arguments: finder.arguments(name), anchor: name)
    }
    // "Its backers include UNICEF."
    if tree.relation(noun) == "nsubj", let verb = tree.head(noun), tree.lemma(verb) == "include" {
      let included = tree.children(verb, "obj").flatMap { finder.arguments($0) }
      if !included.isEmpty { return Bearers(arguments: included, anchor: verb) }
    }
    // "President Bashar al-Assad": a role right before a person's name is a title, however parsed.
    if let name = nameAfter(noun, in: context) {
      return Bearers(arguments: finder.single(name), titled: name)
    }
    // "Nazary, a spokesman …" and, through coordination, "and longtime intelligence chief".
    var top = noun
    while tree.relation(top) == "conj", let head = tree.head(top),
      tree.token(head).upos == .noun || tree.token(head).upos == .propn,
      context.mention(at: head) == nil
    {
      top = head
    }
    if let head = tree.head(top), !speaks(noun, in: context) {
      switch tree.deprel(top) {
      case "appos" where tree.children(top, "case").isEmpty:
        let named = finder.single(head).filter {
          $0.reference != .agent && $0.reference != .pronoun
        }
        if !named.isEmpty { return Bearers(arguments: named) }
      case "nmod:desc", "compound", "flat", "amod":
        if let mention = context.mention(at: head), mention.type == .person {
          return Bearers(arguments: finder.arguments(head), titled: head)
        }
      default: break
      }
    }
    if let name = nameAfterComma(noun, in: context) {
      return Bearers(arguments: finder.single(name))
    }
    // "the leader of X, Nazary": the name is the apposition; or "leader Nazary" with the name below.
    var below: [Argument] = []
    for child in tree.children(noun, "appos", "flat", "nmod:desc", "compound") {
      guard let mention = context.mention(at: child), mention.type == .person, child > noun else {
        continue
      }
      below += finder.single(child)
    }
    if !below.isEmpty { return Bearers(arguments: below) }
    return predicative(noun, in: context, finder: finder)
  }

  /// "…, the senior U.S. official and a consultant said": the subject of a verb of saying is no apposition.
  private func speaks(_ noun: Int, in context: SentenceContext) -> Bool {
    let tree = context.tree
    var next = noun + 1
    while next < tree.count, next < noun + 9,
      [.cconj, .det, .adj, .noun, .propn, .num, .adp].contains(tree.token(next).upos)
    {
      next += 1
    }
    return next < tree.count && ["VBD", "VBZ", "VBP"].contains(tree.token(next).xpos)
      && context.lexicon.cues.saying.contains(tree.lemma(next))
  }

  /// The head of the person's name that follows directly, or after "of State" and the like.
  private func nameAfter(_ noun: Int, in context: SentenceContext) -> Int? {
    let tree = context.tree
    var next = noun + 1
    if next + 1 < tree.count, tree.form(next) == "of", context.mention(at: next + 1) == nil,
      tree.token(next + 1).upos == .propn
    {
      next += 2
    }
    // "Prime Minister General Khin Nyunt": ranks may stand between.
    while next < tree.count, context.mention(at: next) == nil, next - noun < 3,
      ["general", "colonel", "major", "dr.", "mr.", "mrs.", "sheikh", "gen.", "col.", "mullah"]
        .contains(tree.form(next).lowercased())
    {
      next += 1
    }
    guard next < tree.count, let mention = context.mention(at: next), mention.type == .person,
      mention.tokens.lowerBound == next
    else { return nil }
    return context.headToken(ofMentionAt: next)
  }

  /// "Brenner Bau's chief executive, Ulrike Seidl, said": a name between commas after an owned role.
  private func nameAfterComma(_ noun: Int, in context: SentenceContext) -> Int? {
    let tree = context.tree
    let isOwned =
      !tree.children(noun, "nmod:poss").isEmpty
      || tree.children(noun, "compound", "amod").contains { context.mention(at: $0) != nil }
    // "the group's lawyer in Tunis, Habib Zouari"
    let phrase = tree.children(noun, "nmod").filter { $0 > noun && tree.deprel($0) == "nmod" }
      .flatMap { tree.subtree($0) }
    let last = phrase.max() ?? noun
    guard isOwned, tree.token(noun).xpos != "NNS", last - noun <= 5, last + 2 < tree.count,
      tree.form(last + 1) == ","
    else { return nil }
    // "her adviser, Dr Mercy Nkhoma", "its trustee, advocate Leopold Marxer"
    var start = last + 2
    while start + 1 < tree.count, start < last + 5, context.mention(at: start) == nil,
      tree.token(start).upos == .noun || tree.token(start).upos == .propn
    {
      start += 1
    }
    guard let mention = context.mention(at: start), mention.type == .person,
      mention.tokens.lowerBound == start
    else { return nil }
    let after = mention.tokens.upperBound
    guard after >= tree.count || [",", ".", ";", "-", "–", ")"].contains(tree.form(after)) else {
      return nil
    }
    return context.headToken(ofMentionAt: start)
  }

  /// "acting president", not "accusations linking the president".
  private static let participles: Set<String> = [
    "acting", "outgoing", "incoming", "ruling", "sitting", "visiting", "founding", "managing",
    "reigning", "governing",
  ]

  /// Names in the unbroken run of words before a title: "Russian Foreign Minister", "Iraq's president".
  private func partyBefore(_ noun: Int, in context: SentenceContext) -> [Argument] {
    let tree = context.tree
    // "Director - General" is one word.
    var i = noun >= 3 && tree.form(noun - 1) == "-" ? noun - 3 : noun - 1
    while i >= 0, noun - i < 6 {
      if let mention = context.mention(at: i) {
        guard mention.type != .person, let entity = mention.entity,
          let type = context.type(of: entity), mention.type != .date
        else { return [] }
        return [
          Argument(
            entity: entity, type: type, span: mention.span, token: i, reference: .name)
        ]
      }
      let token = tree.token(i)
      let isPart =
        token.upos == .adj || token.upos == .propn || token.upos == .noun || token.form == "'s"
        || token.form == "’s" || token.form == "-"
        || Self.participles.contains(token.form.lowercased())
        || (token.upos == .part && token.form == "'")
      let isOtherParty =
        context.lexicon.cues.stateBodies.contains(tree.lemma(i))
        || context.lexicon.nouns[tree.lemma(i)] != nil
      guard isPart, !isOtherParty else { return [] }
      i -= 1
    }
    return []
  }

  /// "serves as president of", "was elected leader of", "became chairman of".
  private func predicative(
    _ noun: Int, in context: SentenceContext, finder: ArgumentFinder
  ) -> Bearers {
    let tree = context.tree
    guard let verb = tree.head(noun), tree.token(verb).upos == .verb else {
      return Bearers(arguments: [])
    }
    let verbs: Set<String> = [
      "become", "serve", "work", "name", "appoint", "elect", "remain", "act", "choose", "install",
      "retire", "resign", "step", "know", "describe", "identify", "sworn", "swear",
    ]
    let lemma = tree.lemma(verb)
    guard verbs.contains(lemma) else { return Bearers(arguments: []) }
    let relation = tree.relation(noun)
    let isComplement =
      relation == "xcomp" || (relation == "obl" && tree.preposition(noun) == "as")
      || (relation == "obj" && lemma == "become")
    guard isComplement else { return Bearers(arguments: []) }
    let predication = context.predication(of: verb)
    let isTransitive = [
      "name", "appoint", "elect", "choose", "install", "identify", "describe", "know",
    ]
    .contains(lemma)
    let holders = isTransitive ? predication.patients.filter { $0 != noun } : predication.agents
    let past =
      ["serve", "work", "act", "retire", "resign"].contains(lemma)
      && tree.token(verb).xpos == "VBD"
    return Bearers(
      arguments: holders.flatMap { finder.arguments($0) }, anchor: verb, isPast: past)
  }

  // MARK: The other party

  private func related(
    _ frame: NounFrame, noun: Int, bearers: Bearers, in context: SentenceContext,
    finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    let others = others(frame, noun: noun, bearers: bearers, in: context, finder: finder)
    let isFormer = bearers.isPast || isFormer(noun, titled: bearers.titled, in: context)
    let predicate = predicate(noun, in: tree)
    return pairs(bearers.arguments, others.arguments).map { bearer, other in
      var candidate = Candidate(
        subject: frame.isReversed ? other : bearer,
        relation: relation(frame, noun: noun, other: other, in: context),
        object: frame.isReversed ? bearer : other, predicate: predicate,
        trigger: [noun] + others.cases, anchor: bearers.anchor ?? noun,
        isPresupposed: bearers.anchor == nil,
        rule: bearers.anchor != nil
          ? "rule.copula.v1" : bearers.titled != nil ? "rule.title.v1" : "rule.apposition.v1")
      candidate.isFormer = isFormer
      if tree.isElect(noun) { candidate.status = .planned }
      return candidate
    }
  }

  /// "Ukrainian opposition leader" is a Ukrainian, not the leader of Ukraine; a minister serves the state
  /// and leads the ministry.
  private func relation(
    _ frame: NounFrame, noun: Int, other: Argument, in context: SentenceContext
  ) -> RelationID {
    let tree = context.tree
    let cues = context.lexicon.cues
    let lemma = tree.lemma(noun)
    let inner = tree.children(noun, "compound", "amod").filter { context.mention(at: $0) == nil }
      .map { tree.lemma($0) }
    if frame.isOfPart, isOrgan(other, in: context),
      !inner.contains(where: cues.subordinate.contains)
    {
      return "leads"
    }
    if lemma == "counterpart" { return counterpartRelation(noun, in: context) }
    if frame.relation == "employed_by", other.type == .location, cues.personNouns.contains(lemma) {
      return context.isNationality(other.token, other.span) ? "citizen_of" : "based_in"
    }
    guard frame.relation == "leads" else { return frame.relation }
    if frame.isLocal, other.type == .location, context.isNationality(other.token, other.span) {
      return "citizen_of"
    }
    if inner.contains(where: cues.subordinate.contains) { return "employed_by" }
    if headsPart(noun, of: other, in: context) { return "employed_by" }
    // "sales director", "Asia director", "trade chief": heads of a part serve the whole.
    if other.type == .organization, ["director", "chief", "commissioner"].contains(lemma),
      isHeadOfPart(noun, in: context)
    {
      return "employed_by"
    }
    guard other.type == .location else { return frame.relation }
    if inner.contains(where: cues.factions.contains) { return "citizen_of" }
    // A country's "intelligence chief" serves it; its "chief executive" may lead it.
    let isHeadOfPart =
      ["chief", "head", "boss"].contains(lemma)
      && tree.children(noun, "compound").contains {
        context.mention(at: $0) == nil && tree.token($0).upos == .noun
      }
    return isHeadOfPart ? "employed_by" : frame.relation
  }

  /// "the Interior Ministry": a part of a state that has a head of its own.
  private func isOrgan(_ party: Argument, in context: SentenceContext) -> Bool {
    guard party.type == .organization, party.reference == .name else { return false }
    let organs = context.lexicon.cues.stateOrgans
    return context.words(party.span).lowercased().split(separator: " ").contains {
      organs.contains(String($0))
    }
  }

  /// "Portugal's foreign minister met her Kenyan counterpart": who holds the same office elsewhere.
  private func counterpartRelation(_ noun: Int, in context: SentenceContext) -> RelationID {
    for i in (0..<noun).reversed() {
      guard
        let frame = context.lexicon.roles(at: i, in: context.tree)?.first(where: { $0.isOffice })
      else { continue }
      return context.lexicon.isSubordinate(i, in: context.tree) ? "employed_by" : frame.relation
    }
    return "leads"
  }

  /// "Karst Bank's head of security", "chief of staff": who heads what is no name serves the whole.
  private func headsPart(_ noun: Int, of whole: Argument, in context: SentenceContext) -> Bool {
    let tree = context.tree
    guard ["chief", "head", "boss", "director"].contains(tree.lemma(noun)) else { return false }
    return tree.children(noun, "nmod").contains { part in
      tree.deprel(part) == "nmod" && ["of", "for"].contains(tree.preposition(part))
        && tree.token(part).upos == .noun && part != whole.token
        && context.mention(at: part) == nil && context.references[part] == nil
        && !Self.wholes.contains(tree.lemma(part))
    }
  }

  /// Nouns of what is the whole itself: "head of state", "head of the group".
  private static let wholes: Set<String> = [
    "state", "government", "board", "party", "company", "group", "firm", "organization",
    "organisation", "country", "movement", "body",
  ]

  private func isHeadOfPart(_ noun: Int, in context: SentenceContext) -> Bool {
    let tree = context.tree
    return tree.children(noun, "compound", "amod").contains { child in
      if let mention = context.mention(at: child) { return mention.type == .location }
      if tree.lemma(child) == "regional" { return true }
      return tree.relation(child) == "compound" && tree.token(child).upos == .noun
        && ![
          "party", "company", "group", "bank", "board", "co", "police", "army", "union", "chief",
          "managing", "executive", "general", "founding",
        ]
        .contains(tree.lemma(child))
    }
  }

  private func others(
    _ frame: NounFrame, noun: Int, bearers: Bearers, in context: SentenceContext,
    finder: ArgumentFinder
  ) -> (arguments: [Argument], cases: [Int]) {
    let tree = context.tree
    let bearerTokens = Set(bearers.arguments.map(\.token))
    var found: [Argument] = []
    var cases: [Int] = []
    // "son of the late leader …": what follows the preposition belongs to the noun, however parsed.
    var phrases = tree.children(noun, "nmod")
    if noun + 1 < tree.count, tree.deprel(noun + 1) == "case",
      let phrase = tree.head(noun + 1), phrase > noun, !phrases.contains(phrase),
      tree.preposition(phrase) == tree.form(noun + 1).lowercased(),
      frame.prepositions.contains(tree.preposition(phrase))
    {
      let parties = finder.single(phrase)
      if !parties.isEmpty { return (parties, [noun + 1]) }
    }
    phrases = phrases.filter { !bearerTokens.contains($0) }
    for child in phrases where !frame.onlyModifier {
      if tree.deprel(child) == "nmod:poss" {
        found += finder.arguments(child)
      } else if tree.deprel(child) == "nmod", frame.prepositions.contains(tree.preposition(child)) {
        found += finder.arguments(child)
        cases += tree.children(child, "case")
      }
    }
    if found.isEmpty, frame.allowsModifier {
      found = modifierParties(noun, bearers: bearers, in: context, finder: finder)
        .filter { !frame.onlyModifier || tree.deprel($0.token) != "nmod:poss" }
    } else if found.isEmpty, let titled = bearers.titled {
      found = tree.children(titled, "nmod:poss").flatMap { finder.arguments($0) }
    }
    // "Iran's Foreign Minister Mottaki": the genitive may hang on the name.
    return (found, cases)
  }

  /// "Taliban leader", "Thai Prime Minister", "Iraq's president": the nearest modifier that is a body or state.
  private func modifierParties(
    _ noun: Int, bearers: Bearers, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Argument] {
    let tree = context.tree
    var places = [noun]
    // "foreign ministry spokeswoman": the ministry is the party, and it has no name here.
    let inner = tree.children(noun, "compound", "amod").filter { context.mention(at: $0) == nil }
    let cues = context.lexicon.cues
    if inner.contains(where: {
      cues.stateBodies.contains(tree.lemma($0)) || cues.companyNouns.contains(tree.lemma($0))
    }) {
      return []
    }
    places += inner
    if let titled = bearers.titled { places.append(titled) }
    for place in places {
      var found: [Argument] = []
      for child in tree.children(place, "nmod:poss", "amod", "compound", "nmod:desc")
      where child < noun || tree.deprel(child) == "nmod:poss" {
        found += finder.arguments(child).filter {
          $0.type != .person || tree.deprel(child) == "nmod:poss"
        }
      }
      if let nearest = found.last { return [nearest] }
    }
    return bearers.titled == nil ? [] : partyBefore(noun, in: context)
  }

  private func predicate(_ noun: Int, in tree: SentenceTree) -> String {
    let parts = tree.children(noun, "compound", "amod").filter { $0 == noun - 1 } + [noun]
    return parts.map { tree.form($0) }.joined(separator: " ").lowercased()
  }

  private func isFormer(_ noun: Int, titled: Int?, in context: SentenceContext) -> Bool {
    let tree = context.tree
    let former = context.lexicon.cues.former
    var words = tree.children(noun, "amod", "compound", "advmod", "mark")
    for word in words { words += tree.children(word, "amod", "advmod", "compound") }
    if let titled { words += tree.children(titled, "amod") }
    // "ex-Norsk Bank chief Marta Silva"
    let isEx =
      noun > 1
      && (max(1, noun - 6)..<noun).contains {
        tree.form($0) == "-" && tree.form($0 - 1).lowercased() == "ex"
      }
    if isEx || tree.isGivenUp(noun) { return true }
    return words.contains {
      let form = tree.form($0).lowercased()
      return former.contains(form) || form.hasPrefix("ex-")
    } || tree.form(noun).lowercased().hasPrefix("ex-")
  }
}
