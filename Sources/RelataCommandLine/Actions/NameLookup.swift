import RelataCore
import RelataGraph
import RelataStore

extension GraphStore {
  /// The entity that a name typed by the user means; an ambiguous name is listed, never guessed.
  ///
  /// - Throws: RL7501 if nothing of that name is in the graph, RL7502 if several are.
  func entity(named name: String) throws(RelataError) -> Entity {
    switch try match(name) {
    case .found(let entity): return entity
    case .ambiguous(let entities): throw NameLookup.ambiguous(name, entities)
    case .notFound(let suggestions): throw NameLookup.unknown(name, suggestions)
    }
  }
}

/// What to say about names that mean nobody or several.
enum NameLookup {
  static func unknown(_ name: String, _ suggestions: [String]) -> RelataError {
    let near = suggestions.map { "'\($0)'" }
    let hint =
      near.isEmpty
      ? "'relata entities' lists who and what is in the graph"
      : "did you mean \(near.joined(separator: " or "))?"
    return RelataError(
      .failed, code: "RL7501", "nobody and nothing called '\(name)' is in the graph", hint: hint)
  }

  static func ambiguous(_ name: String, _ entities: [Entity]) -> RelataError {
    let shown = entities.prefix(8).map { entity in
      let documents = Count.of(entity.documents.count, "document")
      return "\(entity.name) (\(entity.type.rawValue.lowercased()), \(documents)): \(entity.id)"
    }
    let more = entities.count > 8 ? "; and \(entities.count - 8) more" : ""
    return RelataError(
      .failed, code: "RL7502", "'\(name)' may be any of \(entities.count)",
      hint: "give the full name or the id: " + shown.joined(separator: "; ") + more)
  }
}
