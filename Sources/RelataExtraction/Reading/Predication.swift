import RelataCore
import RelataLanguage

/// A verb with its arguments, independent of voice and of where in the tree they stand.
struct Predication: Sendable {
  var verb: Int
  var lemma: String
  var particle: String?
  var isPassive: Bool
  /// Heads of nominals.
  var agents: [Int]
  var patients: [Int]
  var recipients: [Int]
  /// Prepositional phrases: preposition and head of the nominal.
  var obliques: [(preposition: String, token: Int)]
}

/// Reads predications from a tree: voice, shared and controlled subjects, relative clauses, participles.
struct PredicationReader: Sendable {
  let tree: SentenceTree

  /// The predications of all verbs, in order of the sentence.
  func all() -> [Predication] {
    tree.tokens.indices.filter { isPredicate($0) }.map { read($0) }
  }

  private func isPredicate(_ i: Int) -> Bool {
    guard tree.token(i).upos == .verb else { return false }
    let relation = tree.relation(i)
    return relation != "amod" && relation != "compound" && relation != "case"
      && relation != "aux" && relation != "fixed" && relation != "flat"
  }

  func read(_ verb: Int) -> Predication {
    let passive = isPassive(verb)
    var subjects = subjects(of: verb, depth: 0)
    // What has a preposition is no object, whatever the parser called it: "received a million from".
    var objects = tree.children(verb, "obj").filter { tree.preposition($0).isEmpty }
    var agents: [Int] = []
    var unmarked: [Int] = []
    var obliques: [(String, Int)] = []
    for child in tree.children(verb, "obl", "nmod", "obj")
    where tree.relation(child) != "obj" || !tree.preposition(child).isEmpty {
      guard tree.deprel(child) != "obl:tmod", tree.deprel(child) != "obl:unmarked",
        tree.deprel(child) != "obl:npmod"
      else { continue }
      let preposition = tree.preposition(child)
      if passive
        && (preposition == "by" || (preposition.isEmpty && tree.deprel(child) == "obl:agent"))
      {
        agents.append(child)
      } else if !preposition.isEmpty {
        obliques.append((preposition, child))
      } else if objects.isEmpty, !passive, tree.deprel(child) == "obl",
        tree.token(child).upos == .propn, child > verb
      {
        // A bare name after the verb is its object, whatever the parser called it.
        unmarked.append(child)
      }
    }
    if objects.isEmpty { objects = unmarked }
    // "told NME that …": the one told is all there is to relate.
    if objects.isEmpty, !passive { objects = tree.children(verb, "iobj") }
    if passive && agents.isEmpty { agents = sharedAgents(verb) }
    if !passive && objects.isEmpty { objects = sharedObjects(verb) }
    if passive {
      objects += subjects
      subjects = agents
    }
    if let gap = relativeGap(verb, hasSubject: !subjects.isEmpty, objects: objects), !passive {
      objects.append(gap)
    }
    return Predication(
      verb: verb, lemma: tree.lemma(verb),
      particle: tree.children(verb, "compound:prt").first.map { tree.form($0).lowercased() },
      isPassive: passive, agents: subjects, patients: objects,
      recipients: tree.children(verb, "iobj"), obliques: obliques)
  }

  /// Verbs coordinated with a verb.
  private func partners(of verb: Int) -> [Int] {
    var partners = tree.children(verb, "conj")
    if tree.relation(verb) == "conj", let head = tree.head(verb) { partners.append(head) }
    return partners.filter { tree.token($0).upos == .verb }
  }

  /// "abducted and beheaded by gunmen": the by-phrase of a coordinated passive stands for both.
  private func sharedAgents(_ verb: Int) -> [Int] {
    for partner in partners(of: verb) where isPassive(partner) {
      let agents = tree.children(partner, "obl").filter {
        (tree.deprel($0) == "obl:agent" || tree.preposition($0) == "by") && $0 > max(verb, partner)
      }
      if !agents.isEmpty { return agents }
    }
    return []
  }

  /// "met and praised Saleh": an object after two coordinated verbs belongs to both.
  private func sharedObjects(_ verb: Int) -> [Int] {
    guard tree.children(verb, "xcomp", "ccomp", "obl").isEmpty else { return [] }
    for partner in partners(of: verb) where !isPassive(partner) {
      guard tree.children(partner, "nsubj").isEmpty || partner < verb else { continue }
      let objects = tree.children(partner, "obj").filter { $0 > max(verb, partner) }
      if !objects.isEmpty { return objects }
    }
    return []
  }

