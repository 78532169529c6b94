import RelataCore
import RelataLanguage

extension Rule {
  static let pattern = Rule("user.pattern.v1", "a pattern of the user's", trust: .author)
}

/// Patterns that a user wrote: words in a row with a place for each end.
///
/// Positive: `{subject}, a front for {object}` reads "Meridian Trading, a front for the Wagner Group".
/// Negative: "Meridian Trading opened a front" has no second end and yields nothing.
struct PatternRule: Proposer {
  let rules: [Rule] = [.pattern]
  let patterns: [SurfacePattern]

  func candidates(in context: SentenceContext) -> [Candidate] {
    guard !patterns.isEmpty else { return [] }
    var found: [Candidate] = []
    for pattern in patterns {
      var matcher = PatternMatcher(context)
      for start in context.tree.tokens.indices {
        guard let match = matcher.match(pattern, from: start), let subject = match.subject,
          let object = match.object, subject.entity != object.entity, !match.words.isEmpty
        else { continue }
        found.append(
          Candidate(
            subject: subject, relation: pattern.relation, object: object,
            predicate: match.words.map { context.tree.form($0).lowercased() }
              .joined(separator: " "),
            trigger: match.words, anchor: matcher.anchor(of: match.words), isPresupposed: false,
            precision: pattern.confidence, rule: .pattern))
      }
    }
    return found
  }
}

/// Finds one pattern at the words of a sentence; the shortest gaps win.
///
/// What cannot match from a word on is remembered, so that several gaps in a row take no more than
/// O(words × elements × longest gap) steps a sentence instead of growing with every gap.
struct PatternMatcher {
  struct Match {
    var subject: Argument?
    var object: Argument?
    /// The words that stand in the pattern, in order.
    var words: [Int] = []
  }

  let context: SentenceContext
  private var tree: SentenceTree { context.tree }
  /// Where the rest of the pattern, by its first element, is known not to match from a word on.
  private var failures: Set<Place> = []
  /// How often an element was tried at a word, for a test of the bound.
  private(set) var steps = 0

  private struct Place: Hashable {
    var element: Int
    var token: Int
  }

  init(_ context: SentenceContext) { self.context = context }

  mutating func match(_ pattern: SurfacePattern, from start: Int) -> Match? {
    match(pattern.elements[...], at: start, Match())
  }

  private mutating func match(
    _ elements: ArraySlice<SurfacePattern.Element>, at token: Int, _ match: Match
  ) -> Match? {
    guard let first = elements.first else { return match }
    let place = Place(element: elements.startIndex, token: token)
    if failures.contains(place) { return nil }
    steps += 1
    if let found = attempt(first, elements.dropFirst(), at: token, match) { return found }
    failures.insert(place)
    return nil
  }

  private mutating func attempt(
    _ first: SurfacePattern.Element, _ rest: ArraySlice<SurfacePattern.Element>, at token: Int,
    _ match: Match
  ) -> Match? {
    switch first {
    case .subject(let type):
      guard let (argument, end) = end(at: token, type) else { return nil }
      var next = match
      next.subject = argument
      return self.match(rest, at: end, next)
    case .object(let type):
      guard let (argument, end) = end(at: token, type) else { return nil }
      var next = match
      next.object = argument
      return self.match(rest, at: end, next)
    case .words(let words):
      guard isOne(of: words, token) else { return nil }
      var next = match
      next.words.append(token)
      return self.match(rest, at: token + 1, next)
    case .optional(let words):
      if isOne(of: words, token) {
        var next = match
        next.words.append(token)
        if let found = self.match(rest, at: token + 1, next) { return found }
      }
      return self.match(rest, at: token, match)
    case .gap:
      for skipped in 0...SurfacePattern.longestGap {
        if let found = self.match(rest, at: token + skipped, match) { return found }
      }
      return nil
    }
  }

  private func isOne(of words: Set<String>, _ token: Int) -> Bool {
    guard token < tree.count else { return false }
    let form = tree.form(token).lowercased().replacing("’", with: "'")
    return words.contains(form) || words.contains(tree.lemma(token))
  }

  /// The name that begins at a word, a leading "the" aside, or the one somebody a pronoun stands for.
  private func end(at token: Int, _ type: EntityType?) -> (Argument, Int)? {
    var start = token
    if start < tree.count, tree.form(start).lowercased() == "the",
      context.mention(at: start) == nil
    {
      start += 1
    }
    guard start < tree.count else { return nil }
    let found: (Argument, Int)
    if let mention = context.mention(at: start), mention.tokens.lowerBound == start,
      let head = context.headToken(ofMentionAt: start), let entity = mention.entity,
      mention.type.isNode, let known = context.type(of: entity)
    {
      found = (
        Argument(
          entity: entity, type: known, span: mention.span, token: head, reference: .name),
        mention.tokens.upperBound
      )
    } else if let entities = context.references[start], entities.count == 1,
      let known = context.type(of: entities[0])
    {
      found = (
        Argument(
          entity: entities[0], type: known, span: tree.token(start).span, token: start,
          reference: .pronoun),
        start + 1
      )
    } else {
      return nil
    }
    return type == nil || type == found.0.type ? found : nil
  }

  /// The word nearest to the root, verbs before others: its clause decides status and polarity.
  func anchor(of words: [Int]) -> Int {
    // A comma says nothing: "Lumen, not a front for Denby".
    let ranked = words.filter { tree.token($0).upos != .punct }.map { token in
      (tree.ancestors(token).count, tree.token(token).upos == .verb ? 0 : 1, token)
    }
    return ranked.min { $0 < $1 }?.2 ?? tree.root
  }
}
