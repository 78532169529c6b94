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
    isEmpty ? graph : graph.rewritten(by: self)
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

extension Redaction: GraphRewriting {
  package func rewritten(_ text: String, as field: TextField, of entity: EntityID?)
    -> RewrittenText?
  {
    switch field {
    case .name:
      // Where another entity's name holds a redacted one, no pseudonym may stand: it would be a second
      // person.
      RewrittenText(entity.flatMap { pseudonyms[$0] } ?? self.text.blanked(text))
    case .alias: isRedacted(entity) ? nil : RewrittenText(self.text.blanked(text))
    case .role: isRedacted(entity) ? nil : RewrittenText(self.text(text))
    case .claimant: RewrittenText(entity.flatMap { pseudonyms[$0] } ?? self.text(text))
    case .document, .source: RewrittenText(place(text))
    case .quote: quote(text)
    case .predicate, .title, .published, .cue, .reporter, .time, .place, .amount, .extractor:
      RewrittenText(self.text(text))
    }
  }

  package func id(of old: Relation, rewritten new: Relation) -> AssertionID {
    guard isRedacted(old.subject) || isRedacted(old.object) else { return old.id }
    let parts = [
      new.subject.rawValue, new.type.rawValue, new.object.rawValue, new.polarity.rawValue,
      new.status.rawValue, new.tense.rawValue,
      new.type == .other ? TextFolding.folded(new.predicate) : "",
    ]
    let digest = SHA256.hexDigest(of: parts.joined(separator: "\u{1f}").utf8)
    return AssertionID("r-" + digest.prefix(16))
  }

  private func isRedacted(_ entity: EntityID?) -> Bool { entity.map { ids[$0] != nil } ?? false }

  private func quote(_ quote: String) -> RewrittenText {
    let output = text.redacted(quote)
    return RewrittenText(output.text) { output.position(of: $0, isEnd: $1) }
  }
}
