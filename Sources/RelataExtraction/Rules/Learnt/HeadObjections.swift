import RelataCore
import RelataLanguage

/// What the sentence's tree has against a relation that the relation head proposes.
///
/// The head sees words, not constructions; each objection is a construction in which one end cannot have
/// the part that the relation gives it.
struct HeadObjections: Sendable {
  let context: SentenceContext
  private var tree: SentenceTree { context.tree }

  init(_ context: SentenceContext) { self.context = context }

  /// What speaks against the relation between the two ends, nil if nothing does; the anchor is the verb or
  /// noun that says it.
  func objection(
    to relation: RelationID, _ subject: Argument, _ object: Argument, anchor: Int
  ) -> Objection? {
    let ends = [subject, object]
    if anchor < object.token && ArgumentFinder(context).opensClause(object.token)
      || isGapped(subject.token, object.token) || isObjectOfOther(subject.token, than: anchor)
    {
      return .otherClause
    }
    if ends.contains(where: { isAnothers($0, anchor) }) { return .otherBearer }
    if ends.contains(where: { isAside($0.token, of: anchor) }) || isBystander(subject, of: anchor)
      || areInOtherClauses(subject.token, object.token) || isProceeding(anchor, for: relation)
    {
      return .otherClause
    }
    let type = context.schema[relation]
    if ends.contains(where: { isBesideRelative($0.token, anchor) }) { return .otherClause }
    if type?.isSymmetric == false, isFirstParty(object, of: anchor, relation) {
      return .otherBearer
    }
    if relation == "owns" || relation == "founded", isOwnerOfObject(object, anchor) {
      return .otherBearer
    }
    if isDoneByOther(subject, anchor, type) || isNoPart(subject, object, anchor, relation) {
      return .otherBearer
    }
    guard type?.isNominal == true else {
      if type?.family == .contact, type?.isSymmetric == true,
        actTogether(subject.token, object.token, anchor)
      {
        return .otherClause
      }
      return ends.contains(where: isOrigin) ? .origin : nil
    }
    if type?.family == .kin, isKinOfKin(anchor) { return .otherBearer }
    if isListed(anchor, beside: subject.token) || isListed(anchor, beside: object.token)
      || ["like", "unlike"].contains(tree.preposition(anchor))
    {
      return .otherBearer
    }
    if type?.family == .kin || type?.isRole == true,
      isReachedThroughSomebody(object.token, anchor) || belongsToSomebodyElse(anchor, subject.token)
    {
      return .otherBearer
    }
    if relation == "leads", context.lexicon.isSubordinate(anchor, in: tree) { return .subordinate }
    if type?.isAgentive == true, isOrigin(subject) { return .origin }
    let isElsewhere =
      isSomebodyElse(anchor, than: subject.token) || describesAnother(anchor, than: ends)
      || type?.isRole == true && owns(subject, anchor)
      || ends.contains { isOtherParticipant(anchor, than: $0.token) }
      || isTitleAbroad(anchor, subject.token, object.token)
    return isElsewhere ? .otherBearer : nil
  }

  /// "Its money came from Belsky, a trader on whom the Union imposed sanctions": what a relative clause says is of its
  /// noun and of whom it names itself.
  private func isBesideRelative(_ end: Int, _ anchor: Int) -> Bool {
    var clause = anchor
    while tree.token(clause).upos != .verb,
      ["obj", "obl", "nsubj"].contains(tree.relation(clause)),
      let head = tree.head(clause)
    {
      clause = head
    }
    guard tree.token(clause).upos == .verb, tree.deprel(clause) == "acl:relcl",
      let noun = tree.head(clause), !tree.subtree(clause).contains(end)
    else { return false }
    return !tree.subtree(top(of: noun)) { isBesideHead($0) }.contains(end)
  }

  /// The head of the noun that a word stands beside as another name of it or is listed with; not `verb`.
  private func top(of word: Int, below verb: Int? = nil) -> Int {
    var top = word
    while isBesideHead(top), let head = tree.head(top), head != verb { top = head }
    return top
  }

  /// Whether a word is another name of its head, a part of its name, or listed with it.
  private func isBesideHead(_ word: Int) -> Bool {
    ["appos", "flat", "conj", "compound"].contains(tree.relation(word))
      || tree.deprel(word) == "nmod:desc"
  }

