import RelataAnnotation
import RelataCore
import RelataLanguage

/// What an oracle run takes from the gold instead of reading it.
public enum OracleLevel: String, CaseIterable, Sendable {
  /// Where names stand and their types.
  case names = "gold names"
  /// Also whom each name stands for.
  case entities = "gold entities"
  /// Also whom the pronouns and descriptions at the ends of relations stand for.
  case references = "gold references"
}

/// Documents whose names, entities or references come from the gold, to show where errors arise.
///
/// Names are the gold aliases as they stand in the text, longest first; of an alias of two entities the
/// one whose relation is stated there, else the one named last.
public struct OracleAnnotation: Sendable {
  let gold: GoldArticle
  private let text: SourceText

  /// An occurrence of a gold name.
  struct Occurrence {
    var span: Span
    var entity: GoldArticle.Entity
  }

  /// Prepares what the annotators know of an article.
  public init(_ gold: GoldArticle) {
    self.gold = gold
    text = SourceText(gold.text)
  }

  /// The names for ``OracleLevel/names``: adjectives of countries as groups, as the annotator reads them.
  public var names: [(span: Span, type: EntityType)] {
    occurrences().compactMap { occurrence in
      guard let type = EntityType(rawValue: occurrence.entity.type) else { return nil }
      let isDemonym = CountryTable.shared.country(ofDemonym: text[occurrence.span]) != nil
      return (occurrence.span, type == .location && isDemonym ? .group : type)
    }
  }

  /// The document with the gold's entities, under the gold's ids.
  ///
  /// Sentences, words and trees are kept. So are mentions that the gold has no name for, such as "Iraqi
  /// police": as the gold entity that their names stand for, else as entities of their own.
  ///
  /// - Parameters:
  ///   - document: The article as annotated with ``names``.
  ///   - level: How much of the gold is given.
  /// - Returns: The document itself where only names are given.
  public func replacingEntities(
    of document: AnnotatedDocument, level: OracleLevel
  ) -> AnnotatedDocument {
    guard level != .names else { return document }
    let named = occurrences().compactMap { mention($0.span, of: $0.entity, .name, in: document) }
    let (others, more) = unnamed(document, besides: named)
    var mentions = named + others
    if level == .references {
      for relation in gold.relations {
        for (id, pair) in [
          (relation.subject, relation.evidence?.subject),
          (relation.object, relation.evidence?.object),
        ] {
          guard let span = Span(pair: pair), let entity = entity(id),
            !mentions.contains(where: { $0.span.overlaps(span) }),
            let mention = mention(span, of: entity, .nominal, in: document)
          else { continue }
          mentions.append(mention)
        }
      }
    }
    mentions.sort { ($0.span.start, $1.span.end) < ($1.span.start, $0.span.end) }
    for i in mentions.indices { mentions[i].id = "m\(i + 1)" }
    let entities = gold.entities.compactMap { entity in
      EntityType(rawValue: entity.type).map {
        DocumentEntity(
          id: EntityID(entity.id), name: entity.name, type: $0,
          aliases: Set(entity.aliases).subtracting([entity.name]).sorted())
      }
    }
    var replaced = AnnotatedDocument(
      document: document.document, sentences: document.sentences, mentions: mentions,
      entities: entities + more)
    keepHeads(of: document, in: &replaced)
    ReferenceResolver.resolve(&replaced)
    return replaced
  }

  /// Takes over what the coreference and relation heads read, for the entities that now stand there.
  private func keepHeads(of document: AnnotatedDocument, in replaced: inout AnnotatedDocument) {
    struct Place: Hashable {
      var sentence: Int
      var tokens: Range<Int>
    }
    var entityAt: [Place: EntityID] = [:]
    for mention in replaced.mentions {
      entityAt[Place(sentence: mention.sentence, tokens: mention.tokens)] = mention.entity
    }
    var successor: [EntityID: EntityID] = [:]
    for mention in document.mentions {
      guard let old = mention.entity,
        let new = entityAt[Place(sentence: mention.sentence, tokens: mention.tokens)]
      else { continue }
      if successor[old] == nil { successor[old] = new }
    }
    replaced.references = document.references.compactMap { reference in
      guard entityAt[Place(sentence: reference.sentence, tokens: reference.tokens)] == nil,
        let new = reference.entity.flatMap({ successor[$0] })
      else { return nil }
      var changed = reference
      changed.entity = new
      return changed
    }
    replaced.relations = document.relations.compactMap { relation in
      func entity(_ old: EntityID, _ tokens: Range<Int>) -> EntityID? {
        entityAt[Place(sentence: relation.sentence, tokens: tokens)] ?? successor[old]
      }
      guard let subject = entity(relation.subject, relation.subjectTokens),
        let object = entity(relation.object, relation.objectTokens), subject != object
      else { return nil }
      var changed = relation
      (changed.subject, changed.object) = (subject, object)
      return changed
    }
  }

