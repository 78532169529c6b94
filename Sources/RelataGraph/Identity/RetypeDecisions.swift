import RelataCore

/// The types that decisions give whom documents name.
package struct RetypeDecisions: Sendable {
  private struct Entry {
    var number: Int
    var type: EntityType
    var documents: Set<DocumentID>
  }
  /// By the keys under which documents were read, later decisions last.
  private var entries: [BearerKey: [Entry]] = [:]

  /// Those of a log that count.
  package init(log: [Decision]) {
    let undone = Decision.undone(in: log)
    for decision in log where !undone.contains(decision.id) {
      guard let type = decision.type, let number = decision.number, let read = decision.sides.first
      else { continue }
      let entry = Entry(number: number, type: type, documents: Set(decision.documents))
      for key in Set(read.map(\.key)) { entries[key, default: []].append(entry) }
    }
  }

  /// Whether none counts.
  package var isEmpty: Bool { entries.isEmpty }

  /// The keys of a document alone that decisions name.
  fileprivate func keys(of document: DocumentID) -> [BearerKey] {
    entries.keys.filter { $0.document == document }
  }

  /// The type that the latest decision gives whom a document was read to name under a key; nil where none does.
  package func type(of key: BearerKey, in document: DocumentID) -> EntityType? {
    let named = Set([key, .anyone(key.name)]).flatMap { entries[$0] ?? [] }
    return named.filter { $0.documents.isEmpty || $0.documents.contains(document) }
      .max { $0.number < $1.number }?.type
  }
}

/// Whom a document names, with the types that decisions give.
package struct RetypedEntities: Sendable {
  /// The key under which each bearer of another type is known, by the one under which the document was read.
  ///
  /// Also by the one under which it was read when somebody decided, where it is read as it is meant by now: what was
  /// decided about it before goes on to hold.
  package private(set) var keys: [BearerKey: BearerKey] = [:]
  /// All entities of the document as they are meant, each with its key.
  package private(set) var entities: [(entity: DocumentEntity, key: BearerKey)]

  /// - Parameters:
  ///   - read: The entities of a document as it was read, each with its key.
  ///   - document: The document.
  ///   - decisions: What people decided.
  package init(
    _ read: [(entity: DocumentEntity, key: BearerKey)], in document: DocumentID,
    _ decisions: RetypeDecisions
  ) {
    entities = read
    guard !decisions.isEmpty else { return }
    var types: [BearerKey: EntityType] = [:]
    for key in Set(read.map(\.key) + decisions.keys(of: document)) {
      if let type = decisions.type(of: key, in: document), type != key.name.type {
        types[key] = type
      }
    }
    guard !types.isEmpty else { return }
    for i in entities.indices {
      if let type = types[entities[i].key] { entities[i].entity.type = type }
    }
    let meant = BearerKeys(entities.map(\.entity), in: document)
    for (key, type) in types { keys[key] = meant.key(ofForm: key.name.form, type: type) }
    let known = Set(read.map(\.key))
    keys = keys.filter { known.contains($0.key) || known.contains($0.value) }
    for i in entities.indices { entities[i].key = keys[entities[i].key] ?? entities[i].key }
  }
}