  /// "bought its stake from Reik": whose stake it is has a part in it, and is not what it is in.
  private func isFirstParty(_ object: Argument, of noun: Int, _ relation: RelationID) -> Bool {
    tree.deprel(object.token) == "nmod:poss" && tree.head(object.token) == noun
      && (context.lexicon.eventNouns[tree.lemma(noun)] ?? []).contains {
        $0.relation == relation && !$0.prepositions.contains("of")
      }
  }

  /// "bought Santander's stake in Delta": what is bought is not its owner.
  private func isOwnerOfObject(_ end: Argument, _ verb: Int) -> Bool {
    guard tree.token(verb).upos == .verb, tree.deprel(end.token) == "nmod:poss",
      let thing = tree.head(end.token)
    else { return false }
    return tree.head(thing) == verb && ["obj", "nsubj:pass"].contains(tree.deprel(thing))
  }

  /// "Massoud fled after the Taliban seized the valley": who stands outside a clause with a named subject of
  /// its own does not do what it says.
  private func isBystander(_ subject: Argument, of verb: Int) -> Bool {
    var clause = verb
    while tree.token(clause).upos != .verb,
      ["obj", "obl", "xcomp"].contains(tree.relation(clause)),
      let head = tree.head(clause)
    {
      clause = head
    }
    guard tree.token(clause).upos == .verb, !tree.subtree(clause).contains(subject.token) else {
      return false
    }
    let agents = tree.children(clause, "nsubj").filter { tree.deprel($0) == "nsubj" }
      .flatMap { ArgumentFinder(context).arguments($0).map(\.entity) }
    return !agents.isEmpty && !agents.contains(subject.entity)
  }

  /// "Kern works for Karst; Weiss works for Bergbahn": clauses that stand side by side, each with a subject of
  /// its own, share no one.
  private func areInOtherClauses(_ one: Int, _ other: Int) -> Bool {
    let way = tree.way(from: one, to: other)
    return way.contains { clause in
      guard tree.token(clause).upos == .verb || !tree.children(clause, "cop").isEmpty,
        ["conj", "parataxis"].contains(tree.relation(clause)), clause != one, clause != other,
        let head = tree.head(clause), way.contains(head)
      else { return false }
      return tree.children(clause, "nsubj", "nsubj:pass").contains {
        tree.token($0).upos != .pron
      }
    }
  }

  /// "Kern of Karst Bank, who was arrested by the police": the bank did not arrest him.
  private func isDoneByOther(_ subject: Argument, _ verb: Int, _ type: RelationType?) -> Bool {
    guard type?.family == .conflict, tree.token(verb).upos == .verb else { return false }
    let predication = context.predication(of: verb)
    guard predication.isPassive else { return false }
    let finder = ArgumentFinder(context)
    let agents = predication.agents.flatMap { finder.arguments($0).map(\.entity) }
    return !agents.isEmpty && !agents.contains(subject.entity)
  }

  /// "Killer of reporter Hoxha worked for Karst", "Dorn's wife met Kern": what somebody does does not do who is
  /// only named to say who he is.
  private func isAnothers(_ end: Argument, _ verb: Int) -> Bool {
    guard end.type == .person, tree.token(verb).upos == .verb else { return false }
    var word = top(of: end.token, below: verb)
    while tree.relation(word) == "nmod", let noun = tree.head(word), noun != verb {
      let isHeld = context.references[noun]?.contains(end.entity) == true
      if tree.token(noun).upos == .noun, tree.token(noun).xpos == "NN", isSomebody(noun), !isHeld,
        isParticipant(top(of: noun, below: verb), of: verb)
          || tree.relation(noun) == "nmod"
      {
        return true
      }
      word = top(of: noun, below: verb)
    }
    return false
  }

  private func isParticipant(_ noun: Int, of verb: Int) -> Bool {
    tree.head(noun) == verb
      && (["nsubj", "obj"].contains(tree.relation(noun))
        || tree.relation(noun) == "obl" && tree.children(noun, "case").isEmpty)
  }

