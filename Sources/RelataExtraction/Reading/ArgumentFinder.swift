import RelataCore
import RelataLanguage

/// Finds whom or what a nominal stands for.
///
/// Names stand for themselves; a relative pronoun for its antecedent; a description for the name in
/// apposition; troops, officials and fighters for the state or group that modifies them; pronouns
/// for what the reference resolver decided. Coordinated nominals give one argument each.
struct ArgumentFinder: Sendable {
  let context: SentenceContext
  private var tree: SentenceTree { context.tree }
  private var cues: CueWords { context.lexicon.cues }

  init(_ context: SentenceContext) { self.context = context }

  /// The arguments of a nominal and of everything coordinated with it, in order of the sentence.
  func arguments(_ token: Int) -> [Argument] {
    guard !opensClause(token) else { return [] }
    var found = single(token, depth: 0)
    // "businessmen Kern and Weiss", "his mother, Ilse, and his sister": joined to the name in apposition.
    if context.mention(at: token) == nil {
      for name in tree.children(token, "appos") where name > token {
        for conjunct in tree.children(name, "conj")
        where isNominal(conjunct) && !opensClause(conjunct) {
          found += arguments(conjunct)
        }
      }
    }
    for conjunct in tree.children(token, "conj")
    where isNominal(conjunct) && !opensClause(conjunct) {
      found += arguments(conjunct)
    }
    // "Republicans like Lindsey Graham" did it, and so did he.
    for example in tree.children(token, "nmod")
    where found.contains(where: { $0.type == .group })
      && ["like", "such as"].contains(tree.preposition(example))
    {
      found += arguments(example)
    }
    // "newspapers including the Ledger", "firms such as Karst": what is named stands for the kind.
    if found.isEmpty, tree.token(token).upos == .noun {
      for example in tree.children(token, "nmod")
      where ["including", "such as", "like", "notably", "namely"].contains(
        tree.preposition(example))
      {
        found += arguments(example)
      }
    }
    // "all suppliers except Karst": of Karst the contrary is said, which its mood tells.
    if found.isEmpty { found = Exceptions(tree: tree).named(of: token).flatMap(single) }
    var seen: Set<EntityID> = []
    return found.filter { seen.insert($0.entity).inserted }
  }

  /// "captured Kabul and President Ghani fled": what stands right before a finite verb that has no subject
  /// is that subject, although the tree takes it for a second object.
  func opensClause(_ conjunct: Int) -> Bool {
    let isJoined =
      tree.relation(conjunct) == "conj"
      || tree.relation(conjunct) == "obj" && !tree.children(conjunct, "cc").isEmpty
    if isJoined, isGapped(conjunct) { return true }
    guard isJoined, let last = tree.subtree(conjunct).max(), last + 1 < tree.count else {
      return false
    }
    let next = last + 1
    return tree.token(next).upos == .verb && ["VBD", "VBZ", "VBP"].contains(tree.token(next).xpos)
      && tree.head(conjunct).map { $0 < conjunct } == true
      && tree.children(next, "nsubj", "nsubj:pass", "cop").isEmpty
  }

  /// "hired Kern, Northgate Lenski": two names side by side, or a name and "neither", are a clause whose verb was
  /// said before.
  private func isGapped(_ conjunct: Int) -> Bool {
    guard let mention = context.mention(at: conjunct), mention.type.isNode,
      tree.token(conjunct).upos == .propn
    else { return false }
    let next = mention.tokens.upperBound
    guard next < tree.count else { return false }
    if let other = context.mention(at: next) {
      return other.type.isNode && tree.token(next).upos == .propn && other.entity != mention.entity
        && context.headToken(ofMentionAt: next).map { tree.relation($0) != "conj" } == true
    }
    return tree.form(next).lowercased() == "neither"
  }

  /// The arguments of the nominal alone, without coordination.
  func single(_ token: Int) -> [Argument] { single(token, depth: 0) }

  func isNominal(_ token: Int) -> Bool {
    switch tree.token(token).upos {
    case .noun, .propn, .pron, .num, .det, .x, .sym: true
    case .adj: context.mention(at: token) != nil || tree.children(token, "det").isEmpty == false
    default: context.mention(at: token) != nil
    }
  }

