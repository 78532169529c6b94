import RelataCore

/// Finds the word that names who speaks.
package struct SpeakerFinder {
  let sentences: [SentenceNames?]

  /// Sentences between a speech and the words that name its speaker.
  private static let reach = 4
  private static let speaking = CueWords.standard.saying.union(CueWords.standard.denying)
    .union(CueWords.standard.doubting)
    .union(["continue", "shout", "exclaim", "joke", "go", "recount"])

  /// The subject of the verb of speech that stands outside a speech in its sentence, or who signs it.
  ///
  /// `inside` are the words of the one speech, `quoted` those of all.
  func beside(_ s: Int, inside: [Bool], quoted: [Bool]) -> Speeches.Speaker? {
    guard let tree = sentences[s]?.tree else { return nil }
    let verbs = tree.tokens.indices.filter { !quoted[$0] && isSpeech($0, tree, quoted) }
    // The verb that the speech hangs on, else one that stands alone.
    let governor = verbs.first { verb in
      inside.indices.contains {
        inside[$0] && tree.head($0) == verb && tree.token($0).upos != .punct
      }
    }
    let adjoining = verbs.min { distance($0, inside) < distance($1, inside) }
    if let verb = governor ?? adjoining, let subject = subject(of: verb, tree, quoted) {
      return .init(sentence: s, token: subject, verb: verb)
    }
    guard let last = inside.lastIndex(of: true) else { return nil }
    return signature(s, from: last + 1)
  }

  private func distance(_ verb: Int, _ inside: [Bool]) -> Int {
    let first = inside.firstIndex(of: true) ?? 0
    let last = inside.lastIndex(of: true) ?? 0
    return verb < first ? first - verb : verb - last
  }

  /// Who spoke before and goes on, or of whom the sentence before says that he spoke.
  func before(
    _ s: Int, _ token: Int, after gap: Speeches.Gap,
    running: (sentence: Int, speaker: Speeches.Speaker?)?
  ) -> Speeches.Speaker? {
    guard token == 0, s > 0 else { return nil }
    if let running, running.sentence == s - 1 {
      return running.speaker.flatMap { s - $0.sentence <= Self.reach ? $0 : nil }
    }
    guard let tree = sentences[s - 1]?.tree, let last = tree.tokens.last else { return nil }
    guard gap != .paragraph || last.form == ":" else { return nil }
    let open = [Bool](repeating: false, count: tree.count)
    // Of a report within a report, who reports first.
    let verbs = tree.tokens.indices.filter { isSpeech($0, tree, open) }
    let verb = verbs.first { $0 == tree.root } ?? (last.form == ":" ? verbs.last : nil)
    return verb.flatMap { verb in
      subject(of: verb, tree, open).map { .init(sentence: s - 1, token: $0, verb: verb) }
    }
  }

  /// "— Nina Dorn (@ninadorn)", from a word on.
  func signature(_ s: Int, from start: Int) -> Speeches.Speaker? {
    guard let names = sentences[s], start + 1 < names.tree.count,
      ["—", "–", "―", "-", "--"].contains(names.tree.form(start)),
      let mention = names.mention(at: start + 1), mention.type == .person,
      let head = names.head(ofMentionAt: start + 1)
    else { return nil }
    let rest = names.tree.tokens.indices.filter { $0 >= mention.tokens.upperBound }
    guard !rest.contains(where: { names.tree.token($0).upos == .verb }) else { return nil }
    return .init(sentence: s, token: head, verb: nil)
  }

  /// What stands before a turn of talk in its sentence.
  struct Label {
    var sentence: Int
    /// The word behind which the turn begins.
    var colon: Int
    /// Nil for who is not named: "Q:".
    var speaker: Speeches.Speaker?
  }

  /// "DORN: I hired him", "A: He did": a person's name, or a word for who asks and answers, and a colon before a
  /// clause with a subject of its own.
  func label(of s: Int) -> Label? {
    guard let names = sentences[s] else { return nil }
    if let colon = Self.turn(names.tree), Self.hasClause(names.tree, behind: colon) {
      return Label(sentence: s, colon: colon, speaker: nil)
    }
    guard let mention = names.mention(at: 0), mention.type == .person,
      mention.tokens.upperBound + 1 < names.tree.count,
      names.tree.form(mention.tokens.upperBound) == ":",
      let head = names.head(ofMentionAt: 0),
      Self.hasClause(names.tree, behind: mention.tokens.upperBound)
    else { return nil }
    return Label(
      sentence: s, colon: mention.tokens.upperBound,
      speaker: .init(sentence: s, token: head, verb: nil))
  }

  private static func hasClause(_ tree: SentenceTree, behind colon: Int) -> Bool {
    tree.tokens.indices.contains { $0 > colon && tree.relation($0) == "nsubj" }
  }

  /// The colon behind a word for who asks or answers that opens the sentence: "Q:", "Interviewer:", "THE COURT:".
  package static func turn(_ tree: SentenceTree) -> Int? {
    guard let colon = tree.tokens.prefix(4).firstIndex(where: { $0.form == ":" }), colon > 0,
      tree.form(0).first?.isUppercase == true
    else { return nil }
    let words = tree.tokens[..<colon].map { $0.form.lowercased() }
    return CueWords.standard.turns.contains(words.joined(separator: " ")) ? colon : nil
  }

  private func isSpeech(_ verb: Int, _ tree: SentenceTree, _ quoted: [Bool]) -> Bool {
    tree.token(verb).upos == .verb && Self.speaking.contains(tree.lemma(verb))
      && subject(of: verb, tree, quoted) != nil
  }

  /// The nearest subject before, else the one behind; a conjunct shares that of the first verb.
  private func subject(of verb: Int, _ tree: SentenceTree, _ quoted: [Bool]) -> Int? {
    let subjects = tree.children(verb, "nsubj").filter { !quoted[$0] }
    if let own = subjects.last(where: { $0 < verb }) ?? subjects.first { return own }
    guard tree.relation(verb) == "conj", let first = tree.head(verb) else { return nil }
    return tree.children(first, "nsubj").last { $0 < verb && !quoted[$0] }
  }
}