  /// "the husband of the sister of Karin Dahl" is not the husband of Karin Dahl.
  private func isKinOfKin(_ noun: Int) -> Bool {
    let role = RoleNoun(index: noun, context: context, finder: ArgumentFinder(context))
    return !RoleRelation(noun: role).kinBetween.isEmpty
  }

  /// "the sister of Malhotra's lawyer": whose lawyer it is says nothing of the sister.
  private func isReachedThroughSomebody(_ end: Int, _ role: Int) -> Bool {
    let way = tree.way(from: end, to: role)
    return zip(way, way.dropFirst()).contains { word, noun in
      noun != role && tree.head(word) == noun && tree.relation(word) == "nmod"
        && context.mention(at: noun) == nil && isUnnamedSomebody(noun)
    }
  }

  /// "Demirel is the uncle of Hanna's husband": the husband is somebody else.
  private func belongsToSomebodyElse(_ role: Int, _ bearer: Int) -> Bool {
    guard tree.relation(role) == "nmod", let other = tree.head(role) else { return false }
    return other != bearer && isUnnamedSomebody(other) && !tree.subtree(role).contains(bearer)
  }

  private func isUnnamedSomebody(_ noun: Int) -> Bool {
    tree.token(noun).upos == .noun && isSomebody(noun)
      && !tree.children(noun, "appos", "flat", "nmod:desc").contains {
        context.mention(at: $0)?.type == .person
      }
  }

  /// Whether a noun means a person: a role, a trade, one who does.
  private func isSomebody(_ noun: Int) -> Bool {
    let cues = context.lexicon.cues
    let lemma = tree.lemma(noun)
    guard !cues.companyNouns.contains(lemma), !cues.stateBodies.contains(lemma) else {
      return false
    }
    return cues.personNouns.contains(lemma) || context.lexicon.roles(at: noun, in: tree) != nil
      || lemma.count > 4 && ["er", "or", "ist", "ian", "ant"].contains(where: lemma.hasSuffix)
  }

  /// "As well as Karst, Dorn owns Bergbahn": where a verb is known to say the relation of its agent, nobody else
  /// has that part.
  private func isNoPart(
    _ subject: Argument, _ object: Argument, _ verb: Int, _ relation: RelationID
  ) -> Bool {
    guard tree.token(verb).upos == .verb, context.schema[relation]?.isSymmetric == false,
      let all = context.lexicon.verbFrames[tree.lemma(verb)]?.filter({ $0.relation == relation }),
      case let frames = all.filter({ $0.from == .agent }), !frames.isEmpty
    else { return false }
    let predication = context.predication(of: verb)
    let finder = ArgumentFinder(context)
    // "sold the bank to Dorn": another part of the verb may have the relation too.
    let isOtherPart = all.contains { frame in
      guard case .preposition(let words) = frame.from else { return frame.from != .agent }
      let holders = predication.obliques.filter { words.contains($0.preposition) }
      return holders.contains { tree.subtree($0.token).contains(subject.token) }
        && (frame.to != .patient
          || predication.patients.contains { tree.subtree($0).contains(object.token) })
    }
    if isOtherPart { return false }
    let agents = predication.agents.flatMap { finder.arguments($0).map(\.entity) }
    if !agents.isEmpty, !agents.contains(subject.entity) { return true }
    let patients = predication.patients.flatMap { finder.arguments($0).map(\.entity) }
    // "Polaris Freight's owner left the country": who only says whose the subject is suffers nothing.
    if !predication.patients.isEmpty, patients.isEmpty,
      predication.agents.contains(where: {
        tree.subtree($0).contains(object.token) && $0 != object.token
      }), frames.allSatisfy({ $0.to == .patient })
    {
      return true
    }
    if !agents.isEmpty {
      return !patients.isEmpty && !patients.contains(object.entity)
        && frames.allSatisfy { $0.to == .patient }
    }
    return predication.isPassive && patients.contains(subject.entity)
  }