  /// A passive verb has a passive auxiliary or subject, or is a past participle that modifies a noun.
  func isPassive(_ verb: Int) -> Bool {
    if !tree.children(verb, "aux:pass", "csubj:pass").isEmpty { return true }
    // Without "be" and with an object the subject acts, whatever the parser called it.
    if !tree.children(verb, "nsubj:pass").isEmpty { return tree.children(verb, "obj").isEmpty }
    guard tree.token(verb).xpos == "VBN" else { return false }
    switch tree.deprel(verb) {
    case "acl":
      return tree.children(verb, "nsubj", "aux").isEmpty
    case "advcl", "xcomp":
      return tree.children(verb, "nsubj", "aux", "obj").isEmpty
    case "conj":
      guard let head = tree.head(verb), tree.children(verb, "nsubj", "aux").isEmpty,
        tree.token(head).upos == .verb
      else { return false }
      return isPassive(head) && tree.children(verb, "obj").isEmpty
    default:
      return tree.children(verb, "aux", "obj", "nsubj").isEmpty && tree.relation(verb) != "root"
        && tree.relation(verb) != "ccomp" && tree.relation(verb) != "parataxis"
    }
  }

  /// The surface subject, or the one shared with, or controlled from, a governing verb.
  private func subjects(of verb: Int, depth: Int) -> [Int] {
    let own = tree.children(verb, "nsubj", "nsubj:pass").filter { tree.deprel($0) != "nsubj:outer" }
    if !own.isEmpty || depth > 6 { return own }
    guard let head = tree.head(verb) else { return [] }
    // "the U.S. returning to Afghanistan": a gerund keeps its own subject as a modifier.
    if tree.token(verb).xpos == "VBG" {
      let owners = tree.children(verb, "nmod:poss", "compound").filter { $0 < verb }
      if !owners.isEmpty { return owners }
      if !tree.children(verb, "det").isEmpty { return [] }
    }
    let relation = tree.deprel(verb)
    switch relation {
    case "acl":
      // "the man accused of …", "the firm owning …"; not "the plan to attack …".
      let marks = tree.children(verb, "mark").map { tree.lemma($0) }
      if marks.isEmpty { return [head] }
      if marks == ["to"] { return nominalController(head, depth: depth) }
      return marks.allSatisfy(Self.joining.contains) ? chargedParty(of: head, depth: depth) : []
    case "acl:relcl":
      return []
    case "conj":
      return isVerbal(head) ? subjects(of: head, depth: depth + 1) : []
    case "xcomp":
      return controller(of: verb, from: head, depth: depth)
    case "advcl" where isFinite(verb) && !tree.children(verb, "mark").isEmpty:
      // "after the Taliban seized control": a finite clause has a subject of its own, even where
      // the parser hung it on what follows the verb.
      guard verb > 0, let strayed = tree.head(verb - 1), strayed > verb,
        [.noun, .propn, .pron].contains(tree.token(verb - 1).upos)
      else { return [] }
      return [verb - 1]
    case "advcl":
      // "accused Egypt of attacking": whom one accuses did it; before its verb ("far from helping X,
      // they sued Y") the clause has the verb's subject.
      let marks = tree.children(verb, "mark").map { tree.lemma($0) }
      if marks.contains(where: Self.joining.contains), !isPassive(head), verb > head {
        let objects = tree.children(head, "obj")
        if isOfObject(head), !objects.isEmpty { return objects }
        let named = objects.filter(isReferential)
        if !named.isEmpty { return named }
      }
      // "is guilty of paying": the predicate's subject.
      if !isVerbal(head), let above = tree.head(head), tree.relation(head) == "xcomp" {
        return subjects(of: above, depth: depth + 1)
      }
      // Participles and purposes share the subject of their clause.
      return isVerbal(head) ? subjects(of: head, depth: depth + 1) : []
    case "nmod" where tree.form(verb).lowercased().hasSuffix("ing"):
      return isJoined(verb) ? chargedParty(of: head, depth: depth) : []
    case "obl" where tree.form(verb).lowercased().hasSuffix("ing"):
      // "sued the paper for writing": where the parser took the gerund for a noun.
      let objects = tree.children(head, "obj").filter(isReferential)
      if isJoined(verb), !isPassive(head), !objects.isEmpty { return objects }
      return isVerbal(head) ? subjects(of: head, depth: depth + 1) : []
    default:
      return []
    }
  }

  /// What joins an act to the verb whose object did it: "accused him of", "stopped them from".
  private static let joining: Set<String> = ["of", "from", "for", "over", "with", "on", "in"]

