import RelataCore
import RelataLanguage

/// Decides, where it is safe, whom personal pronouns and plural descriptions stand for.
///
/// A first, cautious version: "he", "she" and their forms take the one person who is the subject of
/// the clause before, or the only person in reach; "they", "them" and "the two …" take the people or
/// bodies that were named together last. Where two candidates are equally good, nothing is resolved.
/// Salience follows the order subject, object, other of centering theory (Grosz, Joshi & Weinstein 1995).
struct ReferenceResolver: Sendable {
  private struct Salient {
    var entity: EntityID
    var rank: Int
    var token: Int
    var sentence: Int
  }

  /// For each sentence the entities that a token stands for.
  static func references(
    in annotated: AnnotatedDocument, trees: [SentenceTree],
    heads: [[(mention: Mention, head: Int)]],
    types: [EntityID: EntityType], roles: [EntityID: Set<String>], offices: Offices
  ) -> [[Int: [EntityID]]] {
    let nominals = NominalReferences(roles: roles)
    var result = [[Int: [EntityID]]](repeating: [:], count: trees.count)
    var history: [[Salient]] = []
    for (s, tree) in trees.enumerated() {
      guard !annotated.sentences[s].isFurniture else { continue }
      var here = named(heads[s], in: tree, sentence: s)
      for i in tree.tokens.indices {
        var resolved = resolve(
          i, in: tree, here: here, history: history, types: types)
        if resolved.isEmpty {
          let before = here.filter { $0.token < i }.map(\.entity)
          resolved = nominals.resolve(
            i, in: tree, before: before, earlier: history.suffix(2).map { $0.map(\.entity) },
            types: types)
        }
        if resolved.isEmpty, let holder = offices.holder(i, in: tree, names: heads[s]) {
          resolved = [holder]
        }
        guard !resolved.isEmpty else { continue }
        result[s][i] = resolved
        for entity in resolved {
          here.append(Salient(entity: entity, rank: rank(of: i, in: tree), token: i, sentence: s))
        }
      }
      here.sort { ($0.rank, $0.token) < ($1.rank, $1.token) }
      history.append(here)
    }
    return result
  }

  private static func named(
    _ names: [(mention: Mention, head: Int)], in tree: SentenceTree, sentence: Int
  ) -> [Salient] {
    names.compactMap { name in
      name.mention.entity.map {
        Salient(
          entity: $0, rank: rank(of: name.head, in: tree), token: name.head, sentence: sentence)
      }
    }
  }

  /// 0 subject of the main clause, 1 other subject or agent, 2 object, 3 the rest.
  private static func rank(of token: Int, in tree: SentenceTree) -> Int {
    var i = token
    // Names beside a description stand where the description stands.
    while ["conj", "flat", "appos"].contains(tree.relation(i)) || tree.deprel(i) == "nmod:desc",
      let head = tree.head(i)
    {
      i = head
    }
    switch tree.deprel(i) {
    case "nsubj", "nsubj:pass":
      guard let verb = tree.head(i) else { return 0 }
      return tree.relation(verb) == "root" || verb == tree.root ? 0 : 1
    case "obl:agent": return 1
    case "obj", "iobj": return 2
    case "root": return 0
    default: return 3
    }
  }

  private static let singular: Set<String> = ["he", "she", "him", "her", "his", "hers"]
  private static let plural: Set<String> = ["they", "them", "their"]
  private static let counts = ["two": 2, "three": 3, "four": 4, "both": 2]

  private static func resolve(
    _ i: Int, in tree: SentenceTree, here: [Salient], history: [[Salient]],
    types: [EntityID: EntityType]
  ) -> [EntityID] {
    let word = tree.form(i).lowercased()
    if tree.token(i).upos == .pron, singular.contains(word) {
      return person(i, in: tree, here: here, history: history, types: types)
    }
    if word == "it", tree.token(i).upos == .pron {
      return speaker(i, in: tree, here: here, types: types)
    }
    if word == "its", tree.token(i).upos == .pron {
      return owner(i, in: tree, here: here, types: types)
    }
    if tree.token(i).upos == .pron, plural.contains(word) {
      return together(before: i, in: tree, here: here, history: history, types: types, count: nil)
    }
    if let count = counted(i, in: tree) {
      return together(before: i, in: tree, here: here, history: history, types: types, count: count)
    }
    return []
  }

  /// "both" as a pronoun, and "the two figures": a definite, counted description without a name.
  private static func counted(_ i: Int, in tree: SentenceTree) -> Int? {
    let token = tree.token(i)
    if token.form.lowercased() == "both", token.upos == .pron || token.upos == .det,
      ["nsubj", "nsubj:pass", "obj"].contains(tree.deprel(i))
    {
      return 2
    }
    guard token.upos == .noun, token.xpos == "NNS",
      [
        "man", "woman", "figure", "leader", "politician", "brother", "sister", "ally", "rival",
        "friend",
      ]
      .contains(tree.lemma(i)),
      tree.children(i, "det").contains(where: { tree.form($0).lowercased() == "the" }),
      tree.children(i, "appos", "nmod:poss").isEmpty
    else { return nil }
    return tree.children(i, "nummod").compactMap { counts[tree.form($0).lowercased()] }.first
  }