  /// "cleared Kern of killing Weiss": a word of law says nothing of the act below it but in its mood.
  private func isProceeding(_ anchor: Int, for relation: RelationID) -> Bool {
    let cues = context.lexicon.cues
    let lemma = tree.lemma(anchor)
    guard
      cues.clearing.contains(lemma) || cues.charging.contains(lemma)
        || cues.convicting.contains(lemma) || cues.dropping.contains(lemma)
        || cues.mistaking.contains(lemma)
    else { return false }
    guard let family = context.schema[relation]?.family, [.conflict, .money].contains(family) else {
      return false
    }
    let words = cues.clearing.union(cues.charging).union(cues.convicting)
    return !words.contains { word in
      (context.lexicon.verbFrames[word] ?? []).contains { $0.relation == relation }
    }
  }

  /// "Graham and Waltz urged Biden": who does something together to somebody else does not do it to each
  /// other; who holds talks together does.
  private func actTogether(_ one: Int, _ other: Int, _ verb: Int) -> Bool {
    let way = tree.way(from: one, to: other)
    // What joins the topmost of them to the clause does not join them.
    let steps = way.filter { tree.head($0).map(way.contains) ?? false }
    let joining: Set<Substring> = ["conj", "appos", "flat", "nmod", "compound"]
    let areJoined =
      !way.contains(verb) && steps.allSatisfy { joining.contains(tree.relation($0)) }
      && steps.contains { tree.relation($0) == "conj" }
    let areSubjects = [one, other].allSatisfy {
      tree.head($0) == verb && tree.relation($0) == "nsubj"
    }
    guard areJoined || areSubjects else { return false }
    // "Both attended a conference": only nouns of contact say that they had any.
    if tree.token(verb).upos == .noun {
      // "In a letter to the bank, Kern and Weiss praised it": the letter has a reader of its own.
      let isElsewhere = tree.children(verb, "nmod").contains {
        ["to", "with", "from"].contains(tree.preposition($0)) && $0 != one && $0 != other
      }
      return isElsewhere || context.lexicon.eventNouns[tree.lemma(verb)] == nil
    }
    return tree.children(verb, "obj", "iobj").contains {
      context.lexicon.eventNouns[tree.lemma($0)] == nil
    }
  }

  /// "Kern won in 1998, Weiss in 1999": who has a clause of his own without a verb is not in the first.
  private func isGapped(_ subject: Int, _ object: Int) -> Bool {
    [subject, object].contains { end in
      var first = end
      while tree.relation(first) == "conj", let head = tree.head(first),
        tree.token(first).upos != .verb
      {
        first = head
      }
      guard first != end, tree.token(first).upos == .verb else { return false }
      return tree.way(from: subject, to: object).contains(first)
    }
  }

  /// "Amann thanked Stark and flew to Vienna": the object of the first verb does not do what the second says.
  private func isObjectOfOther(_ subject: Int, than verb: Int) -> Bool {
    guard tree.token(verb).upos == .verb, tree.relation(verb) == "conj",
      let first = tree.head(verb),
      tree.token(first).upos == .verb, tree.head(subject) == first, subject < verb
    else { return false }
    return ["obj", "iobj", "obl"].contains(tree.deprel(subject))
      && tree.children(verb, "aux:pass").isEmpty
  }

  /// "a French company, AES", "Somali insurgents": an adjective tells where somebody comes from who is no organ
  /// of that state, and what he does the state does not do.
  private func isOrigin(_ end: Argument) -> Bool {
    guard end.reference == .name, end.type == .location,
      ["amod", "compound"].contains(tree.relation(end.token)), let noun = tree.head(end.token),
      noun > end.token, context.mention(at: noun) == nil
    else { return false }
    let cues = context.lexicon.cues
    let lemma = tree.lemma(noun)
    guard !cues.stateAgents.contains(lemma), !cues.stateBodies.contains(lemma) else { return false }
    return cues.personNouns.contains(lemma) || cues.companyNouns.contains(lemma)
      || cues.memberAgents.contains(lemma) || context.lexicon.nouns[lemma] != nil
  }

  /// "Babić, who is represented by Sastre, has sued": who stands in a relative clause has no part in what the
  /// clause above it says; "Zurich, where Brunner lives, and Milan": nor what comes after one in what it says.
  private func isAside(_ end: Int, of predicate: Int) -> Bool {
    guard tree.token(predicate).upos == .verb else { return false }
    let way = tree.way(from: end, to: predicate)
    return zip(way, way.dropFirst()).contains { word, next in
      if tree.head(word) == next {
        // Also where the parser took the relative clause for an adverbial or a second one.
        return tree.relation(word) == "acl"
          || tree.token(word).upos == .verb && ["advcl", "conj"].contains(tree.relation(word))
            && way.contains { tree.head($0) == word && tree.deprel($0) == "nsubj" }
      }
      return tree.deprel(next) == "acl:relcl" && end > predicate
    }
  }

