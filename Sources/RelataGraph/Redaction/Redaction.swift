import Foundation
import RelataCore
import RelataLanguage

/// Replaces entities by pseudonyms wherever a graph names them, for the protection of sources.
///
/// What goes: the entity's name, its other written forms and, for a person, the surname and the other
/// words of its names; its id and those of its relations, which are made from the name and could be
/// guessed; its roles. It goes from entities, quotes, claimants, titles, outlets and ids alike. The same
/// entities in the same order get the same pseudonyms in every command.
///
/// - Warning: A quote stays a quote: who finds the article finds the name. What else may point at a
///   person, such as a rare event or the neighbors in the graph, is for the editor to judge.
public struct Redaction: Sendable {
  /// The pseudonym of each entity, by its real id.
  public let pseudonyms: [EntityID: String]
  private let ids: [EntityID: EntityID]
  private let text: TextRedaction

  /// - Parameters:
  ///   - entities: Real ids, in the order of their pseudonyms; unknown ones are skipped.
  ///   - given: Pseudonyms to use instead of "Person A".
  public init(
    of entities: [EntityID], in graph: KnowledgeGraph, pseudonyms given: [EntityID: String] = [:]
  ) {
    let taken = Set(graph.entities.map { TextFolding.folded($0.name) })
    var counts: [String: Int] = [:]
    var pseudonyms: [EntityID: String] = [:]
    var ids: [EntityID: EntityID] = [:]
    for id in entities where pseudonyms[id] == nil {
      guard let entity = graph.entity(id) else { continue }
      ids[id] = EntityID("redacted-\(ids.count + 1)")
      if let name = given[id] {
        pseudonyms[id] = name
        continue
      }
      let word = Self.word(entity.type)
      var name: String
      repeat {
        name = word + " " + Self.letter(counts[word, default: 0])
        counts[word, default: 0] += 1
      } while taken.contains(TextFolding.folded(name))
      pseudonyms[id] = name
    }
    self.pseudonyms = pseudonyms
    self.ids = ids
    text = TextRedaction(pseudonyms, in: graph)
  }

  public var isEmpty: Bool { pseudonyms.isEmpty }

  /// The id under which the redacted graph holds an entity of the real one.
  public func id(_ id: EntityID) -> EntityID { ids[id] ?? id }

  /// A text without the names, such as a title that a user typed.
  public func text(_ text: String) -> String { self.text.redacted(text).text }

  /// The graph without the names.
  ///
  /// - Complexity: O(text of the graph).
  public func applied(to graph: KnowledgeGraph) -> KnowledgeGraph {
    if isEmpty { return graph }
    var seen: Set<AssertionID> = []
    let relations = graph.relations.map { old in
      var new = relation(old)
      // Predicates that differed by a name only are alike now.
      while !seen.insert(new.id).inserted { new.id = AssertionID(new.id.rawValue + "x") }
      return new
    }
    return KnowledgeGraph(
      entities: graph.entities.map(entity), relations: relations, schema: graph.schema)
  }

  private static func word(_ type: EntityType) -> String {
    switch type {
    case .person: "Person"
    case .organization: "Organization"
    case .location: "Place"
    case .group: "Group"
    case .event: "Event"
    case .other, .date, .money, .title: "Item"
    }
  }

