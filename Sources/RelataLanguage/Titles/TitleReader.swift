import RelataCore

/// A title that a text gives to a person: "Thai Prime Minister Surayud Chulanont".
package struct HeldTitle: Hashable, Sendable {
  /// The role noun, as an index into the sentence's words.
  package var noun: Int
  /// Whose title it is.
  package var bearer: EntityID
  /// The state or body that it is a title of.
  package var party: EntityID
  /// The noun's lemma and the title around it: "minister", "prime minister".
  package var lemma: String
  package var words: String
  /// Whether its holder is at the head of the whole party, not of a part of it or below somebody.
  package var leads: Bool
}

/// Reads who holds which office of which state or body from titles and appositions of one sentence.
///
/// "Venezuelan President Hugo Chavez", "Haiti's president, Jovenel Moïse", "Ana Ruiz, mayor of Lisbon":
/// what a sentence states of somebody ("Moïse became president") is left to the rules of extraction. So
/// are titles that somebody held and those of factions ("opposition leader"), which pick out nobody.
package struct TitleReader: Sendable {
  private let names: SentenceNames
  private let roles: RoleNouns
  private let cues: CueWords
  private var tree: SentenceTree { names.tree }

  package init(
    _ names: SentenceNames, roles: RoleNouns = .standard, cues: CueWords = .standard
  ) {
    self.names = names
    self.roles = roles
    self.cues = cues
  }

  /// The titles of offices in order of their nouns.
  package func titles() -> [HeldTitle] {
    tree.tokens.indices.flatMap { noun -> [HeldTitle] in
      guard let frame = office(at: noun) else { return [] }
      let (bearers, titled) = bearers(of: noun)
      guard !bearers.isEmpty, !isFormer(noun, titled: titled) else { return [] }
      return parties(of: noun, frame, titled: titled, besides: bearers).flatMap { party in
        bearers.compactMap { bearer in title(frame, noun, of: bearer, party) }
      }
    }
  }

  /// The role noun at a word, where one person holds it at a time.
  private func office(at i: Int) -> NounFrame? {
    guard [.noun, .propn].contains(tree.token(i).upos) else { return nil }
    // Inside a longer name ("Central Bank Governor Trust") the word is not a role.
    if let mention = names.mention(at: i), mention.type != .person { return nil }
    return roles.frames(at: i, in: tree)?.first { $0.isOffice && !$0.isReversed }
  }

  private func title(
    _ frame: NounFrame, _ noun: Int, of bearer: Mention, _ party: (mention: Mention, head: Int)
  ) -> HeldTitle? {
    guard let person = bearer.entity, let whole = party.mention.entity, person != whole else {
      return nil
    }
    let inner = innerWords(noun)
    if party.mention.type == .location {
      // "French mayor" is French; "Ukrainian opposition leader" does not lead Ukraine.
      if frame.isLocal, tree.relation(party.head) == "amod" { return nil }
      if inner.contains(where: { cues.factions.contains(tree.lemma($0)) }) { return nil }
    }
    let words = (inner.filter { $0 == noun - 1 } + [noun])
      .map { tree.form($0) }.joined(separator: " ").lowercased()
    let isSubordinate = inner.contains { cues.subordinate.contains(tree.lemma($0)) }
    // "vice president" says so itself; "deputy foreign minister" is not the foreign minister.
    if isSubordinate,
      !words.split(separator: " ").contains(where: { cues.subordinate.contains(String($0)) })
    {
      return nil
    }
    return HeldTitle(
      noun: noun, bearer: person, party: whole, lemma: tree.lemma(noun), words: words,
      leads: frame.relation == "leads" && !isSubordinate && !headsPart(noun))
  }

  /// The words before a role that belong to its title, names left out.
  private func innerWords(_ noun: Int) -> [Int] {
    tree.children(noun, "compound", "amod").filter { names.mention(at: $0) == nil }
  }

  /// "intelligence chief", "sales director": heads of a part.
  private func headsPart(_ noun: Int) -> Bool {
    ["chief", "head", "boss", "director", "commissioner"].contains(tree.lemma(noun))
      && innerWords(noun).contains {
        tree.relation($0) == "compound" && tree.token($0).upos == .noun
      }
  }
}

// MARK: - Bearers
extension TitleReader {
  /// The people whom a noun is a title of, and the head of a name that it stands before.
  private func bearers(of noun: Int) -> (people: [Mention], titled: Int?) {
    guard tree.children(noun, "cop").isEmpty else { return ([], nil) }
    if let name = nameAfter(noun) { return (person(name), name) }
    // "Nazary, a spokesman …" and, through coordination, "and longtime intelligence chief".
    var top = noun
    while tree.relation(top) == "conj", let head = tree.head(top),
      [.noun, .propn].contains(tree.token(head).upos), names.mention(at: head) == nil
    {
      top = head
    }
    if let head = tree.head(top) {
      switch tree.deprel(top) {
      case "appos" where tree.children(top, "case").isEmpty:
        let named = person(head)
        if !named.isEmpty { return (named, nil) }
      case "nmod:desc", "compound", "flat", "amod":
        let named = person(head)
        if !named.isEmpty { return (named, head) }
      default: break
      }
    }
    if let name = nameAfterComma(noun) { return (person(name), nil) }
    // "the leader of X, Nazary": the name is the apposition.
    let below = tree.children(noun, "appos", "flat", "nmod:desc", "compound").filter { $0 > noun }
    return (below.flatMap { person($0) }, nil)
  }

