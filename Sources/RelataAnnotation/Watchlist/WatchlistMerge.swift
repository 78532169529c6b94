import RelataCore
import RelataLanguage

/// Puts watched names into a document: mentions, entities, and ids in order of the text.
struct WatchlistMerge {
  private let annotated: AnnotatedDocument
  /// In order of the text, without overlap.
  private let matches: [Watchlist.Match]
  private let entries: [WatchedName]
  private let entities: [EntityID: DocumentEntity]

  init(
    _ annotated: AnnotatedDocument, _ matches: [Watchlist.Match],
    _ entries: [WatchedName]
  ) {
    self.annotated = annotated
    self.matches = matches
    self.entries = entries
    entities = Dictionary(annotated.entities.map { ($0.id, $0) }) { first, _ in first }
  }

  /// What a mention belongs to, before entities get their final ids.
  private enum Owner: Hashable {
    case watched(Int)
    case found(EntityID)
  }

  func document() -> AnnotatedDocument {
    let matchedWords = Set(matches.map { annotated.words($0.span) })
    var owners: [(mention: Mention, owner: Owner?)] = []
    let claimed = claims()
    for mention in annotated.mentions {
      if isMatched(mention.span) { continue }
      let owner = mention.entity.map { claimed[$0].map(Owner.watched) ?? .found($0) }
      owners.append((mention, owner))
    }
    for match in matches {
      let mention = Mention(
        id: "", span: match.span, sentence: match.sentence, tokens: match.tokens,
        type: entries[match.entry].type, kind: .name, score: 1)
      owners.append((mention, .watched(match.entry)))
    }
    owners.sort { $0.mention.span < $1.mention.span }
    return assembled(owners, claimed, matchedWords)
  }

  /// Whether a match shares words with a span.
  private func isMatched(_ span: Span) -> Bool {
    // The first match that ends behind the span's start.
    let next = matches.partitioningIndex { $0.span.end > span.start }
    return next < matches.count && matches[next].span.overlaps(span)
  }

  /// Entities of the annotator that one entry alone claims: what else bears them is the entry's too.
  private func claims() -> [EntityID: Int] {
    var entries: [EntityID: Set<Int>] = [:]
    let entryOf = Dictionary(matches.map { ($0.span, $0.entry) }) { first, _ in first }
    for mention in annotated.mentions {
      if let entry = entryOf[mention.span], let entity = mention.entity {
        entries[entity, default: []].insert(entry)
      }
    }
    return entries.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private func assembled(
    _ owners: [(mention: Mention, owner: Owner?)], _ claimed: [EntityID: Int],
    _ matchedWords: Set<String>
  ) -> AnnotatedDocument {
    var ids: [Owner: EntityID] = [:]
    var entities: [DocumentEntity] = []
    var forms: [EntityID: Set<String>] = [:]
    var mentions: [Mention] = []
    for (mention, owner) in owners {
      var changed = mention
      changed.id = "m\(mentions.count + 1)"
      if let owner {
        let id = ids[owner] ?? EntityID("e\(entities.count + 1)")
        if ids.updateValue(id, forKey: owner) == nil {
          entities.append(entity(owner, id: id, matchedWords))
        }
        changed.entity = id
        if case .watched(let entry) = owner { changed.type = entries[entry].type }
        if mention.kind == .name { forms[id, default: []].insert(annotated.words(mention.span)) }
      }
      mentions.append(changed)
    }
    for i in entities.indices {
      let written = forms[entities[i].id] ?? []
      let known = Set(entities[i].aliases).union(written).subtracting([entities[i].name])
      entities[i].aliases = known.sorted()
    }
    var document = annotated
    document.mentions = mentions
    document.entities = entities
    // What the heads read of an entity holds for the entity that took its place.
    let id = { (old: EntityID) in ids[claimed[old].map(Owner.watched) ?? .found(old)] }
    document.references = annotated.references.compactMap { reference in
      guard let entity = reference.entity.flatMap(id) else { return nil }
      var changed = reference
      changed.entity = entity
      return changed
    }
    document.relations = annotated.relations.compactMap { relation in
      guard let subject = id(relation.subject), let object = id(relation.object), subject != object
      else { return nil }
      var changed = relation
      (changed.subject, changed.object) = (subject, object)
      return changed
    }
    return document
  }

  private func entity(
    _ owner: Owner, id: EntityID, _ matchedWords: Set<String>
  ) -> DocumentEntity {
    switch owner {
    case .watched(let entry):
      DocumentEntity(id: id, name: entries[entry].name, type: entries[entry].type)
    case .found(let old):
      entities[old].map {
        DocumentEntity(
          id: id, name: $0.name, type: $0.type,
          // Aliases that only a watched name bore are gone with it.
          aliases: $0.aliases.filter { !matchedWords.contains($0) })
      } ?? DocumentEntity(id: id, name: "", type: .other)
    }
  }
}
