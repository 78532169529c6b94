import RelataCore
import RelataLanguage

/// Reads from one document what it says of each bearer of a name.
package struct ProfileReader {
  let document: Document
  let words: TextWords
  let sentences: [Sentence]
  /// Everything that refers to an entity, in order of the text.
  let mentions: [Mention]
  let entities: [EntityID: DocumentEntity]
  private let bySentence: [Int: [Int]]
  private let byEntity: [EntityID: [Int]]
  private let tied: [EntityID: Set<EntityID>]
  private let spouses: [EntityID: Set<EntityID>]
  /// Words of names of people and places: where one is no mention, it is still no common word.
  private let nameWords: Set<String>

  /// - Complexity: O(length of the text + mentions).
  package init(_ extracted: ExtractedDocument) {
    let annotated = extracted.annotated
    document = annotated.document
    words = TextWords(document.text)
    sentences = annotated.sentences
    let entities = Dictionary(
      annotated.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    mentions = Self.mentions(extracted, entities)
    self.entities = entities
    var bySentence: [Int: [Int]] = [:]
    var byEntity: [EntityID: [Int]] = [:]
    for (i, mention) in mentions.enumerated() {
      bySentence[mention.sentence, default: []].append(i)
      if let entity = mention.entity { byEntity[entity, default: []].append(i) }
    }
    (self.bySentence, self.byEntity) = (bySentence, byEntity)
    var tied: [EntityID: Set<EntityID>] = [:]
    for assertion in extracted.assertions where assertion.polarity == .positive {
      tied[assertion.subject, default: []].insert(assertion.object)
      tied[assertion.object, default: []].insert(assertion.subject)
    }
    self.tied = tied
    var spouses: [EntityID: Set<EntityID>] = [:]
    for assertion in extracted.assertions where assertion.relation == "spouse_of" {
      spouses[assertion.subject, default: []].insert(assertion.object)
      spouses[assertion.object, default: []].insert(assertion.subject)
    }
    self.spouses = spouses
    nameWords = Set(
      annotated.entities.filter { $0.type == .person || $0.type == .location }
        .flatMap { NameKey.foldedWords($0.name) })
  }

  /// What the annotation found, and the ends of relations where it is not at hand, as in an extraction made elsewhere.
  private static func mentions(
    _ extracted: ExtractedDocument, _ entities: [EntityID: DocumentEntity]
  ) -> [Mention] {
    var mentions = extracted.annotated.mentions + extracted.annotated.references
    var known = Set(mentions.map(\.span))
    let text = extracted.annotated.document.text
    for assertion in extracted.assertions {
      let evidence = assertion.evidence
      for (span, id) in [
        (evidence.subject, assertion.subject), (evidence.object, assertion.object),
      ] {
        guard let entity = entities[id],
          extracted.annotated.sentences.indices.contains(evidence.sentence)
        else { continue }
        // Where the words are not known, the sentence is.
        let start = extracted.annotated.sentences[evidence.sentence].span.start
        let span = span ?? Span(start, start)
        guard span.end <= text.count, span.count == 0 || known.insert(span).inserted else {
          continue
        }
        let isName = span.count == 0 || ([entity.name] + entity.aliases).contains(text[span])
        mentions.append(
          Mention(
            id: "", span: span, sentence: evidence.sentence, tokens: 0..<0, type: entity.type,
            kind: isName ? .name : .nominal, entity: id))
      }
    }
    return mentions.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }

  /// The bearers of one key: an entity, or several that the document names alike.
  package func profile(of group: [DocumentEntity]) -> BearerProfile {
    var profile = BearerProfile()
    let ids = Set(group.map(\.id))
    let own = ids.flatMap { byEntity[$0] ?? [] }.sorted().map { mentions[$0] }
    let near = sentences(within: 1, of: own)
    profile.facts.otherNames = otherNames(group, own)
    profile.context.names = names(near: sentences(within: 3, of: own), without: ids)
    let ties = Set(ids.flatMap { tied[$0] ?? [] }).subtracting(ids)
    profile.context.ties = Set(
      ties.compactMap { entities[$0] }.filter(\.type.isNode)
        .map { NameKey($0.name, type: $0.type).text }
    ).intersection(profile.context.names).sorted()
    profile.context.words = rareWords(near: sentences(within: 2, of: own))
    profile.context.roles = Set(group.flatMap(\.roles).map(TextFolding.folded)).sorted()
    guard let type = group.first?.type else { return profile }
    if type == .person {
      PersonFacts(reader: self, mentions: own, near: near).read(into: &profile.facts)
      profile.facts.marriedNames = marriedNames(group, profile.facts.sex)
    } else {
      FirmFacts(reader: self, mentions: own, group: group).read(into: &profile.facts)
    }
    return profile
  }

  /// Indices of the sentences at most so far from one that speaks of somebody.
  private func sentences(within distance: Int, of mentions: [Mention]) -> [Int] {
    Set(mentions.flatMap { ($0.sentence - distance)...($0.sentence + distance) })
      .filter(sentences.indices.contains).sorted()
  }

  /// The year of publication, where it is known.
  var year: Int? { document.published.flatMap { Int($0.prefix(4)) } }

  /// Whether nobody else is spoken of in a sentence before a mention.
  func isFirstPerson(_ mention: Mention) -> Bool {
    let first = (bySentence[mention.sentence] ?? []).first {
      mentions[$0].type == .person && mentions[$0].entity != nil
    }
    return first.map { mentions[$0].entity == mention.entity } ?? false
  }

  // MARK: - Names

  private func otherNames(_ group: [DocumentEntity], _ own: [Mention]) -> [String] {
    guard let type = group.first?.type else { return [] }
    let keys = group.flatMap { entity in
      NameGroup.claims(of: entity, key: NameKey(entity.name, type: type)).map(\.form)
    }
    let ids = Set(group.map(\.id))
    let stated = own.flatMap { aliases(ids, type).names(around: $0, type: type) }
    let form = group.first.map { NameKey($0.name, type: type).form }
    return Set(keys + stated).filter { $0 != form }.sorted()
  }

  private func aliases(_ own: Set<EntityID>, _ type: EntityType) -> StatedAliases {
    StatedAliases(words: words, text: document.text) { span in
      mentions(startingIn: span).contains {
        $0.kind == .name && $0.type == type && $0.entity.map { !own.contains($0) } ?? true
      }
    }
  }

  /// In order of the text.
  private func mentions(startingIn span: Span) -> ArraySlice<Mention> {
    let first = mentions.partitioningIndex { $0.span.start >= span.start }
    let end = mentions.partitioningIndex { $0.span.start >= span.end }
    return mentions[first..<max(first, end)]
  }

  /// The name that a spouse's family name makes, of whoever is not known to be a man.
  private func marriedNames(_ group: [DocumentEntity], _ sex: BearerProfile.Sex?) -> [String]? {
    guard sex != .male, let name = group.first.map({ NameKey($0.name, type: .person) }),
      name.isFullForm, let given = name.words.first
    else { return nil }
    let ids = Set(group.map(\.id))
    let found = ids.flatMap { spouses[$0] ?? [] }.compactMap { entities[$0] }
      .map { NameKey($0.name, type: .person) }.filter(\.isFullForm)
      .compactMap { $0.words.last }.filter { $0 != name.words.last }
    return found.isEmpty ? nil : Set(found.map { "\(given) \($0)" }).sorted()
  }

  private func names(near sentences: [Int], without own: Set<EntityID>) -> [String] {
    var found: Set<NameKey> = []
    for i in sentences.flatMap({ bySentence[$0] ?? [] }) where mentions[i].kind == .name {
      guard let id = mentions[i].entity, !own.contains(id), let entity = entities[id],
        entity.type.isNode
      else { continue }
      let key = NameKey(entity.name, type: entity.type)
      found.insert(key)
      found.formUnion(NameGroup.claims(of: entity, key: key))
      for form in aliases([id], entity.type).names(around: mentions[i], type: entity.type) {
        found.insert(NameKey(type: entity.type, form: form))
      }
    }
    return Weighted.first(found, by: NearName.weight).prefix(24).map(\.text).sorted()
  }

  // MARK: - Words

  private func rareWords(near sentences: [Int]) -> [String] {
    var stems: Set<String> = []
    for sentence in sentences {
      let names = (bySentence[sentence] ?? []).map { mentions[$0] }
        .filter { $0.kind == .name && $0.type.isNode }
      for word in words.words(in: self.sentences[sentence].span) where word.isWord {
        if names.contains(where: { $0.span.contains(word.span) }) { continue }
        if nameWords.contains(word.text) { continue }
        if let stem = SharedWord.stem(of: word.text) { stems.insert(stem) }
      }
    }
    return Weighted.first(stems, by: SharedWord.weight).prefix(40).sorted()
  }
}
