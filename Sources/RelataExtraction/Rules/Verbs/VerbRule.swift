import RelataCore
import RelataLanguage

extension Rule {
  static let verb = Rule(
    "rule.verb.v1", "a verb with its arguments",
    reads: [
      ("Ahmad Massoud hired the lobbyist Robert Stryk.", "Ahmad Massoud | hired | Robert Stryk")
    ],
    not: [("Ahmad Massoud and Robert Stryk hired a hall.", "Ahmad Massoud | hired | Robert Stryk")])

  static let passive = Rule(
    "rule.passive.v1", "a passive verb with its arguments",
    reads: [("Robert Stryk was hired by Ahmad Massoud.", "Ahmad Massoud | hired | Robert Stryk")],
    not: [("Robert Stryk was hired by Ahmad Massoud.", "Robert Stryk | hired | Ahmad Massoud")])

  static let transfer = Rule(
    "rule.transfer.v1", "a verb by which an amount of money changes hands",
    reads: [
      ("Ivan Sokolov gave $2 million to Gazprom.", "Ivan Sokolov | funds | Gazprom"),
      ("Gazprom wired $40,000 to Ivan Sokolov.", "Gazprom | paid | Ivan Sokolov"),
    ],
    not: [("Ivan Sokolov gave a lecture to Gazprom.", "Ivan Sokolov | funds | Gazprom")])
}

