import RelataCore
import RelataLanguage

extension Rule {
  static let event = Rule(
    "rule.event.v1", "a noun for what happens between two",
    reads: [
      ("Talks between Iran and Pakistan resumed on Monday.", "Iran | negotiated_with | Pakistan")
    ],
    not: [("Iran praised the meeting of ministers in Qatar.", "Iran | met_with | Qatar")])

  static let attended = Rule(
    "rule.attended.v1", "somebody takes part in what a noun names",
    reads: [
      (
        "Viktor Orban said in an interview with Reuters that he would not resign.",
        "Viktor Orban | communicated_with | Reuters"
      )
    ],
    not: [
      (
        "Viktor Orban criticised the interview with Angela Merkel.",
        "Viktor Orban | communicated_with | Angela Merkel"
      )
    ])
}

/// Nouns for what happens between two parties: "talks between Iran and the EU", "Israel's attack on Gaza".
///
/// Positive: "Talks between Iran and Pakistan resumed." → negotiated_with(Iran, Pakistan).
/// Negative: "Iran praised the meeting of ministers." names only one party and yields nothing.
struct EventNounRule: Proposer {
  let rules: [Rule] = [.event, .attended]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let tree = context.tree
    let finder = ArgumentFinder(context)
    var found: [Candidate] = []
    for i in tree.tokens.indices
    where tree.token(i).upos == .noun && context.mention(at: i) == nil {
      for event in context.lexicon.eventNouns[tree.lemma(i)] ?? [] {
        found += candidates(event, at: i, in: context, finder: finder)
      }
    }
    return found
  }

  private func candidates(
    _ event: EventNoun, at noun: Int, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    var second: [Argument] = []
    var partners: [Argument] = []
    var trigger = [noun]
    for child in tree.children(noun, "nmod") {
      let preposition = tree.preposition(child)
      guard event.prepositions.contains(preposition), tree.deprel(child) == "nmod" else { continue }
      let parties = finder.arguments(child)
      trigger += tree.children(child, "case")
      if preposition == "between" {
        return mutual(parties, event, noun: noun, trigger: trigger, in: context)
      }
      second += parties
      if preposition == "of" {
        partners += parties
        second += tree.children(child, "nmod").filter { tree.preposition($0) == "with" }
          .flatMap { finder.arguments($0) }
      }
    }
    // "the merger of Karst with Bergbahn", "the merger of Karst and Bergbahn": one with the other.
    if context.schema[event.relation]?.isSymmetric == true, !partners.isEmpty, second.count == 2 {
      return mutual(second, event, noun: noun, trigger: trigger, in: context)
    }
    if second.isEmpty { second = owners(of: noun, event, in: tree, finder: finder) }
    guard !second.isEmpty else { return [] }
    let isSuffered = second.contains {
      tree.head($0.token) == noun && tree.deprel($0.token) == "nmod:poss"
    }
    let first =
      isSuffered
      ? []
      : tree.children(noun, "nmod:poss", "amod", "compound").flatMap { finder.arguments($0) }
    // "the arrest of John Mwangi by the CIA": the phrase may hang on the name, which nobody makes.
    let byAgents = ([noun] + second.map(\.token)).flatMap { tree.children($0, "nmod") }
      .filter { tree.preposition($0) == "by" }
      .flatMap { finder.arguments($0) }
    // "acquitted of the murder of": who stands before the court made it, or not.
    let accused = Proceedings(context).doers(of: noun).flatMap { finder.arguments($0) }
    let agents = first.isEmpty ? byAgents + (byAgents.isEmpty ? accused : []) : first
    let isState = !tree.children(noun, "cop").isEmpty && !tree.preposition(noun).isEmpty
    if agents.isEmpty, context.schema[event.relation]?.isAttended == true || isState {
      return attended(event, at: noun, with: second, trigger: trigger, in: context, finder: finder)
    }
    return pairs(agents, second).map { a, b in
      candidate(a, b, event, noun: noun, trigger: trigger, in: context)
    }
  }

  /// "his appointment by President Ferrer", "Dorn's arrest by the police": whom it happened to.
  private func owners(
    of noun: Int, _ event: EventNoun, in tree: SentenceTree, finder: ArgumentFinder
  ) -> [Argument] {
    guard event.prepositions.contains("of"),
      tree.children(noun, "nmod").contains(where: { tree.preposition($0) == "by" })
    else { return [] }
    return tree.children(noun, "nmod:poss").flatMap { finder.arguments($0) }
  }

  /// "He spoke after talks with Putin", "said in an interview with Reuters": the subject took part.
  private func attended(
    _ event: EventNoun, at noun: Int, with second: [Argument], trigger: [Int],
    in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    // "is on a tour of the Middle East", "are in talks with Iran", "is at odds with".
    if !tree.children(noun, "cop").isEmpty, ["in", "on", "at"].contains(tree.preposition(noun)) {
      let subjects = tree.children(noun, "nsubj").flatMap { finder.arguments($0) }
      return pairs(subjects, second).map { subject, object in
        var found = candidate(subject, object, event, noun: noun, trigger: trigger, in: context)
        found.rule = .attended
        return found
      }
    }
    guard tree.relation(noun) == "obl" || tree.relation(noun) == "obj", let verb = tree.head(noun),
      tree.token(verb).upos == .verb
    else { return [] }
    let preposition = tree.preposition(noun)
    let isObject =
      tree.relation(noun) == "obj"
      && ["hold", "have", "begin", "open", "resume", "give", "conduct", "make", "pay"]
        .contains(tree.lemma(verb))
    guard
      isObject
        || ["in", "into", "during", "after", "at", "for", "on", "following"].contains(preposition)
    else { return [] }
    let predication = context.predication(of: verb)
    guard !predication.isPassive else { return [] }
    let subjects = predication.agents.flatMap { finder.arguments($0) }
    return pairs(subjects, second).map { subject, object in
      var found = candidate(subject, object, event, noun: noun, trigger: trigger, in: context)
      // One comes for talks before they are held.
      if preposition == "for" { found.status = .planned }
      found.rule = .attended
      return found
    }
  }

  private func mutual(
    _ parties: [Argument], _ event: EventNoun, noun: Int, trigger: [Int],
    in context: SentenceContext
  ) -> [Candidate] {
    guard parties.count == 2 else { return [] }
    return [candidate(parties[0], parties[1], event, noun: noun, trigger: trigger, in: context)]
  }

  /// "Lind bought Kern's stake in Karst", "Kern's share in it was sold": whose it was has it no more.
  private func isGivenUp(
    _ noun: Int, _ event: EventNoun, by owner: Argument, in context: SentenceContext
  ) -> Bool {
    let tree = context.tree
    guard context.schema[event.relation]?.lapses == true, tree.head(owner.token) == noun,
      tree.deprel(owner.token) == "nmod:poss", let verb = tree.head(noun),
      ["obj", "nsubj:pass"].contains(tree.deprel(noun))
    else { return false }
    return context.lexicon.cues.achieving.contains(tree.lemma(verb))
      && context.lexicon.verbFrames[tree.lemma(verb)]?.contains { $0.relation == event.relation }
        == true
  }

  private func candidate(
    _ a: Argument, _ b: Argument, _ event: EventNoun, noun: Int, trigger: [Int],
    in context: SentenceContext
  ) -> Candidate {
    let tree = context.tree
    var found = Candidate(
      subject: a, relation: event.relation, object: b,
      predicate: trigger.sorted().map { tree.form($0).lowercased() }.joined(separator: " "),
      trigger: trigger, anchor: noun, isPresupposed: false,
      precision: event.confidence, rule: .event)
    if event.isPlanned { found.status = .planned }
    found.isFormer = isGivenUp(noun, event, by: a, in: context)
    return found
  }
}
