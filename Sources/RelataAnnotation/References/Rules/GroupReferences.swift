import RelataCore
import RelataLanguage

/// Whom "they", "both" and "the two leaders" mean: the people who were named together last.
struct GroupReferences {
  let context: ReferenceContext
  private var tree: SentenceTree { context.tree }

  private static let plural: Set<String> = ["they", "them", "their"]
  private static let counts = ["two": 2, "three": 3, "four": 4, "both": 2]
  private static let people: Set<String> = [
    "man", "woman", "figure", "leader", "politician", "brother", "sister", "ally", "rival",
    "friend",
  ]

  /// The members, at least two; empty where the word means no group or it is not clear which.
  func entities(of i: Int) -> [EntityID] {
    if tree.token(i).upos == .pron, Self.plural.contains(tree.form(i).lowercased()) {
      return together(before: i, count: nil)
    }
    return counted(i).map { together(before: i, count: $0) } ?? []
  }

  /// "both" as a pronoun, and "the two figures": a definite, counted description without a name.
  private func counted(_ i: Int) -> Int? {
    let token = tree.token(i)
    if token.form.lowercased() == "both", token.upos == .pron || token.upos == .det,
      ["nsubj", "nsubj:pass", "obj"].contains(tree.deprel(i))
    {
      return 2
    }
    guard token.upos == .noun, token.xpos == "NNS", Self.people.contains(tree.lemma(i)),
      tree.children(i, "det").contains(where: { tree.form($0).lowercased() == "the" }),
      tree.children(i, "appos", "nmod:poss").isEmpty
    else { return nil }
    return tree.children(i, "nummod").compactMap { Self.counts[tree.form($0).lowercased()] }.first
  }

  /// The actors named side by side last; for a count, the people most in view.
  private func together(before i: Int, count: Int?) -> [EntityID] {
    let ownVerb = context.governingVerb(i)
    let usable = context.here.filter {
      $0.token < i && context.isPerson($0)
        && !(context.governingVerb($0.token) == ownVerb && context.isObject(i))
    }
    if let group = coordinated(usable, count: count) { return group }
    if count == nil, Set(usable.map(\.entity)).count == 1 { return [] }
    // People most in view in the sentences before, subjects first.
    let wanted = count ?? 2
    var seen: [EntityID] = []
    for past in context.history.suffix(3).reversed() {
      for salient in past where salient.rank <= 1 && context.isPerson(salient) {
        if !seen.contains(salient.entity) { seen.append(salient.entity) }
      }
      if seen.count >= wanted { break }
    }
    return seen.count == wanted ? seen.sorted() : []
  }

  /// Subjects of one clause that stand in coordination, or that one word stands for together.
  private func coordinated(_ candidates: [Salient], count: Int?) -> [EntityID]? {
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