  private func isJoined(_ act: Int) -> Bool {
    tree.children(act, "case", "mark").contains {
      Self.joining.contains(tree.form($0).lowercased())
    }
  }

  /// Whether what a verb says "of" or "for" is always its object's act: "accused the troops of firing".
  private func isOfObject(_ verb: Int) -> Bool {
    let cues = CueWords.standard
    let lemma = tree.lemma(verb)
    return cues.charging.contains(lemma) || cues.clearing.contains(lemma)
      || cues.convicting.contains(lemma) || cues.objectControl.contains(lemma)
  }

  /// Names, pronouns and people: what can have done something; "won a prize for helping" says it of the winner.
  private func isReferential(_ object: Int) -> Bool {
    switch tree.token(object).upos {
    case .propn, .pron: true
    case .noun:
      tree.children(object, "appos", "flat").contains { tree.token($0).upos == .propn }
        || tree.children(object, "nmod:desc", "compound").contains { $0 > object }
        || CueWords.standard.personNouns.contains(tree.lemma(object))
    default: false
    }
  }

  /// Whose act a charge, a trial or a verdict is about: "his conviction for", "charges against her of", "faces
  /// charges of", "is on trial for".
  func chargedParty(of noun: Int) -> [Int] { chargedParty(of: noun, depth: 0) }

  private func chargedParty(of noun: Int, depth: Int) -> [Int] {
    guard depth < 6 else { return [] }
    let accused = tree.children(noun, "nmod").filter { tree.preposition($0) == "against" }
    if !accused.isEmpty { return accused }
    if !tree.children(noun, "cop").isEmpty { return tree.children(noun, "nsubj") }
    let owners = tree.children(noun, "nmod:poss")
    if !owners.isEmpty { return owners }
    guard let governor = tree.head(noun) else { return [] }
    switch tree.relation(noun) {
    case "obj" where CueWords.standard.facing.contains(tree.lemma(governor)):
      return subjects(of: governor, depth: depth + 1)
    case "obl":
      guard tree.token(governor).upos == .verb else { return [] }
      if isPassive(governor) { return subjects(of: governor, depth: depth + 1) }
      let objects = tree.children(governor, "obj").filter(isReferential)
      return objects.isEmpty ? subjects(of: governor, depth: depth + 1) : objects
    case "nmod":
      return chargedParty(of: governor, depth: depth + 1)
    default: return []
    }
  }

  private func isFinite(_ verb: Int) -> Bool {
    ["VBD", "VBZ", "VBP"].contains(tree.token(verb).xpos)
  }

  private func isVerbal(_ i: Int) -> Bool {
    let upos = tree.token(i).upos
    return upos == .verb || upos == .aux || !tree.children(i, "cop").isEmpty
  }

  /// Who does the action of an open complement: the governing verb's object, else its subject.
  private func controller(of verb: Int, from head: Int, depth: Int) -> [Int] {
    let objects = tree.children(head, "obj", "iobj")
    let isPromise = ["promise", "vow", "threaten", "agree"].contains(tree.lemma(head))
    if !objects.isEmpty && !isPromise && isVerbal(head) { return objects }
    return subjects(of: head, depth: depth + 1)
  }

  /// "X's plan to attack": the owner of the noun acts.
  private func nominalController(_ noun: Int, depth: Int) -> [Int] {
    let owners = tree.children(noun, "nmod:poss")
    if !owners.isEmpty { return owners }
    guard let governor = tree.head(noun),
      tree.relation(noun) == "obj" || tree.relation(noun) == "obl"
    else { return [] }
    // "nominated him with an order to oversee the mines": the one ordered.
    let objects = tree.children(governor, "obj").filter(isReferential)
    if tree.relation(noun) == "obl", !isPassive(governor), !objects.isEmpty { return objects }
    return subjects(of: governor, depth: depth + 1)
  }

  /// The antecedent that fills the object of a relative clause ("the man they hired").
  private func relativeGap(_ verb: Int, hasSubject: Bool, objects: [Int]) -> Int? {
    guard tree.deprel(verb) == "acl:relcl", hasSubject, objects.isEmpty,
      tree.children(verb, "ccomp", "xcomp").isEmpty,
      !tree.children(verb, "nsubj", "obl").contains(where: { word in
        // "whose deputy left"
        isRelative(word) || tree.children(word, "nmod:poss").contains(where: isRelative)
      })
    else { return nil }
    return tree.head(verb)
  }

  private func isRelative(_ i: Int) -> Bool {
    ["who", "which", "that", "whom", "whose"].contains(tree.form(i).lowercased())
      && tree.token(i).upos == .pron
  }
}
