import RelataCore
import RelataLanguage

/// What genitives and adjectives of states say about bodies, companies and people.
///
/// Positive: "Iraq's Interior Ministry" → part_of; "the French builder Vinci" → based_in;
/// "American journalist Jill Carroll" → citizen_of; "Republican Senator John Warner" → member_of.
/// Negative: "Iraq's Jill Carroll case" yields nothing about citizenship.
struct BelongingRule: ExtractionRule {
  func candidates(in context: SentenceContext) -> [Candidate] {
    let finder = ArgumentFinder(context)
    var found: [Candidate] = []
    for name in context.names {
      guard let bearer = finder.single(name.head).first(where: { $0.reference == .name }),
        bearer.token == name.head
      else { continue }
      switch bearer.type {
      case .organization: found += organization(bearer, in: context, finder: finder)
      case .person: found += person(bearer, in: context, finder: finder)
      default: break
      }
    }
    return found
  }

  // MARK: Bodies and companies

  private func organization(
    _ bearer: Argument, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    var found: [Candidate] = []
    let isBody = isStateBody(bearer, in: context)
    // "the U.S. Treasury Department": the state may hang on the word before the last.
    let modifiers = tree.children(bearer.token, "nmod:poss", "amod", "compound")
    let inner = modifiers.filter { bearer.span.contains(tree.token($0).span) }
      .flatMap { tree.children($0, "amod", "compound") }
    for child in modifiers + inner where child < bearer.token {
      for owner in finder.single(child)
      where owner.reference == .name && owner.entity != bearer.entity {
        let isNested = bearer.span.contains(owner.span)
        if isNested {
          guard isOrgan(bearer, of: owner, in: context) else { continue }
          found.append(
            candidate(bearer, "part_of", owner, trigger: [bearer.token], rule: "rule.organ.v1"))
        } else if owner.type == .location {
          found.append(
            candidate(
              bearer, isBody ? "part_of" : "based_in", owner, trigger: [child],
              rule: "rule.owner.v1"))
        } else if owner.type == .organization, isBody || tree.deprel(child) == "nmod:poss" {
          found.append(
            candidate(bearer, "part_of", owner, trigger: [child], rule: "rule.owner.v1"))
        }
      }
    }
    found += origin(bearer, in: context, finder: finder)
    // "the French construction company Vinci": the noun before the name carries the adjective.
    for noun in descriptions(of: bearer.token, in: tree) {
      let isCompany = context.lexicon.cues.companyNouns.contains(tree.lemma(noun))
      guard isCompany || isTrade(noun, in: context) else { continue }
      let isStateRun = tree.subtree(noun).contains { i in
        i > 1 && ["run", "owned"].contains(tree.form(i).lowercased()) && tree.form(i - 1) == "-"
          && tree.form(i - 2).lowercased() == "state"
      }
      for child in tree.children(noun, "amod", "nmod:poss", "compound") {
        for owner in finder.single(child) where owner.type == .location && owner.reference == .name
        {
          found.append(
            isStateRun
              ? candidate(owner, "owns", bearer, trigger: [noun], rule: "rule.state-run.v1")
              : candidate(
                bearer, isAgency(noun, in: tree) ? "part_of" : "based_in", owner, trigger: [noun],
                rule: isCompany ? "rule.company.v1" : "rule.trade.v1"))
        }
      }
    }
    found += newspaper(bearer, in: context, finder: finder)
    return found
  }

  /// "the Vietnamese wind developer Gió Biển": what a firm is or does; a movement is no firm.
  private func isTrade(_ noun: Int, in context: SentenceContext) -> Bool {
    let tree = context.tree
    let cues = context.lexicon.cues
    let lemma = tree.lemma(noun)
    guard !cues.stateBodies.contains(lemma), !cues.stateOrgans.contains(lemma),
      context.mention(at: noun) == nil,
      ![
        "party", "movement", "militia", "faction", "organization", "front", "interview", "team",
        "club",
      ]
      .contains(lemma)
    else { return false }
    return !tree.children(noun, "amod", "compound").contains {
      [
        "militant", "armed", "rebel", "ruling", "islamist", "insurgent", "terrorist", "guerrilla",
        "opposition", "extremist", "islamic", "resistance", "rights", "security",
      ].contains(tree.lemma($0))
    }
  }