  /// "A" … "Z", then "27", "28" ….
  private static func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(65 + index))) : String(index + 1)
  }

  // MARK: Parts of a graph

  private func entity(_ entity: Entity) -> Entity {
    var entity = entity
    entity.documents = entity.documents.map { DocumentID(place($0.rawValue)) }.sorted()
    if let name = pseudonyms[entity.id] {
      entity.id = id(entity.id)
      entity.name = name
      entity.aliases = []
      entity.roles = []
      return entity
    }
    // Where another entity's name holds a redacted one, no pseudonym may stand: it would be a second person.
    entity.name = text.blanked(entity.name)
    entity.aliases = Set(entity.aliases.map(text.blanked)).sorted()
    entity.roles = Set(entity.roles.map { text($0) }).sorted()
    return entity
  }

  private func relation(_ relation: Relation) -> Relation {
    var relation = relation
    if ids[relation.subject] != nil || ids[relation.object] != nil {
      let parts = [
        id(relation.subject).rawValue, relation.type.rawValue, id(relation.object).rawValue,
        relation.polarity.rawValue, relation.status.rawValue, relation.tense.rawValue,
        relation.type == .other ? TextFolding.folded(text(relation.predicate)) : "",
      ]
      let digest = SHA256.hexDigest(of: parts.joined(separator: "\u{1f}").utf8)
      relation.id = AssertionID("r-" + digest.prefix(16))
      relation.subject = id(relation.subject)
      relation.object = id(relation.object)
    }
    relation.predicate = text(relation.predicate)
    relation.evidence = relation.evidence.map(evidence)
    return relation
  }

  private func evidence(_ record: EvidenceRecord) -> EvidenceRecord {
    var record = record
    record.document = DocumentID(place(record.document.rawValue))
    record.source = place(record.source)
    record.title = record.title.map { text($0) }
    record.time = record.time.map { text($0) }
    record.place = record.place.map { text($0) }
    if var attribution = record.attribution {
      attribution.name =
        attribution.entity.flatMap { pseudonyms[$0] } ?? text(attribution.name)
      attribution.entity = attribution.entity.map { id($0) }
      attribution.cue = text(attribution.cue)
      record.attribution = attribution
    }
    let quote = text.redacted(record.quote)
    let start = record.span.start
    func moved(_ span: Span?) -> Span? {
      span.map {
        Span(
          start + quote.position(of: $0.start - start, isEnd: false),
          start + quote.position(of: $0.end - start, isEnd: true))
      }
    }
    record.subject = moved(record.subject)
    record.object = moved(record.object)
    record.trigger = moved(record.trigger)
    record.quote = quote.text
    record.span = Span(start, start + quote.text.unicodeScalars.count)
    return record
  }

  /// An outlet, file name or address; where a name is hidden behind percent signs, all of it is decoded.
  private func place(_ place: String) -> String {
    let plain = text.redacted(place, anyCase: true).text
    guard place.contains("%"), let decoded = place.removingPercentEncoding, decoded != place else {
      return plain
    }
    let redacted = text.redacted(decoded, anyCase: true).text
    return redacted == decoded ? plain : redacted
  }
}

extension KnowledgeGraph {
  /// The graph without what leads to its documents: ids, outlets, file names, addresses, titles and dates
  /// become "document 1" and "source 1".
  ///
  /// Sources stay apart from each other, so that corroboration still counts.
  ///
  /// - Complexity: O(V + E + evidence).
  public func strippingOrigins() -> KnowledgeGraph {
    let records = relations.flatMap(\.evidence)
    let documents = Self.numbered(
      "document",
      entities.flatMap { $0.documents.map(\.rawValue) } + records.map(\.document.rawValue))
    let sources = Self.numbered("source", records.map(\.source))
    func document(_ id: DocumentID) -> DocumentID {
      DocumentID(documents[id.rawValue] ?? "document")
    }
    let entities = entities.map { entity in
      var entity = entity
      entity.documents = entity.documents.map(document).sorted()
      return entity
    }
    let relations = relations.map { relation in
      var relation = relation
      for index in relation.evidence.indices {
        let record = relation.evidence[index]
        relation.evidence[index].document = document(record.document)
        relation.evidence[index].source = sources[record.source] ?? "source"
        relation.evidence[index].title = nil
        relation.evidence[index].published = nil
      }
      return relation
    }
    return KnowledgeGraph(entities: entities, relations: relations, schema: schema)
  }

  private static func numbered(_ word: String, _ names: [String]) -> [String: String] {
    var result: [String: String] = [:]
    for name in Set(names).sorted() { result[name] = "\(word) \(result.count + 1)" }
    return result
  }
}
