import RelataCore
import RelataLanguage

/// Decides which names of one document refer to the same thing.
///
/// Precision before recall: two names become one entity only for a reason a reader would accept: the
/// same words; a country and its other names; a person's surname after the full name; an acronym
/// of an organisation; a short form of exactly one organisation.
struct EntityResolver {
  let document: Document
  let sentences: [Sentence]
  private(set) var mentions: [NamedMention] = []
  /// Mention numbers of each entity, in order of the text.
  private var clusters: [PersonResolver.Cluster] = []
  /// Names that the text says are the same one's.
  private(set) var stated: [(name: Int, other: Int)] = []
  private var countries: [Int: String] = [:]

  init(document: Document, sentences: [Sentence], names: [[NameSpan]]) {
    self.document = document
    self.sentences = sentences
    for (i, spans) in names.enumerated() {
      for name in spans {
        mentions.append(NamedMention(name, sentence: i, tokens: sentences[i].tokens, document.text))
      }
    }
  }

  /// The mentions in order of the text and the entities in order of first mention.
  ///
  /// - Complexity: O(n · k), n mentions, k different names.
  func resolve() -> ([Mention], [DocumentEntity]) {
    var resolver = self
    resolver.settleTypes()
    resolver.readStatedNames()
    resolver.cluster()
    return resolver.output()
  }

  // MARK: Types

  /// Gives names that are written alike one type, and countries and their adjectives the type of places.
  private mutating func settleTypes() {
    let people = mentions.filter { $0.type == .person && $0.form.parts.count > 1 }
      .compactMap { PersonName($0.form) }
    let surnames = Set(people.flatMap { [$0.family, $0.parts.suffix(2).joined(separator: " ")] })
    for i in mentions.indices {
      if let country = country(mentions[i]) {
        mentions[i].type = .location
        countries[i] = country
      }
    }
    var weights: [String: [EntityType: Double]] = [:]
    for (i, mention) in mentions.enumerated() where mention.type.isNode && countries[i] == nil {
      weights[mention.form.key, default: [:]][mention.type, default: 0] += mention.score
    }
    for i in mentions.indices where mentions[i].type.isNode && countries[i] == nil {
      if mentions[i].form.parts.count <= 2,
        surnames.contains(TextFolding.folded(mentions[i].form.key))
      {
        // The surname of somebody named in full: doubtful mentions of another type are the person.
        // A capital ("Washington") may be meant as the place.
        let isPlace = CountryTable.shared.isCapital(mentions[i].form.text)
        if mentions[i].score < (isPlace ? 0.7 : 0.97) { mentions[i].type = .person }
        continue
      }
      guard let types = weights[mentions[i].form.key], types.count > 1 else { continue }
      mentions[i].type =
        types.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? mentions[i].type
    }
  }

  /// Names that are said to be one's have one type.
  private mutating func readStatedNames() {
    stated = StatedNames(mentions, sentences).pairs.filter {
      countries[$0.name] == nil && countries[$0.other] == nil
    }
    for (name, other) in stated where mentions[name].type != mentions[other].type {
      let key = mentions[other].form.key
      for i in mentions.indices where mentions[i].form.key == key && countries[i] == nil {
        mentions[i].type = mentions[name].type
      }
    }
  }

  /// The country a mention names, or whose adjective it is before a noun or as predicate.
  private func country(_ mention: NamedMention) -> String? {
    switch mention.type {
    case .location, .organization:
      if let country = CountryTable.shared.country(named: mention.form.text) { return country }
      guard mention.isAdjectival else { return nil }
      return CountryTable.shared.country(ofDemonym: mention.form.text)
    case .group:
      guard mention.isAdjectival else { return nil }
      return CountryTable.shared.country(ofDemonym: mention.form.text)
    default: return nil
    }
  }

  /// Whether a blank line stands before a sentence.
  func breaksParagraph(before i: Int) -> Bool {
    let (from, to) = (sentences[i - 1].span.end, sentences[i].span.start)
    return from < to && document.text.scalars[from..<to].count { $0 == "\n" } > 1
  }

  // MARK: Clusters

  private mutating func cluster() {
    var byKey: [String: [Int]] = [:]
    var order: [String] = []
    for (i, mention) in mentions.enumerated() where mention.type.isNode && mention.type != .person {
      let key = clusterKey(i)
      if byKey[key] == nil { order.append(key) }
      byKey[key, default: []].append(i)
    }
    var groups = order.compactMap { byKey[$0] }.flatMap(dividedByLegalForm)
    groups = OrganizationResolver(self, countries: countries).merge(groups)
    clusters = groups.map { .init(members: $0) } + PersonResolver(self).clusters()
  }

  /// One group for each legal form where there are several: Ostrel Marine Ltd and Ostrel Marine LLC are two firms.
  ///
  /// The name without one means the firm that was named last before it.
  private func dividedByLegalForm(_ group: [Int]) -> [[Int]] {
    func legalForm(_ i: Int) -> String? {
      let parts = mentions[i].form.parts
      guard mentions[i].type == .organization, parts.count > 1 else { return nil }
      return parts.last.flatMap(NameParts.legalForm)
    }
    let forms = group.compactMap(legalForm)
    guard let first = forms.first, Set(forms).count > 1 else { return [group] }
    var byForm: [String: [Int]] = [:]
    var current = first
    for i in group {
      current = legalForm(i) ?? current
      byForm[current, default: []].append(i)
    }
    return byForm.values.sorted { $0[0] < $1[0] }
  }