  private func single(_ token: Int, depth: Int) -> [Argument] {
    guard depth < 4 else { return [] }
    if let name = name(at: token) { return [name] }
    if let antecedent = antecedent(ofRelative: token) {
      return arguments(antecedent).map { relabel($0, span: tree.token(token).span, token: token) }
    }
    if let entities = context.references[token].map({ withoutOwners($0, of: token) }),
      !entities.isEmpty
    {
      let span =
        tree.token(token).upos == .pron
        ? tree.token(token).span : tree.nominalSpan(token)
      return entities.compactMap { entity in
        context.type(of: entity).map {
          Argument(entity: entity, type: $0, span: span, token: token, reference: .pronoun)
        }
      }
    }
    if let titled = titledName(token) { return [titled] }
    if let place = describedPlace(token) { return [place] }
    if let whole = whole(ofPart: token) { return single(whole, depth: depth + 1) }
    let named = apposedNames(token, depth: depth)
    if !named.isEmpty { return named }
    return agents(token)
  }

  /// "Dorn's son" is not Dorn: who owns a description is not whom it means.
  private func withoutOwners(_ entities: [EntityID], of token: Int) -> [EntityID] {
    let owners = Set(
      tree.children(token, "nmod:poss").compactMap { context.mention(at: $0)?.entity })
    let fitting = type(describedBy: token)
    return entities.filter { entity in
      !owners.contains(entity) && (fitting == nil || context.type(of: entity) == fitting)
    }
  }

  /// "the country" is a place and "the firm" a body, whatever else they may be taken for.
  private func type(describedBy token: Int) -> EntityType? {
    guard tree.token(token).upos == .noun else { return nil }
    let lemma = tree.lemma(token)
    if lemma == "country" || lemma == "nation" || cues.placeNouns.contains(lemma) {
      return .location
    }
    return cues.describedBodies.contains(lemma) ? .organization : nil
  }

  /// The name whose head is the token.
  private func name(at token: Int) -> Argument? {
    guard let mention = context.mention(at: token), let entity = mention.entity,
      mention.type.isNode, context.headToken(ofMentionAt: token) == token,
      let type = context.type(of: entity)
    else { return nil }
    // "Iraqi" before a noun is not the noun phrase's referent, the noun is; the caller asks for heads.
    return Argument(
      entity: entity, type: type, span: mention.span, token: token, reference: .name)
  }

  /// The noun that a relative pronoun stands for.
  func antecedent(ofRelative token: Int) -> Int? {
    let word = tree.token(token)
    guard word.upos == .pron || word.upos == .det,
      ["who", "which", "that", "whom", "whose"].contains(word.form.lowercased())
    else { return nil }
    var current = token
    while let head = tree.head(current) {
      if tree.deprel(current) == "acl:relcl" { return head }
      // "It was Togo that attacked Benin."
      if tree.deprel(current) == "advcl:relcl", tree.children(head, "cop").isEmpty == false,
        tree.children(head, "expl", "nsubj").contains(where: { tree.lemma($0) == "it" })
      {
        return head
      }
      if tree.relation(current) == "ccomp" || tree.relation(current) == "advcl" { return nil }
      current = head
    }
    return nil
  }

  private func relabel(_ argument: Argument, span: Span, token: Int) -> Argument {
    var changed = argument
    changed.span = span
    changed.token = token
    return changed
  }

  /// "leader Ahmad Shah Massoud": a role right before a person's name stands for the person.
  private func titledName(_ token: Int) -> Argument? {
    guard token + 1 < tree.count, context.lexicon.nouns[tree.lemma(token)] != nil,
      let mention = context.mention(at: token + 1), mention.type == .person,
      mention.tokens.lowerBound == token + 1,
      let head = context.headToken(ofMentionAt: token + 1), let name = name(at: head)
    else { return nil }
    return Argument(
      entity: name.entity, type: name.type, span: name.span, token: head, reference: .description)
  }

  /// "the southern city of Karachi", "Babil province": a place noun stands for the place it names.
  private func describedPlace(_ token: Int) -> Argument? {
    guard tree.token(token).upos == .noun || tree.token(token).upos == .propn,
      cues.placeNouns.contains(tree.lemma(token)), tree.token(token).xpos != "NNS",
      context.mention(at: token) == nil
    else { return nil }
    for child in tree.children(token, "nmod") where tree.deprel(child) == "nmod" {
      guard child > token, tree.preposition(child) == "of", tree.children(child, "conj").isEmpty,
        let name = name(at: child), name.type == .location
      else { continue }
      return described(name)
    }
    // A province is called by the word before it; a town, by the place it lies in ("a West Bank town").
    guard Self.regions.contains(tree.lemma(token)), token > 0,
      let head = context.headToken(ofMentionAt: token - 1), tree.relation(head) == "compound",
      tree.head(head) == token, let name = name(at: head), name.type == .location
    else { return nil }
    return described(name)
  }

  private static let parts: Set<String> = [
    "third", "quarter", "half", "fifth", "tenth", "majority", "minority", "most", "part", "rest",
    "remainder",
    "percent", "%", "share", "stake",
  ]

