import RelataCore
import RelataLanguage

/// A noun for a role in its sentence: "leader", "spokesman", "brother".
struct RoleNoun {
  let index: Int
  let context: SentenceContext
  let finder: ArgumentFinder
  var tree: SentenceTree { context.tree }

  /// Words right before the noun that belong to it: "prime minister".
  var predicate: String {
    let parts = tree.children(index, "compound", "amod").filter { $0 == index - 1 } + [index]
    return parts.map { tree.form($0) }.joined(separator: " ").lowercased()
  }

  /// Modifiers that are no names.
  var innerModifiers: [Int] {
    tree.children(index, "compound", "amod").filter { context.mention(at: $0) == nil }
  }

  /// Whether the role is over: "former president", "ex-Norsk Bank chief", "stepped down as chairman".
  ///
  /// - Parameter titled: The name that the noun is a title of; its own adjectives count too.
  /// - Returns: Whether a word says so.
  func isFormer(titled: Int?) -> Bool {
    let former = context.lexicon.cues.former
    var words = tree.children(index, "amod", "compound", "advmod", "mark")
    for word in words { words += tree.children(word, "amod", "advmod", "compound") }
    if let titled { words += tree.children(titled, "amod") }
    // "ex-Norsk Bank chief Marta Silva"
    let isEx =
      index > 1
      && (max(1, index - 6)..<index).contains {
        tree.form($0) == "-" && tree.form($0 - 1).lowercased() == "ex"
      }
    if isEx || tree.isGivenUp(index) || hasEnd || isFirstSpouse(words) { return true }
    return words.contains {
      let form = tree.form($0).lowercased()
      return former.contains(form) || form.hasPrefix("ex-")
    } || tree.form(index).lowercased().hasPrefix("ex-")
  }

  /// "chairman of Karst until 2019", "from 2005 to 2019": a day that the role lasted to stands right behind its phrase.
  private var hasEnd: Bool {
    guard let last = phraseEnd, last + 2 < tree.count else { return false }
    func isDay(_ i: Int) -> Bool { i < tree.count && context.mention(at: i)?.type == .date }
    let word = tree.form(last + 1).lowercased()
    if word == "until" || word == "till" { return isDay(last + 2) }
    guard word == "from", isDay(last + 2) else { return false }
    let rest = (last + 3..<min(last + 8, tree.count)).prefix { tree.form($0) != "," }
    return rest.contains {
      ["to", "until", "till"].contains(tree.form($0).lowercased()) && isDay($0 + 1)
    }
      || rest.contains {
        ["to", "until", "till"].contains(tree.form($0).lowercased()) && isDay($0)
      }
  }

  /// The last word of the noun with its of-phrase; a phrase of time is none of it.
  private var phraseEnd: Int? {
    let whole = tree.children(index, "nmod").filter {
      $0 > index && ["of", "at", "for"].contains(tree.preposition($0))
    }.compactMap { tree.nominalEnd($0) }.max()
    return whole ?? index
  }

  /// "her first husband": there has been another since.
  private func isFirstSpouse(_ words: [Int]) -> Bool {
    words.contains { tree.form($0).lowercased() == "first" }
      && context.lexicon.roles(at: index, in: tree)?.contains { $0.relation == "spouse_of" } == true
  }

  /// The head of the person's name that follows directly, or after "of State" and the like.
  var nameAfter: Int? {
    var next = index + 1
    if next + 1 < tree.count, tree.form(next) == "of", context.mention(at: next + 1) == nil,
      tree.token(next + 1).upos == .propn, context.lexicon.roles(at: next + 1, in: tree) == nil
    {
      next += 2
    }
    // "Prime Minister General Khin Nyunt": ranks may stand between.
    while next < tree.count, context.mention(at: next) == nil, next - index < 3,
      ["general", "colonel", "major", "dr.", "mr.", "mrs.", "sheikh", "gen.", "col.", "mullah"]
        .contains(tree.form(next).lowercased())
    {
      next += 1
    }
    guard next < tree.count, let mention = context.mention(at: next), mention.type == .person,
      mention.tokens.lowerBound == next
    else { return nil }
    return context.headToken(ofMentionAt: next)
  }

  /// Whether what bears the role may be of this type, by what its relations allow.
  func mayBeBorne(by type: EntityType) -> Bool {
    (context.lexicon.roles(at: index, in: tree) ?? []).contains { frame in
      guard let relation = context.schema[frame.relation] else { return false }
      return (frame.isReversed ? relation.range : relation.domain).contains(type)
    }
  }

  /// "and longtime intelligence chief": the first of coordinated role nouns, which holds their place in the
  /// sentence.
  var first: Int {
    var top = index
    while let head = tree.head(top), context.mention(at: head) == nil {
      let isListed =
        tree.relation(top) == "conj"
        && (tree.token(head).upos == .noun || tree.token(head).upos == .propn)
      guard isListed || isOne(head, of: top) else { break }
      top = head
    }
    return top
  }

  /// "one of the founders", "two of its owners".
  private func isOne(_ head: Int, of noun: Int) -> Bool {
    tree.deprel(noun) == "nmod" && tree.preposition(noun) == "of"
      && (tree.token(head).upos == .num
        || ["one", "some", "among", "many"].contains(tree.lemma(head)))
  }

  /// Whether it is the subject of a verb of saying, so that it describes no name before it: "…, the senior
  /// official and a consultant said".
  var speaks: Bool {
    var next = index + 1
    while next < tree.count, next < index + 9,
      [.cconj, .det, .adj, .noun, .propn, .num, .adp].contains(tree.token(next).upos)
    {
      next += 1
    }
    return next < tree.count && ["VBD", "VBZ", "VBP"].contains(tree.token(next).xpos)
      && context.lexicon.cues.saying.contains(tree.lemma(next))
  }
}

/// Who bears a role, as one construction finds it.
struct Bearers {
  var arguments: [Argument]
  /// The construction that found them.
  var rule: Rule
  /// Where the mood is read: the word of a statement, else nothing (presupposed).
  var anchor: Int?
  /// A name the noun is a title of; its own modifiers may name the other party.
  var titled: Int?
  var isPast = false
}

/// A place in the sentence where the bearer of a role stands.
protocol BearerConstruction: Sendable {
  /// Nil where the noun stands in another construction; without arguments where it stands in this one and
  /// nobody is named.
  func bearers(of noun: RoleNoun) -> Bearers?
}