  /// "a cashier, Rick Moody, and the brother of the accused": a role that is coordinated with a name is
  /// another's, unless it is owned by who was named before ("Moody and his brother").
  private func isSomebodyElse(_ role: Int, than bearer: Int) -> Bool {
    guard tree.token(role).upos == .noun, role != bearer, tree.children(role, "nmod:poss").isEmpty,
      tree.relation(role) == "conj", !tree.children(role, "nmod").isEmpty
    else { return false }
    return tree.way(from: bearer, to: role).dropLast().contains { tree.head(role) == $0 }
  }

  /// "Kern and her brother, and Lenski": of two in one list, each with its own "and", neither describes the other.
  private func isListed(_ role: Int, beside end: Int) -> Bool {
    guard tree.token(role).upos == .noun, role != end else { return false }
    let way = tree.way(from: role, to: end)
    guard way.count > 1, !tree.children(end, "cc").isEmpty, !tree.children(role, "cc").isEmpty,
      end > role
    else { return false }
    let top = way.first { tree.head($0).map { !way.contains($0) } ?? true }
    return way.allSatisfy { $0 == top || tree.relation($0) == "conj" }
  }

  /// "Ahmadinejad met his Venezuelan counterpart": who owns a role does not bear it.
  private func owns(_ bearer: Argument, _ role: Int) -> Bool {
    tree.children(role, "nmod:poss").contains { owner in
      context.references[owner] == [bearer.entity]
        || context.mention(at: owner)?.entity == bearer.entity
    }
  }

  /// "Jalali, whose deputy, Sharifi, a graduate of the university": a description beside one person's name
  /// is not another's.
  private func describesAnother(
    _ noun: Int, than ends: [Argument]
  ) -> Bool {
    guard ["NN", "NNP"].contains(tree.token(noun).xpos) else { return false }
    return context.names.contains { name in
      name.mention.type == .person && tree.describes(noun, name.head)
        && !ends.contains { $0.entity == name.mention.entity }
    }
  }

  private static let naming: Set<String> = [
    "name", "appoint", "elect", "choose", "install", "crown", "make", "declare", "call", "consider",
    "nominate",
    "swear", "become", "remain", "be",
  ]

  /// "Iran's president met Assad": a role that takes part in what a verb says is not borne by another
  /// participant.
  private func isOtherParticipant(_ role: Int, than bearer: Int) -> Bool {
    guard let verb = tree.head(role), tree.head(bearer) == verb, role != bearer,
      tree.token(role).upos == .noun, tree.token(verb).upos == .verb,
      !Self.naming.contains(tree.lemma(verb)), tree.preposition(role) != "as"
    else { return false }
    let participants: Set<Substring> = ["nsubj", "obj", "iobj", "obl"]
    return participants.contains(tree.relation(role))
      && participants.contains(tree.relation(bearer))
  }

  private static let personnel: Set<String> = [
    "hire", "fire", "appoint", "name", "oust", "replace", "dismiss", "elect", "sack", "lose",
    "have", "choose",
    "promote", "suspend", "inaugurate", "get",
  ]

  /// "Canada will meet President Ferrer": a title is of no office in what acts on its bearer, or is acted on;
  /// what he only speaks of may be his ("President Mubarak said Egypt should …").
  private func isTitleAbroad(
    _ title: Int, _ bearer: Int, _ other: Int
  ) -> Bool {
    guard tree.describes(title, bearer), let verb = tree.head(other),
      ["nsubj", "obj", "iobj"].contains(tree.relation(other)), tree.token(verb).upos == .verb
    else { return false }
    let way = tree.way(from: bearer, to: other)
    return way.contains(verb)
      && !way.contains {
        Self.personnel.contains(tree.lemma($0))
          || context.lexicon.cues.saying.contains(tree.lemma($0))
      }
  }
}