  /// The mentions where the gold has no name, with the entities that are not the gold's.
  private func unnamed(
    _ document: AnnotatedDocument, besides named: [Mention]
  ) -> ([Mention], [DocumentEntity]) {
    let names = EntityAlignment(gold: gold, predicted: document)
    let taken = Set(named.map(\.span))
    var used: Set<EntityID> = []
    let mentions = document.mentions.filter { !taken.contains($0.span) }.map { mention in
      var mention = mention
      mention.entity = mention.entity.map { id in
        if let goldID = names.goldID(of: id) { return EntityID(goldID) }
        used.insert(id)
        return EntityID("own \(id)")
      }
      return mention
    }
    let entities = document.entities.filter { used.contains($0.id) }.map { entity in
      var entity = entity
      entity.id = EntityID("own \(entity.id)")
      return entity
    }
    return (mentions, entities)
  }

  private func entity(_ id: String) -> GoldArticle.Entity? { gold.entities.first { $0.id == id } }

  private func mention(
    _ span: Span, of entity: GoldArticle.Entity, _ kind: MentionKind, in document: AnnotatedDocument
  ) -> Mention? {
    guard let type = EntityType(rawValue: entity.type),
      let sentence = document.sentences.firstIndex(where: { $0.span.overlaps(span) })
    else { return nil }
    let tokens = document.sentences[sentence].tokens
    guard !document.sentences[sentence].isFurniture,
      let first = tokens.firstIndex(where: { $0.span.overlaps(span) }),
      let last = tokens.lastIndex(where: { $0.span.overlaps(span) })
    else { return nil }
    return Mention(
      id: "", span: span, sentence: sentence, tokens: first..<(last + 1), type: type, kind: kind,
      entity: EntityID(entity.id))
  }

  // MARK: Finding the names

  private func occurrences() -> [Occurrence] {
    var candidates: [String: [GoldArticle.Entity]] = [:]
    for entity in gold.entities {
      for name in Set(([entity.name] + entity.aliases).compactMap(Self.properName)) {
        candidates[name, default: []].append(entity)
      }
    }
    let furniture = (gold.furniture ?? []).compactMap { index in
      gold.sentences.flatMap { $0.indices.contains(index) ? Span(pair: $0[index]) : nil }
    }
    var taken = [Bool](repeating: false, count: text.count)
    var spans: [(span: Span, name: String)] = []
    let names = candidates.keys.sorted { ($0.count, $1) > ($1.count, $0) }
    for name in names {
      for span in spansOfWords(name) where !taken[span.start..<span.end].contains(true) {
        for i in span.start..<span.end { taken[i] = true }
        spans.append((span, name))
      }
    }
    var last: [String: Int] = [:]
    var found: [Occurrence] = []
    for (span, name) in spans.sorted(by: { $0.span < $1.span })
    where !furniture.contains(where: { $0.overlaps(span) }) {
      let entities = candidates[name] ?? []
      let stated = entities.first { entity in
        gold.relations.contains { relation in
          (relation.subject == entity.id
            && Span(pair: relation.evidence?.subject)?.contains(span) == true)
            || (relation.object == entity.id
              && Span(pair: relation.evidence?.object)?.contains(span) == true)
        }
      }
      let latest = entities.max { (last[$0.id] ?? -1) < (last[$1.id] ?? -1) }
      guard let entity = stated ?? latest else { continue }
      last[entity.id] = span.start
      found.append(Occurrence(span: span, entity: entity))
    }
    return found
  }

  /// Every place of a name that is not inside a longer word.
  private func spansOfWords(_ name: String) -> [Span] {
    let scalars = text.scalars
    let wanted = Array(name.unicodeScalars)
    guard let first = wanted.first, wanted.count <= scalars.count else { return [] }
    var spans: [Span] = []
    func isLetter(_ i: Int) -> Bool {
      scalars.indices.contains(i)
        && (scalars[i].properties.isAlphabetic || scalars[i].properties.numericType != nil)
    }
    for start in 0...(scalars.count - wanted.count) where scalars[start] == first {
      let end = start + wanted.count
      if scalars[start..<end].elementsEqual(wanted), !isLetter(start - 1), !isLetter(end) {
        spans.append(Span(start, end))
      }
    }
    return spans
  }

  private static let determiners: Set<Substring> = [
    "the", "The", "a", "A", "an", "An", "its", "his", "her", "their",
  ]

  /// The name in an alias ("the Houthis" → "Houthis", "Ms Roe" → "Roe"); nil for descriptions.
  private static func properName(_ alias: String) -> String? {
    var words = alias.split(separator: " ")
    while words.count > 1, let first = words.first,
      determiners.contains(first) || Titles.scored.contains(first.lowercased())
    {
      words.removeFirst()
    }
    if let last = words.last, last.hasSuffix("'s") || last.hasSuffix("’s") {
      words[words.count - 1] = last.dropLast(2)
    }
    guard let first = words.first, let last = words.last,
      first.contains(where: \.isUppercase), last.contains(where: { $0.isUppercase || $0.isNumber })
    else { return nil }
    return words.joined(separator: " ")
  }
}