/// Verbs with their arguments: "Massoud hired Stryk", "was joined by Saleh", "held talks with Iran".
///
/// Positive: "Massoud hired the lobbyist Robert Stryk." → hired(Massoud, Stryk).
/// Negative: "Massoud and Stryk hired a hall." → nothing between Massoud and Stryk.
struct VerbRule: Proposer {
  let rules: [Rule] = [.verb, .passive, .transfer]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let finder = ArgumentFinder(context)
    return context.predications.flatMap { predication in
      candidates(of: predication, in: context, finder: finder)
    }
  }

  private func candidates(
    of predication: Predication, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    guard let frames = context.lexicon.verbFrames[predication.lemma] else { return [] }
    let tree = context.tree
    let objectLemmas = objectNouns(of: predication, in: tree)
    var found: [Candidate] = []
    var usedRoles: Set<String> = []
    for frame in frames where matches(frame, predication, objectLemmas, context) {
      let produced = apply(frame, to: predication, in: context, finder: finder)
      // A frame with an object noun or particle reads the same words better than a bare one.
      guard !produced.isEmpty, frame.isLight || usedRoles.isEmpty || !frame.overlaps(usedRoles)
      else { continue }
      found += produced
      // What the types refuse takes no place: "China has ruled Tibet" is no leader's rule.
      let type = context.schema[frame.relation]
      let isFitting = produced.contains {
        type?.allows(subject: $0.subject.type, object: $0.object.type) == true
      }
      if isFitting { usedRoles.formUnion(frame.roleNames) }
    }
    return found
  }

  private func objectNouns(of predication: Predication, in tree: SentenceTree) -> Set<String> {
    Set(
      predication.patients.flatMap { [$0] + tree.children($0, "conj") }.map { tree.lemma($0) }
        + predication.obliques.map { "\($0.preposition)_\(tree.lemma($0.token))" })
  }

  private func matches(
    _ frame: VerbFrame, _ predication: Predication, _ objects: Set<String>,
    _ context: SentenceContext
  ) -> Bool {
    let tree = context.tree
    if let particle = frame.particle, particle != predication.particle { return false }
    if frame.particle == nil, let particle = predication.particle,
      !["up", "down"].contains(particle) || frame.objectNoun == nil
    {
      return false
    }
    if frame.isPast, !["VBD", "VBN"].contains(tree.token(predication.verb).xpos) { return false }
    if frame.isBare, !tree.children(predication.verb, "xcomp").isEmpty { return false }
    if frame.needsComplement, tree.children(predication.verb, "xcomp").isEmpty,
      !predication.obliques.contains(where: { $0.preposition == "as" })
    {
      return false
    }
    if frame.isAlone, predication.obliques.contains(where: { $0.preposition == "with" }) {
      return false
    }
    if frame.needsMoney, !predication.patients.contains(where: { isAmount($0, in: context) }) {
      return false
    }
    if frame.isDepicted,
      !predication.agents.contains(where: { Self.pictures.contains(tree.lemma($0)) })
    {
      return false
    }
    if frame.isOfGoods, predication.patients.contains(where: { isBody($0, in: context) }) {
      return false
    }
    if let noun = frame.objectNoun { return objects.contains(noun) }
    return true
  }

  private static let pictures: Set<String> = [
    "photograph", "photo", "picture", "image", "footage", "video", "snapshot", "selfie",
  ]

  /// "bought the firm", "took a stake in it": what is owned, not used.
  private func isBody(_ token: Int, in context: SentenceContext) -> Bool {
    let lemma = context.tree.lemma(token)
    return ArgumentFinder(context).arguments(token).contains { $0.type == .organization }
      || context.lexicon.cues.companyNouns.contains(lemma)
      || context.lexicon.eventNouns[lemma]?.contains { $0.relation == "owns" } == true
  }

  /// "$2 million", "a large sum".
  private func isAmount(_ token: Int, in context: SentenceContext) -> Bool {
    context.mention(at: token)?.type == .money || context.tree.token(token).upos == .sym
      || ["cash", "sum", "million", "billion"].contains(context.tree.lemma(token))
  }

  private func apply(
    _ frame: VerbFrame, to predication: Predication, in context: SentenceContext,
    finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    var trigger = [predication.verb] + tree.children(predication.verb, "compound:prt")
    if let noun = frame.objectNoun {
      trigger += predication.patients.filter { tree.lemma($0) == noun }
      // "came under fire from": the noun stands in a phrase.
      trigger += predication.obliques.filter { "\($0.preposition)_\(tree.lemma($0.token))" == noun }
        .map(\.token)
    }
    var relatedPairs: [(Argument, Argument)] = []
    if frame.from == .agent && frame.to == .agent {
      relatedPairs = mutual(predication, frame: frame, tree: tree, finder: finder)
    } else {
      let from = arguments(frame.from, frame, predication, tree, finder, trigger: &trigger)
      let to = arguments(frame.to, frame, predication, tree, finder, trigger: &trigger)
      relatedPairs =
        isRespective(predication, in: tree) && from.count > 1 && to.count > 1
        ? each(from, withOneOf: to) : pairs(from, to)
      if frame.isCorporate { relatedPairs = relatedPairs.filter { $0.1.type != .person } }
      if frame.isPersonal {
        relatedPairs = relatedPairs.filter { $0.0.type == .person && $0.1.type == .person }
      }
    }
    let words = trigger.sorted().map { tree.form($0) }.joined(separator: " ").lowercased()
    return relatedPairs.map { subject, object in
      var candidate = Candidate(
        subject: subject, relation: frame.relation, object: object, predicate: words,
        trigger: trigger, anchor: predication.verb, isPresupposed: false,
        precision: frame.confidence,
        rule: frame.needsMoney ? .transfer : predication.isPassive ? .passive : .verb)
      if frame.isPlanned { candidate.status = .planned }
      candidate.isFormer =
        frame.isFormer || !frame.isPlanned && isPastState(frame.relation, predication, in: context)
      return candidate
    }
  }

  /// "Kern and Weiss lead Karst and Bergbahn respectively".
  private func isRespective(_ predication: Predication, in tree: SentenceTree) -> Bool {
    tree.subtree(predication.verb).contains { tree.form($0).lowercased() == "respectively" }
  }

  /// The first with the first, the second with the second; nothing where the lists are not of one length.
  private func each(
    _ first: [Argument], withOneOf second: [Argument]
  ) -> [(Argument, Argument)] {
    first.count == second.count ? Array(zip(first, second)).filter { $0.entity != $1.entity } : []
  }

  /// Coordinated subjects of a reciprocal verb, if nothing else fills its object.
  private func mutual(
    _ predication: Predication, frame: VerbFrame, tree: SentenceTree, finder: ArgumentFinder
  ) -> [(Argument, Argument)] {
    let parties = predication.agents.flatMap { finder.arguments($0) }
    let isOpen =
      frame.objectNoun != nil
      || predication.patients.allSatisfy { finder.arguments($0).isEmpty && frame.objectNoun != nil }
    guard isOpen, parties.count > 1, parties.count <= 6,
      !predication.obliques.contains(where: { $0.preposition == "with" && frame.objectNoun == nil })
    else { return [] }
    var found: [(Argument, Argument)] = []
    for (i, a) in parties.enumerated() {
      for b in parties[(i + 1)...] where a.entity != b.entity { found.append((a, b)) }
    }
    return found
  }

  private func arguments(
    _ role: FrameRole, _ frame: VerbFrame, _ predication: Predication, _ tree: SentenceTree,
    _ finder: ArgumentFinder, trigger: inout [Int]
  ) -> [Argument] {
    switch role {
    case .agent:
      return predication.agents.flatMap { finder.arguments($0) }
    case .patient:
      let patients = predication.patients.flatMap { finder.arguments($0) }
      return patients + added(to: patients, predication, finder)
    case .patientOrOwner:
      return predication.patients.flatMap { patient in
        let direct = finder.arguments(patient)
        // "backing his son" backs the son, who has no name here.
        let isAgent =
          finder.isAgentNoun(patient)
          || finder.context.lexicon.nouns[tree.lemma(patient)] != nil
        return direct.isEmpty && !isAgent
          ? tree.children(patient, "nmod:poss").flatMap { finder.arguments($0) } : direct
      }
    case .recipient:
      let direct = predication.recipients.flatMap { finder.arguments($0) }
      return direct
    case .objectOwner:
      return predication.patients.flatMap { object in
        tree.children(object, "nmod:poss", "amod", "compound").flatMap { finder.arguments($0) }
      }
    case .preposition(let wanted):
      var found: [Argument] = []
      for oblique in predication.obliques where wanted.contains(oblique.preposition) {
        found += finder.arguments(oblique.token)
        trigger += tree.children(oblique.token, "case")
      }
      // "signed an agreement with Iran": the phrase may hang on the noun.
      for object in predication.patients {
        // "sold its smelter, Santa Ines, to Hunan": hung on what was sold, which has no phrase of its own.
        let isGiven =
          frame.objectNoun == nil && wanted == ["to"] && finder.context.mention(at: object) == nil
          && !finder.context.lexicon.takesPhrase(object, in: tree)
        guard frame.objectNoun == tree.lemma(object) || isGiven else { continue }
        for child in tree.children(object, "nmod") where wanted.contains(tree.preposition(child)) {
          found += finder.arguments(child)
          trigger += tree.children(child, "case")
        }
      }
      for phrase in predication.obliques
      where frame.objectNoun == "\(phrase.preposition)_\(tree.lemma(phrase.token))" {
        for child in tree.children(phrase.token, "nmod")
        where wanted.contains(tree.preposition(child)) {
          found += finder.arguments(child)
          trigger += tree.children(child, "case")
        }
      }
      return found
    }
  }

  /// "As well as Karst Bank, Dorn owns Bergbahn": one more of the same kind, before the clause.
  private func added(
    to patients: [Argument], _ predication: Predication, _ finder: ArgumentFinder
  ) -> [Argument] {
    let tree = finder.context.tree
    let agents = Set(predication.agents.flatMap { finder.arguments($0).map(\.type) })
    return tree.children(predication.verb, "obl", "advcl", "nmod").filter { phrase in
      guard phrase < predication.verb, let start = tree.subtree(phrase).first else { return false }
      let words = (start..<min(start + 3, tree.count)).map { tree.form($0).lowercased() }
      return words == ["as", "well", "as"] || words == ["in", "addition", "to"]
        || ["besides", "alongside"].contains(words[0])
        || words.count > 1 && ["along", "together", "apart", "aside"].contains(words[0])
          && ["with", "from"].contains(words[1])
    }.flatMap { finder.arguments($0) }
      .filter { one in
        patients.contains { $0.type == one.type && $0.entity != one.entity }
          && !agents.contains(one.type)
      }
  }

  /// A simple past of a verb of state tells of something over: "worked for", "led"; of one of change, of what came
  /// about: "bought".
  private func isPastState(
    _ relation: RelationID, _ predication: Predication, in context: SentenceContext
  ) -> Bool {
    guard context.schema[relation]?.lapses == true,
      context.tree.token(predication.verb).xpos == "VBD"
    else {
      return false
    }
    return !context.lexicon.cues.achieving.contains(predication.lemma)
  }
}

extension VerbFrame {
  fileprivate var isLight: Bool { objectNoun != nil || particle != nil || needsMoney }
  fileprivate var roleNames: Set<String> { ["\(from)", "\(to)"] }
  fileprivate func overlaps(_ used: Set<String>) -> Bool { roleNames.isSubset(of: used) }
}