  /// "Germany's Bild newspaper": the name stands before the noun, the genitive before both.
  private func newspaper(
    _ bearer: Argument, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    guard tree.relation(bearer.token) == "compound", let noun = tree.head(bearer.token),
      noun > bearer.token, context.lexicon.cues.companyNouns.contains(tree.lemma(noun)),
      tree.lemma(noun) != "agency"
    else { return [] }
    return tree.children(noun, "nmod:poss", "amod").filter { $0 < bearer.token }
      .flatMap { finder.single($0) }
      .filter { $0.type == .location && $0.reference == .name && !bearer.span.overlaps($0.span) }
      .map { candidate(bearer, "based_in", $0, trigger: [noun], rule: "rule.company.v1") }
  }

  /// "Saline AG of Leipzig"; a person "of Nevada" may as well represent it.
  private func origin(
    _ bearer: Argument, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    return tree.children(bearer.token, "nmod").filter {
      tree.deprel($0) == "nmod" && tree.preposition($0) == "of" && $0 > bearer.token
    }.flatMap { finder.single($0) }
      .filter { $0.type == .location && $0.reference == .name && !bearer.span.overlaps($0.span) }
      .map { candidate(bearer, "based_in", $0, trigger: [bearer.token], rule: "rule.of-place.v1") }
  }

  /// A state's agency is part of it; a news agency is a company.
  private func isAgency(_ noun: Int, in tree: SentenceTree) -> Bool {
    tree.lemma(noun) == "agency"
      && !tree.children(noun, "compound").contains { tree.lemma($0) == "news" }
  }

  /// Whether a name that begins with a state or body is that of one of its organs.
  private func isOrgan(_ bearer: Argument, of owner: Argument, in context: SentenceContext) -> Bool
  {
    if owner.type == .organization { return true }
    let words = context.words(Span(owner.span.end, bearer.span.end)).lowercased()
      .split(separator: " ").map(String.init)
    if words == ["congress"] { return true }
    return words.contains { context.lexicon.cues.stateOrgans.contains($0) }
  }

  private func isStateBody(_ bearer: Argument, in context: SentenceContext) -> Bool {
    let words = context.words(bearer.span).lowercased().split(separator: " ").map(String.init)
    return words.contains { context.lexicon.cues.stateBodies.contains($0) }
  }

  /// Nouns that describe a name: before it or in apposition.
  private func descriptions(of head: Int, in tree: SentenceTree) -> [Int] {
    var nouns = tree.children(head, "nmod:desc", "compound", "appos")
    if ["appos", "flat"].contains(tree.relation(head)), let noun = tree.head(head) {
      nouns.append(noun)
    }
    return nouns.filter { tree.token($0).upos == .noun }
  }

  // MARK: People

  private func person(
    _ bearer: Argument, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    let cues = context.lexicon.cues
    var found = countryman(bearer, in: context, finder: finder)
    for noun in descriptions(of: bearer.token, in: tree) {
      let isListed = cues.personNouns.contains(tree.lemma(noun))
      guard isListed || isCalling(noun, in: context) else { continue }
      for child in tree.children(noun, "amod", "compound") {
        for state in finder.single(child) where state.type == .location && state.reference == .name
        {
          // "American journalist" tells the nationality, "Florida man" where he is from.
          let isNationality = context.isNationality(child, state.span)
          found.append(
            candidate(
              bearer, isNationality ? "citizen_of" : "based_in", state, trigger: [child, noun],
              rule: isListed ? "rule.nationality.v1" : "rule.calling.v1"))
        }
      }
    }
    found += peoples(bearer, in: context, finder: finder)
    // "VOA's Melinda Smith".
    for owner in tree.children(bearer.token, "nmod:poss").flatMap({ finder.single($0) })
    where owner.type == .organization && owner.reference == .name {
      found.append(
        candidate(bearer, "employed_by", owner, trigger: [owner.token], rule: "rule.owner.v1"))
    }
    for child in tree.children(bearer.token, "amod", "compound", "nmod:desc")
    where child < bearer.token {
      for party in finder.single(child)
      where party.reference == .name
        && (party.type == .group && Self.isParty(context.words(party.span)))
      {
        found.append(
          candidate(bearer, "member_of", party, trigger: [child], rule: "rule.party.v1"))
      }
    }
    return found
  }

