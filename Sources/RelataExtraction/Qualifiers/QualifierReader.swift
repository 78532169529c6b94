import RelataCore
import RelataLanguage

/// When, where and how much, as far as the sentence says it of the same predicate.
struct Qualifiers: Hashable, Sendable {
  var time: String?
  var timeWords: Span?
  var place: String?
  var placeWords: Span?
  var amount: String?
  var amountWords: Span?
}

/// Reads qualifiers from what hangs on the word of a relation in the tree, and from nothing else.
///
/// A date in another clause, or on a noun that is no part of the relation, says nothing about it.
struct QualifierReader: Sendable {
  let context: SentenceContext
  private let published: CalendarDate?
  private var tree: SentenceTree { context.tree }

  init(_ context: SentenceContext) {
    self.context = context
    published = context.annotated.document.published.flatMap { CalendarDate(iso: $0) }
  }

  /// When, where and how much, as far as the sentence says so of this candidate.
  ///
  /// `family` is the relation's: relations about places have their place as an end.
  func qualifiers(
    of candidate: Candidate, family: RelationFamily, status: AssertionStatus
  ) -> Qualifiers {
    var found = Qualifiers()
    // Titles and kinship hold beyond the clause in which they are mentioned.
    guard !candidate.isPresupposed else { return found }
    let ends = [candidate.subject.token, candidate.object.token]
    let dependents = dependents(of: candidate)
    let expression = TimeExpression(
      published: published, direction: direction(of: candidate.anchor, status: status))
    for dependent in dependents where !ends.contains(dependent) {
      guard let phrase = timePhrase(dependent, among: dependents) else { continue }
      let iso =
        phrase.isOpen
        ? nil : expression.iso(phrase.words, preposition: tree.preposition(dependent))
      if found.timeWords == nil || (found.time == nil && iso != nil) {
        found.time = iso
        found.timeWords = phrase.span
      }
    }
    if family != .place {
      for dependent in dependents where !ends.contains(dependent) {
        guard let place = place(at: dependent), place.entity != candidate.subject.entity,
          place.entity != candidate.object.entity
        else { continue }
        found.place = context.name(of: place.entity)
        found.placeWords = place.span
        break
      }
    }
    if let amounts = context.schema[candidate.relation]?.amounts, !amounts.isEmpty,
      let amount = amount(of: candidate, kinds: amounts)
    {
      found.amount = context.words(amount)
      found.amountWords = amount
    }
    return found
  }

  // MARK: What belongs to the predicate

  /// Nominals and adverbs that modify the word of the relation, the noun a light verb takes, or a
  /// person's name that such a phrase cannot belong to ("met Putin in Moscow").
  private func dependents(of candidate: Candidate) -> [Int] {
    var heads = [candidate.anchor]
    heads += candidate.trigger.filter {
      $0 != candidate.anchor && tree.token($0).upos == .noun && tree.head($0) == candidate.anchor
    }
    // "The meeting between A and B took place on Monday."
    if tree.token(candidate.anchor).upos == .noun, let verb = tree.head(candidate.anchor),
      Self.happening.contains(tree.lemma(verb)),
      ["nsubj", "obj"].contains(tree.relation(candidate.anchor))
    {
      heads.append(verb)
    }
    for end in [candidate.subject, candidate.object]
    where end.type == .person && end.reference == .name
      && ["obj", "obl", "nmod"].contains(tree.relation(end.token))
    {
      heads.append(end.token)
    }
    let relations: Set<Substring> = ["obl", "nmod", "advmod"]
    return heads.flatMap { head in
      tree.children(head).filter {
        relations.contains(tree.relation($0)) && tree.deprel($0) != "nmod:poss"
          && tree.deprel($0) != "nmod:desc" && !isBeyondAnotherClause($0, of: head)
      }
    }.sorted()
  }

  /// "hired X, the Times reported on Monday": what follows a clause that was only put in belongs to that
  /// clause, whatever the tree says.
  private func isBeyondAnotherClause(_ token: Int, of head: Int) -> Bool {
    tree.children(head, "parataxis").contains {
      $0 > head && $0 < token && tree.token($0).upos == .verb
    }
  }

  private static let happening: Set<String> = [
    "take", "occur", "happen", "begin", "start", "end", "resume", "hold", "open", "conclude",
    "erupt",
    "sign", "reach", "announce",
  ]

  // MARK: When

  private struct TimePhrase {
    /// Lower-case, without punctuation.
    var words: [String]
    var span: Span
    /// Whether it names several dates ("2005 and 2006") and so no single one.
    var isOpen: Bool
  }