  private func clusterKey(_ i: Int) -> String {
    if let country = countries[i] { return "country \(country)" }
    let mention = mentions[i]
    var key = mention.form.withoutCorporateSuffix.joined(separator: " ")
    // "Republican" and "Republicans" are one group.
    if mention.type == .group {
      if key.count > 3, key.hasSuffix("s") { key.removeLast() }
      key = Peoples.noun(of: key)
    }
    return "\(mention.type.rawValue) \(key)"
  }

  // MARK: Output

  private func output() -> ([Mention], [DocumentEntity]) {
    var entityOf: [Int: Int] = [:]
    let ordered = clusters.sorted { ($0.members.first ?? 0) < ($1.members.first ?? 0) }
    for (e, cluster) in ordered.enumerated() { for i in cluster.members { entityOf[i] = e } }
    let others = Set(stated.map { mentions[$0.other].form.key })
      .subtracting(stated.map { mentions[$0.name].form.key })
    let entities = ordered.enumerated().map { e, cluster in
      entity(cluster, id: EntityID("e\(e + 1)"), others: others)
    }
    var output: [Mention] = []
    for (i, mention) in mentions.enumerated() where !repeatsItsHolder(i, entityOf) {
      let entity = entityOf[i].map { entities[$0] }
      output.append(
        Mention(
          id: "m\(output.count + 1)", span: mention.span, sentence: mention.sentence,
          tokens: mention.words, type: entity?.type ?? mention.type, kind: mention.kind,
          entity: entity?.id, score: mention.score))
    }
    return (output, entities)
  }

  /// Whether a name inside the name before it means the same: "Microsoft" in "Microsoft Corp.".
  private func repeatsItsHolder(_ i: Int, _ entityOf: [Int: Int]) -> Bool {
    guard i > 0, let entity = entityOf[i] else { return false }
    return mentions[i - 1].span.contains(mentions[i].span) && entityOf[i - 1] == entity
  }

  /// `others` are keys of names that the text gives as somebody's other ones.
  private func entity(
    _ cluster: PersonResolver.Cluster, id: EntityID, others: Set<String>
  ) -> DocumentEntity {
    let members = cluster.members
    let forms = members.map { mentions[$0].form }
    let country = members.lazy.compactMap { countries[$0] }.first
    let isGroup = mentions[members[0]].type == .group
    let plurals = isGroup ? forms.filter { $0.key.hasSuffix("s") } : []
    let own = forms.filter { !others.contains($0.key) }
    let name =
      country ?? cluster.shared.map(fullName)
      ?? Self.fullest(!plurals.isEmpty ? plurals : own.isEmpty ? forms : own)
    return DocumentEntity(
      id: id, name: name, type: mentions[members[0]].type,
      aliases: Set(forms.map(\.text) + members.compactMap { withKind(mentions[$0]) })
        .filter { $0 != name }.sorted())
  }

  /// "Omar Duarte" of "Omar and Lena Duarte": what stands behind the relative's given name is the family's.
  private func fullName(given: Int, relative: Int) -> String {
    let words = mentions[relative].form.text.split(separator: " ").dropFirst()
    return ([Substring(mentions[given].form.text)] + words).joined(separator: " ")
  }

  private static let placeKinds = WordClasses.table[.placeKind]

  /// "Ghazni province": a place with the word that tells it from others of its name.
  private func withKind(_ mention: NamedMention) -> String? {
    let tokens = sentences[mention.sentence].tokens
    let next = mention.words.upperBound
    guard mention.type == .location, next < tokens.count,
      Self.placeKinds.contains(tokens[next].form)
    else { return nil }
    return document.text[Span(mention.span.start, tokens[next].span.end)]
  }

  /// The form that says most; of equals the first in the text.
  private static func fullest(_ forms: [NameForm]) -> String {
    var best = forms[0]
    for form in forms.dropFirst() {
      if best.isAcronym != form.isAcronym ? best.isAcronym : form.fullness > best.fullness {
        best = form
      }
    }
    return best.text
  }
}

/// One name in the text with what resolution asks about it.
struct NamedMention {
  let span: Span
  let sentence: Int
  let words: Range<Int>
  let form: NameForm
  let score: Double
  let kind: MentionKind
  var type: EntityType
  /// Whether it modifies a noun or is a predicate adjective ("Iraqi forces", "is Iraqi").
  let isAdjectival: Bool
  /// Whether it is the subject of its clause.
  let isSubject: Bool

  init(_ name: NameSpan, sentence: Int, tokens: [Token], _ text: SourceText) {
    let first = tokens[name.words.lowerBound]
    let last = tokens[name.words.upperBound - 1]
    span = Span(first.span.start, last.span.end)
    self.sentence = sentence
    words = name.words
    form = NameForm(text[span], withoutNoteMarksOf: name.type)
    score = name.score
    kind = name.kind
    type = name.type
    // The word that the others of the name hang on.
    let top = name.words.first { !name.words.contains(tokens[$0].head) } ?? name.words.lowerBound
    isAdjectival =
      tokens[top].upos == .adj
      || ["amod", "compound", "nmod:desc"].contains(tokens[top].deprel)
        && tokens[top].head >= name.words.upperBound
    isSubject = tokens[top].deprel.hasPrefix("nsubj")
  }
}