  /// "a third of Bosphorus Gas", "51 percent of the bank": who owns or loses a part is tied to the whole.
  private func whole(ofPart token: Int) -> Int? {
    guard Self.parts.contains(tree.lemma(token)), context.mention(at: token) == nil,
      tree.token(token).upos != .verb
    else { return nil }
    let wholes = tree.children(token, "nmod").filter {
      $0 > token && tree.deprel($0) == "nmod"
        && (tree.preposition($0) == "of"
          || ["share", "stake"].contains(tree.lemma(token)) && tree.preposition($0) == "in")
    }
    return wholes.first
  }

  private func described(_ name: Argument) -> Argument {
    var described = name
    described.reference = .description
    return described
  }

  private static let regions: Set<String> = [
    "province", "region", "district", "county", "island", "governorate", "oblast", "valley",
    "peninsula", "prefecture", "municipality",
  ]

  private static let calling: Set<String> = ["name", "call", "dub", "nickname", "title"]

  /// Names in apposition to a description of a person or an organisation.
  private func apposedNames(_ token: Int, depth: Int) -> [Argument] {
    guard tree.token(token).upos != .pron else { return [] }
    var found: [Argument] = []
    // "an officer named Kern", "a firm called Karst"
    let called = tree.children(token, "acl").filter {
      Self.calling.contains(tree.lemma($0)) && tree.token($0).xpos == "VBN"
    }.flatMap { tree.children($0, "xcomp", "obj") }
    for child in tree.children(token, "appos", "flat") + called {
      guard let name = name(at: child) else { continue }
      found.append(
        Argument(
          entity: name.entity, type: name.type, span: name.span, token: child,
          reference: .description))
    }
    return found
  }

  /// Whether the noun stands for a body of its own ("government").
  func isAgentNoun(_ token: Int) -> Bool {
    cues.stateAgents.contains(tree.lemma(token)) || cues.memberAgents.contains(tree.lemma(token))
  }

  /// The state, body or group that a collective noun stands for.
  private func agents(_ token: Int) -> [Argument] {
    let lemma = tree.lemma(token)
    let isState = cues.stateAgents.contains(lemma)
    let isMember = cues.memberAgents.contains(lemma)
    guard isState || isMember, standsForBody(token) else { return [] }
    let span = tree.nominalSpan(token)
    let isLocalForce = Self.localForces.contains(lemma)
    let fitting = modifiers(of: token, prepositions: isLocalForce ? ["of", "in"] : ["of"]).filter {
      argument in
      if isState && argument.type == .location { return true }
      return argument.type == .organization || (isMember && argument.type == .group)
    }
    // "U.S. and North Korean officials" are both, "Iraqi Interior Ministry officials" the first.
    guard let first = fitting.first else { return [] }
    return fitting.prefix { $0.token == first.token || isConjunct($0.token, of: first.token) }.map {
      Argument(
        entity: $0.entity, type: $0.type, span: span, token: token, reference: .agent)
    }
  }

  /// Of a place they act for it: "police in Nepal"; soldiers may be another state's.
  private static let localForces: Set<String> = [
    "police", "authority", "prosecutor", "court", "judge",
  ]

  /// Whether two modifiers are coordinated, also where the parser hung both, and the "and", on the noun.
  private func isConjunct(_ token: Int, of first: Int) -> Bool {
    if tree.relation(token) == "conj" { return tree.head(token) == first }
    guard let noun = tree.head(token), tree.head(first) == noun else { return false }
    return tree.children(noun, "cc").contains { first < $0 && $0 < token && token - first <= 3 }
  }

  /// One official, or a former one, does not act for the body as "officials" do.
  private func standsForBody(_ token: Int) -> Bool {
    let isFormer = tree.children(token, "amod").contains {
      cues.former.contains(tree.form($0).lowercased())
    }
    if isFormer { return false }
    return !cues.individuals.contains(tree.lemma(token)) || tree.token(token).xpos == "NNS"
  }

  /// What names modify a noun: genitives, adjectives, compounds and of-phrases, in order.
  func modifiers(of token: Int, prepositions: Set<String> = ["of"]) -> [Argument] {
    var found: [Argument] = []
    for child in tree.children(token, "nmod:poss", "amod", "compound", "nmod", "nmod:desc") {
      if tree.relation(child) == "nmod" && tree.deprel(child) == "nmod" {
        guard prepositions.contains(tree.preposition(child)) else { continue }
        found += arguments(child)
      } else {
        found += arguments(child)
      }
    }
    return found
  }
}