  /// The words of a date, or nil where the phrase is none.
  private func timePhrase(_ head: Int, among dependents: [Int]) -> TimePhrase? {
    guard [.noun, .propn, .num, .adv, .x].contains(tree.token(head).upos) else { return nil }
    if let mention = context.mention(at: head), mention.type != .date { return nil }
    let cases = Set(tree.children(head, "case"))
    let preposition = tree.preposition(head)
    let isInterval = preposition == "from" || preposition == "between"
    let dropped: Set<Substring> =
      isInterval
      ? ["acl", "advcl", "appos"] : ["acl", "advcl", "appos", "conj", "cc", "parataxis"]
    var tokens = tree.subtree(head) { !dropped.contains(tree.relation($0)) && !cases.contains($0) }
    if let mention = context.mention(at: head), !isInterval {
      tokens = Array(Set(tokens).union(mention.tokens)).sorted()
    }
    // "from 1992 to 2000": the end may hang beside the start.
    if preposition == "from",
      let end = dependents.first(where: {
        $0 > head && ["to", "until", "till"].contains(tree.preposition($0))
      }), !tokens.contains(end)
    {
      tokens += tree.subtree(end) { !["acl", "advcl", "appos"].contains(tree.relation($0)) }
    }
    let words = tokens.filter { tree.token($0).upos != .punct }.map { tree.form($0).lowercased() }
    guard tokens.count <= 10, let span = tree.span(tokens), words.allSatisfy(TimeWords.isPart),
      words.contains(where: TimeWords.isCore)
    else { return nil }
    let isOpen = !isInterval && !tree.children(head, "conj").isEmpty
    return TimePhrase(words: words, span: span, isOpen: isOpen)
  }

  /// Whether what the word tells lies behind or ahead.
  private func direction(of anchor: Int, status: AssertionStatus) -> TimeExpression.Direction {
    if status == .planned { return .future }
    if status == .hypothetical { return .unknown }
    for token in [anchor] + tree.ancestors(anchor) {
      let tags = ([token] + tree.children(token, "aux", "cop")).map { tree.token($0).xpos }
      if tags.contains("VBD") || tags.contains("VBN") { return .past }
      if tags.contains("MD") { return .future }
      if tree.token(token).upos == .verb, !["xcomp", "advcl", "acl"].contains(tree.relation(token))
      {
        return .unknown
      }
    }
    return .unknown
  }

  // MARK: Where

  private func place(at token: Int) -> Argument? {
    guard ["in", "at", "near", "outside", "inside"].contains(tree.preposition(token)),
      tree.relation(token) == "obl" || tree.deprel(token) == "nmod"
    else { return nil }
    // "froze his assets in Europe" says where the assets are; "held talks in Geneva" where it happened.
    if let head = tree.head(token), tree.token(head).upos == .noun,
      context.mention(at: head) == nil,
      context.lexicon.eventNouns[tree.lemma(head)] == nil
    {
      return nil
    }
    return ArgumentFinder(context).single(token).first {
      $0.type == .location && $0.reference == .name
    }
  }

  // MARK: How much

  /// The one amount of the clause; nil if there are several.
  private func amount(of candidate: Candidate, kinds: Set<RelationType.Amount>) -> Span? {
    let other: Set<Substring> = [
      "conj", "acl", "advcl", "ccomp", "xcomp", "parataxis", "csubj", "nsubj", "appos",
    ]
    let tokens = tree.subtree(candidate.anchor) { !other.contains(tree.relation($0)) }
    var found: Set<Span> = []
    for token in tokens {
      if let mention = context.mention(at: token), mention.type == .money {
        found.insert(mention.span)
      } else if kinds.contains(.share), let share = share(at: token) {
        found.insert(share)
      }
    }
    if found.isEmpty, let beside = amountBeside(candidate.object) { return beside }
    return found.count == 1 ? found.first : nil
  }

  /// "paid Barrett $4.5 million", where the parser took the amount for a part of the name's phrase.
  private func amountBeside(_ end: Argument) -> Span? {
    guard
      let next = tree.tokens.indices.first(where: { tree.token($0).span.start >= end.span.end }),
      let mention = context.mention(at: next), mention.type == .money
    else { return nil }
    return mention.span
  }

  /// "49 percent", "49%", "49 per cent".
  private func share(at token: Int) -> Span? {
    let word = tree.form(token).lowercased()
    guard ["percent", "%", "cent"].contains(word), token > 0 else { return nil }
    var start = token - 1
    if word == "cent" {
      guard tree.form(start).lowercased() == "per", start > 0 else { return nil }
      start -= 1
    }
    guard tree.token(start).upos == .num else { return nil }
    return Span(tree.token(start).span.start, tree.token(token).span.end)
  }
}