  private static func person(
    _ i: Int, in tree: SentenceTree, here: [Salient], history: [[Salient]],
    types: [EntityID: EntityType]
  ) -> [EntityID] {
    let clause = governingVerb(i, in: tree)
    // A pronoun in object position does not stand for the subject of its own verb.
    let own = Set(
      here.filter {
        governingVerb($0.token, in: tree) == clause && $0.token != i && isObject(i, in: tree)
      }
      .map(\.entity))
    let quoted = quotations(in: tree)
    let earlier = here.filter {
      $0.token < i && types[$0.entity] == .person && !own.contains($0.entity)
        // Who is named inside a quotation is not whom the words outside mean.
        && quoted[$0.token] == quoted[i]
    }
    if let choice = unambiguous(earlier) { return [choice] }
    if !earlier.isEmpty { return [] }
    for past in history.suffix(2).reversed() {
      let people = past.filter { types[$0.entity] == .person && !own.contains($0.entity) }
      if let choice = unambiguous(people) { return [choice] }
      if !people.isEmpty { return [] }
    }
    return []
  }

  /// For each token whether it stands inside quotation marks.
  private static func quotations(in tree: SentenceTree) -> [Bool] {
    var isInside = false
    return tree.tokens.map { token in
      switch token.form {
      case "“", "``": isInside = true
      case "”", "''": isInside = false
      case "\"": isInside.toggle()
      default: break
      }
      return isInside
    }
  }

  /// "its": the body or state that is the subject of the sentence, if it is the only subject before.
  private static func owner(
    _ i: Int, in tree: SentenceTree, here: [Salient], types: [EntityID: EntityType]
  ) -> [EntityID] {
    let subjects = here.filter {
      $0.token < i && $0.rank <= 1
        && (types[$0.entity] == .organization || types[$0.entity] == .location)
    }
    let entities = Set(subjects.map(\.entity))
    guard entities.count == 1, let only = entities.first else { return [] }
    return [only]
  }

  /// "Iran denied that it had attacked": the body or state whose clause holds the one of "it".
  private static func speaker(
    _ i: Int, in tree: SentenceTree, here: [Salient], types: [EntityID: EntityType]
  ) -> [EntityID] {
    guard tree.deprel(i) == "nsubj" || tree.deprel(i) == "nsubj:pass", let verb = tree.head(i),
      tree.token(verb).upos == .verb, tree.relation(verb) == "ccomp",
      let governor = tree.head(verb),
      let subject = tree.children(governor, "nsubj").first, subject < i,
      tree.children(subject, "conj").isEmpty
    else { return [] }
    let entities = Set(
      here.filter { $0.token == subject && types[$0.entity] != .person }.map(\.entity))
    return entities.count == 1 ? Array(entities) : []
  }

  private static func isObject(_ i: Int, in tree: SentenceTree) -> Bool {
    ["obj", "iobj", "obl"].contains(tree.relation(i))
  }

  private static func governingVerb(_ i: Int, in tree: SentenceTree) -> Int? {
    tree.ancestors(i).first { tree.token($0).upos == .verb }
  }

  /// The only one, or the only one of the best rank when that is a subject.
  private static func unambiguous(_ candidates: [Salient]) -> EntityID? {
    let entities = Set(candidates.map(\.entity))
    if entities.count == 1 { return entities.first }
    guard let best = candidates.map(\.rank).min(), best <= 1 else { return nil }
    let top = Set(candidates.filter { $0.rank == best }.map(\.entity))
    return top.count == 1 ? top.first : nil
  }

  /// The actors named side by side last; for a count, the people most in view.
  private static func together(
    before i: Int, in tree: SentenceTree, here: [Salient], history: [[Salient]],
    types: [EntityID: EntityType], count: Int?
  ) -> [EntityID] {
    let ownVerb = governingVerb(i, in: tree)
    let usable = here.filter {
      $0.token < i && types[$0.entity] == .person
        && !(governingVerb($0.token, in: tree) == ownVerb && isObject(i, in: tree))
    }
    if let group = coordinated(usable, count: count, coordination: tree) { return group }
    if count == nil && !usable.isEmpty && !hasPlural(usable) { return [] }
    // People most in view in the sentences before, subjects first.
    var seen: [EntityID] = []
    for past in history.suffix(3).reversed() {
      for salient in past where salient.rank <= 1 && types[salient.entity] == .person {
        if !seen.contains(salient.entity) { seen.append(salient.entity) }
      }
      if let count, seen.count >= count { break }
      if count == nil && seen.count >= 2 { break }
    }
    let wanted = count ?? 2
    return seen.count == wanted ? seen.sorted() : []
  }

  private static func hasPlural(_ salients: [Salient]) -> Bool {
    Set(salients.map(\.entity)).count > 1
  }

  /// Subjects of one clause that stand in coordination, or that one token stands for together.
  private static func coordinated(
    _ candidates: [Salient], count: Int?, coordination tree: SentenceTree
  ) -> [EntityID]? {
    var groups: [Int: [Salient]] = [:]
    for candidate in candidates {
      var first = candidate.token
      while tree.relation(first) == "conj", let head = tree.head(first) { first = head }
      groups[first, default: []].append(candidate)
    }
    let plural = groups.values
      .filter { group in
        let size = Set(group.map(\.entity)).count
        return size > 1 && (count == nil || size == count)
      }
      .max { ($0.map(\.token).max() ?? 0) < ($1.map(\.token).max() ?? 0) }
    guard let plural else { return nil }
    var seen: Set<EntityID> = []
    return plural.map(\.entity).filter { seen.insert($0).inserted }
  }
}
