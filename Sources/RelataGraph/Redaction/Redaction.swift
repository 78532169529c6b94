import RelataCore
import RelataLanguage

/// Replaces entities by pseudonyms wherever a graph names them, for the protection of sources.
///
/// What goes: the entity's name and its other written forms in every shape (initials, turned round, written
/// together, in letters of other scripts, in words made from it), for a person the surname, given names and
/// their short forms, names that the graph's texts state besides ("née Kern"), roles that nobody else in the
/// graph holds, words that stand for the entity in evidence; its id and those of its relations, which are
/// made from the name and could be guessed, and ids of entities whose names held it. The same entities in
/// the same order get the same pseudonyms in every command.
///
/// - Warning: A quote stays a quote: who finds the article finds the name. What else may point at a
///   person, such as a rare event or the neighbors in the graph, is for the editor to judge, and so is what
///   ``RedactedGraph/undecided`` lists.
public struct Redaction: Sendable {
  /// The pseudonym of each entity, by its real id.
  public let pseudonyms: [EntityID: String]
  /// The redacted entities as they are, in the order of their pseudonyms: the key, for no output.
  public let entities: [Entity]
  private let ids: [EntityID: EntityID]
  private let owners: [EntityID: Int]
  let engine: TextRedaction

  /// A redaction of some entities of a graph.
  ///
  /// - Parameters:
  ///   - entities: Real ids, in the order of their pseudonyms; unknown ones are skipped.
  ///   - graph: Where they are, with all texts that tell how they are called.
  ///   - given: Pseudonyms to use instead of "Person A".
  /// - Complexity: O(text of the graph).
  public init(
    of entities: [EntityID], in graph: KnowledgeGraph, pseudonyms given: [EntityID: String] = [:]
  ) {
    var seen: Set<EntityID> = []
    let redacted = entities.compactMap { seen.insert($0).inserted ? graph.entity($0) : nil }
    let words = Self.pseudonyms(of: redacted, in: graph, given: given)
    let engine = TextRedaction(redacted, pseudonyms: words, in: graph)
    var ids: [EntityID: EntityID] = [:]
    var owners: [EntityID: Int] = [:]
    for (index, entity) in redacted.enumerated() {
      ids[entity.id] = EntityID("redacted-\(index + 1)")
      owners[entity.id] = index
    }
    // An id is made from the name, so where another entity's name held a redacted one, its id tells it.
    if !redacted.isEmpty {
      for entity in graph.entities where ids[entity.id] == nil {
        let forms = [entity.name] + entity.aliases
        if forms.contains(where: { !engine.redacted($0, .otherName).edits.isEmpty }) {
          ids[entity.id] = EntityID("redacted-\(ids.count + 1)")
        }
      }
    }
    self.entities = redacted
    self.ids = ids
    self.owners = owners
    self.engine = engine
    pseudonyms = Dictionary(zip(redacted.map(\.id), words), uniquingKeysWith: { a, _ in a })
  }

  /// Whether nobody is redacted.
  public var isEmpty: Bool { pseudonyms.isEmpty }

  /// The id under which the redacted graph holds an entity of the real one.
  public func id(_ id: EntityID) -> EntityID { ids[id] ?? id }

  /// A text without the names, such as a title that a user typed.
  public func text(_ text: String) -> String { engine.redacted(text).text }

  /// An address or a file name without the names, in which case tells nothing.
  public func address(_ address: String) -> String { engine.redacted(address, .address).text }

  /// The graph without the names.
  ///
  /// - Complexity: O(text of the graph).
  public func applied(to graph: KnowledgeGraph) -> KnowledgeGraph { redacting(graph).graph }

  /// The graph without the names, and what could not be decided.
  ///
  /// - Complexity: O(text of the graph).
  public func redacting(_ graph: KnowledgeGraph) -> RedactedGraph {
    if isEmpty { return RedactedGraph(graph: graph, undecided: [:]) }
    let telling = RedactedTelling(self)
    return RedactedGraph(graph: graph.rewritten(by: telling), undecided: telling.undecided)
  }

  /// The place of an entity among the redacted; nil for all others.
  func owner(_ entity: EntityID?) -> Int? { entity.flatMap { owners[$0] } }

  /// Whether an entity has another id now.
  func isRenamed(_ entity: EntityID) -> Bool { ids[entity] != nil }

  // MARK: Pseudonyms

  private static func pseudonyms(
    of redacted: [Entity], in graph: KnowledgeGraph, given: [EntityID: String]
  ) -> [String] {
    let taken = redacted.isEmpty ? [] : Set(graph.entities.map { TextFolding.folded($0.name) })
    var counts: [String: Int] = [:]
    var names: [String] = []
    for entity in redacted {
      guard let name = given[entity.id] else {
        names.append(fresh(word(entity.type), taken: taken, counts: &counts))
        continue
      }
      names.append(name)
    }
    return names
  }

  /// The next pseudonym of a kind that nobody in the graph is called.
  private static func fresh(
    _ word: String, taken: Set<String>, counts: inout [String: Int]
  ) -> String {
    var index = counts[word, default: 0]
    while taken.contains(TextFolding.folded(word + " " + letter(index))) { index += 1 }
    counts[word] = index + 1
    return word + " " + letter(index)
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
}

/// A graph without the names of the redacted, and what stands in for whom is told apart from it.
public struct RedactedGraph: Sendable {
  /// The graph to show.
  public var graph: KnowledgeGraph
  /// Words that may name somebody redacted, with how often they stand in the graph's texts.
  public var undecided: [UndecidedName: Int]
}
