import RelataCore
import RelataLanguage

/// Reads what a label says: "Owner", "Former chief executive", "Board of Karst Bank".
struct LabelReader {
  let layout: LineLayout

  /// A label in its line.
  struct Reading {
    /// What `labels.yaml` says of it; nil for a role noun.
    var label: LineLabel?
    /// The role noun that it is, with what it may say.
    var role: (noun: LineLayout.Word, frames: [NounFrame])?
    /// Whom the lines are about, where the label says so itself.
    var subject: LineLayout.Name?
    var isFormer: Bool
    /// Its words without the subject.
    var words: [LineLayout.Word]

    /// Whether it relates names to what the lines are about.
    var relates: Bool {
      if role != nil { return true }
      if case .relation = label { return true }
      return false
    }
  }

  private static let longest = 8
  private static let openers: Set<String> = [
    "the", "its", "his", "her", "their", "our", "(", "*", "#", "-", "•",
  ]

  /// What the words say as a label; nil for words that are none.
  func reading(of label: [LineLayout.Word]) -> Reading? {
    var words = label
    while let last = words.last, [":", ")", "*"].contains(layout.form(last)) { words.removeLast() }
    while let first = words.first, Self.openers.contains(layout.form(first).lowercased()) {
      words.removeFirst()
    }
    // "Bank" and "Ministry" are labels, even where they are taken for names.
    guard let (rest, subject) = isLabel(words) ? (words, nil) : withoutSubject(words),
      let last = rest.last, rest.count <= Self.longest
    else { return nil }
    let forms = forms(rest)
    let context = layout.context(last)
    let isFormer = rest.contains {
      context.lexicon.cues.former.contains(layout.form($0).lowercased())
    }
    let found = LineLabels.standard.label(endingIn: forms)
    let frames = isNominal(rest) ? context.lexicon.roles(at: last.token, in: context.tree) : nil
    guard found != nil || frames != nil else { return nil }
    return Reading(
      label: found?.label, role: found == nil ? frames.map { (last, $0) } : nil, subject: subject,
      isFormer: isFormer, words: rest)
  }

  private func forms(_ words: [LineLayout.Word]) -> [String] {
    words.map { layout.form($0).lowercased() }
  }

  /// Whether the words are a label of the table from the first to the last.
  private func isLabel(_ words: [LineLayout.Word]) -> Bool {
    LineLabels.standard.label(endingIn: forms(words))?.length == words.count
  }

  /// The words without the one name among them: "Owner of Karst Bank", "Karst Bank's board".
  private func withoutSubject(
    _ words: [LineLayout.Word]
  ) -> ([LineLayout.Word], LineLayout.Name?)? {
    let names = layout.names(in: words)
    guard let name = names.first else { return (words, nil) }
    guard names.count == 1 else { return nil }
    let (before, after) = (words[..<name.words.lowerBound], words[name.words.upperBound...])
    if before.isEmpty {
      let rest =
        after.first.map { ["'s", "’s", "'", "’"].contains(layout.form($0)) } == true
        ? after.dropFirst() : after
      return (Array(rest), name)
    }
    guard after.isEmpty else { return nil }
    var rest = Array(before)
    if let last = rest.last, layout.form(last).lowercased() == "the" { rest.removeLast() }
    guard let last = rest.last,
      ["of", "at", "in", "for", "on", "to"].contains(layout.form(last).lowercased())
    else { return nil }
    return (Array(rest.dropLast()), name)
  }

  private func isNominal(_ words: [LineLayout.Word]) -> Bool {
    words.allSatisfy {
      switch layout.context($0).tree.token($0.token).upos {
      case .noun, .propn, .adj, .adp, .cconj, .punct, .det: true
      default: false
      }
    }
  }

  /// What a label makes of a name beside it and of whom the lines are about.
  ///
  /// - Parameters:
  ///   - reading: Of the label.
  ///   - value: A name that the label stands for.
  ///   - subject: Whom the lines are about.
  ///   - rule: In whose name it is proposed.
  /// - Returns: The candidate for the value's sentence, nil where the types of the ends do not fit.
  func candidate(
    _ reading: Reading, value: LineLayout.Name, subject: LineLayout.Name, rule: Rule
  ) -> Candidate? {
    guard value.argument.entity != subject.argument.entity else { return nil }
    let context = layout.context(.init(sentence: value.sentence, token: value.argument.token))
    var other = subject.argument
    if subject.sentence != value.sentence { other.token = value.argument.token }
    guard let (relation, valueIsFirst) = relation(reading, value: value.argument, subject: other)
    else { return nil }
    let spans =
      [value.argument.span, subject.argument.span] + reading.words.map { layout.span($0) }
    let hull = spans.dropFirst().reduce(spans[0]) { $0.union($1) }
    let sentence = context.annotated.sentences[value.sentence].span
    return Candidate(
      subject: valueIsFirst ? value.argument : other, relation: relation,
      object: valueIsFirst ? other : value.argument,
      predicate: reading.words.map { layout.form($0).lowercased() }.joined(separator: " "),
      trigger: reading.words.filter { $0.sentence == value.sentence }.map(\.token),
      anchor: value.argument.token, isPresupposed: true, isFormer: reading.isFormer,
      quote: sentence.contains(hull) || hull.count > Self.longestQuote ? nil : sentence.union(hull),
      rule: rule)
  }

  /// A quotation of more scalars than this is cut to the line that holds the name.
  private static let longestQuote = 400

  private func relation(
    _ reading: Reading, value: Argument, subject: Argument
  ) -> (RelationID, valueIsFirst: Bool)? {
    func fits(_ relation: RelationID, _ schema: RelationSchema, valueIsFirst: Bool) -> Bool {
      schema[relation]?.allows(
        subject: valueIsFirst ? value.type : subject.type,
        object: valueIsFirst ? subject.type : value.type) == true
    }
    if case .relation(let relation, let valueIsFirst) = reading.label {
      guard let word = reading.words.last else { return nil }
      return fits(relation, layout.context(word).schema, valueIsFirst: valueIsFirst)
        ? (relation, valueIsFirst) : nil
    }
    guard let role = reading.role else { return nil }
    let context = layout.context(role.noun)
    let noun = RoleNoun(
      index: role.noun.token, context: context, finder: ArgumentFinder(context))
    for frame in role.frames {
      let relation = RoleRelation(noun: noun).relation(frame, of: subject)
      if fits(relation, context.schema, valueIsFirst: !frame.isReversed) {
        return (relation, !frame.isReversed)
      }
    }
    return nil
  }
}