  /// "the Tunisian magnate", "a retired American marine": what somebody is, where no body is served.
  private func isCalling(_ noun: Int, in context: SentenceContext) -> Bool {
    let lemma = context.tree.lemma(noun)
    let frames = context.lexicon.nouns[lemma] ?? []
    return frames.allSatisfy { !$0.allowsModifier } && context.mention(at: noun) == nil
      && !context.lexicon.cues.stateBodies.contains(lemma)
      && !context.lexicon.cues.companyNouns.contains(lemma)
      && ![
        "counterpart", "minister", "firm", "trust", "town", "president-elect", "elect",
        "administration", "member", "candidate", "side", "ally", "chief",
      ]
      .contains(lemma)
  }

  /// "Moroccan Abdelmajid Bouchar", "the Briton Neville Strand": the nationality right before the name.
  private func countryman(
    _ bearer: Argument, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    guard let mention = context.mention(at: bearer.token), mention.tokens.lowerBound > 0,
      mention.tokens.count > 1
    else { return [] }
    let before = mention.tokens.lowerBound - 1
    guard ["amod", "compound", "nmod:desc"].contains(tree.deprel(before)),
      tree.head(before) == bearer.token
    else { return [] }
    return finder.single(before).filter { $0.type == .location && $0.reference == .name }
      .filter {
        context.isNationality(before, $0.span)
          || context.name(of: $0.entity) != context.words($0.span)
      }
      .map { candidate(bearer, "citizen_of", $0, trigger: [before], rule: "rule.countryman.v1") }
  }

  /// "Shi'ite cleric Moqtada al-Sadr", "the Yazidi officer Murad Khalaf": the people somebody belongs to.
  private func peoples(
    _ bearer: Argument, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    guard let mention = context.mention(at: bearer.token) else { return [] }
    let start = mention.tokens.lowerBound
    return descriptions(of: bearer.token, in: tree).filter {
      // Right before the name, a comma or a title aside: nothing else may come between.
      start - $0 >= 1 && start - $0 <= 2 && context.lexicon.nouns[tree.lemma($0)] == nil
    }.flatMap { noun in
      tree.children(noun, "amod", "compound").filter { $0 < noun && noun - $0 <= 2 }.flatMap {
        child in
        finder.single(child).filter { $0.type == .group && $0.reference == .name }.map {
          candidate(bearer, "member_of", $0, trigger: [child, noun], rule: "rule.people.v1")
        }
      }
    }
  }

  private static func isParty(_ words: String) -> Bool {
    [
      "republican", "democrat", "democratic", "conservative", "labour", "labor", "liberal",
      "communist", "socialist", "green", "baathist", "islamist",
    ].contains(words.lowercased())
  }

  private static let words: [RelationID: String] = [
    "part_of": "part of", "based_in": "based in", "owns": "state-run", "employed_by": "of",
    "citizen_of": "from", "member_of": "of",
  ]

  private func candidate(
    _ subject: Argument, _ relation: RelationID, _ object: Argument, trigger: [Int], rule: String
  ) -> Candidate {
    Candidate(
      subject: subject, relation: relation, object: object,
      predicate: Self.words[relation] ?? "of",
      trigger: trigger, anchor: subject.token, isPresupposed: true, rule: rule)
  }
}