  /// The person whose name hangs by a word.
  private func person(_ word: Int) -> [Mention] {
    guard let mention = names.mention(at: word), mention.type == .person,
      names.head(ofMentionAt: word) == word
    else { return [] }
    return [mention]
  }

  private static let ranks: Set<String> = [
    "general", "colonel", "major", "dr.", "mr.", "mrs.", "sheikh", "gen.", "col.", "mullah",
  ]

  /// The head of the person's name that follows directly, or after "of State" and a rank.
  private func nameAfter(_ noun: Int) -> Int? {
    var next = noun + 1
    if next + 1 < tree.count, tree.form(next) == "of", names.mention(at: next + 1) == nil,
      tree.token(next + 1).upos == .propn
    {
      next += 2
    }
    while next < tree.count, names.mention(at: next) == nil, next - noun < 3,
      Self.ranks.contains(tree.form(next).lowercased())
    {
      next += 1
    }
    return nameBeginning(next)
  }

  /// "Brenner Bau's chief executive, Ulrike Seidl, said": a name between commas after an owned role.
  private func nameAfterComma(_ noun: Int) -> Int? {
    let isOwned =
      !tree.children(noun, "nmod:poss").isEmpty
      || tree.children(noun, "compound", "amod").contains { names.mention(at: $0) != nil }
    let phrase = tree.children(noun, "nmod").filter { $0 > noun && tree.deprel($0) == "nmod" }
      .flatMap { tree.subtree($0) }
    let last = phrase.max() ?? noun
    guard isOwned, tree.token(noun).xpos != "NNS", last - noun <= 5, last + 2 < tree.count,
      tree.form(last + 1) == ",", let name = nameBeginning(last + 2),
      let end = names.mention(at: name)?.tokens.upperBound
    else { return nil }
    return end >= tree.count || [",", ".", ";", "-", "–", ")"].contains(tree.form(end))
      ? name : nil
  }

  /// The head of the person's name whose first word is this one.
  private func nameBeginning(_ word: Int) -> Int? {
    guard word < tree.count, let mention = names.mention(at: word), mention.type == .person,
      mention.tokens.lowerBound == word
    else { return nil }
    return names.head(ofMentionAt: word)
  }

  /// "former president", "ex-president", "resigned as president".
  private func isFormer(_ noun: Int, titled: Int?) -> Bool {
    var words = tree.children(noun, "amod", "compound", "advmod", "mark")
    for word in words { words += tree.children(word, "amod", "advmod", "compound") }
    if let titled { words += tree.children(titled, "amod") }
    let isEx =
      noun > 1
      && (max(1, noun - 6)..<noun).contains {
        tree.form($0) == "-" && tree.form($0 - 1).lowercased() == "ex"
      }
    return isEx || tree.isGivenUp(noun)
      || (words + [noun]).contains {
        let form = tree.form($0).lowercased()
        return cues.former.contains(form) || form.hasPrefix("ex-")
      }
  }
}

// MARK: - Parties
extension TitleReader {
  /// The names of what a title is of: after its preposition, as its owner, or before it.
  private func parties(
    of noun: Int, _ frame: NounFrame, titled: Int?, besides bearers: [Mention]
  ) -> [(mention: Mention, head: Int)] {
    let taken = Set(bearers.map(\.tokens))
    func named(_ word: Int) -> [(mention: Mention, head: Int)] {
      ([word] + tree.children(word, "conj")).compactMap { word in
        guard let mention = names.mention(at: word), names.head(ofMentionAt: word) == word,
          mention.type != .date, !taken.contains(mention.tokens)
        else { return nil }
        return (mention, word)
      }
    }
    if !frame.onlyModifier {
      let found = tree.children(noun, "nmod").filter {
        tree.deprel($0) == "nmod:poss"
          || tree.deprel($0) == "nmod" && frame.prepositions.contains(tree.preposition($0))
      }.flatMap(named)
      if !found.isEmpty { return found }
    }
    guard frame.allowsModifier else { return [] }
    let inner = innerWords(noun)
    // "foreign ministry spokeswoman": the ministry is the party, and it has no name here.
    if inner.contains(where: {
      cues.stateBodies.contains(tree.lemma($0)) || cues.companyNouns.contains(tree.lemma($0))
    }) {
      return []
    }
    for place in [noun] + inner + (titled.map { [$0] } ?? []) {
      let found = tree.children(place, "nmod:poss", "amod", "compound", "nmod:desc")
        .filter { $0 < noun || tree.deprel($0) == "nmod:poss" }.flatMap(named)
        .filter { $0.mention.type != .person }
      if let nearest = found.last { return [nearest] }
    }
    return titled == nil ? [] : nameBefore(noun).flatMap(named)
  }

  /// The name in the unbroken run of words before a title: "Russian Foreign Minister", however parsed.
  private func nameBefore(_ noun: Int) -> [Int] {
    var i = noun - 1
    while i >= 0, noun - i < 6 {
      if let head = names.head(ofMentionAt: i) { return [head] }
      let token = tree.token(i)
      let isPart =
        [.adj, .propn, .noun].contains(token.upos)
        || ["'s", "’s", "-", "acting"].contains(token.form.lowercased())
      let isOtherParty =
        cues.stateBodies.contains(tree.lemma(i)) || roles.frames[tree.lemma(i)] != nil
      guard isPart, !isOtherParty else { return [] }
      i -= 1
    }
    return []
  }
}
