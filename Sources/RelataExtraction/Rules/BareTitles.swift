import RelataCore

/// Titles of state without a state beside them: "President Karzai" in an article about Afghanistan.
///
/// Positive: "Afghan police … President Hamid Karzai said …" → leads(Karzai, Afghanistan).
/// Negative: an article about two states alike, or one that gives somebody else that title there.
/// Looks at the whole document, after its sentences were read, because the state may stand anywhere
/// before. The state is the one that the text so far names clearly most often, and whose own bodies or
/// officials the sentence, or else the one before, names, and no other state's.
struct BareTitles {
  private let contexts: [SentenceContext]
  /// Persons tied to a state by the sentences themselves.
  private let settled: Set<EntityID>
  /// Titles that somebody holds in a state by the sentences themselves: "president e3".
  private let holders: [String: Set<EntityID>]
  /// Pairs that something else ties: one does not meet or oppose one's own state.
  private let tied: Set<Set<EntityID>>

  init(_ contexts: [SentenceContext], _ assertions: [Assertion]) {
    self.contexts = contexts
    var settled: Set<EntityID> = []
    var holders: [String: Set<EntityID>] = [:]
    for assertion in assertions
    where ["leads", "employed_by", "citizen_of", "represents"].contains(assertion.relation) {
      settled.insert(assertion.subject)
      for title in Self.titles where assertion.predicate.hasSuffix(title) {
        holders["\(title) \(assertion.object)", default: []].insert(assertion.subject)
      }
    }
    self.settled = settled
    tied = Set(assertions.map { [$0.subject, $0.object] })
    self.holders = holders
  }

  private static let titles: Set<String> = [
    "president", "prime minister", "premier", "chancellor", "foreign minister", "defense minister",
    "interior minister", "finance minister", "justice minister", "defence minister", "king", "queen",
    "vice president", "energy minister", "oil minister", "trade minister", "health minister",
  ]

  /// One a person, where the title stands first.
  func candidates() -> [(SentenceContext, Candidate)] {
    var counts: [EntityID: Int] = [:]
    var adjectives: Set<EntityID> = []
    var done: Set<EntityID> = []
    var found: [(SentenceContext, Candidate)] = []
    var before: Set<EntityID> = []
    for context in contexts {
      let own = bodies(in: context)
      defer { before = own }
      for name in context.names where name.mention.type == .location {
        guard let entity = name.mention.entity else { continue }
        counts[entity, default: 0] += 1
        // Only states have adjectives that differ from their names.
        if context.tree.relation(name.head) == "amod" { adjectives.insert(entity) }
      }
      for name in context.names where name.mention.type == .person {
        guard let entity = name.mention.entity, !settled.contains(entity), !done.contains(entity),
          let title = title(before: name.mention, in: context),
          let state = prevailing(counts, adjectives), (own.isEmpty ? before : own) == [state],
          !tied.contains([entity, state]),
          (holders["\(title.words) \(state)"] ?? []).isSubset(of: [entity]),
          let candidate = candidate(entity, name.mention, title, state, in: context)
        else { continue }
        done.insert(entity)
        found.append((context, candidate))
      }
    }
    return found
  }

  /// The state named most often so far, at least twice and twice as often as the next.
  private func prevailing(_ counts: [EntityID: Int], _ adjectives: Set<EntityID>) -> EntityID? {
    let ranked = counts.filter { adjectives.contains($0.key) }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard let first = ranked.first, first.value >= 2 else { return nil }
    if ranked.count > 1, ranked[1].value * 2 > first.value { return nil }
    return first.key
  }

  /// States whose own bodies or officials a sentence names: "Danish court", "Ukraine's parliament".
  private func bodies(in context: SentenceContext) -> Set<EntityID> {
    let tree = context.tree
    let cues = context.lexicon.cues
    var found: Set<EntityID> = []
    for name in context.names where name.mention.type == .location {
      guard let entity = name.mention.entity, let noun = tree.head(name.head),
        ["amod", "nmod:poss", "compound"].contains(tree.deprel(name.head)), noun > name.head,
        cues.stateBodies.contains(tree.lemma(noun)) || cues.stateAgents.contains(tree.lemma(noun))
      else { continue }
      found.insert(entity)
    }
    return found
  }

  private func title(
    before mention: Mention, in context: SentenceContext
  ) -> (words: String, tokens: [Int])? {
    let tree = context.tree
    let last = mention.tokens.lowerBound - 1
    guard last >= 0, context.mention(at: last) == nil else { return nil }
    let one = tree.form(last).lowercased()
    let two = last > 0 ? tree.form(last - 1).lowercased() + " " + one : one
    let tokens = Self.titles.contains(two) && last > 0 ? [last - 1, last] : [last]
    let words = tokens.count == 2 ? two : one
    guard Self.titles.contains(words), tree.form(last).first?.isUppercase == true else { return nil }
    // Whatever stands before must not make it the title of another body or state.
    if let before = tokens.first.map({ $0 - 1 }), before >= 0 {
      if context.mention(at: before) != nil { return nil }
      let word = tree.form(before).lowercased()
      let isOwned =
        ["'s", "’s", "'", "’", "-", "his", "her", "its", "their", "our", "my", "company", "club"].contains(word)
      let isModifier =
        [.adj, .propn, .noun].contains(tree.token(before).upos) && tree.head(before).map { $0 >= before } == true
      if isOwned || (isModifier && !Self.harmless.contains(word)) { return nil }
    }
    return (words, tokens)
  }

  /// Words before a title that do not change whose it is.
  private static let harmless: Set<String> = [
    "former", "new", "late", "current", "then", "outgoing", "incoming", "interim", "acting", "ailing",
    "embattled", "incumbent", "ousted", "longtime",
  ]

  private func candidate(
    _ person: EntityID, _ mention: Mention, _ title: (words: String, tokens: [Int]),
    _ state: EntityID, in context: SentenceContext
  ) -> Candidate? {
    guard let head = context.headToken(ofMentionAt: mention.tokens.lowerBound),
      let personType = context.type(of: person), let stateType = context.type(of: state)
    else { return nil }
    let named = context.names.first { $0.mention.entity == state }
    let subject = Argument(
      entity: person, type: personType, span: mention.span, token: head, reference: .name)
    let object = Argument(
      entity: state, type: stateType, span: named?.mention.span ?? mention.span,
      token: named?.head ?? head, reference: .name)
    let former = context.lexicon.cues.former
    let before = (title.tokens.first ?? 0) - 1
    return Candidate(
      subject: subject, relation: "leads", object: object, predicate: title.words,
      trigger: title.tokens, anchor: title.tokens.last ?? head, isPresupposed: true,
      isFormer: before >= 0 && former.contains(context.tree.form(before).lowercased()),
      isObjectImplied: named == nil, rule: "rule.bare-title.v1")
  }
}
